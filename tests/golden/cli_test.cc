// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/e2e/workplace.h"
#include "tests/support/golden.h"

using namespace imr;

namespace {

std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_of(" \"()#*|;") == std::string::npos;
  return plain ? word : "'" + word + "'";
}

// A command as it would stand on a screen: what was typed, what was written to standard error and output, and
// the exit status.
std::string transcript(const Workplace& place, const Words& words) {
  const Words arguments(words.begin() + 1, words.end());
  const RunResult run = words[0] == "imr-index" ? place.index(arguments) : place.search(arguments);
  std::string text = "$";
  for (const std::string& word : words) text += " " + quoted(word);
  return text + "\n" + run.err + run.out + "[" + std::to_string(run.status) + "]\n\n";
}

std::string transcripts(const Workplace& place, const std::vector<Words>& commands) {
  std::string text;
  for (const Words& words : commands) text += transcript(place, words);
  return text;
}

void build_small_index(const Workplace& place) {
  place.write("a.txt", letter_text({}));
  REQUIRE(place.index({"build", "--index", "ix", "a.txt"}).status == 0);
}

}  // namespace

TEST_CASE("help of both programs and of every command") {
  const Workplace place;
  const struct {
    const char* program;
    Words commands;
  } programs[] = {
      {"imr-index", {"build", "add", "remove", "compact", "check", "stats", "export"}},
      {"imr-search", {"query", "facets", "explain", "show", "fields", "batch", "verify", "terms", "analyze", "schema"}}};
  for (const auto& program : programs) {
    const std::string name = program.program;
    std::string all = transcript(place, {name, "--help"});
    for (const std::string& command : program.commands) all += transcript(place, {name, command, "--help"});
    CHECK(golden_difference(all, "cli/" + name + "-help.txt") == "");
    for (const std::string& line : lines_of(all)) {
      CAPTURE(line);
      CHECK(line.size() <= 100);
    }
  }
}

TEST_CASE("command lines that cannot be understood") {
  const Workplace place;
  build_small_index(place);
  const std::string text =
      transcripts(place, {{"imr-index"},
                          {"imr-index", "frobnicate"},
                          {"imr-index", "build", "a.txt"},
                          {"imr-index", "build", "--index"},
                          {"imr-index", "build", "--index", "ix"},
                          {"imr-index", "build", "--index", "ix", "--force", "a.txt"},
                          {"imr-index", "build", "--index", "ix", "--progress", "often", "a.txt"},
                          {"imr-index", "remove", "--index", "ix"},
                          {"imr-index", "check", "--index", "ix", "a.txt"},
                          {"imr-index", "stats", "--index", "ix", "--format", "xml"},
                          {"imr-index", "export"},
                          {"imr-search", "mri"},
                          {"imr-search", "similar", "a.txt"},
                          {"imr-search", "show", "--index", "ix"},
                          {"imr-search", "mri", "--index", "ix", "--json"},
                          {"imr-search", "mri", "--index", "ix", "--limit", "ten"},
                          {"imr-search", "mri", "--index", "ix", "--limit", "-1"},
                          {"imr-search", "mri", "--index", "ix", "--limit", "1", "--limit", "2"},
                          {"imr-search", "mri", "--index", "ix", "--format", "xml"},
                          {"imr-search", "mri", "--index", "ix", "--sort", "age"},
                          {"imr-search", "mri", "--index", "ix", "--timeout", "soon"},
                          {"imr-search", "mri", "--index", "ix", "--cursor", "AAAA"},
                          {"imr-search", "mri", "--index", "ix", "--cursor", "AAAA", "--offset", "5"},
                          {"imr-search", "mri", "--index", "ix", "--group", "case"},
                          {"imr-search", "mri", "--index", "ix", "--match", "some"},
                          {"imr-search", "mri", "--index", "ix", "--color", "red"},
                          {"imr-search", "mri", "--index", "ix", "--format-version", "0"},
                          {"imr-search", "mri", "--index", "ix", "--format-version", "2"},
                          {"imr-search", "facets", "mri", "--index", "ix", "--format", "ids"},
                          {"imr-search", "show", "CM00-0000001", "--index", "ix", "--format", "csv"},
                          {"imr-search", "batch", "--index", "ix", "mri"}});
  CHECK(golden_difference(text, "cli/usage-errors.txt") == "");
}

