// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/scan_text.h"

#include <unicode/utf8.h>

#include "analyzers/letters.h"
#include "analyzers/marks.h"

namespace imr {
namespace {

constexpr UChar32 kSoftHyphen = 0x00AD;
constexpr UChar32 kEmDash = 0x2014;
constexpr UChar32 kHorizontalBar = 0x2015;

// Where the next line goes on with a word, if a line ends at `at`; else 0.
std::size_t continuation(std::string_view text, std::size_t at) {
  std::size_t next = at;
  while (is_ascii_blank(char_at(text, next))) ++next;
  if (char_at(text, next) != '\n') return 0;
  next = skip_blanks(text, next);
  return word_start(text, next) != 0 ? next : 0;
}

// After a hyphen or slash at `at` that breaks a word at the end of its line: where the word goes on.
std::size_t broken_word(std::string_view text, std::size_t at) {
  if (text[at] != '-' && text[at] != '/') return 0;
  const bool in_word = at > 0 && (!is_ascii(text[at - 1]) || word_char(text, at - 1) != 0);
  return in_word || (at > 0 && text[at - 1] == '%') ? continuation(text, at + 1) : 0;
}

bool needs_rewriting(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_ascii(text[at]) || broken_word(text, at) != 0) return true;
  }
  return false;
}

}  // namespace

ScanText::ScanText(std::string_view text) : view_(text) {
  if (needs_rewriting(text)) rewrite(text);
}

void ScanText::rewrite(std::string_view text) {
  rewritten_.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii(text[at])) {
      copy(text, copied, at);
      at = copied = rewrite_wide(text, at);
    } else if (const auto next = broken_word(text, at)) {
      copy(text, copied, at + 1);
      at = copied = next;
    } else {
      ++at;
    }
  }
  copy(text, copied, text.size());
  view_ = rewritten_;
}

// Takes the non-ASCII character at `at`; returns where reading goes on.
std::size_t ScanText::rewrite_wide(std::string_view text, std::size_t at) {
  std::size_t next = at;
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), next, text.size(), c);
  if (c < 0) {
    replace('\0', at, next);
  } else if (c == kSoftHyphen) {
    const auto joined = continuation(text, next);
    return joined != 0 ? joined : next;
  } else if (c == kEmDash || c == kHorizontalBar) {
    replace(' ', at, next);  // these set clauses apart, they do not join words
  } else if (const char mark = plain_mark(c)) {
    replace(mark, at, next);
    const auto joined = mark == '-' ? continuation(text, next) : 0;
    if (joined != 0) return joined;
  } else if (!is_invisible(c)) {
    copy(text, at, next);
  }
  return next;
}

void ScanText::copy(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  const auto at = rewritten_.size();
  const bool goes_on = !segments_.empty() && segments_.back().original_size == 0 &&
                       segments_.back().original_begin + (at - segments_.back().scan_begin) == begin;
  if (!goes_on) segments_.push_back({at, begin, 0});
  rewritten_.append(text.substr(begin, end - begin));
}

void ScanText::replace(char mark, std::size_t begin, std::size_t end) {
  segments_.push_back({rewritten_.size(), begin, end - begin});
  rewritten_.push_back(mark);
}

const ScanText::Segment& ScanText::segment_of(std::size_t at) const {
  auto& i = last_segment_;
  while (segments_[i].scan_begin > at) --i;
  while (i + 1 < segments_.size() && segments_[i + 1].scan_begin <= at) ++i;
  return segments_[i];
}

std::size_t ScanText::original_begin(std::size_t begin) const {
  if (segments_.empty()) return begin;
  const auto& segment = segment_of(begin);
  return segment.original_begin + (begin - segment.scan_begin);
}

std::size_t ScanText::original_end(std::size_t end) const {
  if (segments_.empty()) return end;
  const auto& segment = segment_of(end - 1);
  if (segment.original_size != 0) return segment.original_begin + segment.original_size;
  return segment.original_begin + (end - segment.scan_begin);
}

}  // namespace imr
