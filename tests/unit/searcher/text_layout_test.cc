// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_layout.h"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace imr {
namespace {

std::vector<std::string> lines_of(std::string_view text, int width) {
  std::vector<std::string> lines;
  for (const auto& line : wrap({std::string(text)}, width)) lines.push_back(line.text);
  return lines;
}

std::string marked(const MarkedText& text) { return with_guillemets(text).text; }

TEST_CASE("width is counted in columns of a terminal") {
  const struct {
    std::string_view text;
    int width;
  } cases[] = {
      {"", 0},
      {"MRI", 3},
      {"90° × 2", 7},
      {"e\u0301", 1},             // a combining accent
      {"\u6838\u78C1", 4},        // two ideographs
      {"\U0001F9B4", 2},          // an emoji
      {"a\u200Db", 2},            // zero width joiner
      {"\u1112\u1161\u11AB", 2},  // a syllable of three letters
      {"\xFF", 1},                // shown as U+FFFD
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(display_width(c.text) == c.width);
  }
}

TEST_CASE("lines are broken at spaces and never wider than asked for") {
  const struct {
    std::string_view text;
    int width;
    std::vector<std::string> lines;
  } cases[] = {
      {"MRI of the right shoulder", 10, {"MRI of the", "right", "shoulder"}},
      {"MRI of the right shoulder", 11, {"MRI of the", "right", "shoulder"}},
      {"MRI of the right shoulder", 0, {"MRI of the right shoulder"}},
      {"L4-L5 and L5-S1", 9, {"L4-L5 and", "L5-S1"}},
      {"electromyography", 6, {"electr", "omyogr", "aphy"}},
      {"an electromyography of", 6, {"an", "electr", "omyogr", "aphy", "of"}},
      {"\u6838\u78C1\u5171", 5, {"\u6838\u78C1", "\u5171"}},
      {"e\u0301e\u0301e\u0301", 2, {"e\u0301e\u0301", "e\u0301"}},
      {"\u6838", 1, {"\u6838"}},  // one character has to go somewhere
      {"", 10, {""}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(lines_of(c.text, c.width) == c.lines);
  }
}

TEST_CASE("whatever the width, wrapping keeps the words and their marks") {
  const MarkedText text{"no evidence of nerve root compromise at L5-S1 warranting an MRI",
                        {{3, 11}, {15, 36}, {60, 63}}};
  for (int width = 1; width < 70; ++width) {
    CAPTURE(width);
    std::string letters;
    std::string marked_letters;
    for (const auto& line : wrap(text, width)) {
      CHECK(display_width(line.text) <= width);
      letters += line.text;
      for (const auto& [begin, end] : line.marks) marked_letters += line.text.substr(begin, end - begin);
    }
    std::erase(letters, ' ');
    std::erase(marked_letters, ' ');
    CHECK(letters == "noevidenceofnerverootcompromiseatL5-S1warrantinganMRI");
    CHECK(marked_letters == "evidencenerverootcompromiseMRI");
  }
}

TEST_CASE("what a terminal would obey is replaced") {
  const struct {
    std::string_view text;
    std::string_view clean;
  } cases[] = {
      {"\x1b[31mred", "\uFFFD[31mred"},
      {"\u009B31m", "\uFFFD31m"},  // C1: the same in one character
      {"a\x07\x08\x7F!", "a\uFFFD\uFFFD\uFFFD!"},
      {"\u202Eabc", "\uFFFDabc"},  // right-to-left override
      {" two\t\r\n words \f", "two words"},
      {"\xC3(", "\uFFFD("},  // broken UTF-8
      {std::string_view("a\0b", 3), "a\uFFFDb"},
      {"75° – “fine”", "75° – “fine”"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.clean);
    CHECK(printable(c.text).text == c.clean);
  }
}

TEST_CASE("marks stay on their words when a text is made printable") {
  CHECK(marked(printable("an  \x1b MRI", {{6, 9}})) == "an \uFFFD «MRI»");
  CHECK(marked(printable("\xFF\xFFMRI of", {{2, 5}})) == "\uFFFD\uFFFD«MRI» of");
  CHECK(marked(printable("75° bend", {{3, 4}})) == "75«°» bend");  // half a character becomes a whole one
  CHECK(marked(printable("MRI", {{1, 99}})) == "M«RI»");
  CHECK(marked(printable("MRI", {{50, 99}})) == "MRI");
  CHECK(marked(printable("MRI \n", {{3, 5}})) == "MRI");
}

TEST_CASE("marks that touch, overlap or have only a blank between them are one") {
  CHECK(marked(printable("nerve root pain", {{0, 5}, {6, 10}})) == "«nerve root» pain");
  CHECK(marked(printable("nerve\n root pain", {{0, 5}, {7, 11}})) == "«nerve root» pain");
  CHECK(marked(printable("nerve root pain", {{0, 7}, {3, 10}})) == "«nerve root» pain");
  CHECK(marked(printable("nerve, root", {{0, 5}, {7, 11}})) == "«nerve», «root»");
}

TEST_CASE("valid UTF-8 is left alone, down to its control characters") {
  const MarkedText text{"a\tb\x1b\u0085 75°", {{0, 1}, {2, 3}}};
  CHECK(valid_utf8(text.text, text.marks) == text);
  CHECK(valid_utf8("a\xC3z", {{2, 3}}) == MarkedText{"a\uFFFDz", {{4, 5}}});
}

TEST_CASE("control characters can be taken out and line ends kept") {
  CHECK(without_controls("a\r\n\tb \x1b[0m\u009B") == "a\r\n\tb \uFFFD[0m\uFFFD");
}

TEST_CASE("escape sequences open and close on the same line") {
  std::ostringstream out;
  TextWriter writer(out, 14, true);
  writer.marked(2, "Summary:", "positive Spurling test today", {{0, 22}});
  CHECK(out.str() ==
        "  Summary:\n"
        "  \x1b[1;4mpositive\x1b[0m\n"
        "  \x1b[1;4mSpurling\x1b[0m\n"
        "  \x1b[1;4mtest\x1b[0m today\n");
}

TEST_CASE("without colour marks are guillemets, which count as columns") {
  std::ostringstream out;
  TextWriter writer(out, 12, false);
  writer.marked(2, "", "an MRI of it", {{3, 6}});
  CHECK(out.str() == "  an «MRI»\n  of it\n");
}

TEST_CASE("later lines of a hanging line stand further in") {
  std::ostringstream out;
  TextWriter writer(out, 16, false);
  writer.line(1, "1. MRI of the shoulder", Style::bold, 3);
  CHECK(out.str() == " 1. MRI of\n    the shoulder\n");
}

TEST_CASE("paragraphs are lines, or what stands between blank lines") {
  const struct {
    std::string_view text;
    std::string_view written;
  } cases[] = {
      {"one\ntwo", " one\n\n two\n"},
      {"one\nmore\n\ntwo", " one more\n\n two\n"},
      {"\n\n\none\n\n\n\ntwo\n", " one\n\n two\n"},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    std::ostringstream out;
    TextWriter(out, 0, false).paragraphs(1, c.text);
    CHECK(out.str() == c.written);
  }
}

TEST_CASE("a row of a table keeps its spaces but has no control characters") {
  std::ostringstream out;
  TextWriter(out, 5, false).table_row("a   b\x1b\n  c");
  CHECK(out.str() == "a   b\uFFFD   c\n");
}

}  // namespace
}  // namespace imr
