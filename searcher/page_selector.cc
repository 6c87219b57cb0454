// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/page_selector.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "searcher/all_documents.h"
#include "searcher/ranking.h"
#include "searcher/weightless.h"

namespace imr {

namespace {

// Xapian adds weights up in an order that depends on the segment, so the last bits of equal scores differ.
// Scores count to the sixth decimal, as they are printed.
double comparable(double score) { return std::round(score * 1e6) / 1e6; }

Xapian::Enquire ranking(const OpenSegments& segments, const Xapian::Query& query, Deadline& deadline) {
  Xapian::Enquire enquire(segments.whole());
  enquire.set_weighting_scheme(bm25_weight());
  enquire.set_query(until(deadline, query));
  return enquire;
}

bool is_leaf(const Xapian::Query& query) { return query.get_num_subqueries() == 0; }

// Whether Xapian 1.4.22 gives the right weights when it may pass over what cannot be among the first. It
// leaves out parts of weights where AND or a filter stands over OR and AND_MAYBE, such as words of one field.
bool may_prune(const Xapian::Query& query) {
  using enum Xapian::Query::op;
  const auto type = query.get_type();
  const bool over_leaves = type == OP_AND || type == OP_FILTER || type == OP_SYNONYM;
  if (!is_leaf(query) && type != OP_OR && type != OP_SCALE_WEIGHT && !over_leaves) return false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Xapian::Query part = query.get_subquery(i);
    if (over_leaves ? !is_leaf(part) : !may_prune(part)) return false;
  }
  return true;
}

// What widens the ranking of best match stands outside of all else.
bool may_prune_widened(const Xapian::Query& query) {
  if (query.get_type() != Xapian::Query::OP_AND_MAYBE) return may_prune(query);
  return may_prune_widened(query.get_subquery(0)) && may_prune(query.get_subquery(1));
}

std::vector<Ranked> best_scored(const OpenSegments& segments, const Xapian::Query& query, std::size_t count,
                                Deadline& deadline) {
  std::vector<Ranked> ranked;
  Xapian::Enquire enquire = ranking(segments, query, deadline);
  const bool prune = !deadline.is_limited() && may_prune_widened(query);
  const Xapian::MSet found =
      enquire.get_mset(0, static_cast<Xapian::doccount>(count), prune ? 0 : segments.whole().get_doccount());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    ranked.push_back({segments.place_of(*hit), comparable(hit.get_weight())});
  }
  return ranked;
}

LetterOrdinal letter_of(const OpenSegments& segments, const Ranked& ranked) {
  return segments.segment(ranked.place.segment).columns().letter_of(ranked.place.row);
}

std::size_t total(const std::vector<std::vector<Row>>& matches) {
  std::size_t count = 0;
  for (const auto& rows : matches) count += rows.size();
  return count;
}

// Offers what is behind the position asked for. Of a letter only its best issue stands in the list, so in a
// list of letters issues are held back until all of their letter have come, which follow one another in a
// segment.
class Candidates {
 public:
  Candidates(const OpenSegments& segments, const PageRequest& request, const IssueOrder& order,
             std::size_t count)
      : segments_(segments),
        request_(request),
        order_(order),
        best_(order, count),
        of_letter_(segments.size()) {}

  void offer(const Ranked& issue) {
    if (!request_.search.group_by_letter) return offer_entry(issue);
    std::optional<Ranked>& held = of_letter_[issue.place.segment];
    if (held && letter_of(segments_, *held) != letter_of(segments_, issue)) {
      offer_entry(*held);
      held.reset();
    }
    if (!held || order_(issue, *held)) held = issue;
  }

  std::vector<Ranked> take() {
    for (const auto& held : of_letter_) {
      if (held) offer_entry(*held);
    }
    return best_.take();
  }

 private:
  void offer_entry(const Ranked& issue) {
    if (!request_.after || order_.is_behind(*request_.after, issue)) best_.offer(issue);
  }

  const OpenSegments& segments_;
  const PageRequest& request_;
  const IssueOrder& order_;
  BestIssues best_;
  std::vector<std::optional<Ranked>> of_letter_;  // by segment
};

