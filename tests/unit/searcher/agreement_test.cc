// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/agreement.h"

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

// Notes that say something of numbness, weakness and leg raising, and others that say nothing of it. The
// denial is said once and the complaint often, so that counting words would put the complaint first.
const std::vector<std::pair<std::string, std::string>> kNotes = {
    {"affirms", "He has numbness. There is numbness at night, numbness by day, and more numbness."},
    {"denies", "The worker was seen for his back and hip, and in the course of a long talk denies numbness."},
    {"lacks",
     "The records do not document weakness. The worker came for his back, and nothing else was said."},
    {"weak", "There is weakness of the leg, weakness of the arm, weakness all over, and weakness."},
    {"slr+",
     "A straight leg raise was positive. The worker came for his back and for nothing else that day."},
    {"slr-", "A negative straight leg raise. No straight leg raise sign, no straight leg raise at all."},
    {"other", "The neck hurts."},
};

const Searcher& notes() {
  static const TemporaryFolder folder;
  static const Searcher searcher = [] {
    IndexWriter writer = IndexWriter::fresh(folder.path());
    for (const auto& [name, text] : kNotes) {
      Determination note{.case_number = name, .layout = Layout::plain};
      Issue& issue = note.issues.emplace_back();
      issue.issue_no = 1;
      issue.rationale = text;
      writer.add(note);
    }
    writer.commit();
    return Searcher(folder.path());
  }();
  return searcher;
}

Response best_match(const std::string& query, bool expand = true) {
  return notes().search({.query = query, .plain = true, .match = Match::any, .expand = expand});
}

std::string first(const Response& response) {
  return response.hits.empty() ? "" : response.hits.front().case_number;
}

Strings said(const Response& response) {
  Strings all;
  for (const Expansion& expansion : response.expansions) {
    if (expansion.kind == "assertion") all.push_back(expansion.from + " = " + expansion.to.front());
  }
  return all;
}

}  // namespace

TEST_CASE("issues that say what a best match says come before those that say the opposite") {
  CHECK(first(best_match("no numbness")) == "denies");
  CHECK(first(best_match("denies numbness")) == "denies");
  CHECK(first(best_match("numbness")) == "affirms");
  CHECK(first(best_match("has numbness")) == "affirms");
  CHECK(first(best_match("no documentation of weakness")) == "lacks");
  CHECK(first(best_match("positive straight leg raise")) == "slr+");
}

TEST_CASE("what was understood to be said is told, and can be turned off") {
  CHECK(said(best_match("no numbness")) == Strings{"no numbness = nofinding:numbness"});
  CHECK(said(best_match("positive straight leg raise")) ==
        Strings{"positive straight leg raise = finding:\"straight leg raise\""});
  CHECK(said(best_match("numbness")).empty());
  CHECK(said(best_match("no numbness", false)).empty());
  CHECK(first(best_match("no numbness", false)) != "denies");
}

TEST_CASE("what is said ranks and filters nothing") {
  CHECK(best_match("no numbness").total_issues == best_match("no numbness", false).total_issues);
}

TEST_CASE("of a long text the most telling statements rank, and the others are told of") {
  std::string text = "no weakness. ";
  for (std::size_t i = 0; i < kMostStatements; ++i) text += "no numbness. ";
  const Response repeated = best_match(text);
  CHECK(said(repeated).size() == 2);
  CHECK(repeated.warnings.empty());
  for (std::size_t i = 0; i < kMostStatements; ++i) text += "no sign" + std::string(i + 1, 'a') + ". ";
  const Response various = best_match(text);
  CHECK(said(various).size() == kMostStatements);
  REQUIRE(various.warnings.size() == 1);
  CHECK(various.warnings[0] ==
        "of what the text says of findings, only the 32 most telling statements rank; 2 more do not");
}
