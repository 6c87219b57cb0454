// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/printable_text.h"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>

#include "searcher/code_points.h"

namespace imr {
namespace {

// Where each byte of a text went when it was rewritten character by character. Bytes inside a
// character begin where it begins and end where it ends.
struct OffsetMap {
  std::vector<std::size_t> begins;
  std::vector<std::size_t> ends;

  ByteRanges moved(const ByteRanges& marks) const {
    ByteRanges result;
    for (const auto& [begin, end] : marks) {
      const auto last = begins.size() - 1;
      const std::pair range(begins[std::min(begin, last)], ends[std::min(end, last)]);
      if (range.first < range.second) result.push_back(range);
    }
    return result;
  }
};

template <typename Append>
MarkedText rewritten(std::string_view text, const ByteRanges& marks, const Append& append_to) {
  MarkedText result;
  OffsetMap map;
  for (std::size_t at = 0; at < text.size();) {
    const auto out_begin = result.text.size();
    map.ends.push_back(out_begin);
    const auto begin = at;
    append_to(result.text, next_code_point(text, at));
    map.begins.insert(map.begins.end(), at - begin, out_begin);
    map.ends.insert(map.ends.end(), at - begin - 1, result.text.size());
  }
  map.begins.push_back(result.text.size());
  map.ends.push_back(result.text.size());
  result.marks = map.moved(marks);
  return result;
}

bool is_obeyed_by_terminals(UChar32 c) {
  if (u_charType(c) == U_CONTROL_CHAR) return true;
  return u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL);
}

bool is_blank(UChar32 c) { return c == ' ' || c == 0x2028 || c == 0x2029 || (c >= 9 && c <= 13); }

void append_printable(std::string& text, UChar32 c) {
  if (is_blank(c)) {
    if (!text.empty() && text.back() != ' ') text += ' ';
  } else {
    append(text, is_obeyed_by_terminals(c) ? kReplacement : c);
  }
}

bool is_near(std::string_view text, std::size_t end, std::size_t begin) {
  return begin <= end || text.substr(end, begin - end) == " ";
}

// The marks in order, within the text, near ones as one.
ByteRanges joined(std::string_view text, ByteRanges marks) {
  std::ranges::sort(marks);
  ByteRanges result;
  for (auto [begin, end] : marks) {
    end = std::min(end, text.size());
    if (begin >= end) continue;
    if (!result.empty() && is_near(text, result.back().second, begin)) {
      result.back().second = std::max(result.back().second, end);
    } else {
      result.emplace_back(begin, end);
    }
  }
  return result;
}

}  // namespace

MarkedText valid_utf8(std::string_view text, const ByteRanges& marks) {
  return rewritten(text, marks, append);
}

MarkedText printable(std::string_view text, const ByteRanges& marks) {
  auto result = rewritten(text, marks, append_printable);
  if (result.text.ends_with(' ')) result.text.pop_back();
  result.marks = joined(result.text, std::move(result.marks));
  return result;
}

std::string without_controls(std::string_view text) {
  const auto append_kept = [](std::string& result, UChar32 c) {
    const bool kept = c == '\t' || c == '\n' || c == '\r' || !is_obeyed_by_terminals(c);
    append(result, kept ? c : kReplacement);
  };
  return rewritten(text, {}, append_kept).text;
}

}  // namespace imr
