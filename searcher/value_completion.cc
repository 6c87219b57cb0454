// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/value_completion.h"

#include <exception>
#include <string>

#include "schema/schema.h"
#include "searcher/json_schema.h"
#include "searcher/searcher.h"

namespace imr {

namespace {

using Candidates = std::vector<Candidate>;
using Takes = bool (*)(const Field& field);

constexpr std::size_t kMostValues = 200;

bool is_any(const Field&) { return true; }
bool is_text(const Field& field) { return field.kind == FieldKind::text; }
bool has_terms(const Field& field) { return is_text(field) || is_facet(field); }

// What --where takes.
bool selects(const Field& field) {
  return is_facet(field) || field.kind == FieldKind::number || field.kind == FieldKind::date ||
         field.kind == FieldKind::unique_id;
}

Candidates field_names(const std::string& begin, Takes takes, const char* end) {
  Candidates found;
  for (const Field& field : fields()) {
    const std::string name(field.name);
    if (takes(field) && name.starts_with(begin)) found.push_back({name + end, std::string(field.help)});
  }
  return found;
}

// Completion is silent: no index, or one that cannot be read, has no values.
VocabularyList values_of(const CompletionPlace& place, const std::string& prefix) {
  try {
    const ParsedOptions options = parse_options(place.before, place.command.options);
    return Searcher(index_folder(options)).vocabulary(prefix, kMostValues);
  } catch (const std::exception&) {
    return {};
  }
}

// Of field and mark, such as "state=" or "state:", and what was typed behind it. In a query a value with
// blanks stands in quotes.
Candidates facet_values(const CompletionPlace& place, char mark, bool in_query) {
  const std::size_t at = place.begin.find(mark);
  const std::string name = place.begin.substr(0, at);
  const Field* field = find_field(name);
  if (!field || !is_facet(*field)) return {};
  std::string typed = place.begin.substr(at + 1);
  if (in_query && typed.starts_with('"')) typed.erase(0, 1);
  Candidates found;
  for (const auto& [value, issues] : values_of(place, name + ":" + typed).terms) {
    const bool quotes = in_query && value.find(' ') != std::string::npos;
    const std::string text = quotes ? "\"" + value + "\"" : value;
    found.push_back({name + mark + text, std::to_string(issues) + (issues == 1 ? " issue" : " issues")});
  }
  return found;
}

Candidates kinds(const std::string& begin) {
  Candidates found;
  for (const std::string& kind : json_schema_kinds()) {
    if (kind.starts_with(begin)) found.push_back({kind});
  }
  return found;
}

Candidates words(const CompletionPlace& place) {
  const std::string_view command = place.command.name;
  if (command == "schema") return kinds(place.begin);
  if (command == "terms") return field_names(place.begin, has_terms, ":");
  if (command != "query" && command != "facets") return {};
  if (place.begin.find(':') == std::string::npos) return field_names(place.begin, is_any, ":");
  return facet_values(place, ':', true);
}

}  // namespace

Candidates search_values(const CompletionPlace& place) {
  if (!place.option) return words(place);
  const std::string_view takes = place.option->value_name;
  if (takes == "NAME[:N]") return field_names(place.begin, is_facet, "");
  if (takes == "FIELD") return field_names(place.begin, is_text, "");
  if (takes != "FIELD=VALUE") return {};
  if (place.begin.find('=') == std::string::npos) return field_names(place.begin, selects, "=");
  return facet_values(place, '=', false);
}

}  // namespace imr
