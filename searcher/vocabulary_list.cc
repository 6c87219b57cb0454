// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/vocabulary_list.h"

#include <algorithm>
#include <set>

#include "analyzers/folding.h"
#include "schema/schema.h"
#include "searcher/open_segments.h"
#include "searcher/query_error.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

VocabularyList words(const OpenSegments& segments, const Field* field, std::string_view prefix,
                     std::size_t limit) {
  VocabularyList list;
  for (const std::string& word : matching_surfaces(segments, field, fold(prefix) + "*", limit)) {
    if (list.terms.size() == limit) {
      list.more = true;
      break;
    }
    list.terms.push_back({word, issues_with(segments, field, word)});
  }
  return list;
}

VocabularyList values(const OpenSegments& segments, const Field& field, std::string_view prefix,
                      std::size_t limit) {
  VocabularyList list;
  const std::string folded = fold(prefix);
  std::vector<std::string> all = segments.values_of(field);
  std::ranges::sort(all);
  for (const std::string& value : all) {
    if (!fold(value).starts_with(folded)) continue;
    const std::uint64_t issues = segments.whole().get_termfreq(value_term(field, value));
    if (issues == 0) continue;  // only of letters that are gone
    if (list.terms.size() == limit) {
      list.more = true;
      break;
    }
    list.terms.push_back({value, issues});
  }
  return list;
}

}  // namespace

VocabularyList vocabulary(const OpenSegments& segments, std::string_view text, std::size_t limit) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return words(segments, nullptr, text, limit);
  const std::string name(text.substr(0, colon));
  const std::string_view prefix = text.substr(colon + 1);
  const Field* field = find_field(name);
  if (!field) {
    const std::string near = nearest_field(name);
    throw QueryError("unknown_field", "unknown field \"" + name + "\"", 0,
                     near.empty() ? "imr-search fields lists them" : "did you mean \"" + near + "\"?");
  }
  if (field->kind == FieldKind::text) return words(segments, field, prefix, limit);
  if (field->kind == FieldKind::keyword) return values(segments, *field, prefix, limit);
  throw QueryError("not_supported", "the field \"" + name + "\" has no list of terms", 0,
                   "text fields and facets have one");
}

}  // namespace imr
