// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/guide.h"

#include <algorithm>

namespace imr {
namespace {

void append_sections(const Guide& guide, std::string& out) {
  if (!guide.section.empty()) out.append(", Section(s): ").append(guide.section);
}

// To 2015: chapter and pages, without years or sections.
void append_early(const Guide& guide, std::string& out) {
  switch (guide.kind) {
    case Guide::Kind::acoem:
      out.append("ACOEM Chapter ").append(std::to_string(guide.area->chapter)).append(" ");
      out.append(guide.area->title).append(" Page(s): ").append(guide.area->pages);
      break;
    case Guide::Kind::chronic_pain:
      out.append("Chronic Pain Treatment Guidelines ").append(guide.section);
      out.append(" Page(s): ").append(guide.pages);
      break;
    case Guide::Kind::acupuncture:
      out += "Acupuncture Treatment Guidelines";
      break;
    default:
      out.append("ACOEM Chapter 5 ").append(guide.section);
      break;
  }
}

void append_late(const Guide& guide, Form form, int year, std::string& out) {
  const bool f = form == Form::f;
  switch (guide.kind) {
    case Guide::Kind::acoem:
      out += f ? guide.area->title_2016 : guide.area->title_2018;
      if (!f) {
        out.append(" ").append(
            std::to_string(year < 2020 ? guide.area->edition_2018 : guide.area->edition_2020));
      }
      break;
    case Guide::Kind::chronic_pain:
      out += f ? "Chronic Pain Medical Treatment 2016" : "Chronic Pain 2017";
      break;
    case Guide::Kind::acupuncture:
      out += "Acupuncture Treatment 2007";
      break;
    default:
      out += f ? "General Approaches 2004" : std::string(guide.section) + " 2011";
      if (!f) return;
  }
  append_sections(guide, out);
}

void append_mtus(const std::vector<Guide>& guides, Form form, int year, std::string& out) {
  bool first = true;
  for (const auto& guide : guides) {
    if (guide.kind == Guide::Kind::odg) continue;
    out += first ? "Decision based on MTUS " : ", and ";
    first = false;
    form < Form::f ? append_early(guide, out) : append_late(guide, form, year, out);
  }
  if (!first) out += ".";
}

void append_outside(std::string_view side, bool only, const Guide& odg, Form form, std::string& out) {
  if (only && form < Form::f) out.append(side).append(" did not base their decision on the MTUS. ");
  if (only && form >= Form::f) {
    out.append(side).append(" based their decision on recommendation(s) outside of the MTUS Guidelines. ");
  }
  if (!only) out += " ";
  out.append("Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)");
  out.append(form < Form::f ? " " : ", ").append(odg.chapter);
  out.append(form < Form::f ? " chapter, " : ", ").append(odg.section).append(".");
}

}  // namespace

Guide guide_of(std::string_view notation, const Area& area) {
  const auto colon = notation.find(':');
  const auto kind = notation.substr(0, colon);
  auto rest = colon == std::string_view::npos ? std::string_view() : notation.substr(colon + 1);
  if (kind == "ch") return {Guide::Kind::acoem, &area, rest, {}, {}};
  if (kind == "acu") return {Guide::Kind::acupuncture, &area, {}, {}, {}};
  if (kind == "gen") return {Guide::Kind::general, &area, rest, {}, {}};
  if (kind == "odg") return {Guide::Kind::odg, &area, rest, {}, area.odg};
  if (kind == "odgp") return {Guide::Kind::odg, &area, rest, {}, "Pain"};
  const auto cut = rest.find(kind == "odgx" ? ':' : '@');
  if (kind == "odgx") return {Guide::Kind::odg, &area, rest.substr(cut + 1), {}, rest.substr(0, cut)};
  return {Guide::Kind::chronic_pain, &area, rest.substr(0, cut), rest.substr(cut + 1), {}};
}

void append_citation(std::string_view side, const std::vector<Guide>& guides, Form form, int year,
                     std::string& out) {
  if (guides.empty()) {
    out.append(side).append(" did not cite any medical evidence for its decision.");
    return;
  }
  append_mtus(guides, form, year, out);
  const auto odg = std::ranges::find(guides, Guide::Kind::odg, &Guide::kind);
  const bool only = std::ranges::all_of(guides, [](const auto& g) { return g.kind == Guide::Kind::odg; });
  if (odg != guides.end()) append_outside(side, only, *odg, form, out);
}

NamedGuide named_guide(const Guide& guide, Form form) {
  const bool late = form == Form::g;  // its chapters have no numbers
  switch (guide.kind) {
    case Guide::Kind::odg:
      return {"Non-MTUS", "ODG", 0, guide.chapter};
    case Guide::Kind::chronic_pain:
      return {"MTUS", "Chronic Pain", 0, guide.section};
    case Guide::Kind::acupuncture:
      return {"MTUS", "Acupuncture", 0, ""};
    case Guide::Kind::general:
      return late ? NamedGuide{"MTUS", guide.section, 0, ""} : NamedGuide{"MTUS", "ACOEM", 5, guide.section};
    case Guide::Kind::acoem:
      break;
  }
  return late ? NamedGuide{"MTUS", guide.area->title_2018, 0, ""}
              : NamedGuide{"MTUS", "ACOEM", guide.area->chapter, guide.area->title};
}

}  // namespace imr
