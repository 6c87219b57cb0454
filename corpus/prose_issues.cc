// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/prose_issues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "corpus/letter_headings.h"
#include "corpus/list_number.h"
#include "corpus/regex.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

constexpr std::size_t kMostTitleLines = 15;
constexpr int kMostSkipped = 5;  // list numbers of issues that were not found

enum class Anchor { none, claims_administrator, reviewer, rationale };

constexpr char kReviewer[] =
    R"(The (?:(?:physician|expert|medical|professional|independent|IMR)\s+)*reviewer(?:['\x{2019}]?s)?)";
constexpr auto kRationaleLabels = std::to_array<std::string_view>(
    {"THEPHYSICIANREVIEWERSDECISIONRATIONALE", "THEEXPERTREVIEWERSDECISIONRATIONALE",
     "THEMEDICALREVIEWERSDECISIONRATIONALE", "THEPROFESSIONALREVIEWERSDECISIONRATIONALE",
     "THEREVIEWERSDECISIONRATIONALE", "REVIEWERSDECISIONRATIONALE", "THEDECISIONRATIONALE",
     "DECISIONRATIONALE", "RATIONALEFORTHEDECISION", "RATIONALEFORDECISION", "RATIONALEFORTHEDETERMINATION",
     "RATIONALEFORHISHERDECISION", "RATIONALE"});

// What follows the label of a rationale at the beginning of a line, few wrong letters in the label forgiven.
std::optional<std::string_view> after_rationale_label(std::string_view line) {
  constexpr std::size_t kLongest = 70;
  const auto colon = line.substr(0, kLongest).find_first_of(":;");
  if (colon == line.npos) return std::nullopt;
  const auto letters = letters_only(line.substr(0, colon));
  const bool found = std::ranges::any_of(
      kRationaleLabels, [&](std::string_view label) { return nearly_equal(letters, label); });
  return found ? std::optional(trimmed(line.substr(colon + 1))) : std::nullopt;
}

// The sentence of the form that a line begins.
Anchor anchor_of(std::string_view line) {
  static const Regex claims(
      R"((?i)^(?:the claims administrators? (?:and\b|based|did not|cited|cites|relied|used|utilized|referenced|stated|states|provided no)|)"
      R"(claims administrators? guidelines?\s*[:;]|sections? of the medical treatment utilization schedule relied)|)"
      R"(the claims administrator$)");
  static const Regex reviewer(
      std::string("(?i)^(?:") + kReviewer +
      R"( (?:based|did not|found|relied|cited|stated|used|noted that no)|maximus guidelines?\s*[:;]))");
  if (after_rationale_label(line)) return Anchor::rationale;
  if (partial_match(line, claims)) return Anchor::claims_administrator;
  if (partial_match(line, reviewer)) return Anchor::reviewer;
  return Anchor::none;
}

bool is_regarding(std::string_view line) {
  static const Regex pattern(
      R"((?i)^(?:\(?(?:issue\s*#?\s*)?\d{1,2}\s*[.):]+\s*)?Regarding\s+(?:the\s+)?requests?\s+(?:for|of)\b)");
  return partial_match(line, pattern);
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
      auto rest = line;
      rest.text = line.text.substr(at);
      rest.after_gap = rest.after_page_break = false;
      line.text = std::string(trimmed(std::string_view(line.text).substr(0, at)));
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
      if (boundary && !best && title_verdict(text(i, anchor))) best = i;
      if (gap_before(lines_[i]) && (best || is_bare_title(i, anchor))) return best ? best : std::optional(i);
    }
    return best;
  }

  // "Issue", broken off before "#2: ...".
  std::size_t with_word_before(std::size_t i, std::size_t floor) const {
    return i > floor && letters_only(lines_[i - 1].text) == "ISSUE" ? i - 1 : i;
  }

  // A numbered text above the claims administrator's guidelines is a title if it decides or is no sentence.
  bool names_issue(const std::string& title, std::size_t anchor) const {
    const bool claims = anchor_of(lines_[anchor].text) == Anchor::claims_administrator;
    return title_verdict(title).has_value() || (claims && !ends_sentence(title));
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

// Where the rationale begins behind the sentences of the form if no label tells.
std::size_t end_of_form_sentences(std::string_view text) {
  static const Regex form(
      std::string(R"((?i)^(?:the claims administrator|the provider did not dispute|per the strength of|)") +
      kReviewer + R"( (?:based|did not|found|relied|cited|stated|used)|the guidelines? used by)\b)");
  static const Regex end(R"([.]["\x{201D})\]]*\s+[A-Z"(])");
  std::size_t at = 0;
  while (at < text.size() && partial_match(text.substr(at), form)) {
    std::string_view found;
    const std::string_view piece = text;
    if (!end.search(piece, at, {&found, 1})) return text.size();
    at = static_cast<std::size_t>(found.end() - piece.data()) - 1;
  }
  return at;
}

// Parts the sentences about guidelines at the reviewer's first one; what both cite counts for both.
void part_guidelines(const std::string& text, ProseTexts& texts) {
  static const Regex both(std::string("(?i)the claims administrator and ") + kReviewer);
  static const Regex reviewer(std::string(R"((?i)(?:^|[.:)\n]\s*)()") + kReviewer +
                              R"(\b|per the strength of evidence|maximus guidelines?\s*[:;]))");
  if (partial_match(text, both)) {
    texts.claims_administrator = texts.reviewer = text;
    return;
  }
  std::string_view found;
  if (!partial_match(text, reviewer, &found)) {
    texts.claims_administrator = text;
    return;
  }
  const auto at = static_cast<std::size_t>(found.data() - text.data());
  texts.claims_administrator = trimmed(std::string_view(text).substr(0, at));
  texts.reviewer = text.substr(at);
}

std::string_view trimmed_lines(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
  return text;
}

std::string as_one_paragraph(std::string text) {
  static const Regex gap("\n+");
  replace_all(text, gap, " ");
  return text;
}

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

ProseTexts prose_texts(LetterLineSpan body) {
  static const Regex schedule(
      R"((?i)sections? of the medical treatment utilization schedule relied upon by the [\w ]{0,30}reviewer to make (?:his/her|his or her|their|its) decision\s*[:.]?\s*)");
  ProseTexts texts;
  const auto label = std::ranges::find_if(
      body, [](const auto& line) { return after_rationale_label(line.text).has_value(); });
  texts.has_label = label != body.end();
  auto text = running_text(body.first(static_cast<std::size_t>(label - body.begin())));
  replace_all(text, schedule, "");
  if (texts.has_label) {
    LetterLines lines(label, body.end());
    lines.front().text = *after_rationale_label(label->text);
    if (lines.front().text.empty()) lines.erase(lines.begin());
    texts.rationale = running_text(lines);
  } else {
    const auto begin = end_of_form_sentences(text);
    texts.rationale = trimmed_lines(std::string_view(text).substr(begin));
    text.resize(begin);
  }
  part_guidelines(as_one_paragraph(std::string(trimmed(text))), texts);
  return texts;
}

}  // namespace imr
