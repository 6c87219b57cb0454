// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match_counter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "searcher/row_source.h"

namespace imr {

namespace {

struct Counts {
  std::uint64_t issues = 0;
  std::uint64_t letters = 0;
  std::uint64_t overturned = 0;
  std::uint64_t decided = 0;
};

// Counts the values of one facet over the rows of a segment, which come letter by letter.
class FacetTally {
 public:
  FacetTally(const Field& field, const Segment& segment)
      : columns_(segment.columns()),
        column_(columns_.keyword(field)),
        counts_(column_.dictionary.size()),
        last_letter_(column_.dictionary.size(), kNoLetter) {}

  void count(Row row, bool decided, bool overturned) {
    const LetterOrdinal letter = columns_.letter_of(row);
    for (const std::uint16_t value : columns_.values(column_, row)) {
      Counts& counts = counts_[value];
      ++counts.issues;
      counts.decided += decided ? 1 : 0;
      counts.overturned += overturned ? 1 : 0;
      if (last_letter_[value] != letter) ++counts.letters;
      last_letter_[value] = letter;
    }
  }

  void add_to(std::map<std::string, Counts>& totals) const {
    for (std::size_t value = 0; value < counts_.size(); ++value) {
      if (counts_[value].issues == 0) continue;
      Counts& total = totals[column_.dictionary[value]];
      total.issues += counts_[value].issues;
      total.letters += counts_[value].letters;
      total.overturned += counts_[value].overturned;
      total.decided += counts_[value].decided;
    }
  }

 private:
  static constexpr LetterOrdinal kNoLetter = UINT32_MAX;
  const Columns& columns_;
  const Columns::Keyword& column_;
  std::vector<Counts> counts_;
  std::vector<LetterOrdinal> last_letter_;
};

// Tells decided and overturned issues of one segment.
class Decisions {
 public:
  explicit Decisions(const Columns& columns)
      : columns_(columns), column_(columns.keyword(*find_field("decision"))) {
    const auto found = std::ranges::find(column_.dictionary, name_of(Decision::overturned));
    overturned_ = static_cast<std::size_t>(found - column_.dictionary.begin());
  }
  bool decided(Row row) const { return !columns_.values(column_, row).empty(); }
  bool overturned(Row row) const { return decided(row) && columns_.values(column_, row)[0] == overturned_; }

 private:
  const Columns& columns_;
  const Columns::Keyword& column_;
  std::size_t overturned_ = 0;
};

FacetValue facet_value(const std::string& label, const Counts& counts, bool selected) {
  FacetValue value;
  value.value = label;
  value.issues = counts.issues;
  value.letters = counts.letters;
  value.overturned = counts.overturned;
  value.selected = selected;
  if (counts.decided > 0) {
    value.rate = static_cast<double>(counts.overturned) / static_cast<double>(counts.decided);
    value.ci95 = wilson_interval(counts.overturned, counts.decided);
  }
  return value;
}

class Counter {
 public:
  Counter(const OpenSegments& segments, const WhereFilter& filter, const std::vector<FacetRequest>& facets,
          Deadline& deadline)
      : segments_(segments), filter_(filter), facets_(facets), deadline_(deadline), totals_(facets.size()) {
    for (const FacetRequest& facet : facets) {
      const Field* field = find_field(facet.name);
      const auto group = std::ranges::find(filter.groups, field, &WhereGroup::field);
      groups_.push_back(static_cast<std::size_t>(group - filter.groups.begin()));
    }
  }

  void count(std::size_t number, const std::vector<Row>& rows) {
    const Segment& segment = segments_.segment(number);
    const WhereTest test(filter_, segment);
    const Decisions decisions(segment.columns());
    std::vector<FacetTally> tallies;
    for (const FacetRequest& facet : facets_) tallies.emplace_back(*find_field(facet.name), segment);
    std::vector<Row> passed;
    for (const Row row : rows) {
      const WhereTest::Outcome outcome = test.test(row);
      if (outcome.passed) passed.push_back(row);
      if (!outcome.passed && !outcome.only_failed) continue;
      for (std::size_t i = 0; i < tallies.size(); ++i) {
        if (!outcome.passed && groups_[i] != *outcome.only_failed) continue;
        tallies[i].count(row, decisions.decided(row), decisions.overturned(row));
      }
    }
    for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i].add_to(totals_[i]);
    note_passed(segment, std::move(passed));
  }

  MatchCounts finish() {
    for (std::size_t i = 0; i < facets_.size(); ++i) result_.facets.push_back(facet(i));
    return std::move(result_);
  }

 private:
  void note_passed(const Segment& segment, std::vector<Row> passed) {
    result_.issues += passed.size();
    LetterOrdinal last = UINT32_MAX;
    for (const Row row : passed) {
      const LetterOrdinal letter = segment.columns().letter_of(row);
      if (letter != last) ++result_.letters;
      last = letter;
    }
    result_.rows.push_back(std::move(passed));
  }

  Facet facet(std::size_t number) {
    Facet result;
    result.name = facets_[number].name;
    result.distinct = totals_[number].size();
    result.exact = !deadline_.cut();
    const bool filtered = groups_[number] < filter_.groups.size();
    const std::vector<std::string> none;
    const auto& selected = filtered ? filter_.groups[groups_[number]].labels : none;
    for (const std::string& label : selected) totals_[number][label];
    for (const auto& [label, counts] : totals_[number]) {
      const bool chosen = std::ranges::find(selected, label) != selected.end();
      result.values.push_back(facet_value(label, counts, chosen));
    }
    std::ranges::stable_sort(result.values, std::ranges::greater(), &FacetValue::issues);
    std::size_t place = 0;
    std::erase_if(result.values, [&](const FacetValue& value) {
      return place++ >= facets_[number].values && !value.selected;
    });
    return result;
  }

  const OpenSegments& segments_;
  const WhereFilter& filter_;
  const std::vector<FacetRequest>& facets_;
  Deadline& deadline_;
  std::vector<std::size_t> groups_;  // of the filter, for each facet; past the end: not filtered
  std::vector<std::map<std::string, Counts>> totals_;
  MatchCounts result_;
};

}  // namespace

MatchCounts count_matches(const OpenSegments& segments, const Xapian::Query& query, const WhereFilter& filter,
                          const std::vector<FacetRequest>& facets, Deadline& deadline) {
  Counter counter(segments, filter, facets, deadline);
  for (std::size_t i = 0; i < segments.size(); ++i)
    counter.count(i, matching_rows(segments.segment(i), query, deadline));
  return counter.finish();
}

std::vector<Facet> count_values(const OpenSegments& segments, const std::vector<std::vector<Row>>& rows,
                                const std::vector<FacetRequest>& facets) {
  const WhereFilter no_conditions;
  Counter counter(segments, no_conditions, facets, no_deadline());
  for (std::size_t i = 0; i < rows.size(); ++i) counter.count(i, rows[i]);
  return counter.finish().facets;
}

std::pair<double, double> wilson_interval(std::uint64_t successes, std::uint64_t trials) {
  constexpr double z = 1.959963984540054;  // 97.5 % quantile of the normal distribution
  const auto n = static_cast<double>(trials);
  const double p = static_cast<double>(successes) / n;
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace imr
