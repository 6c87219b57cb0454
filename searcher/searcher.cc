// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <map>
#include <utility>

#include "searcher/agreement.h"
#include "searcher/clause_tree.h"
#include "searcher/cursor.h"
#include "searcher/deadline.h"
#include "searcher/feedback.h"
#include "searcher/hit_writer.h"
#include "searcher/match_counter.h"
#include "searcher/narrowing.h"
#include "searcher/open_segments.h"
#include "searcher/page_selector.h"
#include "searcher/query_builder.h"
#include "searcher/query_error.h"
#include "searcher/score_terms.h"
#include "searcher/suggestions.h"
#include "searcher/synonym_query.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

using Place = OpenSegments::Place;

std::string interpreted(const BuiltQuery& query, const WhereFilter& filter) {
  if (filter.said.empty()) return query.interpreted;
  return query.interpreted + " where " + filter.said;
}

// A facet asked for again counts once, with the values last asked for.
std::vector<FacetRequest> facets_once(const std::vector<FacetRequest>& asked) {
  std::vector<FacetRequest> facets;
  for (const FacetRequest& facet : asked) {
    check_is_facet(facet.name);
    const auto known = std::ranges::find(facets, facet.name, &FacetRequest::name);
    if (known == facets.end()) {
      facets.push_back(facet);
    } else {
      known->values = facet.values;
    }
  }
  return facets;
}

// Whether more than the words typed ranks: in best match, where a ranked page is wanted and not empty.
bool widens_ranking(const SearchRequest& request, const BuiltQuery& built) {
  return request.expand && request.match == Match::any && request.sort == SortKey::score &&
         request.limit > 0 && built.ranked;
}

// What ranks in best match beside the words typed.
struct Widening {
  SynonymQuery synonyms;
  Agreement agreement;
  Feedback feedback;
};

// The same matches, with the weight of what they match of `more` besides.
Xapian::Query ranked_also_by(const Xapian::Query& query, const Xapian::Query& more) {
  return more.empty() ? query : Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, more);
}

// "0.5", "2".
std::string in_seconds(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", seconds);
  return text;
}

// Marks an answer that the time limit cut short.
void note_time(const SearchTime& time, const SearchRequest& request, Response& response) {
  response.exact = !time.places.cut() && !time.counting.cut();
  response.timed_out = !response.exact || time.ranking.cut();
  if (!response.timed_out) return;
  for (Facet& facet : response.facets) facet.exact = facet.exact && response.exact;
  const std::string limit = "the time limit of " + in_seconds(request.timeout) + " s was reached: ";
  response.warnings.push_back(limit + (response.exact
                                           ? "the totals are whole, but hits are missing or not the best"
                                           : "there are more issues, or may be, than were counted"));
}

using OnHits = std::function<void(const Response&)>;

}  // namespace

struct Searcher::State {
  OpenSegments segments;

  explicit State(const std::filesystem::path& folder) : segments(open_index(folder)) {}

  IndexInfo info() const {
    IndexInfo info;
    info.generation = std::to_string(segments.index().manifest.generation);
    for (const SegmentInfo& segment : segments.index().manifest.segments) {
      info.letters += segment.letters;
      info.issues += segment.issues;
      info.records += segment.records;
    }
    return info;
  }

  Response search(const SearchRequest& request, const OnHits& on_hits) const {
    const auto start = std::chrono::steady_clock::now();
    SearchTime time(request.timeout);
    const std::vector<FacetRequest> facets = facets_once(request.facets);
    const std::optional<Cursor> cursor = cursor_of(request);
    const QueryNode tree = request.plain ? plain_query(request.query) : parse_query(request.query);
    BuiltQuery built = built_in_time(tree, request, time.places);
    WhereFilter filter = resolve_where(request.where, segments);
    MatchCounts counts = count_matches(segments, built.query, filter, facets, time.counting);
    if (counts.issues > 0 && widens_ranking(request, built))
      widen_ranking(request.query, tree, built, time.ranking);
    const Xapian::Query whole = filter.groups.empty() ? built.query
                                                      : Xapian::Query(Xapian::Query::OP_FILTER, built.query,
                                                                      where_query(filter, segments));
    const auto page =
        select_page(segments, {whole, built.ranked, counts.rows, request,
                               cursor ? std::optional(cursor->last) : std::nullopt, time.ranking});

    Response response;
    response.index = info();
    response.query_text = request.query;
    response.tree = tree;
    response.interpreted = interpreted(built, filter);
    response.expansions = std::move(built.expansions);
    response.expansions.insert(response.expansions.end(), filter.expansions.begin(), filter.expansions.end());
    response.warnings = std::move(built.warnings);
    response.total_issues = counts.issues;
    response.total_letters = counts.letters;
    response.facets = std::move(counts.facets);
    response.grouped = request.group_by_letter;
    if (!time.places.cut() && !time.counting.cut() && !time.ranking.cut())
      advise(tree, request, filter, counts, time.ranking, response);
    write_hits(page, {segments, built.clauses, request.passages}, cursor ? cursor->rank : request.offset,
               time.ranking, on_hits, response);
    note_time(time, request, response);
    if (!page.empty()) response.next_cursor = next_cursor(page.back().best, response, request);
    response.took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return response;
  }

