// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/facet_text.h"
#include "searcher/printer.h"
#include "searcher/text_layout.h"
#include "searcher/text_parts.h"

namespace imr {
namespace {

constexpr int kHitIndent = 3;
constexpr int kPassageIndent = 5;

// What was found: "12 issues in 11 letters", and "3 records" where there are no letters.
std::string found(const Response& response) {
  const bool records = response.index.letters == 0 && response.index.records > 0;
  if (response.total_issues == 0) {
    return std::string(records ? "no records" : "no issues") + (response.exact ? "" : " counted in time");
  }
  const std::string least = response.exact ? "" : "at least ";
  if (records) return least + counted(response.total_issues, "record");
  return least + counted(response.total_issues, "issue") + " in " + counted(response.total_letters, "letter");
}

// The first of many; the formats for programs have them all.
std::string listed(const std::vector<std::string>& words) {
  constexpr std::size_t kMost = 10;
  if (words.size() <= kMost) return joined(words, ", ");
  return joined({words.begin(), words.begin() + kMost}, ", ") + " and " +
         std::to_string(words.size() - kMost) + " more";
}

// "did you mean radiculopathy? 12 issues: lumbar radiculopathy".
std::string advice(const Suggestion& suggestion) {
  const std::string finds = counted(suggestion.issues, "issue") + ": " + suggestion.query;
  if (suggestion.kind == "without") return "without " + suggestion.from + ": " + finds;
  if (suggestion.kind == "alone") {
    return suggestion.query +
           " alone: " + (suggestion.issues == 0 ? "no issues" : counted(suggestion.issues, "issue"));
  }
  if (suggestion.kind == "facet") return suggestion.from + " as " + suggestion.to + ": " + finds;
  const std::string drug = suggestion.kind == "look_alike" ? " (a drug of a like name)" : "";
  return "did you mean " + suggestion.to + drug + "? " + finds;
}

// "narrow by specialty: Family Medicine 12, Pain Medicine 9 and 7 more (--where specialty=...)".
std::string narrowing(const Facet& facet) {
  std::string text = "narrow by " + facet.name + ": ";
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    const auto& value = facet.values[i];
    text += (i == 0 ? "" : ", ") + value.value + " " + grouped_digits(value.issues);
  }
  if (facet.distinct > facet.values.size())
    text += " and " + std::to_string(facet.distinct - facet.values.size()) + " more";
  return text + " (--where " + facet.name + "=VALUE)";
}

void write_head(const Response& response, TextWriter& writer) {
  const auto& understood = response.interpreted.empty() ? response.query_text : response.interpreted;
  writer.line(0, found(response) + (understood.empty() ? "" : " for: " + understood), Style::plain, 2);
  for (const auto& expansion : response.expansions) {
    writer.line(2, expansion.from + " → " + listed(expansion.to) + " (" + expansion.kind + ")", Style::plain,
                2);
  }
  for (const auto& warning : response.warnings) writer.line(2, "warning: " + warning, Style::plain, 2);
  for (const auto& suggestion : response.suggestions) writer.line(2, advice(suggestion), Style::plain, 2);
  if (response.narrow_by) writer.line(2, narrowing(*response.narrow_by), Style::plain, 2);
}

std::string label_of(const std::string& field) {
  if (field == "rationale") return "";
  if (field == "summary") return "Clinical summary:";
  if (field == "ca") return "Claims administrator cited:";
  auto label = field + ":";
  std::ranges::replace(label, '_', ' ');
  label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
  return label;
}

// A plain record, which alone has no decision, goes by its own id.
std::string id_line(const Hit& hit) {
  if (!hit.decision) return hit.case_number;
  auto line = hit.issue_id;
  if (hit.decision_date) line += ", decided " + iso_date(*hit.decision_date);
  return line;
}

std::string text_of(const OtherIssue& other) {
  auto text = other.issue_id;
  if (!other.treatment.empty()) text += " " + other.treatment;
  if (other.decision) text += *other.decision == Decision::upheld ? " (upheld)" : " (overturned)";
  return text;
}

void write_others(const Hit& hit, TextWriter& writer) {
  if (hit.others.empty()) return;
  writer.line(kHitIndent, "Also in this letter:");
  for (const auto& other : hit.others) writer.line(kPassageIndent, text_of(other), Style::plain, 2);
}

void write_hit(const Hit& hit, TextWriter& writer) {
  writer.blank();
  const auto id = id_line(hit);
  const auto& title = hit.treatment.empty() ? id : hit.treatment;
  writer.line(0, std::to_string(hit.rank) + ". " + title, Style::bold, kHitIndent);
  write_decision(hit.decision, kHitIndent, writer);
  if (!hit.treatment.empty()) writer.line(kHitIndent, id);
  write_present("Reviewer:", credentials(hit.specialties, hit.states), kHitIndent, writer);
  write_present(hit.guidelines.size() == 1 ? "Guideline:" : "Guidelines:", joined(hit.guidelines, "; "),
                kHitIndent, writer);
  for (const auto& passage : hit.passages) {
    writer.blank();
    writer.marked(kPassageIndent, label_of(passage.field), passage.text, passage.highlights);
  }
  if (!hit.passages.empty() && !hit.others.empty()) writer.blank();
  write_others(hit, writer);
}

// Which part of the list this is, where it is not the whole.
void write_foot(const Response& response, TextWriter& writer) {
  if (response.hits.empty()) return;
  const auto total = response.grouped ? response.total_letters : response.total_issues;
  const auto first = response.hits.front().rank;
  const auto last = response.hits.back().rank;
  if (first == 1 && last >= total) return;
  const std::string_view unit = response.grouped ? "letter" : "issue";
  auto text = grouped_digits(first) + " to " + grouped_digits(last) + " of " + counted(total, unit);
  if (last < total) text += "; more with --offset " + std::to_string(last);
  writer.blank();
  writer.line(0, text);
}

}  // namespace

void print_text(const Response& response, const PrintOptions& options, std::ostream& out) {
  TextWriter writer(out, options.width, options.color);
  write_head(response, writer);
  if (!options.facets_only) {
    for (const auto& hit : response.hits) write_hit(hit, writer);
    write_foot(response, writer);
  }
  write_facets(response.facets, writer);
}

}  // namespace imr
