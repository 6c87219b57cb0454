// SPDX-License-Identifier: GPL-3.0-or-later
// Searching an index agrees with looking at every letter. IMR_SEED and IMR_ROUNDS try other and more queries.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/schema.h"
#include "searcher/match_counter.h"
#include "searcher/query_error.h"
#include "searcher/searcher.h"
#include "tests/support/naive_search.h"
#include "tests/support/random_queries.h"
#include "tests/support/sample_index.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

constexpr std::size_t kEverything = 1'000'000;

using Strings = std::vector<std::string>;
using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

// Letters, an index of them in several segments, and the simple way to search them.
struct Collection {
  explicit Collection(std::vector<Determination> letters)
      : naive((grow_index(folder.path(), letters), std::move(letters))), searcher(folder.path()) {}

  TemporaryFolder folder;
  NaiveSearch naive;
  Searcher searcher;
};

std::set<std::string> ids_of(const Response& response) {
  std::set<std::string> ids;
  for (const Hit& hit : response.hits) ids.insert(hit.issue_id);
  return ids;
}

std::set<std::string> ids_of(const NaiveSearch& naive, const NaiveSearch::IssueSet& issues) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    if (issues[i]) ids.insert(naive.id(i));
  }
  return ids;
}

std::string list(const std::set<std::string>& a, const std::set<std::string>& without) {
  std::string listed;
  for (const std::string& id : a) listed += without.contains(id) ? "" : " " + id;
  return listed;
}

std::string described(const SearchRequest& request) {
  std::string text = request.query + (request.match == Match::any ? " [any]" : "");
  for (const Where& where : request.where) text += " | " + where.field + "=" + where.value;
  return text;
}

void check_value(const FacetValue& value, const NaiveSearch::Count& count) {
  CHECK(value.issues == count.issues);
  CHECK(value.letters == count.letters);
  CHECK(value.overturned == count.overturned);
  CHECK(value.rate.has_value() == (count.decided > 0));
  if (value.rate) {
    CHECK(*value.rate ==
          doctest::Approx(static_cast<double>(count.overturned) / static_cast<double>(count.decided)));
    CHECK(value.ci95 == wilson_interval(count.overturned, count.decided));
  }
}

// Listed are the values with most issues, as many as were asked for, and those selected.
void check_facet(const Facet& facet, const std::map<std::string, NaiveSearch::Count>& counts,
                 const Strings& selected, std::size_t most) {
  CAPTURE(facet.name);
  CHECK(facet.exact);
  CHECK(facet.distinct == counts.size());
  std::set<std::string> listed;
  std::size_t place = 0;
  for (const FacetValue& value : facet.values) {
    CAPTURE(value.value);
    listed.insert(value.value);
    const auto count = counts.find(value.value);
    const bool chosen = std::ranges::find(selected, value.value) != selected.end();
    check_value(value, count == counts.end() ? NaiveSearch::Count() : count->second);
    CHECK(value.selected == chosen);
    CHECK((count != counts.end() || chosen));
    if (place > 0) {
      const FacetValue& before = facet.values[place - 1];
      CHECK((before.issues > value.issues || (before.issues == value.issues && before.value < value.value)));
    }
    ++place;
  }
  for (const std::string& value : selected) CHECK(listed.contains(value));
  CHECK(facet.values.size() >= std::min(most, counts.size()));
  CHECK(facet.values.size() <= most + selected.size());
}

// The texts of a field in an issue side by side, and where in them the query finds something.
struct Searched {
  std::string text;
  Ranges ranges;
};

Searched searched(const NaiveSearch& naive, std::size_t issue, const std::string& field,
                  const QueryNode& query) {
  Searched result;
  for (const std::string& text : naive.texts(issue, field)) {
    if (!result.text.empty()) result.text += "; ";
    for (const auto& [begin, end] : naive.asked_for(query, field, text)) {
      result.ranges.emplace_back(result.text.size() + begin, result.text.size() + end);
    }
    result.text += text;
  }
  std::ranges::sort(result.ranges);
  return result;
}

