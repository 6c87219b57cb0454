// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/narrowing.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "searcher/match_counter.h"

namespace imr {

namespace {

constexpr std::string_view kUsual[] = {"decision",        "treatment_category", "body_part",
                                       "guideline_topic", "specialty",          "decision_year"};

// So many values are offered; the rest of a facet is one more, so that a thousand rare values divide no
// better than a few that a person can choose from.
constexpr std::size_t kValuesOffered = 8;

std::vector<FacetRequest> asked_or_usual(const SearchRequest& request, const WhereFilter& filter) {
  std::vector<FacetRequest> facets;
  const auto add = [&](std::string_view name) {
    if (std::ranges::find(filter.groups, find_field(name), &WhereGroup::field) == filter.groups.end())
      facets.push_back({std::string(name), SIZE_MAX});
  };
  for (const FacetRequest& facet : request.facets) add(facet.name);
  if (request.facets.empty()) std::ranges::for_each(kUsual, add);
  return facets;
}

double bits_of(const Facet& facet, std::uint64_t issues) {
  std::vector<std::uint64_t> counts;
  for (const FacetValue& value : facet.values) {
    if (counts.size() <= kValuesOffered) {
      counts.push_back(value.issues);
    } else {
      counts.back() += value.issues;
    }
  }
  return imr::bits_of(counts, issues);
}

}  // namespace

double bits_of(const std::vector<std::uint64_t>& counts, std::uint64_t issues) {
  double sum = 0;
  for (const std::uint64_t count : counts) sum += static_cast<double>(count);
  const double none = std::max(0.0, static_cast<double>(issues) - sum);
  double bits = 0;
  const auto add = [&](double count) {
    const double share = count / (sum + none);
    if (share > 0) bits -= share * std::log2(share);
  };
  for (const std::uint64_t count : counts) add(static_cast<double>(count));
  add(none);
  return bits;
}

std::optional<Facet> best_division(const OpenSegments& segments, const std::vector<std::vector<Row>>& rows,
                                   const SearchRequest& request, const WhereFilter& filter) {
  std::uint64_t issues = 0;
  for (const auto& of_segment : rows) issues += of_segment.size();
  if (issues <= kTooManyIssues) return std::nullopt;
  std::vector<Facet> facets = count_values(segments, rows, asked_or_usual(request, filter));
  const auto bits = [&](const Facet& facet) { return facet.distinct < 2 ? 0 : bits_of(facet, issues); };
  const auto best = std::ranges::max_element(facets, {}, bits);
  if (best == facets.end() || bits(*best) == 0) return std::nullopt;
  if (best->values.size() > kValuesOffered) best->values.resize(kValuesOffered);
  return *best;
}

}  // namespace imr
