// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/sentence_fingerprint.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include <xxhash.h>

#include "analyzers/folding.h"
#include "analyzers/letters.h"

namespace imr {
namespace {

constexpr std::size_t kFewestWords = 8;

// Appends the letters of a folded text and returns in how many words they stand. An apostrophe parts none.
std::size_t append_letters(std::string& letters, std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool ascii = is_ascii(text[at]);
    const std::size_t size = ascii ? is_ascii_letter(text[at]) : wide_word_char(text, at, false);
    if (size != 0) {
      if (!inside) ++words;
      inside = true;
      if (ascii) {
        letters += ascii_lower(text[at]);
      } else {
        letters += text.substr(at, size);
      }
    } else if (text[at] != '\'') {
      inside = false;
    }
    at += std::max<std::size_t>(1, size);
  }
  return words;
}

}  // namespace

std::optional<std::uint64_t> sentence_fingerprint(std::string_view sentence) {
  std::string letters;
  letters.reserve(sentence.size());
  const bool plain = std::ranges::all_of(sentence, is_ascii);
  const std::size_t words = append_letters(letters, plain ? sentence : std::string_view(fold(sentence)));
  if (words < kFewestWords) return std::nullopt;
  return XXH3_64bits(letters.data(), letters.size());
}

}  // namespace imr
