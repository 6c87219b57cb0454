// SPDX-License-Identifier: GPL-3.0-or-later
// The harness from end to end, on a collection made up for it.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "corpus/corpus_error.h"
#include "tests/relevance/comparison.h"
#include "tests/relevance/plain_bm25.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

namespace fs = std::filesystem;

const fs::path kTiny = fs::path(IMR_SOURCE_DIR) / "tests" / "relevance" / "data" / "tiny";

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

std::string complaint_of(const fs::path& folder) {
  try {
    read_beir(folder);
  } catch (const CorpusError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("a collection is read with the topics that have a relevant document") {
  const TestCollection tiny = read_beir(kTiny);
  CHECK(tiny.name == "tiny");
  CHECK(tiny.letters.size() == 8);
  REQUIRE(tiny.topics.size() == 2);
  CHECK(tiny.topics[0].id == "q1");
  CHECK(tiny.topics[1].id == "q2");
  CHECK(tiny.qrels.at("q1") == Judgments{{"d2", 2}, {"d6", 0}, {"d8", 1}});
  CHECK(plain_documents(tiny)[3].id == "d4");
  CHECK(plain_documents(tiny)[3].text.starts_with("Tennis elbow\nPain outside"));
}

TEST_CASE("a file that is no collection is refused with its line") {
  const TemporaryFolder folder;
  CHECK(complaint_of(folder.path()).ends_with("corpus.jsonl: cannot be read"));
  write_file(folder / "corpus.jsonl", "{\"_id\": \"a\"}\n{\"id\": \"b\"}\n");
  CHECK(complaint_of(folder.path()).ends_with("corpus.jsonl:2: no object with an \"_id\""));
  write_file(folder / "corpus.jsonl", "{\"_id\": \"a\"}\n");
  write_file(folder / "queries.jsonl", "\n{\"_id\": \"q\", \"text\": \"t\"}\n");
  write_file(folder.path() / "qrels" / "test.tsv", "query-id\tcorpus-id\tscore\nq\ta\tgood\n");
  CHECK(complaint_of(folder.path()).ends_with("test.tsv:2: not a topic, a document and a grade"));
}

TEST_CASE("topics over letters may tell who asks before the query") {
  const TemporaryFolder folder;
  write_file(folder.path() / "letters" / "notes.jsonl",
             "{\"id\": \"n1\", \"title\": \"Knee\", \"text\": \"brace\"}\n");
  write_file(folder / "topics.tsv",
             "# comment\nt1\tknee brace\nt2\tattorney\tbrace for a knee\twhat is meant\nt3\tunjudged\n");
  write_file(folder / "qrels.tsv", "t1\tn1\t1\nt2\tn1\t2\n");
  const TestCollection letters =
      read_letters_with_topics(folder / "letters", folder / "topics.tsv", folder / "qrels.tsv");
  CHECK(letters.letters.size() == 1);
  REQUIRE(letters.topics.size() == 2);
  CHECK(letters.topics[0].text == "knee brace");
  CHECK(letters.topics[1].text == "brace for a knee");
  CHECK(letters.qrels.at("t2") == Judgments{{"n1", 2}});
}

TEST_CASE("the plain chain stems and drops stop words, and nothing else") {
  const PlainChain chain(lucene_stop_words());
  const std::vector<std::string> expected = {"don", "t", "inject", "l4", "5", "caf\u00e9", "s1"};
  CHECK(chain.terms("Don't the INJECTIONS (L4-5), caf\u00e9 s S1") == expected);
  CHECK(PlainChain(usual_stop_words()).terms("Don't you want both?") == std::vector<std::string>{"want"});
}

TEST_CASE("plain BM25 scores as its formula says") {
  const PlainChain chain(lucene_stop_words());
  const PlainBm25 index({{"a", "knee knee brace"}, {"b", "knee"}, {"c", "elbow elbow"}}, chain);
  const Ranking ranking = index.rank("knee knee", 1.2, 0.75);
  REQUIRE(ranking.size() == 2);
  // idf = ln(1 + 1.5 / 2.5); the mean length is 2; each word is typed twice.
  CHECK(ranking[0].id == "b");
  CHECK(ranking[0].score == doctest::Approx(2 * 0.4700036 * 1 / (1 + 1.2 * (0.25 + 0.75 * 0.5))));
  CHECK(ranking[1].score == doctest::Approx(2 * 0.4700036 * 2 / (2 + 1.2 * (0.25 + 0.75 * 1.5))));
}

TEST_CASE("every system is measured, compared and written as a run") {
  const Comparison comparison = compare_systems(read_beir(kTiny));
  for (const Result* result : comparison.results()) {
    CAPTURE(result->system);
    CHECK(result->overall.ndcg10 >= 0.8);
    CHECK(result->run.at("q2").front().id == "d3");
  }
  CHECK(comparison.ours.run.at("q1").front().id == "d2");

  std::ostringstream table;
  print_comparison(comparison, table);
  CHECK(table.str().find("tiny: 8 documents, 2 topics\n") == 0);
  CHECK(table.str().find("ours") != std::string::npos);

  const TemporaryFolder folder;
  write_runs(comparison, folder.path().string());
  std::ifstream run(folder / "tiny.ours.run");
  std::string line;
  REQUIRE(std::getline(run, line));
  CHECK(line.starts_with("q1 Q0 d2 1 "));
  CHECK(line.ends_with(" ours"));
}
