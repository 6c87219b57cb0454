// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/prose_issues.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/folded_letters.h"
#include "corpus/list_number.h"
#include "corpus/prose_texts.h"
#include "corpus/regex.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

constexpr std::size_t kMostTitleLines = 15;
constexpr int kMostSkipped = 5;  // list numbers of issues that were not found

enum class Anchor { none, claims_administrator, reviewer, rationale };

// The sentence of the form that a line begins.
Anchor anchor_of(std::string_view line) {
  static const Regex claims(
      R"((?i)^(?:the claims administrators? (?:and\b|based|did not|cited|cites|relied|used|utilized|referenced|stated|states|provided no)|)"
      R"(claims administrators? guidelines?\s*[:;]|sections? of the medical treatment utilization schedule relied)|)"
      R"(the claims administrator$)");
  static const Regex reviewer(
      std::string("(?i)^(?:") + kReviewer +
      R"( (?:based|did not|found|relied|cited|stated|used|noted that no)|maximus guidelines?\s*[:;]))");
  static const Regex verb(
      R"((?i)^[\s,]*(?:and\b|based|did not|cited|cites|relied|used|utilized|referenced|stated|states)\b)");
  const auto near = [&](std::string_view words) {
    const auto length = length_of_words(line, words, words.size() / 8);
    return length > 0 && partial_match(line.substr(length), verb);
  };
  if (after_rationale_label(line)) return Anchor::rationale;
  if (partial_match(line, claims) || near("The Claims Administrator")) return Anchor::claims_administrator;
  if (partial_match(line, reviewer) || near("The Physician Reviewer") || near("The Expert Reviewer")) {
    return Anchor::reviewer;
  }
  return Anchor::none;
}

// "2) Regarding the request for", few letters wrong.
bool is_regarding(std::string_view line) {
  static const Regex number(R"((?i)\(?(?:issue\s*#?\s*)?[\dlIO]{1,2}\s*[.):;,]+\s*)");
  static const Regex pattern(R"((?i)^Regarding\s+(?:the\s+)?requests?\s+(?:for|of)\b)");
  consume(line, number);
  return partial_match(line, pattern) || (length_of_words(line, "Regarding", 2) > 0 &&
                                          length_of_words(line, "Regarding the request for", 4) > 0);
}

bool gap_before(const LetterLine& line) { return line.after_gap && !line.after_page_break; }

// Every sentence of the form that follows another on its line, on a line of its own.
LetterLines with_anchors_apart(LetterLineSpan lines) {
  static const Regex next(
      R"((?i)[.:]\s+(The claims administrator (?:based|did not cite|cited|relied)|The (?:physician|expert|medical|professional) reviewer(?:['\x{2019}]?s)? (?:based|relied|decision rationale)|Rationale for the Decision\s*:))");
  LetterLines apart;
  for (auto line : lines) {
    std::string_view found;
    while (partial_match(line.text, next, &found)) {
      const auto at = static_cast<std::size_t>(found.data() - line.text.data());
      auto rest = cut_off(line, at);
      apart.push_back(std::move(line));
      line = std::move(rest);
    }
    apart.push_back(std::move(line));
  }
  return apart;
}

struct TitleLines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Finds the titles of issues among the lines.
class TitleScanner {
 public:
  explicit TitleScanner(LetterLineSpan lines) : lines_(lines) {}

  std::vector<TitleLines> scan() {
    find_regarding();
    if (!titles_.empty()) return std::move(titles_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (const auto end = end_of_numbered(i)) {
        add(i, *end);
        i = *end - 1;
      } else if (const auto begin = begin_above_anchor(i)) {
        add(*begin, i);
      }
      const auto anchor = anchor_of(lines_[i].text);
      if (anchor != Anchor::none) last_anchor_ = anchor;
    }
    return std::move(titles_);
  }

 private:
  std::string text(std::size_t begin, std::size_t end) const {
    return one_paragraph(lines_.subspan(begin, end - begin));
  }

  // Of a title that begins on this line, even if it is broken after its number.
  std::string first_words(std::size_t i) const { return text(i, std::min(i + 2, lines_.size())); }

  void add(std::size_t begin, std::size_t end) {
    titles_.push_back({begin, end});
    const auto number = list_number(first_words(begin));
    last_number_ = number > 0 ? number : last_number_ + 1;
    last_anchor_ = Anchor::none;
  }

