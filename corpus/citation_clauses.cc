// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/citation_clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace imr {
namespace {

using Words = std::span<const TextWord>;

bool is_word(Words words, std::size_t at, std::string_view word) {
  return at < words.size() && words[at].folded == word;
}

// The words after "based" and its pronouns, at "decision on" or "on"; 0 if this is not what stands there.
std::size_t after_based_on(Words words, std::size_t at) {
  if (is_word(words, at, "decision") && is_word(words, at + 1, "based") && is_word(words, at + 2, "on"))
    return at + 3;
  if (!is_word(words, at, "based")) return 0;
  constexpr std::array<std::string_view, 4> kPronouns = {"its", "their", "his", "her"};
  std::size_t next = at + 1;
  while (next < words.size() && std::ranges::find(kPronouns, words[next].folded) != kPronouns.end()) ++next;
  if (next == at + 1 || !is_word(words, next, "decision") || !is_word(words, next + 1, "on")) return 0;
  return next + 2;
}

// "Non-MTUS Citation"; returns the word after it, or 0.
std::size_t after_non_mtus(Words words, std::size_t at) {
  std::size_t next = 0;
  if (is_word(words, at, "nonmtus")) next = at + 1;
  if (is_word(words, at, "non") && is_word(words, at + 1, "mtus")) next = at + 2;
  if (next != 0 && is_word(words, next, "citation")) ++next;
  return next;
}

// "The Expert Reviewer …", "The Claims Administrator …" at the start of a sentence.
bool begins_sentence_of_form(Words words, std::size_t at) {
  if (!is_word(words, at, "the") || (at > 0 && (words[at].gap & kGapStop) == 0)) return false;
  const bool claims = is_word(words, at + 1, "claim") && is_word(words, at + 2, "administrator");
  const bool reviewer = is_word(words, at + 2, "reviewer") || is_word(words, at + 1, "reviewer");
  return claims || reviewer;
}

class ClauseReader {
 public:
  explicit ClauseReader(Words words) : words_(words), last_(words.size() - 1) {}

  std::vector<CitationClause> read() {
    clauses_.push_back({ClauseKind::unsaid, 0, last_});
    for (std::size_t at = 0; at < last_;) {
      if (begins_sentence_of_form(words_, at)) {
        start(ClauseKind::form, at, at + 1);
        at += 2;
      } else if (const std::size_t after = after_based_on(words_, at)) {
        at = start_after(at, after);
      } else if (const std::size_t outside = after_non_mtus(words_, at)) {
        at = start(ClauseKind::outside, at, outside);
      } else {
        ++at;
      }
    }
    if (clauses_.size() > 1) clauses_.erase(clauses_.begin());
    return std::move(clauses_);
  }

 private:
  std::size_t start(ClauseKind kind, std::size_t announced, std::size_t begin) {
    clauses_.back().end = std::max(clauses_.back().begin, announced);
    clauses_.push_back({kind, begin, last_});
    return begin;
  }

  std::size_t start_after(std::size_t announced, std::size_t at) {
    while (is_word(words_, at, "the")) ++at;
    if (const std::size_t outside = after_non_mtus(words_, at)) {
      return start(ClauseKind::outside, announced, outside);
    }
    if (is_word(words_, at, "mtus")) return start(ClauseKind::mtus, announced, at + 1);
    const bool only_form = is_word(words_, at, "recommendation") && is_word(words_, at + 1, "outside");
    return start(only_form ? ClauseKind::form : ClauseKind::unsaid, announced, at);
  }

  Words words_;
  std::size_t last_;
  std::vector<CitationClause> clauses_;
};

}  // namespace

std::vector<CitationClause> citation_clauses(std::span<const TextWord> words) {
  return ClauseReader(words).read();
}

}  // namespace imr
