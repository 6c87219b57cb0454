// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/letters.h"

// Private to analyzers/.
namespace imr {

// The runs of ASCII letters of a text, in small letters, one after the other.
class PlainWords {
 public:
  explicit PlainWords(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next() {
    while (at_ < text_.size() && !is_ascii_letter(text_[at_])) ++at_;
    word_.clear();
    for (; at_ < text_.size() && is_ascii_letter(text_[at_]); ++at_) word_ += ascii_lower(text_[at_]);
    return !word_.empty();
  }
  const std::string& word() const { return word_; }
  // Whether the word is an author's name, as in "(He, 2004)".
  bool is_cited() const { return text_.substr(at_).starts_with(", ") && digit_at(text_, at_ + 2); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
};

inline bool is_one_of(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace imr
