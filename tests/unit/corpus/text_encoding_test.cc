// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_encoding.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace imr {
namespace {

using namespace std::string_literals;

// "no pain" in UTF-16 or UTF-32, with a byte order mark.
std::string wide(std::string_view ascii, std::size_t width, bool big_endian) {
  std::string bytes;
  const auto add = [&](char32_t c) {
    for (std::size_t i = 0; i < width; ++i) {
      const auto shift = 8 * (big_endian ? width - 1 - i : i);
      bytes += static_cast<char>(c >> shift);
    }
  };
  add(0xfeff);
  for (const char c : ascii) add(static_cast<unsigned char>(c));
  return bytes;
}

TEST_CASE("valid UTF-8 stays as it is, without its byte order mark") {
  const struct {
    std::string bytes, text;
  } cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"flexion 90° – \"worker’s\"", "flexion 90° – \"worker’s\""},
      {"\xef\xbb\xbfMRI", "MRI"},
      {"a\0b"s, "a\0b"s},
      {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.bytes);
    const auto decoded = decode_text(c.bytes);
    CHECK(decoded.text == c.text);
    CHECK(decoded.converted_from == "");
  }
}

TEST_CASE("a byte order mark decides where the bytes are not UTF-8") {
  const struct {
    std::size_t width;
    bool big_endian;
    std::string_view encoding;
  } cases[] = {{2, false, "UTF-16LE"}, {2, true, "UTF-16BE"}, {4, false, "UTF-32LE"}, {4, true, "UTF-32BE"}};
  for (const auto& c : cases) {
    CAPTURE(c.encoding);
    const auto decoded = decode_text(wide("Upheld \xb0", c.width, c.big_endian));
    CHECK(decoded.text == "Upheld °");
    CHECK(decoded.converted_from == c.encoding);
  }
}

TEST_CASE("half a code unit at the end of UTF-16 is replaced") {
  const auto decoded = decode_text(wide("MRI", 2, false) + "x");
  CHECK(decoded.text == "MRI\uFFFD");
}

TEST_CASE("single bytes are read as windows-1252, wherever the first of them stands") {
  const std::string letter =
      "The injured worker\x92s range of motion was 90\xb0 \x96 the request is for Norco\xae 10-325mg and the "
      "records do not document functional improvement. ";
  const auto expected =
      "The injured worker’s range of motion was 90° – the request is for Norco® 10-325mg and the records do "
      "not "
      "document functional improvement. ";
  for (const std::size_t before : {0u, 3u, 5000u, 200'000u}) {
    CAPTURE(before);
    std::string start;
    while (start.size() < before) start += "the patient has pain in the low back ";
    const auto decoded = decode_text(start + letter);
    CHECK(decoded.text == start + expected);
    CHECK(decoded.converted_from == "windows-1252");
  }
}

TEST_CASE("whatever the bytes, what comes out is UTF-8 and reading it again changes nothing") {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (const auto& bytes :
       {all, "\xff"s, "\x80"s, "\xc3"s, "ok \xe2\x82"s, "\xed\xa0\x80"s, std::string(9999, '\xfe')}) {
    const auto decoded = decode_text(bytes);
    CHECK_FALSE(decoded.converted_from.empty());
    const auto again = decode_text(decoded.text);
    CHECK(again.text == decoded.text);
    CHECK(again.converted_from == "");
  }
}

}  // namespace
}  // namespace imr