// Notes which segment Xapian is in: what a spy sees of a document is its number within its database.
class SegmentNote : public AllDocuments {
 public:
  SegmentNote(const OpenSegments& segments, std::size_t& current) : segments_(segments), current_(current) {}
  SegmentNote* clone() const override { return new SegmentNote(segments_, current_); }
  void init(const Xapian::Database& database) override {
    AllDocuments::init(database);
    const Segment* segment = segments_.segment_of(database.get_uuid());
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      if (&segments_.segment(i) == segment) segment_ = i;
    }
  }
  std::string get_description() const override { return "SegmentNote"; }

 private:
  void moved() override { current_ = segment_; }

  const OpenSegments& segments_;
  std::size_t& current_;
  std::size_t segment_ = 0;
};

// Sees every match with its weight, if Xapian is asked to check them all.
class WeightSpy : public Xapian::MatchSpy {
 public:
  WeightSpy(const std::size_t& segment, Candidates& candidates)
      : segment_(segment), candidates_(candidates) {}
  void operator()(const Xapian::Document& document, double weight) override {
    candidates_.offer({{segment_, document.get_docid() - 1}, comparable(weight)});
  }

 private:
  const std::size_t& segment_;
  Candidates& candidates_;
};

// Groups issues that come best first; letters in the order of their best issues.
std::vector<PageEntry> by_letter(const OpenSegments& segments, const std::vector<Ranked>& issues) {
  std::vector<PageEntry> letters;
  std::map<std::pair<std::size_t, LetterOrdinal>, std::size_t> places;
  for (const Ranked& issue : issues) {
    const auto [at, fresh] =
        places.try_emplace({issue.place.segment, letter_of(segments, issue)}, letters.size());
    if (fresh) {
      letters.push_back({issue, {}});
    } else {
      letters[at->second].others.push_back(issue);
    }
  }
  return letters;
}

std::vector<PageEntry> entries_of(const std::vector<Ranked>& issues) {
  std::vector<PageEntry> entries;
  for (const Ranked& issue : issues) entries.push_back({issue, {}});
  return entries;
}

std::vector<PageEntry> cut(std::vector<PageEntry> entries, const SearchRequest& search) {
  const std::size_t begin = std::min(search.offset, entries.size());
  const std::size_t count = std::min(search.limit, entries.size() - begin);
  const auto first = entries.begin() + static_cast<std::ptrdiff_t>(begin);
  return {std::make_move_iterator(first),
          std::make_move_iterator(first + static_cast<std::ptrdiff_t>(count))};
}

// Whether the page is settled by these issues: nothing below them can be part of it, nor tie with its end.
bool settled(const std::vector<PageEntry>& entries, const std::vector<Ranked>& issues, std::size_t needed) {
  return needed == 0 || (entries.size() >= needed && entries[needed - 1].best.score > issues.back().score);
}

// Gives the letters of a page all their matching issues, also those that rank too low to have been fetched.
void complete_others(const OpenSegments& segments, const PageRequest& request, const IssueOrder& order,
                     std::vector<PageEntry>& page) {
  std::vector<Xapian::Query> cases;
  std::size_t most = 0;
  const Field& field = *find_field("case");
  for (const PageEntry& entry : page) {
    const Columns& columns = segments.segment(entry.best.place.segment).columns();
    const LetterOrdinal letter = letter_of(segments, entry.best);
    cases.emplace_back(value_term(field, columns.case_number(letter)));
    most += columns.end_row(letter) - columns.first_row(letter);
  }
  const Xapian::Query letters =
      weightless(segments, Xapian::Query(Xapian::Query::OP_OR, cases.begin(), cases.end()));
  const Xapian::Query query(Xapian::Query::OP_FILTER, request.query, letters);
  std::vector<Ranked> issues = best_scored(segments, query, most, request.deadline);
  std::ranges::sort(issues, order);
  page = by_letter(segments, issues);
}

// How many entries have to be found for the page.
std::size_t entries_needed(const PageRequest& request) {
  const std::size_t all = total(request.matches);
  return request.search.offset + std::min(request.search.limit, all - request.search.offset);
}

