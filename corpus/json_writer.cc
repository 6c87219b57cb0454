// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/json_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace imr {

namespace {

constexpr std::string_view kReplacement = "\ufffd";

// By the value of a byte: whether it stands for itself.
constexpr auto kPlain = [] {
  std::array<bool, 256> plain = {};
  for (unsigned c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

bool is_tail(unsigned char c) { return (c & 0xc0) == 0x80; }

// How many bytes the UTF-8 sequence at the beginning has; 0 if there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const unsigned char first = at(0);
  const unsigned char second = at(1);
  if (first >= 0xc2 && first <= 0xdf) return is_tail(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const bool overlong = first == 0xe0 && second < 0xa0;
    const bool surrogate = first == 0xed && second >= 0xa0;
    return is_tail(second) && is_tail(at(2)) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const bool overlong = first == 0xf0 && second < 0x90;
    const bool too_high = first == 0xf4 && second >= 0x90;
    return is_tail(second) && is_tail(at(2)) && is_tail(at(3)) && !overlong && !too_high ? 4 : 0;
  }
  return 0;
}

void escape(std::string& out, unsigned char c) {
  constexpr std::string_view kShort = "\"\\\b\f\n\r\t", kNames = "\"\\bfnrt", kDigits = "0123456789abcdef";
  out += '\\';
  if (const auto known = kShort.find(static_cast<char>(c)); known != kShort.npos) {
    out += kNames[known];
  } else {
    out.append("u00").append(1, kDigits[c >> 4]).append(1, kDigits[c & 15]);
  }
}

}  // namespace

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  while (!text.empty()) {
    const auto plain = std::find_if_not(text.begin(), text.end(), is_plain);
    text_.append(text.begin(), plain);
    text.remove_prefix(static_cast<std::size_t>(plain - text.begin()));
    if (text.empty()) break;
    const auto c = static_cast<unsigned char>(text[0]);
    const std::size_t length = c < 0x80 ? 1 : sequence_length(text);
    if (c < 0x80) {
      escape(text_, c);
    } else {
      text_.append(length > 0 ? text.substr(0, length) : kReplacement);
    }
    text.remove_prefix(length > 0 ? length : 1);
  }
  text_ += '"';
}

void JsonWriter::separate() {
  if (comma_) text_ += ',';
  comma_ = true;
}

void JsonWriter::begin(char bracket) {
  separate();
  text_ += bracket;
  comma_ = false;
}

void JsonWriter::end(char bracket) {
  text_ += bracket;
  comma_ = true;
}

void JsonWriter::word(std::string_view text) {
  separate();
  text_ += text;
}

void JsonWriter::value(std::string_view text) {
  separate();
  quote(text);
}

void JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
  comma_ = false;
}

std::string JsonWriter::take() {
  comma_ = false;
  return std::exchange(text_, {});
}

}  // namespace imr
