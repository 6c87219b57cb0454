// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace imr {

namespace {

constexpr std::size_t kCut = 10;
constexpr std::size_t kRecallCut = 100;

int grade_of(const Judgments& judgments, const std::string& id) {
  const auto found = judgments.find(id);
  return found == judgments.end() ? 0 : std::max(found->second, 0);
}

double discounted(const std::vector<int>& grades) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(kCut, grades.size()); ++i) {
    sum += grades[i] / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

std::vector<int> best_grades(const Judgments& judgments) {
  std::vector<int> grades;
  for (const auto& [id, grade] : judgments) {
    if (grade > 0) grades.push_back(grade);
  }
  std::ranges::sort(grades, std::greater());
  return grades;
}

}  // namespace

void sort_as_trec_eval(Ranking& ranking) {
  std::ranges::sort(ranking, [](const ScoredDocument& a, const ScoredDocument& b) {
    return a.score != b.score ? a.score > b.score : a.id > b.id;
  });
}

Metrics evaluate(const Ranking& ranking, const Judgments& judgments) {
  const std::vector<int> ideal = best_grades(judgments);
  if (ideal.empty()) return {};
  std::vector<int> grades;
  for (const ScoredDocument& document : ranking) grades.push_back(grade_of(judgments, document.id));
  const auto relevant = static_cast<double>(ideal.size());
  Metrics metrics;
  double found = 0;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (grades[i] == 0) continue;
    ++found;
    metrics.map += found / static_cast<double>(i + 1) / relevant;
    if (i < kRecallCut) metrics.recall100 = found / relevant;
    if (i < kCut) metrics.precision10 = found / static_cast<double>(kCut);
  }
  metrics.ndcg10 = discounted(grades) / discounted(ideal);
  return metrics;
}

Metrics mean(const std::vector<Metrics>& of_topics) {
  Metrics sum;
  const double share = 1 / static_cast<double>(std::max<std::size_t>(of_topics.size(), 1));
  for (const Metrics& metrics : of_topics) {
    sum.ndcg10 += metrics.ndcg10 * share;
    sum.map += metrics.map * share;
    sum.recall100 += metrics.recall100 * share;
    sum.precision10 += metrics.precision10 * share;
  }
  return sum;
}

}  // namespace imr
