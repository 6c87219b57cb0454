// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// A text as a tokenizer reads it, and the way back to the text as it was given. Private to analyzers/.
//
// Dashes, apostrophes and blanks of all widths become their ASCII forms, invisible characters and
// bytes that are not UTF-8 go, and a hyphen or slash at the end of a line joins the next line:
// "non-\ncertified" is read as "non-certified". Letters stay as they are. A text that needs nothing
// of this is not copied. The text must outlive the object.
class ScanText {
 public:
  explicit ScanText(std::string_view text);
  ScanText(const ScanText&) = delete;
  ScanText& operator=(const ScanText&) = delete;

  [[nodiscard]] std::string_view view() const { return view_; }

  // Byte offsets in the given text of what stands at [begin, end) in view().
  [[nodiscard]] std::size_t original_begin(std::size_t begin) const;
  [[nodiscard]] std::size_t original_end(std::size_t end) const;

 private:
  // From `scan_begin` on, the text is the original from `original_begin` on, byte for byte, or, if
  // `original_size` is not 0, one byte that stands for so many.
  struct Segment {
    std::size_t scan_begin;
    std::size_t original_begin;
    std::size_t original_size;
  };

  void rewrite(std::string_view text);
  std::size_t rewrite_wide(std::string_view text, std::size_t at);
  void copy(std::string_view text, std::size_t begin, std::size_t end);
  void replace(char mark, std::size_t begin, std::size_t end);
  [[nodiscard]] const Segment& segment_of(std::size_t at) const;

  std::string rewritten_;
  mutable std::size_t last_segment_ = 0;  // where the last question ended: the next is near
  std::vector<Segment> segments_;         // none: the text is read as it is
  std::string_view view_;
};

}  // namespace imr
