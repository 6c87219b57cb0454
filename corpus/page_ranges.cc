// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/page_ranges.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace imr {
namespace {

constexpr int kHighestPage = 9999;

int page_of(const TextWord& word) {
  const int number = number_of(word);
  return number >= 1 && number <= kHighestPage ? number : 0;
}

// "303-5" means 303 to 305: the last page takes the leading digits of the first.
int whole_last_page(int first, int last) {
  for (int magnitude = 10; magnitude <= kHighestPage && last < first; magnitude *= 10) {
    if (last < magnitude) {
      const int whole = first / magnitude * magnitude + last;
      if (whole >= first) return whole;
    }
  }
  return last;
}

bool is_any(const TextWord& word, std::span<const std::string_view> known) {
  return std::ranges::find(known, word.folded) != known.end();
}

constexpr std::array<std::string_view, 5> kPageWords = {"page", "pg", "pgs", "p", "pp"};
constexpr std::array<std::string_view, 3> kRangeWords = {"to", "through", "thru"};

}  // namespace

bool is_page_label(std::span<const TextWord> words, std::size_t at) {
  return at + 1 < words.size() && is_any(words[at], kPageWords) && page_of(words[at + 1]) != 0;
}

std::vector<PageRange> read_pages(std::span<const TextWord> words, std::size_t& at) {
  std::vector<PageRange> pages;
  const std::size_t begin = at;
  while (at < words.size()) {
    const TextWord& word = words[at];
    const bool sentence_ended = at > begin && (word.gap & (kGapStop | kGapColon)) != 0;
    const int page = page_of(word);
    if (page == 0 || sentence_ended) break;
    pages.push_back({page, page});
    ++at;
    if (at < words.size() && words[at].folded == "of" && at + 1 < words.size() &&
        page_of(words[at + 1]) != 0) {
      at += 2;
      continue;
    }
    const bool spoken =
        at + 1 < words.size() && is_any(words[at], kRangeWords) && page_of(words[at + 1]) != 0;
    const std::size_t end = spoken ? at + 1 : at;
    if (end >= words.size() || (!spoken && words[end].gap != kGapHyphen)) continue;
    const int last = whole_last_page(page, page_of(words[end]));
    if (last < page) continue;
    pages.back().last = last;
    at = end + 1;
  }
  return pages;
}

}  // namespace imr
