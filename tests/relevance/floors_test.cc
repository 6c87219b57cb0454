// SPDX-License-Identifier: GPL-3.0-or-later
// On the public collections that lie beside the folder of IMR_CORPUS: the plain chain has the figure that
// others have published, and our ranking does not fall below what docs/relevance.md says of it.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <doctest/doctest.h>

#include "tests/relevance/our_ranking.h"
#include "tests/relevance/plain_bm25.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

namespace fs = std::filesystem;

fs::path collections_folder() {
  const char* corpus = std::getenv("IMR_CORPUS");
  if (corpus == nullptr || *corpus == '\0') return {};
  const fs::path folder = fs::path(corpus) / ".." / "collections";
  return fs::exists(folder) ? folder : fs::path();
}

Metrics measured(const Run& run, const TestCollection& collection) {
  std::vector<Metrics> of_topics;
  for (const Topic& topic : collection.topics) {
    of_topics.push_back(evaluate(run.at(topic.id), collection.qrels.at(topic.id)));
  }
  return mean(of_topics);
}

double our_ndcg(const TestCollection& collection) {
  const TemporaryFolder folder;
  index_collection(collection, folder / "index");
  constexpr std::size_t kDeepEnough = 20;
  return measured(our_run(Searcher(folder / "index"), collection, true, kDeepEnough), collection).ndcg10;
}

double strong_ndcg(const TestCollection& collection) {
  const PlainChain chain(usual_stop_words());
  return std::max(measured(plain_run(collection, chain, 0.9, 0.4), collection).ndcg10,
                  measured(plain_run(collection, chain, 1.2, 0.75), collection).ndcg10);
}

}  // namespace

TEST_CASE("the plain chain has the published figure of CACM") {
  if (collections_folder().empty()) return;
  const TestCollection cacm = read_beir(collections_folder() / "cacm");
  const Run run = plain_run(cacm, PlainChain(lucene_stop_words()), 0.9, 0.4);
  CHECK(std::abs(measured(run, cacm).map - 0.312) <= 0.01);
}

TEST_CASE("our ranking stays above its floors and above a strong plain one") {
  if (collections_folder().empty()) {
    std::cout << "skipped: no collections beside the folder of IMR_CORPUS\n";
    return;
  }
  const struct {
    const char* name;
    double floor;  // a point below what was measured
    double least;  // of the strong plain ranking
  } cases[] = {{"med", 0.71, 1.03}, {"liveqa_med_judged", 0.675, 1.03}, {"cacm", 0.497, 0.99}};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const TestCollection collection = read_beir(collections_folder() / c.name);
    const double ours = our_ndcg(collection);
    CHECK(ours >= c.floor);
    CHECK(ours >= c.least * strong_ndcg(collection));
  }
}
