// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

enum class FieldKind : std::uint8_t {
  text,       // words, phrases; its words in their order, and stems
  keyword,    // one of a set of values; a boolean term each, and a facet column
  unique_id,  // a boolean term, no facet
  number,     // a column; ranges
  date,       // a column of days; ranges, a year or month counts as the whole of it
  level,      // spinal segments named in the searched text fields, whatever the notation
  finding,    // words of the searched text fields, by what is said of them
  page,       // pages of guidelines, a boolean term each range that is cited; ranges
  citation,   // chapters of guidelines and pages of them, a boolean term each
};

// Whether a field says something of one issue or of the letter as a whole.
enum class FieldLevel : std::uint8_t { issue, letter };

// One row of the table of fields. Indexing, query parsing, facets, help and docs all read it.
struct Field {
  std::string_view name;    // as users type it
  std::string_view prefix;  // as the index marks it; empty for columns without terms
  FieldKind kind;
  FieldLevel level;
  bool multi;  // may hold several values
  std::string_view help;
  std::string_view example;
};

// All fields, text first, in the order in which help lists them.
std::span<const Field> fields();

// Null if there is no such field. Names are compared exactly, in lower case.
const Field* find_field(std::string_view name);

// The field name nearest to a mistyped one; empty if none is near.
std::string nearest_field(std::string_view name);

// The text fields, which are the first of fields(), and the place of one among them.
constexpr std::size_t kTextFields = 6;
std::span<const Field> text_fields();
std::size_t text_field_number(const Field& field);

// Facets are the keyword fields. Their number and order are those of `fields()`.
inline bool is_facet(const Field& field) { return field.kind == FieldKind::keyword; }

// The text fields that a word without a field searches, and how many times a token counts in each
// for ranking (BM25F's field weight as a multiple of the within-document frequency; Robertson,
// Zaragoza and Taylor, CIKM 2004).
struct SearchedField {
  std::string_view name;
  unsigned weight;
};
std::span<const SearchedField> searched_fields();
bool is_searched(const Field& field);

// Raised whenever terms, columns or stored records change their form; docs/index-format.md.
constexpr int kSchemaVersion = 6;

// Tokens beside the words of a text. No word begins like one.
std::string meaning_token(
    std::string_view name);                     // "~magnetic resonance imaging", a concept or spinal segment
std::string mark_token(std::string_view name);  // "!sentence", as analyzers/text_marks.h names them
inline bool is_word_token(std::string_view token) {
  return !token.empty() && token[0] != '~' && token[0] != '!';
}

// Terms, as docs/index-format.md lists them. Longer ones than Xapian takes are cut and hashed.
std::string stem_term(std::string_view stem);  // of all searched fields, ranked
// In one field; only where has_stem_terms().
std::string field_stem_term(const Field& field, std::string_view stem);
std::string value_term(const Field& field, std::string_view value);  // of a keyword or an id

// Whether the index has terms for the stems of this text field by itself: of short texts and of those that
// are not searched by default. In the others a word is found by stem_term() and looked for in the text.
bool has_stem_terms(const Field& field);

// The spellings under which a case number as typed may be indexed: itself, and in capitals, as letters have
// it.
std::vector<std::string> case_spellings(std::string_view typed);

}  // namespace imr
