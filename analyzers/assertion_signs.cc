// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_signs.h"

#include <algorithm>
#include <iterator>

#include "analyzers/letters.h"

namespace imr {
namespace {

void add_signs(std::string_view text, std::string_view sign, std::string_view spoken,
               std::vector<AssertionWord>& signs) {
  for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) {
    signs.push_back({spoken, at, at + sign.size()});
  }
}

// A question mark is spoken where a word begins with it; elsewhere it ends a sentence.
void add_queries(std::string_view text, std::vector<AssertionWord>& signs) {
  for (auto at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const bool begins = is_ascii_blank(before) || before == '\n' || before == '(';
    if (begins && letter_at(text, at + 1)) signs.push_back({"query", at, at + 1});
  }
}

}  // namespace

std::vector<AssertionWord> spoken_signs(std::string_view text) {
  std::vector<AssertionWord> signs;
  add_signs(text, "(-)", "negative", signs);
  add_signs(text, "(+)", "positive", signs);
  add_queries(text, signs);
  std::ranges::sort(signs, {}, &AssertionWord::begin);
  return signs;
}

std::vector<AssertionWord> with_signs(std::span<const AssertionWord> words,
                                      std::span<const AssertionWord> signs) {
  std::vector<AssertionWord> both;
  both.reserve(words.size() + signs.size());
  std::ranges::merge(words, signs, std::back_inserter(both), {}, &AssertionWord::begin,
                     &AssertionWord::begin);
  return both;
}

}  // namespace imr
