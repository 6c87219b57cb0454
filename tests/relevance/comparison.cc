// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/comparison.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "tests/relevance/our_ranking.h"
#include "tests/relevance/plain_bm25.h"
#include "tests/relevance/randomisation_test.h"
#include "tests/support/temporary_folder.h"

namespace imr {

namespace {

Result result_of(std::string system, Run run, const TestCollection& collection) {
  Result result{std::move(system), std::move(run), {}, {}};
  for (const Topic& topic : collection.topics) {
    result.of_topics.push_back(evaluate(result.run.at(topic.id), collection.qrels.at(topic.id)));
  }
  result.overall = mean(result.of_topics);
  return result;
}

Result strong_baseline(const TestCollection& collection) {
  const PlainChain chain(usual_stop_words());
  Result longer = result_of("strong_0.9_0.4", plain_run(collection, chain, 0.9, 0.4), collection);
  Result shorter = result_of("strong_1.2_0.75", plain_run(collection, chain, 1.2, 0.75), collection);
  return shorter.overall.ndcg10 > longer.overall.ndcg10 ? shorter : longer;
}

std::vector<double> figures(const Result& result, double Metrics::*figure) {
  std::vector<double> values;
  for (const Metrics& metrics : result.of_topics) values.push_back(metrics.*figure);
  return values;
}

template <class... Values>
std::string formatted(const char* format, Values... values) {
  char text[200];
  std::snprintf(text, sizeof text, format, values...);
  return text;
}

double percent_better(double ours, double other) { return other == 0 ? 0 : 100 * (ours / other - 1); }

std::string difference(const Result& ours, const Result& other, const char* name, double Metrics::*figure) {
  return formatted("  %s %+5.1f %% (p = %.4f)", name,
                   percent_better(ours.overall.*figure, other.overall.*figure),
                   randomisation_p(figures(ours, figure), figures(other, figure)));
}

void write_run(const Result& result, const std::string& path) {
  std::ofstream file;
  file.exceptions(std::ios::failbit | std::ios::badbit);
  file.open(path);
  for (const auto& [topic, ranking] : result.run) {
    for (std::size_t i = 0; i < ranking.size(); ++i) {
      file << topic << " Q0 " << ranking[i].id << ' ' << i + 1 << ' ' << formatted("%.6f", ranking[i].score)
           << ' ' << result.system << '\n';
    }
  }
  file.close();
}

}  // namespace

std::vector<const Result*> Comparison::results() const {
  return {&lucene_chain, &strong, &stock, &ours_plain, &ours};
}

Comparison compare_systems(const TestCollection& collection) {
  const TemporaryFolder folder;
  index_collection(collection, folder / "index");
  const Searcher searcher(folder / "index");
  return {
      collection.name,
      plain_documents(collection).size(),
      collection.topics.size(),
      result_of("lucene_chain", plain_run(collection, PlainChain(lucene_stop_words()), 0.9, 0.4), collection),
      strong_baseline(collection),
      result_of("stock_xapian", stock_xapian(collection), collection),
      result_of("ours_no_expand", our_run(searcher, collection, false), collection),
      result_of("ours", our_run(searcher, collection, true), collection)};
}

void print_comparison(const Comparison& comparison, std::ostream& out) {
  out << comparison.collection << ": " << comparison.documents << " documents, " << comparison.topics
      << " topics\n"
      << formatted("  %-16s %8s %8s %8s %8s\n", "", "nDCG@10", "MAP", "R@100", "P@10");
  for (const Result* result : comparison.results()) {
    const Metrics& m = result->overall;
    out << formatted("  %-16s %8.4f %8.4f %8.4f %8.4f\n", result->system.c_str(), m.ndcg10, m.map,
                     m.recall100, m.precision10);
  }
  for (const Result* other : {&comparison.strong, &comparison.stock}) {
    for (const Result* ours : {&comparison.ours_plain, &comparison.ours}) {
      out << "  " << formatted("%-14s", ours->system.c_str()) << " against "
          << formatted("%-15s", other->system.c_str())
          << difference(*ours, *other, "nDCG@10", &Metrics::ndcg10)
          << difference(*ours, *other, "MAP", &Metrics::map) << '\n';
    }
  }
}

void print_means(const std::vector<Comparison>& comparisons, std::ostream& out) {
  double ours = 0;
  double plain = 0;
  double strong = 0;
  for (const Comparison& comparison : comparisons) {
    ours += comparison.ours.overall.ndcg10;
    plain += comparison.ours_plain.overall.ndcg10;
    strong += comparison.strong.overall.ndcg10;
  }
  const auto count = static_cast<double>(comparisons.size());
  out << formatted("mean nDCG@10: strong %.4f, ours_no_expand %.4f (%+.1f %%), ours %.4f (%+.1f %%)\n",
                   strong / count, plain / count, percent_better(plain, strong), ours / count,
                   percent_better(ours, strong));
}

void write_runs(const Comparison& comparison, const std::string& folder) {
  std::filesystem::create_directories(folder);
  for (const Result* result : comparison.results()) {
    write_run(*result, folder + "/" + comparison.collection + "." + result->system + ".run");
  }
}

}  // namespace imr
