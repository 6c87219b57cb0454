// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/page_writer.h"

#include <cctype>
#include <cstddef>

namespace imr {
namespace {

constexpr unsigned kLinesOfPage = 52;

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Where the line of `text` ends: as far as it fits, at a blank or after a hyphen between letters.
std::size_t break_of(std::string_view text, std::size_t width, bool hyphens) {
  if (text.size() <= width) return text.size();
  for (std::size_t at = width; at > 0; --at) {
    if (text[at] == ' ') return at;
    if (hyphens && at > 1 && text[at - 1] == '-' && letter(text[at - 2]) && letter(text[at])) return at;
  }
  const auto blank = text.find(' ');
  return blank == std::string_view::npos ? text.size() : blank;
}

}  // namespace

void PageWriter::begin_line() {
  if (lines_ >= kLinesOfPage) {
    out_ += '\f';
    lines_ = 0;
  } else if (blank_pending_ && lines_ > 0) {
    out_ += '\n';
    ++lines_;
  }
  blank_pending_ = false;
  ++lines_;
}

void PageWriter::line(std::string_view text) {
  begin_line();
  out_.append(text).append("\n");
}

void PageWriter::paragraph(std::string_view text, std::size_t width, bool hyphens) {
  while (!text.empty()) {
    const auto end = break_of(text, width, hyphens);
    line(text.substr(0, end));
    text.remove_prefix(end);
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  blank();
}

}  // namespace imr
