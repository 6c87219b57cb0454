// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

enum class Match : std::uint8_t { all, any };  // of the bare words of a query
enum class SortKey : std::uint8_t { score, decision_date, case_number };

// A condition that selects and does not rank. Values of one field widen, fields narrow each other.
struct Where {
  std::string field;
  std::string value;  // a label, id, alias, words of a label, or a range
};

struct FacetRequest {
  std::string name;
  std::size_t values = 10;  // at most so many, selected ones besides
};

struct SearchRequest {
  std::string query = {};
  bool plain = false;  // the query as plain text, no operators
  Match match = Match::all;
  bool expand = true;  // other names of concepts and drugs; what else ranks in best match
  std::vector<Where> where = {};
  std::vector<FacetRequest> facets = {};  // counting reads every match
  bool suggest_facet = false;             // by which too many hits divide; done anyway if facets are counted
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::optional<std::string> cursor = {};  // next_cursor of the page before; no offset beside it
  SortKey sort = SortKey::score;
  bool descending = false;  // for dates and case numbers; scores always come best first
  bool group_by_letter = false;
  std::size_t passages = 3;  // at most, for each hit; each costs an analysis of its text
  double timeout = 0;        // seconds, after which what was found by then is the answer; 0: none
};

// Reads `FIELD=VALUE`, `NAME[:N]`, `[-]KEY` and seconds as the command line and batch requests give them.
// Throw QueryError ("bad_request").
Where parse_where(std::string_view text);
FacetRequest parse_facet(std::string_view text);
void parse_sort(std::string_view text, SearchRequest& request);
Match parse_match(std::string_view text);
double parse_timeout(std::string_view text);

// Throws QueryError ("bad_request") if `name` is no facet.
void check_is_facet(std::string_view name);

}  // namespace imr