  // A copy of the deadline: advice that is cut short is left out, and the answer is whole without.
  void advise(const QueryNode& tree, const SearchRequest& request, const WhereFilter& filter,
              const MatchCounts& counts, Deadline rest, Response& response) const {
    if ((request.suggest_facet || !request.facets.empty()) && request.limit > 0)
      response.narrow_by = best_division(segments, counts.rows, request, filter);
    response.suggestions = suggestions_for(segments, tree, request, counts.issues, rest);
  }

  // Hands the hits on in pieces if somebody takes them; the last ones stay.
  static void write_hits(const std::vector<PageEntry>& page, const HitWriter& writer, std::size_t passed,
                         Deadline& deadline, const OnHits& on_hits, Response& response) {
    constexpr std::size_t kPiece = 100;
    for (const PageEntry& entry : page) {
      if (deadline.reached_now()) break;
      if (on_hits && response.hits.size() == kPiece) {
        on_hits(response);
        response.hits.clear();
      }
      response.hits.push_back(writer.hit(entry, ++passed));
    }
  }

  std::optional<Cursor> cursor_of(const SearchRequest& request) const {
    if (!request.cursor) return std::nullopt;
    if (request.offset > 0)
      throw QueryError("bad_request", "a cursor and an offset at once", QueryError::kNoOffset,
                       "leave out one of them");
    return read_cursor(*request.cursor, segments, request);
  }

  // None behind the last page, nor behind one that is not whole.
  std::optional<std::string> next_cursor(const Ranked& last, const Response& response,
                                         const SearchRequest& request) const {
    const std::uint64_t all = response.grouped ? response.total_letters : response.total_issues;
    if (response.timed_out || response.hits.back().rank >= all) return std::nullopt;
    const IssueOrder order(segments, request);
    return written({order.position(last), response.hits.back().rank}, segments, request);
  }

  // What stands in NOT has to be known whole; without the time for it nothing is found.
  BuiltQuery built_in_time(const QueryNode& tree, const SearchRequest& request, Deadline& deadline) const {
    try {
      return build_query(tree, segments, request.match, request.expand, deadline);
    } catch (const TimeIsOver&) {
      return {.query = Xapian::Query::MatchNothing, .interpreted = print_query(tree)};
    }
  }

  // Other names, what the text says of findings, and feedback rank and find nothing more. Conditions beside
  // the query do not change its ranking, so what is learnt does not depend on them.
  Widening widen_ranking(const std::string& text, const QueryNode& tree, BuiltQuery& built,
                         Deadline& deadline) const {
    const Xapian::Query typed = built.query;
    Widening more{synonym_query(segments, tree), agreement_of(segments, text, deadline), {}};
    const Xapian::Query named =
        ranked_also_by(ranked_also_by(typed, more.synonyms.query), more.agreement.query);
    more.feedback = feedback_of(segments, named, typed, deadline);
    built.query = ranked_also_by(named, more.feedback.query);
    std::ranges::copy(more.synonyms.expansions, std::back_inserter(built.expansions));
    std::ranges::copy(more.agreement.expansions, std::back_inserter(built.expansions));
    if (more.agreement.left_out > 0) {
      built.warnings.push_back("of what the text says of findings, only the " +
                               std::to_string(kMostStatements) + " most telling statements rank; " +
                               std::to_string(more.agreement.left_out) + " more do not");
    }
    if (!more.feedback.words.empty())
      built.expansions.push_back({built.interpreted, more.feedback.words, "feedback"});
    return more;
  }

