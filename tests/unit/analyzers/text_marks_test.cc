// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/text_marks.h"

#include <doctest/doctest.h>

#include "analyzers/analyzer.h"

using namespace imr;

namespace {

std::vector<std::uint32_t> positions(std::string_view text, std::string_view name) {
  std::vector<std::uint32_t> found;
  for (const TextMark& mark : text_marks(text, tokens_of(prose_analyzer(), text))) {
    if (mark.name == name) found.push_back(mark.position);
  }
  return found;
}

using Positions = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("sentences and paragraphs are marked at their first word") {
  const std::string_view text = "One two. Three four five.\nSix. Seven";
  CHECK(positions(text, kSentenceMark) == Positions{1, 3, 6, 7});
  CHECK(positions(text, kParagraphMark) == Positions{1, 6});
  CHECK(positions("... --- ...", kSentenceMark).empty());
}

TEST_CASE("what is said of words is marked at each of them") {
  CHECK(positions("He denies numbness and tingling. He has pain.", "negated") == Positions{3, 4, 5});
  CHECK(positions("There is no documentation of weakness.", "undocumented") == Positions{6});
  CHECK(positions("He has pain.", "negated").empty());
}

TEST_CASE("parts of a compound are marked each at its place") {
  CHECK(positions("He denies numbness/tingling.", "negated") == Positions{3, 4});
}
