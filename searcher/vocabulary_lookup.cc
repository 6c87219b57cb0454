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
  std::set<std::string> surfaces = {stem};
  const Xapian::Database& whole = segments.whole();
  for (auto at = whole.synonyms_begin(stem); at != whole.synonyms_end(stem); ++at) surfaces.insert(*at);
  return {surfaces.begin(), surfaces.end()};
}

std::vector<std::string> matching_surfaces(const OpenSegments& segments,
                                           const std::vector<std::string>& fields, std::string_view pattern,
                                           std::size_t limit, bool words_only) {
  std::set<std::string> found;
  const std::string literal(pattern.substr(0, pattern.find_first_of("*?")));
  const Xapian::Database& whole = segments.whole();
  for (const std::string& name : fields) {
    const Field& field = *find_field(name);
    const std::string start = surface_term(field, literal);
    for (auto at = whole.allterms_begin(start); at != whole.allterms_end(start); ++at) {
      const std::string term = (*at).substr(field.prefix.size());
      // Longer prefixes that begin like this one continue with a capital; no surface term does.
      if (term.empty() || (term[0] >= 'A' && term[0] <= 'Z') || !is_word_token(term)) continue;
      // Numbers, codes, levels and doses are looked for as they are.
      if (words_only && term.find_first_of("0123456789") != std::string::npos) continue;
      if (matches_pattern(pattern, term)) found.insert(term);
      if (found.size() > limit) return {found.begin(), found.end()};
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