// Whether a highlight is what some match covers, or several that overlap.
bool is_match(const Ranges& ranges, std::size_t begin, std::size_t end) {
  std::size_t reached = begin;
  for (const auto& range : ranges) {
    if (range.first < begin || range.second > end) continue;
    if (range.first == begin || range.first < reached) reached = std::max(reached, range.second);
  }
  return reached == end && end > begin;
}

bool highlights_match(const Passage& passage, const Searched& in) {
  for (std::size_t at = in.text.find(passage.text); at != std::string::npos;
       at = in.text.find(passage.text, at + 1)) {
    const bool all = std::ranges::all_of(passage.highlights, [&](const auto& range) {
      return range.second <= passage.text.size() && is_match(in.ranges, at + range.first, at + range.second);
    });
    if (all) return true;
  }
  return false;
}

void check_passages(const Hit& hit, std::size_t issue, const NaiveSearch& naive,
                    const SearchRequest& request) {
  const QueryNode query = parse_query(request.query);
  CAPTURE(hit.issue_id);
  CHECK(hit.passages.size() <= request.passages);
  for (const Passage& passage : hit.passages) {
    CAPTURE(passage.field);
    CAPTURE(passage.text);
    CHECK(highlights_match(passage, searched(naive, issue, passage.field, query)));
    for (std::size_t i = 1; i < passage.highlights.size(); ++i) {
      CHECK(passage.highlights[i - 1].second <= passage.highlights[i].first);
    }
  }
  for (const Why& why : hit.why) {
    const Searched in = searched(naive, issue, why.field, query);
    CAPTURE(why.matched);
    CHECK(std::ranges::any_of(in.ranges, [&](const auto& range) {
      return in.text.substr(range.first, range.second - range.first) == why.matched;
    }));
  }
  CHECK(hit.why.empty() == (hit.passages.empty() || hit.passages[0].highlights.empty()));
}

void check_hits(const Response& response, const Collection& in, const SearchRequest& request) {
  const auto issues = in.naive.matches(request);
  const auto expected = ids_of(in.naive, issues);
  const auto found = ids_of(response);
  CHECK(list(found, expected) == "");
  CHECK(list(expected, found) == "");
  CHECK(response.hits.size() == found.size());
  CHECK(response.total_issues == expected.size());
  CHECK(response.total_letters == in.naive.letters_in(issues));
}

// False if the query cannot be answered; then the naive search must say so too.
bool check_like_naive(const Collection& in, const SearchRequest& request) {
  Response response;
  try {
    response = in.searcher.search(request);
  } catch (const QueryError& error) {
    if (error.code() == "too_many_expansions" || error.code() == "not_supported") return false;
    CHECK_THROWS_AS(in.naive.matches(request), QueryError);
    return false;
  }
  check_hits(response, in, request);
  const NaiveSearch::IssueSet meant = in.naive.meant_by(request);
  for (std::size_t i = 0; i < response.facets.size(); ++i) {
    const Facet& facet = response.facets[i];
    check_facet(facet, in.naive.facet(meant, request.where, facet.name),
                in.naive.selected(request.where, facet.name), request.facets[i].values);
  }
  return true;
}

std::vector<FacetRequest> all_facets(std::size_t values) {
  std::vector<FacetRequest> facets;
  for (const Field& field : fields()) {
    if (is_facet(field)) facets.push_back({std::string(field.name), values});
  }
  return facets;
}