// The first pages: as few issues as will do, so that Xapian need not weigh all of them.
std::vector<PageEntry> first_ranked(const OpenSegments& segments, const PageRequest& request,
                                    const IssueOrder& order) {
  const std::size_t all = total(request.matches);
  const std::size_t needed = entries_needed(request);
  for (std::size_t count = needed + 16;; count *= 2) {
    std::vector<Ranked> issues = best_scored(segments, request.query, std::min(count, all), request.deadline);
    std::ranges::sort(issues, order);
    const bool grouped = request.search.group_by_letter;
    std::vector<PageEntry> entries = grouped ? by_letter(segments, issues) : entries_of(issues);
    const bool more = issues.size() < all && !request.deadline.cut();
    if (more && !settled(entries, issues, needed)) continue;
    return cut(std::move(entries), request.search);
  }
}

// Pages behind a position: every match is weighed and none but those of the page kept.
std::vector<PageEntry> ranked_behind(const OpenSegments& segments, const PageRequest& request,
                                     const IssueOrder& order) {
  Candidates candidates(segments, request, order, entries_needed(request));
  std::size_t segment = 0;
  const Xapian::Query note((new SegmentNote(segments, segment))->release());
  const Xapian::Query noted(Xapian::Query::OP_FILTER, request.query, note);
  Xapian::Enquire enquire = ranking(segments, noted, request.deadline);
  WeightSpy spy(segment, candidates);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1, segments.whole().get_doccount());
  return entries_of(candidates.take());
}

std::vector<Ranked> others_of(const OpenSegments& segments, const PageRequest& request, const Ranked& best) {
  const Columns& columns = segments.segment(best.place.segment).columns();
  const LetterOrdinal letter = letter_of(segments, best);
  const std::vector<Row>& rows = request.matches[best.place.segment];
  std::vector<Ranked> others;
  for (auto row = std::ranges::lower_bound(rows, columns.first_row(letter));
       row != rows.end() && *row < columns.end_row(letter); ++row) {
    if (*row != best.place.row) others.push_back({{best.place.segment, *row}, 0});
  }
  return others;
}

// Pages by date or case number, and of queries that do not rank.
std::vector<PageEntry> listed(const OpenSegments& segments, const PageRequest& request,
                              const IssueOrder& order) {
  Candidates candidates(segments, request, order, entries_needed(request));
  for (std::size_t segment = 0; segment < request.matches.size(); ++segment) {
    for (const Row row : request.matches[segment]) candidates.offer({{segment, row}, 0});
  }
  std::vector<PageEntry> page = cut(entries_of(candidates.take()), request.search);
  if (request.search.group_by_letter) {
    for (PageEntry& entry : page) entry.others = others_of(segments, request, entry.best);
  }
  return page;
}

}  // namespace

std::vector<PageEntry> select_page(const OpenSegments& segments, const PageRequest& request) {
  if (request.search.limit == 0 || request.search.offset >= total(request.matches)) return {};
  const IssueOrder order(segments, request.search);
  if (request.search.sort != SortKey::score || !request.ranked) return listed(segments, request, order);
  std::vector<PageEntry> page =
      request.after ? ranked_behind(segments, request, order) : first_ranked(segments, request, order);
  if (request.search.group_by_letter && !page.empty()) complete_others(segments, request, order, page);
  return page;
}

std::vector<Ranked> best_issues(const OpenSegments& segments, const Xapian::Query& query, std::size_t count,
                                Deadline& deadline) {
  const SearchRequest by_score;
  const IssueOrder order(segments, by_score);
  for (std::size_t fetch = count + 16;; fetch *= 2) {
    std::vector<Ranked> issues = best_scored(segments, query, fetch, deadline);
    std::ranges::sort(issues, order);
    // Issues that were not fetched may tie with the last.
    const bool settled = issues.size() < fetch || issues[count - 1].score > issues.back().score;
    if (!settled) continue;
    if (issues.size() > count) issues.resize(count);
    return issues;
  }
}

}  // namespace imr
