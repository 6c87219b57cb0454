// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace imr {

enum class QueryTokenKind : std::uint8_t {
  word,            // text: as typed, without question marks at its end
  exact,           // text: without the =
  wildcard,        // text: holds * or ?, and a letter or digit
  phrase,          // text: what stands between the quotes
  field,           // text: the name without the colon; the next token follows directly
  open,            // (
  close,           // )
  and_operator,    // AND
  or_operator,     // OR
  not_operator,    // NOT, or - directly before what it excludes
  near,            // w/n, pre/n
  same_sentence,   // /s
  same_paragraph,  // /p
  end              // after the last piece; empty
};

// A piece of a query. `text` points into the query.
struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::end;
  std::string_view text = {};
  std::size_t begin = 0;  // bytes of the query
  std::size_t end = 0;
  unsigned distance = 0;  // of near
  bool ordered = false;   // pre/n
};

// The pieces of a query, the last one `end`; the views live as long as `text`. Reads UTF-8;
// bytes that are none count as letters of words. Linear in the length of the text.
//
// Throws QueryError("query_syntax") for a quote that stays open or holds nothing, a field without
// anything after it, and a distance that is none. What pieces may stand side by side is the
// parser's business.
std::vector<QueryToken> query_tokens(std::string_view text);

}  // namespace imr
