// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/determination.h"
#include "searcher/explanation.h"
#include "searcher/response.h"
#include "searcher/search_request.h"
#include "searcher/vocabulary_list.h"

namespace imr {

// Searches one generation of an index. Opening costs milliseconds; the generation stays whole and
// unchanged for as long as the object lives, whatever writers do. Not for use by two threads at once.
class Searcher {
 public:
  // Throws IndexError if there is no index, or a damaged one, or one of another schema or analyzer.
  explicit Searcher(const std::filesystem::path& folder);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  IndexInfo info() const;

  // Totals and facet counts are exact; equal scores are ordered by case number, then issue number.
  // Throws QueryError for what cannot be understood.
  Response search(const SearchRequest& request) const;

  // The same for results of any size: whenever a number of hits is ready, the response with only these is
  // handed to `on_hits` (its totals and facets are already right); what is returned has the last ones.
  Response search(const SearchRequest& request, const std::function<void(const Response&)>& on_hits) const;

  // Why the issue "CASE#ISSUE" is a hit of the request, term by term and clause by clause, or why it is none;
  // nothing if there is no such issue. Throws QueryError as search() does.
  std::optional<Explanation> explain(const SearchRequest& request, std::string_view issue_id) const;

  // What begins with "PREFIX" or "FIELD:PREFIX"; searcher/vocabulary_list.h.
  VocabularyList vocabulary(std::string_view prefix, std::size_t limit) const;

  // A letter by its case number, in any case of letters.
  std::optional<Determination> letter(std::string_view case_number) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace imr
