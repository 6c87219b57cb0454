// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/metrics.h"

#include <doctest/doctest.h>

using namespace imr;

namespace {

Ranking ranking_of(const std::vector<std::string>& ids) {
  Ranking ranking;
  for (const std::string& id : ids) ranking.push_back({id, 100.0 - static_cast<double>(ranking.size())});
  return ranking;
}

std::vector<std::string> with_fillers(std::size_t fillers, const std::string& last) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < fillers; ++i) ids.push_back("filler" + std::to_string(i));
  ids.push_back(last);
  return ids;
}

}  // namespace

TEST_CASE("metrics are those computed by hand from trec_eval's definitions") {
  const Judgments graded = {{"a", 2}, {"b", 1}, {"c", 1}, {"no", 0}, {"spam", -1}};
  // The ideal: 2 + 1 / log2(3) + 1 / log2(4).
  constexpr double kIdeal = 2 + 0.6309297536 + 0.5;
  const struct {
    std::vector<std::string> ids;
    Metrics expected;
  } cases[] = {
      {{"a", "b", "c"}, {1, 1, 1, 0.3}},
      {{"a", "x", "b"}, {2.5 / kIdeal, (1 + 2.0 / 3) / 3, 2.0 / 3, 0.2}},
      {{"no", "spam", "a"}, {1 / kIdeal, 1.0 / 9, 1.0 / 3, 0.1}},
      {{"x", "y"}, {0, 0, 0, 0}},
      {{}, {0, 0, 0, 0}},
      {with_fillers(9, "b"), {0.2890648263 / kIdeal, 1.0 / 30, 1.0 / 3, 0.1}},
      {with_fillers(10, "a"), {0, 1.0 / 33, 1.0 / 3, 0}},
      {with_fillers(100, "a"), {0, 1.0 / 303, 0, 0}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.ids.size());
    const Metrics metrics = evaluate(ranking_of(c.ids), graded);
    CHECK(metrics.ndcg10 == doctest::Approx(c.expected.ndcg10));
    CHECK(metrics.map == doctest::Approx(c.expected.map));
    CHECK(metrics.recall100 == doctest::Approx(c.expected.recall100));
    CHECK(metrics.precision10 == doctest::Approx(c.expected.precision10));
  }
}

TEST_CASE("equal scores come with the greater id first, as trec_eval reads them") {
  Ranking ranking = {{"a", 1}, {"c", 2}, {"b", 1}, {"10", 1}, {"9", 1}};
  sort_as_trec_eval(ranking);
  CHECK(ranking == Ranking{{"c", 2}, {"b", 1}, {"a", 1}, {"9", 1}, {"10", 1}});
}

TEST_CASE("the mean is over topics, those without a hit included") {
  const Metrics overall = mean({{1, 0.5, 1, 0.3}, {0, 0, 0, 0}});
  CHECK(overall.ndcg10 == doctest::Approx(0.5));
  CHECK(overall.map == doctest::Approx(0.25));
  CHECK(overall.recall100 == doctest::Approx(0.5));
  CHECK(overall.precision10 == doctest::Approx(0.15));
}
