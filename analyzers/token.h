// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace imr {

// How a token is indexed and matched.
enum class TermKind : std::uint8_t {
  surface,  // the token as written, case and Unicode folded; carries positions; what "…" and =word match
  stem,     // its stem, at the same position; what a bare word matches and what ranking counts
  meaning,  // a concept or spinal segment that the words from here on name, at the position of the first
};

// What a token is; stemming, spelling help and wildcards go by class.
enum class TokenClass : std::uint8_t {
  word,
  number,
  dose,
  quantity,
  code,
  level,
  date,
  score,
  drug,
  abbreviation
};

// One occurrence of a term in a text.
//
// `begin` and `end` are byte offsets into the analyzed text and never change once the
// tokenizer has set them. `position` counts words from 1; a compound such as "EMG/NCV"
// stands whole at the position of its first part, so several tokens can share a position. The term of a
// meaning is its name, such as "magnetic resonance imaging" or "l4-l5", and its bytes are those of all words
// that name it.
struct Token {
  std::string term;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t position = 0;
  TermKind kind = TermKind::surface;
  TokenClass token_class = TokenClass::word;
  bool stop_word = false;  // indexed like any other, but not required of a match
  bool compound = false;   // the whole of a compound whose parts follow as tokens of their own

  friend bool operator==(const Token&, const Token&) = default;
};

// Exchanges two tokens; quicker than std::swap, whose moves copy short terms byte by byte.
inline void swap(Token& a, Token& b) noexcept {
  a.term.swap(b.term);
  std::swap(a.begin, b.begin);
  std::swap(a.end, b.end);
  std::swap(a.position, b.position);
  std::swap(a.kind, b.kind);
  std::swap(a.token_class, b.token_class);
  std::swap(a.stop_word, b.stop_word);
  std::swap(a.compound, b.compound);
}

// Whether a token is a word of the text as it stands there: no stem, no meaning, no compound beside its
// parts.
inline bool is_word(const Token& token) { return token.kind == TermKind::surface && !token.compound; }

}  // namespace imr