// More words of one beginning than a pattern may stand for.
std::string many_words() {
  std::string text;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (const char c : {'x', 'y'}) text += std::string("zeb") + a + b + c + " ";
    }
  }
  return text;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Every message that ends a query, which is every QueryError that searcher/ throws for one.
TEST_CASE("queries and conditions that cannot be understood") {
  const Workplace place;
  place.write("a.txt", letter_text({}));
  place.write("b.jsonl", R"({"id": "words", "text": ")" + many_words() + "\"}\n");
  REQUIRE(place.index({"build", "--index", "ix", "a.txt", "b.jsonl"}).status == 0);
  std::vector<Words> commands;
  for (const char* query :
       {"mri (", "mri)", "\"red flag", "mri AND", "OR mri", "decison:upheld", "zzzz:x",
        "decision:", "age:forty", "age:40..x", "decided:2016-13", "decided:2016..12/2016", "state:Califrnia",
        "cite:\"ACOEM sholder\"", "cite:\"ACOEM ch 99\"", "cite:\"p 60\"", "cite:ACO*", "page:iv",
        "page:179..177", "issues:many",
        // pieces
        "mri \"\"", "mri \" \"", "=(mri)", "mri w/0 ct", "mri w/1001 ct", "mri pre/99999999999 ct",
        // operators
        "AND", "mri OR", "NOT", "mri NOT", "mri AND OR ct", "w/5 mri", "mri pre/5", "mri /s", "/p",
        "mri w/5 -knee", "mri /s NOT knee",
        // brackets and fields
        "()", "mri (ct (", "(mri OR ct", "treatment:-mri", "treatment:AND", "treatment:(mri decision:upheld)",
        "state:",
        // ranges
        "age:40...59", "age:>", "age:..", "age:1..2..3", "age:=>5", "decided:2017..2016",
        // what fields take
        "treatment:4..9", "treatment:(mri AND 4..9)", "age:\"forty\"", "decided:(2016 w/5 2017)",
        "page:\"ten\"", "state:(CA w/5 TX)", "case:(a w/5 b)", "case:CM16*", "level:Q9", "level:lumb*",
        "drug:zzzzzz",
        // nearness
        "(mri ct) w/5 knee", "state:CA w/5 knee", "(mri AND ct) w/5 knee", "mri w/5 ***", "zeb*"}) {
    commands.push_back({"imr-search", "query", query, "--index", "ix", "--format", "ids"});
  }
  for (const char* where : {"decision", "decison=upheld", "decision=upheldd", "state=Califrnia", "age=x",
                            "rationale=x", "page=60", "cite=ACOEM", "="}) {
    commands.push_back({"imr-search", "mri", "--index", "ix", "--where", where, "--format", "ids"});
  }
  for (const char* facet : {"stat", "age", "zzzzzz", "state:x", "state:"}) {
    commands.push_back({"imr-search", "mri", "--index", "ix", "--facet", facet, "--format", "ids"});
  }
  for (const char* terms : {"colour:x", "stat:x", "age:4"}) {
    commands.push_back({"imr-search", "terms", terms, "--index", "ix"});
  }
  CHECK(golden_difference(transcripts(place, commands), "cli/query-errors.txt") == "");
  const Words too_deep = {repeated("(", 101) + "mri" + repeated(")", 101), repeated("NOT ", 101) + "mri",
                          "mri" + repeated(" w/5 mri", 101)};
  for (const std::string& query : too_deep)
    commands.push_back({"imr-search", "query", query, "--index", "ix"});
  for (const Words& words : commands) {
    CAPTURE(words[2]);
    const RunResult run = place.search({words.begin() + 1, words.end()});
    CHECK((run.status == 2 || (words[2] == "zeb*" && run.status == 5)));
    CHECK(contains(run.err, "; "));  // a hint
  }
}

