// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/verdict_phrase.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/folded_letters.h"
#include "corpus/letter_headings.h"
#include "corpus/regex.h"

namespace imr {
namespace {

struct Known {
  std::string letters;  // folded
  std::size_t slips;
};

const std::array<Known, 2>& known_phrases() {
  static const std::array<Known, 2> known = {
      {{fold_letters("medically necessary").letters, 2},
       {fold_letters("medically appropriate and necessary").letters, 3}}};
  return known;
}

struct Match {
  std::size_t slips = 0;
  std::size_t begin = 0;  // letters
  std::size_t length = 0;
};

bool may_begin(char c) { return c == 'M' || c == 'N' || c == 'E'; }

// The known words, if they begin at letter `i`, with as few slips as may be.
std::optional<Match> match_at(const FoldedLetters& text, std::size_t i, const Known& known) {
  if (!may_begin(text.letters[i])) return std::nullopt;
  for (std::size_t slips = 0; slips <= known.slips; ++slips) {
    for (auto length = known.letters.size() - slips; length <= known.letters.size() + slips; ++length) {
      if (i + length > text.letters.size()) break;
      const auto piece = std::string_view(text.letters).substr(i, length);
      if (piece.back() == 'Y' && within_slips(piece, known.letters, slips)) return Match{slips, i, length};
    }
  }
  return std::nullopt;
}

// The last in the text. One that begins few letters before another is the same, read with other slips.
std::optional<Match> last_match(const FoldedLetters& text, const Known& known) {
  std::optional<Match> best;
  for (auto i = text.letters.size(); i-- > 0;) {
    if (best && i + known.slips < best->begin) break;
    const auto match = match_at(text, i, known);
    if (match && (!best || match->slips <= best->slips)) best = match;
  }
  return best;
}

// "and appropriate" after the words.
void take_appropriate(std::string_view text, VerdictPhrase& phrase) {
  static const Regex pattern(
      R"((?i)^(\s*(?:and\s*/\s*or|and|or|&|/|,|[a-z]{3}\s)?\s*(not\s+)?(?:medically\s*)?([a-z0-9]{9,13})))");
  static const auto known = fold_letters("appropriate").letters;
  std::string_view whole;
  std::string_view no;
  std::string_view word;
  if (!partial_match(text.substr(phrase.end), pattern, &whole, &no, &word)) return;
  if (!within_slips(fold_letters(word).letters, known, 2)) return;
  phrase.negated |= !no.empty();
  phrase.end += whole.size();
}

}  // namespace

std::optional<VerdictPhrase> last_verdict_phrase(std::string_view text) {
  static const Regex un(R"((?i)un\s?n?ec)");
  const auto letters = fold_letters(text);
  std::optional<VerdictPhrase> last;
  for (const auto& known : known_phrases()) {
    const auto match = last_match(letters, known);
    if (!match) continue;
    VerdictPhrase phrase{letters.begin[match->begin], letters.end[match->begin + match->length - 1]};
    phrase.negated = partial_match(text.substr(phrase.begin, phrase.end - phrase.begin), un);
    take_appropriate(text, phrase);
    if (!last || phrase.end > last->end) last = phrase;
  }
  return last;
}

std::optional<VerdictPhrase> closing_verdict_phrase(std::string_view text) {
  static const Regex idle(
      R"((?is)[\s.:;,]*(?:currently|\([^)]{0,40}\)|(?:at|for|in|per|under|by|on)\s[^.;:]{1,40}|as (?:requested|written|prescribed|submitted|ordered|stated|described|above|below))?[\s.:;,]*)");
  static const Regex clause(
      R"((?i)\b(?:is|are|was|were|has|have|when|if|unless|because|since|should|would)\b)");
  const auto phrase = last_verdict_phrase(text);
  if (!phrase) return std::nullopt;
  const auto after = text.substr(phrase->end);
  if (!full_match(after, idle) || partial_match(after, clause)) return std::nullopt;
  return phrase;
}

}  // namespace imr