  std::optional<Explanation> explain(const SearchRequest& request, std::string_view issue_id) const {
    const QueryNode tree = request.plain ? plain_query(request.query) : parse_query(request.query);
    BuiltQuery built = build_query(tree, segments, request.match, request.expand);
    const WhereFilter filter = resolve_where(request.where, segments);
    const auto place = find_issue(issue_id);
    if (!place) return std::nullopt;
    const HitWriter writer(segments, built.clauses, 0);
    const Determination letter = writer.letter_at(*place);
    const ExplainedIssue issue{segments, *place, letter, writer.issue_at(letter, *place)};
    Explanation result = described(issue);
    result.index = info();
    result.query_text = request.query;
    result.tree = tree;
    result.interpreted = interpreted(built, filter);
    result.clauses = clause_report(issue, tree, request);
    result.conditions = condition_reports(issue, filter, request);
    const IssueProbe probe(segments, *place);
    result.matches =
        probe.holds(built.query) && std::ranges::all_of(result.conditions, &ConditionReport::holds);
    if (result.matches) explain_score(probe, request, tree, built, result);
    result.warnings = std::move(built.warnings);
    result.expansions = std::move(built.expansions);
    result.expansions.insert(result.expansions.end(), filter.expansions.begin(), filter.expansions.end());
    return result;
  }

  static Explanation described(const ExplainedIssue& issue) {
    Explanation result;
    result.issue_id = imr::issue_id(issue.letter.case_number, issue.issue.issue_no);
    result.case_number = issue.letter.case_number;
    result.issue_no = issue.issue.issue_no;
    result.treatment = issue.issue.treatment;
    result.decision = issue.issue.decision;
    return result;
  }

  // The terms of each part of what ranks; together they are the score.
  void explain_score(const IssueProbe& probe, const SearchRequest& request, const QueryNode& tree,
                     BuiltQuery& built, Explanation& result) const {
    if (!built.ranked || request.sort != SortKey::score) return;
    const auto add = [&](std::vector<ScoreTerm> terms) {
      std::ranges::move(terms, std::back_inserter(result.terms));
    };
    add(probe.terms(built.query, "query"));
    if (widens_ranking(request, built)) {
      const Widening more = widen_ranking(request.query, tree, built, no_deadline());
      add(probe.terms(more.synonyms.query, "synonym"));
      const auto& said = more.agreement.expansions;
      for (std::size_t i = 0; i < said.size(); ++i) {
        const Xapian::Query& all = more.agreement.query;
        add(probe.terms(said.size() == 1 ? all : all.get_subquery(i), "assertion", said[i].to.front()));
      }
      add(probe.terms(more.feedback.query, "feedback"));
    }
    result.score = probe.weight(built.query).value_or(0);
  }

  // Where "CASE#ISSUE" is.
  std::optional<Place> find_issue(std::string_view issue_id) const {
    const std::size_t mark = issue_id.rfind('#');
    if (mark == std::string_view::npos) return std::nullopt;
    for (const std::string& spelling : case_spellings(issue_id.substr(0, mark))) {
      for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto letter = segments.segment(i).find(spelling);
        if (!letter) continue;
        const Columns& columns = segments.segment(i).columns();
        for (Row row = columns.first_row(*letter); row < columns.end_row(*letter); ++row) {
          if (std::to_string(columns.issue_no(row)) == issue_id.substr(mark + 1)) return Place{i, row};
        }
      }
    }
    return std::nullopt;
  }

  std::optional<Determination> find(const std::string& case_number) const {
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const Segment& segment = segments.segment(i);
      if (const auto letter = segment.find(case_number)) return stored_letter(segment, *letter);
    }
    return std::nullopt;
  }
};

Searcher::Searcher(const std::filesystem::path& folder)
    : state_(translating_xapian(folder.string(), [&] { return std::make_unique<State>(folder); })) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

IndexInfo Searcher::info() const { return state_->info(); }

Response Searcher::search(const SearchRequest& request) const { return search(request, {}); }

Response Searcher::search(const SearchRequest& request, const OnHits& on_hits) const {
  return translating_xapian(state_->segments.index().folder.string(),
                            [&] { return state_->search(request, on_hits); });
}

std::optional<Explanation> Searcher::explain(const SearchRequest& request, std::string_view issue_id) const {
  return translating_xapian(state_->segments.index().folder.string(),
                            [&] { return state_->explain(request, issue_id); });
}

VocabularyList Searcher::vocabulary(std::string_view prefix, std::size_t limit) const {
  return translating_xapian(state_->segments.index().folder.string(),
                            [&] { return imr::vocabulary(state_->segments, prefix, limit); });
}

std::optional<Determination> Searcher::letter(std::string_view case_number) const {
  return translating_xapian(state_->segments.index().folder.string(), [&] {
    std::optional<Determination> found;
    for (const std::string& spelling : case_spellings(case_number)) {
      if (!found) found = state_->find(spelling);
    }
    return found;
  });
}

}  // namespace imr
