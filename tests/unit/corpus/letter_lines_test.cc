// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_lines.h"

#include <doctest/doctest.h>

#include "corpus/ascii.h"

using namespace imr;

namespace {

std::string joined(std::string_view text) { return running_text(letter_lines(text)); }

}  // namespace

TEST_CASE("lines join with one space, and hyphens at their ends stay") {
  const struct {
    std::string_view text;
    std::string_view joined;
  } cases[] = {
      {"neck and\nback", "neck and back"},
      {"left-\nsided", "left-sided"},
      {"11-23-\n2016", "11-23-2016"},
      {"myalgia/\nmyositis", "myalgia/myositis"},
      {"Flurbiprofen 10%-\nCyclobenzaprine", "Flurbiprofen 10%-Cyclobenzaprine"},
      {"177\u2013\n179", "177\u2013179"},
      {"left -\nsided", "left - sided"},
      {"left-\nand right-sided", "left- and right-sided"},
      {"docu\u00AD\nmentation", "documentation"},
      {"docu\u00ADmentation", "documentation"},
      {"L5\u00A0-\u00A0S1,  two\t\tspaces", "L5 - S1, two spaces"},
      {"CR\r\nand LF\r\n", "CR and LF"},
      {"\uFEFFMRI", "MRI"},
      {"o\uFB03ce con\uFB02ict, \uFB01t sti\uFB00, mu\uFB04er, \uFB06ep",
       "office conflict, fit stiff, muffler, step"},
      {"x-\n\frays", "x-rays"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(joined(c.text) == c.joined);
  }
}

TEST_CASE("a paragraph ends at a gap after a full stop, not at a page break") {
  CHECK(joined("One two.\nThree.\n\nFour five.\nSix.") == "One two. Three.\n\nFour five. Six.");
  CHECK(joined("One two.\nThree and\n\nfour five.\nSix.") == "One two. Three and four five. Six.");
  CHECK(joined("One two.\nThree.\n\n\fFour five.\nSix.") == "One two. Three. Four five. Six.");
}

TEST_CASE("in a text with doubled breaks only a line of blanks is a gap") {
  const auto lines = letter_lines("One. \n\ntwo \n\nThree. \n\n \n\nFour \n\nfive. \n\n");
  REQUIRE(lines.size() == 5);
  CHECK_FALSE(lines[1].after_gap);
  CHECK(lines[3].after_gap);
  CHECK_FALSE(lines[3].after_page_break);
  CHECK(running_text(lines) == "One. two Three.\n\nFour five.");
}

TEST_CASE("in a text with doubled breaks three empty lines may be a page break") {
  const auto lines = letter_lines("One \n\ntwo. \n\n\n\nThree \n\nfour. \n\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[2].after_page_break);
  CHECK(running_text(lines) == "One two. Three four.");
}

TEST_CASE("lines keep the numbers they have in the text") {
  const auto lines = letter_lines("\n\nOne\nTwo\n\n\fThree");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].number == 3);
  CHECK(lines[1].number == 4);
  CHECK(lines[2].number == 6);
}

TEST_CASE("page furniture is left out and the first header table stays") {
  const std::string_view text =
      "Case Number: CM00-0000001\nPriority: Standard\nThe first\npage\n1\n"
      "\fCase Number: CM00-0000001\nof the letter\nPage 2 of 3\n"
      "\fFinal Determination Letter for IMR Case Number CM00-0000001 3\nends with\n- 3 -\n";
  CHECK(joined(text) ==
        "Case Number: CM00-0000001 Priority: Standard The first page of the letter ends with");
}

TEST_CASE("page numbers may begin at another number than one") {
  CHECK(joined("One\n2\n\ftwo\n3\n\fthree\n7\n\ffour") == "One two three 7 four");
  CHECK(joined("One\n                    7\n\ftwo") == "One two");
}

TEST_CASE("a cover page does not make the header table a repeated one") {
  CHECK(joined("LOGO\n\fCase Number: CM00-0000001\nPriority: Standard\nText\n"
               "\fCase Number: CM00-0000001\nPriority: Standard\nends.") ==
        "LOGO Case Number: CM00-0000001 Priority: Standard Text ends.");
}

TEST_CASE("a number that is not the page's is text") {
  CHECK(joined("Section(s):\n182\n\fand more text") == "Section(s): 182 and more text");
}

TEST_CASE("a sentence ends in a full stop, whatever closes after it") {
  for (const auto* text : {"necessary.", "necessary.\"", "necessary.)", "really? ", "necessary.\u201D"}) {
    CAPTURE(text);
    CHECK(ends_sentence(text));
  }
  for (const auto* text : {"", "necessary", "included:", "(left)", "\""}) {
    CAPTURE(text);
    CHECK_FALSE(ends_sentence(text));
  }
}

TEST_CASE("a text has the letters that it has without regard to case and marks") {
  CHECK(has_letters("IMR Decision(s): 2", "IMRDECISIONS"));
  CHECK(has_letters("\u2022 2.", ""));
  CHECK_FALSE(has_letters("IMR Decision", "IMRDECISIONS"));
  CHECK_FALSE(has_letters("IMR Decisions", "IMRDECISION"));
  CHECK_FALSE(has_letters("IMR Derision", "IMRDECISION"));
}

TEST_CASE("a beginning is known in whatever case, and only whole") {
  CHECK(begins_with("Case Number: 1", "case n"));
  CHECK(begins_with("CASE N", "case n"));
  CHECK_FALSE(begins_with("Case", "case n"));
  CHECK_FALSE(begins_with(" case n", "case n"));
}

TEST_CASE("ASCII ends at the first byte of another character, wherever that lies among eight") {
  for (std::size_t length = 0; length < 20; ++length) {
    CAPTURE(length);
    const std::string ascii(length, 'a');
    CHECK(ascii_length(ascii) == length);
    CHECK(ascii_length(ascii + "\u00e9 and more than eight bytes") == length);
  }
}
