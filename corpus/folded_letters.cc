// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/folded_letters.h"

#include <algorithm>

#include "corpus/letter_headings.h"

namespace imr {
namespace {

char folded(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == '1' || c == 'L') return 'I';
  if (c == '0') return 'O';
  return c >= 'A' && c <= 'Z' ? c : '\0';
}

}  // namespace

FoldedLetters fold_letters(std::string_view text) {
  FoldedLetters result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = folded(text[i]);
    if (c == '\0') continue;
    const auto begin = i;
    const auto pair = text.substr(i, 2);
    if (pair == "rn" || pair == "RN") {
      c = 'M';
      ++i;
    }
    if (!result.letters.empty() && result.letters.back() == c) {
      result.end.back() = i + 1;
      continue;
    }
    result.letters += c;
    result.begin.push_back(begin);
    result.end.push_back(i + 1);
  }
  return result;
}

std::size_t length_of_words(std::string_view text, std::string_view known, std::size_t slips) {
  const auto words = fold_letters(known).letters;
  const auto letters = fold_letters(text.substr(0, known.size() * 2));
  for (std::size_t count = 0; count <= slips; ++count) {
    const auto least = words.size() - std::min(words.size(), count);
    for (auto length = least; length <= std::min(words.size() + count, letters.letters.size()); ++length) {
      const auto piece = std::string_view(letters.letters).substr(0, length);
      if (length > 0 && piece.back() == words.back() && within_slips(piece, words, count)) {
        return letters.end[length - 1];
      }
    }
  }
  return 0;
}

}  // namespace imr
