// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/issue_blocks.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/letter_headings.h"
#include "corpus/regex.h"
#include "corpus/title_finder.h"

namespace imr {
namespace {

struct LabelPattern {
  IssueLabel label;
  Regex pattern;
};

const std::array<LabelPattern, 3>& label_patterns() {
  static const std::array<LabelPattern, 3> patterns = {{
      {IssueLabel::claims_administrator,
       Regex(R"((?i)claims administrator(?:'s|\x{2019}s)? guidelines?\s*:\s*)")},
      {IssueLabel::reviewer, Regex(R"((?i)maximus guidelines?\s*:\s*)")},
      {IssueLabel::rationale, Regex(R"((?i)decision rationale\s*:\s*)")},
  }};
  return patterns;
}

struct FoundLabel {
  IssueLabel label = IssueLabel::rationale;
  std::string_view rest;  // of the line
};

constexpr std::pair<IssueLabel, std::string_view> kLabels[] = {
    {IssueLabel::claims_administrator, "CLAIMSADMINISTRATORGUIDELINE"},
    {IssueLabel::claims_administrator, "CLAIMSADMINISTRATORSGUIDELINES"},
    {IssueLabel::reviewer, "MAXIMUSGUIDELINE"},
    {IssueLabel::reviewer, "MAXIMUSGUIDELINES"},
    {IssueLabel::rationale, "DECISIONRATIONALE"},
};

std::optional<IssueLabel> label_of_words(std::string_view words) {
  constexpr std::size_t kFewestLetters = 15;  // of "MAXIMUS guideline" without one
  if (words.size() < kFewestLetters) return std::nullopt;
  const auto letters = letters_only(words);
  for (const auto& [label, known] : kLabels) {
    if (nearly_equal(letters, known)) return label;
  }
  return std::nullopt;
}

// What follows a label whose colon is lost: nothing on its line, or the beginning of what the form has there.
bool follows_label(IssueLabel label, std::string_view rest) {
  static const Regex citation(
      R"((?i)^(?:decision (?:is |was )?based on|the (?:claims administrator|expert reviewer|physician reviewer) )|^$)");
  const bool capital = !rest.empty() && rest.front() >= 'A' && rest.front() <= 'Z';
  return label == IssueLabel::rationale ? rest.empty() || capital : partial_match(rest, citation);
}

// "Claims Administrator guideline Decision based on ...", "Decision rationale. The ...", both in the capitals
// of the form: elsewhere these are words of a sentence.
std::optional<FoundLabel> label_without_colon(std::string_view line) {
  static const Regex beginning(
      R"((Claims Administrator(?:'s|\x{2019}s)? [Gg]uidelines?|MAXIMUS [Gg]uidelines?|Decision [Rr]ationale)\s*[.,\x{2013}-]?(?:\s+|$))");
  std::string_view words;
  auto rest = line;
  if (!consume(rest, beginning, &words)) return std::nullopt;
  const auto label = label_of_words(words);
  if (!label || !follows_label(*label, rest)) return std::nullopt;
  return FoundLabel{*label, rest};
}

// The label at the beginning of a line, with few letters wrong, or without its colon.
std::optional<FoundLabel> found_label(std::string_view line) {
  constexpr std::size_t kLongest = 48;
  if (line.empty() || std::string_view("CcMmDd").find(line.front()) == line.npos) return std::nullopt;
  const auto colon = colon_in(line.substr(0, kLongest));
  if (colon != line.npos) {
    if (const auto label = label_of_words(line.substr(0, colon)))
      return FoundLabel{*label, trimmed(line.substr(colon + 1))};
  }
  const bool formal = line.starts_with("Claims Administrator") || line.starts_with("MAXIMUS ") ||
                      line.starts_with("Decision ");
  return formal ? label_without_colon(line) : std::nullopt;
}

// Asked of every line, so without a regular expression: a colon after "guideline", "guidelines", "rationale".
bool may_hold_label(std::string_view text) {
  for (auto colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
    auto before = trimmed(text.substr(0, colon));
    if (before.ends_with('s') || before.ends_with('S')) before.remove_suffix(1);
    if (before.ends_with("ne") || before.ends_with("NE") || before.ends_with("le") || before.ends_with("LE"))
      return true;
  }
  return false;
}

// The place from `from` on of a label within a line that follows there on `last`; npos if there is none.
std::size_t label_within(std::string_view line, std::size_t from, std::optional<IssueLabel> last) {
  if (!may_hold_label(line.substr(from))) return line.npos;
  for (const auto& [label, pattern] : label_patterns()) {
    std::string_view found;
    if (!pattern.search(line, from, {&found, 1})) continue;
    const auto at = static_cast<std::size_t>(found.data() - line.data());
    const auto before = trimmed(line.substr(0, at));
    const bool in_order =
        label == IssueLabel::claims_administrator
            ? ends_in_decision(before)
            : last && static_cast<int>(*last) + 1 == static_cast<int>(label) && ends_sentence(before);
    if (in_order) return at;
  }
  return line.npos;
}

// The lines with every label at the beginning of one.
LetterLines with_labels_apart(LetterLines lines) {
  LetterLines apart;
  std::optional<IssueLabel> last;
  apart.reserve(lines.size());
  for (auto& line : lines) {
    for (;;) {
      if (line.text.empty()) break;
      const auto found = found_label(line.text);
      if (found) last = found->label;
      const auto from = found ? line.text.size() - found->rest.size() : 1;
      const auto at = label_within(line.text, from, last);
      if (at == line.text.npos) break;
      auto rest = cut_off(line, at);
      apart.push_back(std::move(line));
      line = std::move(rest);
    }
    apart.push_back(std::move(line));
  }
  return apart;
}

// Guidelines that no title with a decision precedes; what stands there instead is told.
Problem undecided(LetterLineSpan lines, std::size_t label_at) {
  std::string message = "guidelines without a title and decision before them";
  if (label_at > 0 && !ends_sentence(lines[label_at - 1].text)) {
    const auto begin = begin_of_title(lines, label_at - 1);
    message = "no decision after the title \"" + one_paragraph(lines.subspan(begin, label_at - begin)) + "\"";
  }
  return {lines[label_at].number, "no_decision", message};
}

// Fills one issue from the lines after its title.
class BlockReader {
 public:
  BlockReader(LetterLines title, const std::function<void(const Problem&)>& on_problem)
      : on_problem_(on_problem) {
    block_.title = std::move(title);
    part_ = &block_.unlabelled;
  }