  // A heading "Regarding the request for ...:" goes to its colon, a gap or a sentence of the form.
  void find_regarding() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_regarding(first_words(i))) continue;
      auto end = i + 1;
      while (end < lines_.size() && end - i < kMostTitleLines && !lines_[end - 1].text.ends_with(':') &&
             !gap_before(lines_[end]) && anchor_of(lines_[end].text) == Anchor::none) {
        ++end;
      }
      titles_.push_back({i, end});
      i = end - 1;
    }
  }

  bool in_turn(int number) const {
    return number > last_number_ && number <= last_number_ + 1 + kMostSkipped;
  }

  bool ends_block(std::size_t end) const {
    return end == lines_.size() || lines_[end].after_gap || lines_[end].after_page_break ||
           anchor_of(lines_[end].text) != Anchor::none || list_number(lines_[end].text) > 0;
  }

  // A numbered title that decides; nothing else stands in its paragraph. None inside a rationale's list.
  std::optional<std::size_t> end_of_numbered(std::size_t begin) const {
    if (!in_turn(list_number(first_words(begin)))) return std::nullopt;
    if (begin > 0 && !lines_[begin].after_gap && !ends_sentence(lines_[begin - 1].text)) return std::nullopt;
    for (auto end = begin + 1; end <= std::min(lines_.size(), begin + kMostTitleLines); ++end) {
      if (ends_block(end) && title_verdict(text(begin, end))) return end;
      const bool closed =
          end < lines_.size() && (gap_before(lines_[end]) || ends_sentence(lines_[end - 1].text));
      if (closed) return std::nullopt;
    }
    return std::nullopt;
  }

  // True if the sentence of the form on this line is the first of an issue.
  bool begins_issue(std::size_t i) const {
    const auto anchor = anchor_of(lines_[i].text);
    const bool fresh =
        titles_.empty() || last_anchor_ == Anchor::rationale || last_anchor_ == Anchor::reviewer;
    if (anchor == Anchor::claims_administrator) return fresh || !titles_.empty();
    return anchor == Anchor::reviewer && fresh;
  }

  std::optional<std::size_t> begin_above_anchor(std::size_t anchor) const {
    if (!begins_issue(anchor)) return std::nullopt;
    auto floor = titles_.empty() ? 0 : titles_.back().end;
    if (anchor > kMostTitleLines) floor = std::max(floor, anchor - kMostTitleLines);
    std::optional<std::size_t> best;
    for (auto i = anchor; i-- > floor;) {
      if (anchor_of(lines_[i].text) != Anchor::none) break;
      const bool numbered = in_turn(list_number(first_words(i)));
      if (numbered && names_issue(text(i, anchor), anchor)) return with_word_before(i, floor);
      const bool boundary = i == 0 || lines_[i].after_gap || ends_sentence(lines_[i - 1].text);
      if (boundary && !best && decides_above(i, anchor)) best = i;
      if (gap_before(lines_[i]) && (best || is_bare_title(i, anchor))) return best ? best : std::optional(i);
    }
    return best;
  }

  // "Issue", broken off before "#2: ...".
  std::size_t with_word_before(std::size_t i, std::size_t floor) const {
    return i > floor && letters_only(lines_[i - 1].text) == "ISSUE" ? i - 1 : i;
  }

  // Or ends like a verdict that cannot be told, above the claims administrator's guidelines.
  bool decides_above(std::size_t begin, std::size_t anchor) const {
    const auto title = text(begin, anchor);
    const bool claims = anchor_of(lines_[anchor].text) == Anchor::claims_administrator;
    return title_verdict(title).has_value() ||
           (claims && gap_before(lines_[begin]) && ends_in_verdict(title));
  }

  // A numbered text above the claims administrator's guidelines is a title if it decides or is no sentence.
  bool names_issue(const std::string& title, std::size_t anchor) const {
    const bool claims = anchor_of(lines_[anchor].text) == Anchor::claims_administrator;
    return title_verdict(title).has_value() || (claims && (!ends_sentence(title) || ends_in_verdict(title)));
  }

  // A short paragraph that is no sentence; its decision stands in the rationale.
  bool is_bare_title(std::size_t begin, std::size_t anchor) const {
    const auto title = text(begin, anchor);
    return anchor_of(lines_[anchor].text) == Anchor::claims_administrator && title.size() < 200 &&
           !ends_sentence(title);
  }

  LetterLineSpan lines_;
  std::vector<TitleLines> titles_;
  int last_number_ = 0;
  Anchor last_anchor_ = Anchor::none;
};

}  // namespace

std::vector<ProseIssue> prose_issues(LetterLineSpan written) {
  const auto lines = with_anchors_apart(written);
  const auto titles = TitleScanner(lines).scan();
  const auto copy = [&](std::size_t begin, std::size_t end) {
    return LetterLines(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                       lines.begin() + static_cast<std::ptrdiff_t>(end));
  };
  std::vector<ProseIssue> issues;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const auto end = i + 1 < titles.size() ? titles[i + 1].begin : lines.size();
    issues.push_back({copy(titles[i].begin, titles[i].end), copy(titles[i].end, end)});
  }
  return issues;
}

}  // namespace imr
