// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/letter_generator.h"

#include <cstdio>
#include <vector>

#include "bench/generator/letter_plan.h"
#include "bench/generator/letter_text.h"

namespace imr {
namespace {

void append_escaped(char c, std::string& out) {
  if (c == '\n') {
    out += "\\n";
  } else if (c == '"' || c == '\\') {
    out.append(1, '\\').append(1, c);
  } else {
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
    out += code;
  }
}

// `append(item)` for each item, with commas between, in brackets.
template <typename List, typename Append>
void append_list(const List& list, std::string& out, const Append& append) {
  out += '[';
  bool first = true;
  for (const auto& item : list) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

void append_strings(std::string_view key, const std::vector<std::string_view>& list, std::string& out) {
  out.append(",\"").append(key).append("\":");
  append_list(list, out, [&](auto item) { append_json_string(item, out); });
}

void append_guides(std::string_view key, const std::vector<Guide>& guides, Form form, std::string& out) {
  out.append(",\"").append(key).append("\":");
  append_list(guides, out, [&](const auto& guide) {
    const auto named = named_guide(guide, form);
    out.append("{\"source\":\"").append(named.source).append("\",\"guide\":");
    append_json_string(named.guide, out);
    out.append(",\"chapter\":").append(named.chapter == 0 ? "null" : std::to_string(named.chapter));
    out.append(",\"name\":");
    append_json_string(named.name, out);
    out += '}';
  });
}

void append_issue(const PlannedIssue& issue, Form form, std::string& out) {
  out += "{\"treatment\":";
  append_json_string(issue.treatment, out);
  out += ",\"class\":";
  append_json_string(issue.category, out);
  out.append(",\"decision\":\"").append(issue.overturned ? "Overturned" : "Upheld").append("\"");
  append_guides("claims", issue.claims, form, out);
  append_guides("maximus", issue.reviewer, form, out);
  out += '}';
}

std::string truth_of(const LetterPlan& plan) {
  std::string out = "{\"id\":\"" + plan.id + "\"";
  append_strings("specialties", plan.certificates->specialties, out);
  append_strings("states", plan.states, out);
  out.append(",\"age\":").append(std::to_string(plan.age));
  out.append(",\"sex\":\"").append(plan.female ? "female" : "male").append("\",\"issues\":");
  append_list(plan.issues, out, [&](const auto& issue) { append_issue(issue, plan.form, out); });
  return out += '}';
}

}  // namespace

GeneratedLetter generate_letter(std::uint64_t seed, std::uint64_t index) {
  Random random(seed, index);
  const auto plan = plan_letter(index, random);
  GeneratedLetter letter{plan.id, {}, truth_of(plan)};
  letter.text.reserve(6000);
  append_letter(plan, random, letter.text);
  return letter;
}

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, done, at - done);
    append_escaped(c, out);
    done = at + 1;
  }
  out.append(text, done);
  out += '"';
}

}  // namespace imr
