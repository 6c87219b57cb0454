// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace imr {

// Writes lines as an extractor that keeps the physical layout prints them: wrapped, with a form feed
// before the first line of a page and none of the blank lines that fall on a page break.
class PageWriter {
 public:
  // Appends to `out`, which must outlive the writer.
  explicit PageWriter(std::string& out) : out_(out) {}

  void line(std::string_view text);
  void blank() { blank_pending_ = true; }

  // A paragraph of lines of up to `width` bytes, broken at blanks and, unless it is a title, after hyphens;
  // a blank line follows.
  void paragraph(std::string_view text, std::size_t width = 97, bool hyphens = true);

  // The end of the last page.
  void finish() { out_ += '\f'; }

 private:
  void begin_line();

  std::string& out_;
  unsigned lines_ = 0;  // on this page
  bool blank_pending_ = false;
};

}  // namespace imr