TEST_CASE("requests that cannot be served") {
  const Workplace place;
  build_small_index(place);
  std::string text;
  for (
      const char* request : {
          "mri",
          "[]",
          R"({"query": 7})",
          R"({"type": "delete"})",
          R"({"type": "show"})",
          R"({"type": "show", "case": "CM99-1"})",
          R"({"where": []})",
          R"({"where": {"state": 1}})",
          R"({"where": {"stat": "CA"}})",
          R"({"facets": "state"})",
          R"({"facets": ["colour"]})",
          R"({"limit": 10001})",
          R"({"limit": "ten"})",
          R"({"sort": "age"})",
          R"({"group": "worker"})",
          R"({"match": "most"})",
          R"({"plain": "yes"})",
          R"({"plain": true, "query": {"kind": "word", "text": "mri"}})",
          R"({"id": "q", "query": "mri ("})",
          R"({"query": {"kind": "words"}})",
          R"({"query": {"kind": "word", "text": "red flag"}})",
          R"({"query": {"kind": "field", "name": "decison", "children": [{"kind": "word", "text": "upheld"}]}})",
      }) {
    const RunResult run = place.search({"batch", "--index", "ix"}, {.input = std::string(request) + "\n"});
    text += std::string(request) + "\n" + run.err + run.out + "\n";
  }
  CHECK(golden_difference(text, "cli/request-errors.txt") == "");
}

TEST_CASE("indexes and letters that are not there, or not what they should be") {
  const Workplace place;
  build_small_index(place);
  place.write("memo.txt", "Dear all, the meeting is at noon.\n");
  place.write("notes.jsonl", "nonsense\n[]\n{\"id\": 5}\n{\"title\": \"no id\"}\n");
  const std::string text =
      transcripts(place, {{"imr-search", "mri", "--index", "nowhere"},
                          {"imr-search", "mri", "--index", "a.txt"},
                          {"imr-search", "show", "--index", "ix", "CM99-1", "CM00-0000001#7"},
                          {"imr-index", "add", "--index", "nowhere", "a.txt"},
                          {"imr-index", "build", "--index", "a.txt", "a.txt"},
                          {"imr-index", "build", "--index", "ix", "letters"},
                          {"imr-index", "remove", "--index", "ix", "CM99-1"},
                          {"imr-index", "stats", "--index", "nowhere"},
                          {"imr-index", "check", "--index", "nowhere"},
                          {"imr-index", "check", "--index", "ix"}});
  CHECK(golden_difference(text, "cli/not-there.txt") == "");
  std::string rejections;
  for (const std::string& line : lines_of(place.index({"export", "memo.txt", "notes.jsonl"}).err)) {
    if (line.starts_with("imr-index: ")) rejections += line + "\n";
  }
  CHECK(golden_difference(rejections, "cli/rejections.txt") == "");
}

TEST_CASE("explanations of hits and others") {
  const Workplace place;
  build_small_index(place);
  std::vector<Words> commands;
  for (const char* query :
       {"cervical mri \"red flag\" decision:upheld", "treatment:(mri w/5 spine) -fusion the",
        "fusion OR (mri NOT necessary)", "decided:2020.. specialty:\"pain medicine\"", "", "mri ("}) {
    commands.push_back({"imr-search", "explain", "--index", "ix", "--id", "CM00-0000001#1", query});
  }
  commands.push_back({"imr-search", "explain", "--index", "ix", "--id", "CM00-0000001#1", "--where",
                      "decision=overturned", "--where", "state=CA", "mri"});
  commands.push_back(
      {"imr-search", "explain", "--index", "ix", "--id", "CM00-0000001#1", "--match", "any", "mri knee"});
  commands.push_back(
      {"imr-search", "explain", "--index", "ix", "--id", "CM00-0000001#1", "--format", "json", "mri -knee"});
  commands.push_back({"imr-search", "explain", "--index", "ix", "--id", "CM00-0000001#2", "mri"});
  commands.push_back(
      {"imr-search", "explain", "--index", "ix", "--id", "CM00-0000001", "--format", "json", "mri"});
  commands.push_back({"imr-search", "explain", "--index", "ix", "mri"});
  CHECK(golden_difference(transcripts(place, commands), "cli/explain.txt") == "");
}
