// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/vocabulary_lookup.h"

#include <algorithm>
#include <set>

#include "schema/schema.h"

namespace imr {

namespace {

std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
  return length;
}

}  // namespace

std::vector<std::string> surfaces_of_stem(const OpenSegments& segments, const std::string& stem) {
  std::set<std::string, std::less<>> surfaces = {stem};
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const WordStore& words = segments.segment(i).words();
    for (const WordNumber word : words.words_of_stem(stem)) surfaces.emplace(words.name(word));
  }
  return {surfaces.begin(), surfaces.end()};
}

std::vector<std::string> stems_of_surface(const OpenSegments& segments, std::string_view surface) {
  std::set<std::string, std::less<>> stems;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const WordStore& words = segments.segment(i).words();
    for (const std::string_view stem : words.stems_of(words.find(surface))) stems.emplace(stem);
  }
  return {stems.begin(), stems.end()};
}

std::uint64_t issues_with(const OpenSegments& segments, const Field* field, std::string_view word) {
  std::uint64_t issues = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments.segment(i);
    issues += segment.issues_with(field, segment.words().find(word));
  }
  return issues;
}

std::vector<std::string> matching_surfaces(const OpenSegments& segments, const Field* field,
                                           std::string_view pattern, std::size_t limit, bool words_only) {
  std::set<std::string, std::less<>> found;
  const std::string_view start = pattern.substr(0, pattern.find_first_of("*?"));
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments.segment(i);
    const auto words = segment.words().in_order().subspan(segment.words().lower_bound(start));
    for (const WordNumber word : words) {
      const std::string_view name = segment.words().name(word);
      if (!name.starts_with(start) || found.size() > limit) break;
      // Numbers, codes, levels and doses are looked for as they are.
      const bool wanted =
          is_word_token(name) && !(words_only && name.find_first_of("0123456789") != std::string_view::npos);
      if (wanted && matches_pattern(pattern, name) && segment.issues_with(field, word) > 0)
        found.emplace(name);
    }
  }
  return {found.begin(), found.end()};
}

// Greedy matching with one point to go back to, the last *: linear in practice, never exponential.
bool matches_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      t += character_length(text.substr(t));
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace imr
