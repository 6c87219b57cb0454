// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/page_selector.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "searcher/ranking.h"

namespace imr {

namespace {

using Place = OpenSegments::Place;

// What an issue is sorted by. Case numbers break ties, so no two issues are equal.
class Order {
 public:
  Order(const OpenSegments& segments, const SearchRequest& search)
      : segments_(segments), key_(search.sort), descending_(search.descending) {}

  bool operator()(const Ranked& a, const Ranked& b) const {
    if (key_ == SortKey::score && a.score != b.score) return a.score > b.score;
    if (key_ == SortKey::decision_date) {
      const std::int32_t x = decided(a.place);
      const std::int32_t y = decided(b.place);
      if (x != y) return dated_before(x, y);
    }
    const bool backwards = key_ == SortKey::case_number && descending_;
    const int cases = case_number(a.place).compare(case_number(b.place));
    if (cases != 0) return backwards ? cases > 0 : cases < 0;
    return columns(a.place).issue_no(a.place.row) < columns(b.place).issue_no(b.place.row);
  }

 private:
  const Columns& columns(Place place) const { return segments_.segment(place.segment).columns(); }
  std::string_view case_number(Place place) const {
    return columns(place).case_number(columns(place).letter_of(place.row));
  }
  std::int32_t decided(Place place) const {
    return columns(place).numbers(*find_field("decided"))[columns(place).letter_of(place.row)];
  }
  bool dated_before(std::int32_t a, std::int32_t b) const {
    if (a == Columns::kNoNumber || b == Columns::kNoNumber) return b == Columns::kNoNumber;
    return descending_ ? a > b : a < b;
  }

  const OpenSegments& segments_;
  SortKey key_;
  bool descending_;
};

std::vector<Ranked> unscored(const std::vector<std::vector<Row>>& matches) {
  std::vector<Ranked> all;
  for (std::size_t segment = 0; segment < matches.size(); ++segment) {
    for (const Row row : matches[segment]) all.push_back({{segment, row}, 0});
  }
  return all;
}

// Xapian adds weights up in an order that depends on the segment, so the last bits of equal scores differ.
// Scores count to the sixth decimal, as they are printed.
double comparable(double score) { return std::round(score * 1e6) / 1e6; }

std::vector<Ranked> best_scored(const OpenSegments& segments, const Xapian::Query& query, std::size_t count,
                                Deadline& deadline) {
  std::vector<Ranked> ranked;
  Xapian::Enquire enquire(segments.whole());
  enquire.set_weighting_scheme(bm25_weight());
  enquire.set_query(until(deadline, query));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(count));
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    ranked.push_back({segments.place_of(*hit), comparable(hit.get_weight())});
  }
  return ranked;
}

LetterOrdinal letter_of(const OpenSegments& segments, const Ranked& ranked) {
  return segments.segment(ranked.place.segment).columns().letter_of(ranked.place.row);
}

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

std::vector<PageEntry> entries_of(const OpenSegments& segments, const std::vector<Ranked>& issues,
                                  bool grouped) {
  if (grouped) return by_letter(segments, issues);
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

std::size_t total(const std::vector<std::vector<Row>>& matches) {
  std::size_t count = 0;
  for (const auto& rows : matches) count += rows.size();
  return count;
}

// Whether the page is settled by these issues: nothing below them can be part of it, nor tie with its end.
bool settled(const std::vector<PageEntry>& entries, const std::vector<Ranked>& issues, std::size_t needed) {
  return needed == 0 || (entries.size() >= needed && entries[needed - 1].best.score > issues.back().score);
}

// Gives the letters of a page all their matching issues, also those that rank too low to have been fetched.
void complete_others(const OpenSegments& segments, const PageRequest& request, std::vector<PageEntry>& page) {
  std::vector<Xapian::Query> cases;
  const Field& field = *find_field("case");
  for (const PageEntry& entry : page) {
    const Columns& columns = segments.segment(entry.best.place.segment).columns();
    cases.emplace_back(value_term(field, columns.case_number(letter_of(segments, entry.best))));
  }
  const Xapian::Query letters(Xapian::Query::OP_OR, cases.begin(), cases.end());
  const Xapian::Query query(Xapian::Query::OP_FILTER, request.query, letters);
  std::vector<Ranked> issues = best_scored(segments, query, total(request.matches), request.deadline);
  std::ranges::sort(issues, Order(segments, request.search));
  page = by_letter(segments, issues);
}

std::vector<PageEntry> ranked_page(const OpenSegments& segments, const PageRequest& request) {
  const std::size_t all = total(request.matches);
  if (request.search.offset >= all) return {};
  const std::size_t needed =
      request.search.offset + std::min(request.search.limit, all - request.search.offset);
  for (std::size_t count = needed + 16;; count *= 2) {
    std::vector<Ranked> issues = best_scored(segments, request.query, std::min(count, all), request.deadline);
    std::ranges::sort(issues, Order(segments, request.search));
    std::vector<PageEntry> entries = entries_of(segments, issues, request.search.group_by_letter);
    const bool more = issues.size() < all && !request.deadline.cut();
    if (more && !settled(entries, issues, needed)) continue;
    entries = cut(std::move(entries), request.search);
    if (request.search.group_by_letter && !entries.empty()) complete_others(segments, request, entries);
    return entries;
  }
}

}  // namespace

std::vector<PageEntry> select_page(const OpenSegments& segments, const PageRequest& request) {
  if (request.search.limit == 0 || total(request.matches) == 0) return {};
  if (request.search.sort == SortKey::score && request.ranked) return ranked_page(segments, request);
  std::vector<Ranked> issues = unscored(request.matches);
  std::ranges::sort(issues, Order(segments, request.search));
  return cut(entries_of(segments, issues, request.search.group_by_letter), request.search);
}

std::vector<Ranked> best_issues(const OpenSegments& segments, const Xapian::Query& query, std::size_t count,
                                Deadline& deadline) {
  const SearchRequest by_score;
  for (std::size_t fetch = count + 16;; fetch *= 2) {
    std::vector<Ranked> issues = best_scored(segments, query, fetch, deadline);
    std::ranges::sort(issues, Order(segments, by_score));
    // Issues that were not fetched may tie with the last.
    const bool settled = issues.size() < fetch || issues[count - 1].score > issues.back().score;
    if (!settled) continue;
    if (issues.size() > count) issues.resize(count);
    return issues;
  }
}

}  // namespace imr
