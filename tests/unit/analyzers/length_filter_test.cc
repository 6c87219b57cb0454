// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/length_filter.h"

#include <doctest/doctest.h>

#include "tests/unit/analyzers/terms.h"

using namespace imr;

namespace {

std::string capped(const std::string& word) {
  return token_of(folded_words().then(length_filter()), word).term;
}

}  // namespace

TEST_CASE("a term of 64 bytes stays, a longer one is cut and hashed") {
  const std::string longest(64, 'a');
  CHECK(capped(longest) == longest);
  const auto cut = capped(longest + "a");
  CHECK(cut.size() == 64);
  CHECK(cut.substr(0, 48) == std::string(47, 'a') + "~");
}

TEST_CASE("long terms that differ at the end stay different, equal ones equal") {
  const std::string start(100, 'a');
  CHECK(capped(start + "b") != capped(start + "c"));
  CHECK(capped(start + "b") == capped(start + "B"));
}

TEST_CASE("a long term is cut between two code points") {
  std::string word = "a";
  for (int i = 0; i < 50; ++i) word += "\u0436";
  const auto cut = capped(word);
  CHECK(cut.find('~') == 47);
  word = "aa" + word.substr(1);
  CHECK(capped(word).find('~') == 46);
}
