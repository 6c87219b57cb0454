// SPDX-License-Identifier: GPL-3.0-or-later
// docs/query-language.md is true: its queries are answered, its mistakes are mistakes, and what it says is
// found is found. tests/unit/searcher/parse_query_test.cc holds it to its grammar.
#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/query_error.h"
#include "searcher/searcher.h"
#include "searcher/tree_json.h"
#include "tests/support/sample_index.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

// The lines of the manual's code blocks by their kind, and the lines outside of blocks under "".
std::map<std::string, Strings> read_manual() {
  std::ifstream file(IMR_SOURCE_DIR "/docs/query-language.md");
  std::map<std::string, Strings> blocks;
  std::string kind;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      kind = line.substr(3);
    } else {
      blocks[kind].push_back(line);
    }
  }
  return blocks;
}

const std::map<std::string, Strings>& manual() {
  static const auto blocks = read_manual();
  return blocks;
}

std::string query_of(const std::string& line) { return line.substr(0, line.find("  # ")); }

// What stands between marks of one kind: quotes, backticks.
Strings between(const std::string& text, char mark) {
  Strings found;
  for (std::size_t at = text.find(mark); at != std::string::npos;) {
    const std::size_t end = text.find(mark, at + 1);
    if (end == std::string::npos) break;
    found.push_back(text.substr(at + 1, end - at - 1));
    at = text.find(mark, end + 1);
  }
  return found;
}

// QUERY  # "found", "found"; not "not found"
struct Claim {
  std::string query;
  Strings found;
  Strings not_found;
};

std::vector<Claim> claims() {
  std::vector<Claim> all;
  for (const std::string& line : manual().at("finds")) {
    const std::string note = line.substr(query_of(line).size());
    const std::size_t split = std::min(note.find("not \""), note.size());
    all.push_back({query_of(line), between(note.substr(0, split), '"'), between(note.substr(split), '"')});
  }
  return all;
}

// First cells of the table's rows below a heading or a line.
Strings table_below(const std::string& begin) {
  Strings cells;
  const Strings& lines = manual().at("");
  auto at = std::ranges::find_if(lines, [&](const std::string& line) { return line.starts_with(begin); });
  for (; at != lines.end() && !at->starts_with("| ---"); ++at) continue;
  while (at != lines.end() && (++at)->starts_with("|")) cells.push_back(at->substr(0, at->find(" | ")));
  return cells;
}

Response answer(const std::filesystem::path& index, const std::string& query) {
  return Searcher(index).search({.query = query, .limit = 10'000, .passages = 1});
}

const std::filesystem::path& sample_ix() {
  static const TemporaryFolder folder;
  static const std::filesystem::path path = [] {
    build_index(folder / "ix", sample_letters());
    return folder / "ix";
  }();
  return path;
}

}  // namespace

TEST_CASE("what the manual says is found is found, and what is not is not") {
  std::map<std::string, std::string> names;  // by text
  std::vector<Determination> letters;
  for (const Claim& claim : claims()) {
    for (const Strings* texts : {&claim.found, &claim.not_found}) {
      for (const std::string& text : *texts) {
        if (!names.emplace(text, "letter-" + std::to_string(names.size())).second) continue;
        Determination letter{.case_number = names[text], .layout = Layout::f};
        letter.issues.push_back({.issue_no = 1,
                                 .treatment = "Request",
                                 .title = "",
                                 .decision = Decision::upheld,
                                 .rationale = text});
        letters.push_back(std::move(letter));
      }
    }
  }
  const TemporaryFolder folder;
  build_index(folder / "ix", letters);
  CHECK(claims().size() >= 30);
  for (const Claim& claim : claims()) {
    CAPTURE(claim.query);
    CHECK_FALSE((claim.found.empty() && claim.not_found.empty()));
    Strings found;
    for (const Hit& hit : answer(folder / "ix", claim.query).hits) found.push_back(hit.case_number);
    const auto is_found = [&](const std::string& text) {
      return std::ranges::find(found, names.at(text)) != found.end();
    };
    for (const std::string& text : claim.found) {
      CAPTURE(text);
      CHECK(is_found(text));
    }
    for (const std::string& text : claim.not_found) {
      CAPTURE(text);
      CHECK_FALSE(is_found(text));
    }
  }
}

TEST_CASE("the manual's queries are answered") {
  const Strings& queries = manual().at("query");
  CHECK(queries.size() > 80);
  for (const std::string& line : queries) {
    CAPTURE(line);
    CHECK_FALSE(answer(sample_ix(), query_of(line)).interpreted.empty());
  }
  std::size_t glances = 0;
  for (const std::string& cell : table_below("## At a glance")) {
    for (const std::string& query : between(cell, '`')) {
      CAPTURE(query);
      CHECK_FALSE(answer(sample_ix(), query).interpreted.empty());
      ++glances;
    }
  }
  CHECK(glances >= 14);
}

TEST_CASE("queries that the manual says are the same find the same") {
  int same = 0;
  for (const std::string& line : manual().at("query")) {
    const std::size_t note = line.find("  # = ");
    if (note == std::string::npos) continue;
    CAPTURE(line);
    const Response one = answer(sample_ix(), line.substr(0, note));
    const Response other = answer(sample_ix(), line.substr(note + 6));
    CHECK(one.interpreted == other.interpreted);
    CHECK(one.total_issues == other.total_issues);
    ++same;
  }
  CHECK(same >= 3);
}

TEST_CASE("the manual's mistakes are mistakes with a hint") {
  CHECK(manual().at("mistakes").size() > 10);
  for (const std::string& line : manual().at("mistakes")) {
    CAPTURE(line);
    try {
      answer(sample_ix(), query_of(line));
      CHECK_MESSAGE(false, "no mistake");
    } catch (const QueryError& error) {
      CHECK(line.ends_with("  # " + std::string(error.what())));
      CHECK_FALSE(error.hint().empty());
    }
  }
}

TEST_CASE("the manual's ways to write a citation are understood") {
  std::size_t ways = 0;
  for (const std::string& cell : table_below("The value is read as people write citations")) {
    for (std::string cited : between(cell, '`')) {
      if (cited.starts_with("p") || cited.starts_with("at ")) cited.insert(0, "ACOEM ch 8 ");
      if (cited.starts_with("chapters")) cited.insert(0, "ACOEM ");
      CAPTURE(cited);
      CHECK(answer(sample_ix(), "cite:\"" + cited + "\"").interpreted.starts_with("cite:"));
      ++ways;
    }
  }
  CHECK(ways >= 15);
}

TEST_CASE("the manual's tree is that of its query") {
  std::string json;
  for (const std::string& line : manual().at("json")) json += line;
  const QueryNode tree = read_tree(nlohmann::json::parse(json), "");
  std::string before;
  for (const std::string& line : manual().at("")) {
    if (line.find("`query.tree`. So `") != std::string::npos) before = line;
  }
  const Strings queries = between(before, '`');
  REQUIRE_FALSE(queries.empty());
  CHECK(tree == parse_query(queries.back()));
}
