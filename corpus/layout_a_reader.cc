// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/layout_a_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/list_number.h"
#include "corpus/older_draft.h"
#include "corpus/regex.h"
#include "corpus/treatment_facts.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

// Paragraphs that begin with 1, 2, 3 and so on; the whole if there are no such.
std::vector<LetterLineSpan> numbered_parts(LetterLineSpan lines) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (list_number(lines[i].text) == static_cast<int>(begins.size()) + 1) begins.push_back(i);
  }
  if (begins.empty()) return {lines};
  std::vector<LetterLineSpan> parts;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const auto end = i + 1 < begins.size() ? begins[i + 1] : lines.size();
    parts.push_back(lines.subspan(begins[i], end - begins[i]));
  }
  return parts;
}

// What is disputed, and the line it stands on.
struct Item {
  std::string treatment;
  std::size_t line = 0;
};

// Lines after a dash or bullet; what leads to the list is no item.
std::vector<Item> bulleted_items(LetterLineSpan lines) {
  static const Regex bullet(R"(^(?:[-*\x{2022}\x{2013}\x{2014}\x{00B7}\x{25AA}\x{F0B7}]|o\s)\s*)");
  std::vector<Item> items;
  for (const auto& line : lines) {
    std::string_view text = line.text;
    if (consume(text, bullet)) {
      items.push_back({std::string(text), line.number});
    } else if (!items.empty()) {
      items.back().treatment += " " + line.text;
    }
  }
  if (items.size() < 2) return {};
  for (auto& item : items) item.treatment = treatment_asked_for(item.treatment);
  return items;
}

// The text cut at the words, if every part is known to be a treatment; "2 levels" is none.
std::vector<std::string> treatments_between(std::string_view text, const Regex& words) {
  static const Regex rest(R"((?i)^(?:\d|with|without|at|for|to|under)\b)");
  std::vector<std::string> parts;
  for (std::string_view found; partial_match(text, words, &found);) {
    const auto at = static_cast<std::size_t>(found.data() - text.data());
    parts.emplace_back(text.substr(0, at));
    text.remove_prefix(at + found.size());
  }
  parts.emplace_back(text);
  const bool known = std::ranges::all_of(parts, [](const std::string& part) {
    return treatment_facts(part).category.has_value() && !partial_match(part, rest);
  });
  if (parts.size() < 2 || !known) return {};
  return parts;
}

std::vector<Item> disputed_items(LetterLineSpan lines) {
  static const Regex semicolon(R"((\s*;\s+(?:and\s+)?))");
  const auto parts = numbered_parts(lines);
  if (parts.size() == 1) {
    if (auto items = bulleted_items(lines); !items.empty()) return items;
  }
  std::vector<Item> items;
  for (const auto part : parts) {
    if (part.empty()) continue;
    items.push_back({treatment_asked_for(one_paragraph(part)), part.front().number});
  }
  if (items.size() != 1) return items;
  const auto line = items.front().line;
  const auto treatments = treatments_between(items.front().treatment, semicolon);
  if (!treatments.empty()) items.clear();
  for (const auto& treatment : treatments) items.push_back({treatment, line});
  return items;
}

bool joins_treatments(std::string_view treatment) {
  static const Regex with_and(R"((?i)(,?\s+and\s+))");
  return !treatments_between(treatment, with_and).empty();
}

// "... IS NOT MEDICALLY NECESSARY", unless the form's choice of words was left standing ("IS/IS NOT").
std::optional<Decision> decision_of_heading(const std::string& heading) {
  constexpr std::string_view kNo = "NOTMEDICALLYNECESSARY";
  constexpr std::string_view kYes = "MEDICALLYNECESSARY";
  static const Regex choice("(?:ISISNOT|ISORISNOT|WASWASNOT|WASORWASNOT|ISWASORISWASNOT)");
  const auto letters = letters_only(heading);
  const auto ends_in = [&](std::string_view words) {
    const auto begin = letters.size() - std::min(letters.size(), words.size());
    return nearly_equal(std::string_view(letters).substr(begin), words);
  };
  if (partial_match(letters, choice)) return std::nullopt;
  if (ends_in(kNo)) return Decision::upheld;
  return ends_in(kYes) ? std::optional(Decision::overturned) : std::nullopt;
}

class LayoutAReader {
 public:
  explicit LayoutAReader(const HeadedLines& letter)
      : sections_(older_sections(letter)), draft_(letter.lines) {}

  Determination read() {
    draft_.read_parts(sections_);
    const auto items = disputed_items(sections_.dispute);
    const auto reasons = numbered_parts(sections_.rationale);
    const bool apart = items.size() == reasons.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
      add(items[i], apart ? reasons[i] : LetterLineSpan(sections_.rationale), apart);
    }
    draft_.require_issues();
    return draft_.finish(Layout::a);
  }

 private:
  void add(const Item& item, LetterLineSpan reasons, bool apart) {
    ToldIssue told;
    told.treatment = item.treatment;
    told.line = item.line;
    if (joins_treatments(told.treatment)) {
      draft_.report(told.line, "joined_items",
                    "issue \"" + told.treatment + "\": may be several that are decided as one");
    }
    told.texts.reviewer = one_paragraph(sections_.guidelines);
    told.texts.has_label = true;
    told.texts.rationale = running_text(reasons);
    const bool numbered = apart && reasons.size() < sections_.rationale.size();
    if (numbered) told.texts.rationale = without_list_number(told.texts.rationale);
    told.decision = draft_.decision_of_rationale(told);
    if (!told.decision) told.decision = decision_of_heading(sections_.rationale_heading);
    draft_.add_told_issue(std::move(told));
  }

  OlderSections sections_;
  OlderDraft draft_;
};

}  // namespace

Determination read_layout_a(const HeadedLines& letter) { return LayoutAReader(letter).read(); }

}  // namespace imr
