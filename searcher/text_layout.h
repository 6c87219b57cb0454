// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/printable_text.h"

namespace imr {

// Text for people to read: wrapped by the columns it takes, styled by escape sequences that never cross the
// end of a line.

// Columns of a terminal that the text takes: two for East Asian wide characters and emoji, none for
// combining marks and format characters (Unicode Standard Annex 11). No control characters expected.
int display_width(std::string_view text);

// Lines of at most `width` columns, broken at spaces; a word wider than that is broken between
// characters. A width of 0 or less: all on one line. Marks are cut where their lines end.
std::vector<MarkedText> wrap(const MarkedText& text, int width);

enum class Style { plain, bold, good, bad, mark };

// The text between the escape sequences of the style; without colour as it is.
std::string styled(std::string_view text, Style style, bool color);

// The marks as characters, for where there is no colour: "an «MRI» of".
MarkedText with_guillemets(const MarkedText& text);

// Writes lines to a terminal or a file. Whatever it is handed is made printable first, so that nothing
// from a letter is obeyed by the terminal. Lends the stream.
class TextWriter {
 public:
  // `width` 0 or less: no wrapping.
  TextWriter(std::ostream& out, int width, bool color) : out_(out), width_(width), color_(color) {}

  // A line, wrapped; the lines after the first start `hang` columns further in.
  void line(int indent, std::string_view text, Style style = Style::plain, int hang = 0);

  // A paragraph with marks, after an optional label.
  void marked(int indent, std::string_view label, std::string_view text, const ByteRanges& marks);

  // A text of several paragraphs, written with a blank line between them. In the text they are apart by
  // blank lines if it has any, else every line is one.
  void paragraphs(int indent, std::string_view text);

  // A line already laid out: its spaces are kept and it is not wrapped.
  void table_row(std::string_view text, Style style = Style::plain);

  void blank();

  int width() const { return width_; }

 private:
  void write(int indent, int hang, const MarkedText& text, Style style);

  std::ostream& out_;
  int width_;
  bool color_;
};

}  // namespace imr
