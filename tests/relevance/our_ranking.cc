// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/our_ranking.h"

#include "indexer/index_writer.h"

namespace imr {

void index_collection(const TestCollection& collection, const std::filesystem::path& folder) {
  IndexWriter writer = IndexWriter::fresh(folder);
  for (const Determination& letter : collection.letters) writer.add(letter);
  writer.commit();
}

Run our_run(const Searcher& searcher, const TestCollection& collection, bool expand, std::size_t depth) {
  SearchRequest request;
  request.plain = true;
  request.match = Match::any;
  request.expand = expand;
  request.limit = depth;
  request.passages = 0;
  Run run;
  for (const Topic& topic : collection.topics) {
    request.query = topic.text;
    Ranking& ranking = run[topic.id];
    for (const Hit& hit : searcher.search(request).hits) {
      ranking.push_back(
          {hit.issues_in_letter == 1 && !hit.decision ? hit.case_number : hit.issue_id, hit.score});
    }
    sort_as_trec_eval(ranking);
  }
  return run;
}

}  // namespace imr