void check_random_queries(const Collection& in, std::uint32_t count) {
  std::uint32_t answered = 0;
  std::uint32_t with_hits = 0;
  for (std::uint32_t seed = first_seed(); seed < first_seed() + count; ++seed) {
    RandomQueries random(in.naive, seed);
    SearchRequest request{.query = random.query(), .where = random.conditions(), .limit = kEverything};
    if (random.one_in(4)) request.match = Match::any;
    request.facets = all_facets(random.one_in(4) ? 2 : kEverything);
    request.passages = 0;
    CAPTURE(seed);
    CAPTURE(described(request));
    if (!check_like_naive(in, request)) continue;
    ++answered;
    with_hits += in.naive.letters_in(in.naive.matches(request)) > 0 ? 1 : 0;
  }
  CHECK(answered > count / 2);
  CHECK(with_hits > count / 4);
}

void check_random_citations(const Collection& in, std::uint32_t count) {
  std::uint32_t with_hits = 0;
  for (std::uint32_t seed = first_seed(); seed < first_seed() + count; ++seed) {
    RandomQueries random(in.naive, seed);
    const SearchRequest request{.query = random.citation_query(), .limit = kEverything, .passages = 0};
    CAPTURE(seed);
    CAPTURE(request.query);
    if (!check_like_naive(in, request)) continue;
    with_hits += in.naive.letters_in(in.naive.matches(request)) > 0 ? 1 : 0;
  }
  CHECK(with_hits > count / 4);
}

// What orders and numbers hits, a line each.
Strings lines_of(const std::vector<Hit>& hits) {
  Strings lines;
  for (const Hit& hit : hits) {
    std::string line = std::to_string(hit.rank) + " " + hit.issue_id + " " + std::to_string(hit.score);
    for (const OtherIssue& other : hit.others)
      line += " " + other.issue_id + " " + std::to_string(other.score);
    lines.push_back(line);
  }
  return lines;
}

std::string first_difference(const std::vector<Hit>& a, const std::vector<Hit>& b) {
  const Strings left = lines_of(a);
  const Strings right = lines_of(b);
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string l = i < left.size() ? left[i] : "nothing";
    const std::string r = i < right.size() ? right[i] : "nothing";
    if (l != r) return l + " instead of " + r;
  }
  return "";
}

void check_random_passages(const Collection& in, std::uint32_t count) {
  for (std::uint32_t seed = first_seed(); seed < first_seed() + count; ++seed) {
    RandomQueries random(in.naive, seed);
    const SearchRequest request{.query = random.query(), .limit = 5, .passages = 1 + random.below(3)};
    CAPTURE(seed);
    CAPTURE(request.query);
    Response response;
    try {
      response = in.searcher.search(request);
    } catch (const QueryError&) {
      continue;
    }
    for (const Hit& hit : response.hits) {
      for (std::size_t issue = 0; issue < in.naive.size(); ++issue) {
        if (in.naive.id(issue) == hit.issue_id) check_passages(hit, issue, in.naive, request);
      }
    }
  }
}

// Pages by cursor, by offset and all at once are one order.
void check_random_pages(const Collection& in, std::uint32_t count) {
  std::uint32_t several = 0;
  for (std::uint32_t seed = first_seed(); seed < first_seed() + count; ++seed) {
    RandomQueries random(in.naive, seed);
    SearchRequest request{.query = random.query(), .where = random.conditions(), .limit = kEverything};
    if (random.one_in(3)) request.match = Match::any;
    if (random.one_in(3)) request.sort = random.one_in(2) ? SortKey::decision_date : SortKey::case_number;
    request.descending = random.one_in(2);
    request.group_by_letter = random.one_in(2);
    request.passages = 0;
    CAPTURE(seed);
    CAPTURE(described(request));
    Response whole;
    try {
      whole = in.searcher.search(request);
    } catch (const QueryError&) {
      continue;
    }
    request.limit = 1 + random.below(20);
    CAPTURE(request.limit);
    std::vector<Hit> hits;
    std::size_t pages = 0;
    do {
      const Response page = in.searcher.search(request);
      SearchRequest by_offset = request;
      by_offset.cursor.reset();
      by_offset.offset = hits.size();
      CHECK(first_difference(in.searcher.search(by_offset).hits, page.hits) == "");
      hits.insert(hits.end(), page.hits.begin(), page.hits.end());
      request.cursor = page.next_cursor;
      if (++pages > whole.hits.size() + 1) break;
    } while (request.cursor);
    CHECK(first_difference(hits, whole.hits) == "");
    several += pages > 2 ? 1 : 0;
  }
  CHECK(several > count / 8);
}