  IssueBlock read(LetterLineSpan lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto label = label_of(lines[i].text);
      if (label == IssueLabel::claims_administrator && seen(*label) && reviewer_after(lines, i)) {
        drop_title_before(lines, i);
        on_problem_(undecided(lines, i));
        break;
      }
      if (label && !seen(*label)) {
        begin_part(*label, lines[i]);
      } else {
        part_->push_back(lines[i]);
      }
    }
    return std::move(block_);
  }

 private:
  bool seen(IssueLabel label) const { return last_ && *last_ >= label; }

  void begin_part(IssueLabel label, const LetterLine& line) {
    last_ = label;
    if (label == IssueLabel::claims_administrator) part_ = &block_.claims_administrator;
    if (label == IssueLabel::reviewer) part_ = &block_.reviewer;
    if (label == IssueLabel::rationale) part_ = &block_.rationale;
    block_.has_reviewer |= label == IssueLabel::reviewer;
    block_.has_rationale |= label == IssueLabel::rationale;
    auto first = line;
    first.text = std::string(found_label(line.text)->rest);
    if (!first.text.empty()) part_->push_back(std::move(first));
  }

  // Guidelines of the other side alone are quoted.
  static bool reviewer_after(LetterLineSpan lines, std::size_t i) {
    return std::ranges::any_of(lines.subspan(i + 1),
                               [](const auto& line) { return label_of(line.text) == IssueLabel::reviewer; });
  }

  // The title of the undecided issue at `label_at` has been taken for the end of this rationale.
  void drop_title_before(LetterLineSpan lines, std::size_t label_at) {
    if (label_at == 0 || ends_sentence(lines[label_at - 1].text)) return;
    const auto begin = begin_of_title(lines, label_at - 1);
    const auto count = std::min(label_at - begin, part_->size());
    part_->resize(part_->size() - count);
  }

  const std::function<void(const Problem&)>& on_problem_;
  IssueBlock block_;
  LetterLines* part_ = nullptr;
  std::optional<IssueLabel> last_;
};

}  // namespace

std::optional<IssueLabel> label_of(std::string_view line) {
  const auto found = found_label(line);
  return found ? std::optional(found->label) : std::nullopt;
}

std::vector<IssueBlock> issue_blocks(LetterLines written,
                                     const std::function<void(const Problem&)>& on_problem) {
  const auto lines = with_labels_apart(std::move(written));
  const auto titles = titles_in(lines);
  const LetterLineSpan all = lines;
  const auto copy = [&](std::size_t begin, std::size_t end) {
    const auto part = all.subspan(begin, end - begin);
    return LetterLines(part.begin(), part.end());
  };
  const auto before = titles.empty() ? lines.size() : titles.front().begin;
  for (std::size_t i = 0; i < before; ++i) {
    if (label_of(lines[i].text) != IssueLabel::claims_administrator) continue;
    on_problem(undecided(all, i));
  }
  std::vector<IssueBlock> blocks;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const auto end = i + 1 < titles.size() ? titles[i + 1].begin : lines.size();
    BlockReader reader(copy(titles[i].begin, titles[i].end), on_problem);
    blocks.push_back(reader.read(all.subspan(titles[i].end, end - titles[i].end)));
  }
  return blocks;
}

std::size_t first_issue_line(const LetterLines& lines) {
  const auto titles = titles_in(lines);
  return titles.empty() ? lines.size() : titles.front().begin;
}

}  // namespace imr
