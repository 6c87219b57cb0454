// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_layout.h"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <utility>

#include <unicode/uchar.h>

#include "searcher/code_points.h"

namespace imr {
namespace {

constexpr int kLeastWidth = 8;  // of the text itself, however narrow the window

int width_of(UChar32 c) {
  constexpr UChar32 kSoftHyphen = 0xAD;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
      return 0;
    case U_FORMAT_CHAR:
      return c == kSoftHyphen ? 1 : 0;
    default:
      break;
  }
  const auto syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The bytes of the longest start of `text` that fits, at least one character.
std::size_t fitting(std::string_view text, int width) {
  std::size_t at = 0;
  int used = width_of(next_code_point(text, at));
  for (std::size_t next = at; next < text.size(); at = next) {
    used += width_of(next_code_point(text, next));
    if (used > width) break;
  }
  return at;
}

MarkedText piece_of(const MarkedText& text, std::size_t begin, std::size_t end) {
  MarkedText piece{text.text.substr(begin, end - begin)};
  for (const auto& mark : text.marks) {
    const auto first = std::max(mark.first, begin);
    const auto last = std::min(mark.second, end);
    if (first < last) piece.marks.emplace_back(first - begin, last - begin);
  }
  return piece;
}

// Where the lines of a text begin and end.
class LineBreaker {
 public:
  LineBreaker(std::string_view text, int width) : text_(text), width_(width) {}

  ByteRanges lines() {
    for (std::size_t at = text_.find_first_not_of(' '); at != std::string_view::npos;) {
      const auto end = std::min(text_.find(' ', at), text_.size());
      add_word(at, end);
      at = text_.find_first_not_of(' ', end);
    }
    if (used_ > 0 || lines_.empty()) lines_.push_back(line_);
    return lines_;
  }

 private:
  void add_word(std::size_t begin, std::size_t end) {
    const int word = display_width(text_.substr(begin, end - begin));
    const int gap = used_ > 0 ? static_cast<int>(begin - line_.second) : 0;
    if (used_ > 0 && used_ + gap + word > width_) {
      lines_.push_back(line_);
      used_ = 0;
    }
    if (used_ == 0) {
      start_line(begin, end, word);
    } else {
      line_.second = end;
      used_ += gap + word;
    }
  }

  void start_line(std::size_t begin, std::size_t end, int word) {
    while (word > width_) {
      const auto cut = begin + fitting(text_.substr(begin, end - begin), width_);
      if (cut == end) break;
      lines_.emplace_back(begin, cut);
      begin = cut;
      word = display_width(text_.substr(begin, end - begin));
    }
    line_ = {begin, end};
    used_ = std::max(word, 1);
  }

  std::string_view text_;
  int width_;
  ByteRanges lines_;
  std::pair<std::size_t, std::size_t> line_{0, 0};
  int used_ = 0;
};

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::bold:
      return "\x1b[1m";
    case Style::good:
      return "\x1b[32m";
    case Style::bad:
      return "\x1b[31m";
    case Style::mark:
      return "\x1b[1;4m";
    case Style::plain:
      break;
  }
  return "";
}

std::string painted(const MarkedText& line, Style style, bool color) {
  std::string result;
  std::size_t at = 0;
  const std::string_view text = line.text;
  for (const auto& [begin, end] : line.marks) {
    result += styled(text.substr(at, begin - at), style, color);
    result += styled(text.substr(begin, end - begin), Style::mark, color);
    at = end;
  }
  return result + styled(text.substr(at), style, color);
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::vector<MarkedText> wrap(const MarkedText& text, int width) {
  if (width <= 0) return {text};
  std::vector<MarkedText> result;
  for (const auto& [begin, end] : LineBreaker(text.text, width).lines()) {
    result.push_back(piece_of(text, begin, end));
  }
  return result;
}

std::string styled(std::string_view text, Style style, bool color) {
  if (!color || text.empty() || style == Style::plain) return std::string(text);
  return std::string(escape_of(style)) + std::string(text) + "\x1b[0m";
}

MarkedText with_guillemets(const MarkedText& text) {
  MarkedText result;
  std::size_t at = 0;
  for (const auto& [begin, end] : text.marks) {
    result.text.append(text.text, at, begin - at).append("«");
    result.text.append(text.text, begin, end - begin).append("»");
    at = end;
  }
  result.text.append(text.text, at);
  return result;
}

void TextWriter::line(int indent, std::string_view text, Style style, int hang) {
  write(indent, hang, printable(text), style);
}

void TextWriter::marked(int indent, std::string_view label, std::string_view text, const ByteRanges& marks) {
  const auto prefix = label.empty() ? std::string() : std::string(label) + " ";
  ByteRanges shifted;
  for (const auto& [begin, end] : marks) shifted.emplace_back(begin + prefix.size(), end + prefix.size());
  const auto clean = printable(prefix + std::string(text), shifted);
  write(indent, 0, color_ ? clean : with_guillemets(clean), Style::plain);
}

void TextWriter::paragraphs(int indent, std::string_view text) {
  const std::string_view separator = text.find("\n\n") != std::string_view::npos ? "\n\n" : "\n";
  bool first = true;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    const auto paragraph = printable(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
    if (paragraph.text.empty()) continue;
    if (!first) blank();
    first = false;
    write(indent, 0, paragraph, Style::plain);
  }
}

void TextWriter::table_row(std::string_view text, Style style) {
  auto clean = without_controls(text);
  std::ranges::replace_if(
      clean, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  out_ << styled(clean, style, color_) << '\n';
}

void TextWriter::blank() { out_ << '\n'; }

void TextWriter::write(int indent, int hang, const MarkedText& text, Style style) {
  // Later lines are the narrower ones; all are wrapped to their width.
  const int width = width_ > 0 ? std::max(width_ - indent - hang, kLeastWidth) : 0;
  int margin = indent;
  for (const auto& part : wrap(text, width)) {
    out_ << std::string(static_cast<std::size_t>(margin), ' ') << painted(part, style, color_) << '\n';
    margin = indent + hang;
  }
}

}  // namespace imr