// What a part says follows from what its own parts say.
void check_clause(const ClauseReport& report) {
  CAPTURE(report.clause);
  const auto required = [](const ClauseReport& part) { return !part.passed_over; };
  const auto holds = [&](const ClauseReport& part) { return part.passed_over || part.holds; };
  const bool any_required = std::ranges::any_of(report.parts, required);
  if (report.kind == "all" && any_required) CHECK(report.holds == std::ranges::all_of(report.parts, holds));
  if (report.kind == "any" && any_required)
    CHECK(report.holds == std::ranges::any_of(report.parts, [](const auto& part) { return part.holds; }));
  if (report.kind == "not") CHECK(report.holds != report.parts.at(0).holds);
  for (const ClauseReport& part : report.parts) check_clause(part);
}

// Hits and others are explained as what they are, and terms add up to the score.
void check_random_explanations(const Collection& in, std::uint32_t count) {
  std::uint32_t scored = 0;
  for (std::uint32_t seed = first_seed(); seed < first_seed() + count; ++seed) {
    RandomQueries random(in.naive, seed);
    SearchRequest request{.query = random.query(), .where = random.conditions(), .limit = kEverything};
    if (random.one_in(3)) request.match = Match::any;
    request.passages = 0;
    CAPTURE(seed);
    CAPTURE(described(request));
    Response response;
    try {
      response = in.searcher.search(request);
    } catch (const QueryError&) {
      continue;
    }
    std::map<std::string, double> scores;
    for (const Hit& hit : response.hits) scores[hit.issue_id] = hit.score;
    for (int i = 0; i < 4; ++i) {
      const bool a_hit = i < 2 && !response.hits.empty();
      const std::string id = a_hit ? response.hits[random.below(response.hits.size())].issue_id
                                   : in.naive.id(random.below(in.naive.size()));
      CAPTURE(id);
      const auto explanation = in.searcher.explain(request, id);
      REQUIRE(explanation);
      CHECK(explanation->matches == scores.contains(id));
      check_clause(explanation->clauses);
      if (!explanation->matches) continue;
      CHECK(explanation->clauses.holds);
      double sum = 0;
      for (const ScoreTerm& term : explanation->terms) sum += term.weight;
      CHECK(sum == doctest::Approx(scores[id]).epsilon(1e-5));
      CHECK(explanation->score == doctest::Approx(scores[id]).epsilon(1e-5));
      scored += sum > 0 ? 1 : 0;
    }
  }
  CHECK(scored > count / 4);
}

}  // namespace

TEST_CASE("searching the sample letters agrees with looking at each of them") {
  const Collection sample(sample_letters());
  REQUIRE(sample.naive.size() > 50);
  check_random_queries(sample, rounds(50));
  check_random_citations(sample, rounds(200));
  check_random_passages(sample, rounds(30));
  check_random_pages(sample, rounds(60));
  check_random_explanations(sample, rounds(60));
}

TEST_CASE("searching the real letters agrees with looking at each of them") {
  std::vector<Determination> letters = real_letters();
  if (letters.empty()) {
    std::cout << "skipped: IMR_CORPUS names no folder with letters\n";
    return;
  }
  const Collection real(std::move(letters));
  check_random_queries(real, rounds(40));
  check_random_citations(real, rounds(100));
  check_random_passages(real, rounds(20));
  check_random_pages(real, rounds(60));
  check_random_explanations(real, rounds(60));
}
