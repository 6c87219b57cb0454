// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/plain_bm25.h"

#include <cmath>

namespace imr {

PlainBm25::PlainBm25(const std::vector<PlainDocument>& documents, const PlainChain& chain) : chain_(chain) {
  for (const PlainDocument& document : documents) {
    const auto number = static_cast<std::uint32_t>(ids_.size());
    const std::vector<std::string> terms = chain.terms(document.text);
    ids_.push_back(document.id);
    lengths_.push_back(static_cast<double>(terms.size()));
    average_length_ += lengths_.back();
    for (const std::string& term : terms) {
      std::vector<Posting>& postings = postings_[term];
      if (postings.empty() || postings.back().document != number) postings.push_back({number, 0});
      ++postings.back().count;
    }
  }
  average_length_ /= static_cast<double>(ids_.size());
}

Ranking PlainBm25::rank(const std::string& query, double k1, double b) const {
  std::map<std::uint32_t, double> scores;
  const auto documents = static_cast<double>(ids_.size());
  for (const std::string& term : chain_.terms(query)) {
    const auto found = postings_.find(term);
    if (found == postings_.end()) continue;
    const auto holders = static_cast<double>(found->second.size());
    const double idf = std::log(1 + (documents - holders + 0.5) / (holders + 0.5));
    for (const Posting& posting : found->second) {
      const double norm = k1 * (1 - b + b * lengths_[posting.document] / average_length_);
      scores[posting.document] += idf * posting.count / (posting.count + norm);
    }
  }
  Ranking ranking;
  for (const auto& [document, score] : scores) ranking.push_back({ids_[document], score});
  sort_as_trec_eval(ranking);
  if (ranking.size() > kRunDepth) ranking.resize(kRunDepth);
  return ranking;
}

Run plain_run(const TestCollection& collection, const PlainChain& chain, double k1, double b) {
  const PlainBm25 index(plain_documents(collection), chain);
  Run run;
  for (const Topic& topic : collection.topics) run[topic.id] = index.rank(topic.text, k1, b);
  return run;
}

}  // namespace imr
