// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/e2e/workplace.h"

using namespace imr;
using Json = nlohmann::json;

namespace {

constexpr const char* kQueries[] = {"mri",
                                    "\"functional improvement\"",
                                    "acupuncture OR chiropractic",
                                    "decision:overturned epidural",
                                    "state:CA age:40..59",
                                    "lumbar w/5 pain",
                                    ""};

// What a search says, without what differs from index to index and run to run.
Json answer(const Workplace& place, const std::string& index, const std::string& query) {
  const RunResult run =
      place.search({"query", query, "--index", index, "--format", "json", "--facet", "specialty:100",
                    "--facet", "guideline:100", "--facet", "decision", "--limit", "all"});
  CAPTURE(run.err);
  REQUIRE(run.status == 0);
  Json json = Json::parse(run.out);
  json.erase("took_ms");
  json["index"].erase("generation");
  return json;
}

void check_same_answers(const Workplace& place, const std::string& one, const std::string& other) {
  for (const std::string query : kQueries) {
    CAPTURE(query);
    CHECK(answer(place, one, query) == answer(place, other, query));
  }
}

// Every file under a folder with its bytes.
std::map<std::string, std::string> tree(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().string()] = file_text(entry.path());
  }
  return files;
}

std::uint64_t letters_in(const Workplace& place, const std::string& index) {
  return Json::parse(place.index({"stats", "--index", index, "--format", "json"}).out)["letters"];
}

}  // namespace

TEST_CASE("build reads texts, PDFs and records, and writes nothing to standard output") {
  const Workplace place;
  place.take_samples("sample-f0");
  place.take_samples("sample-p0");
  place.write("letters/notes.jsonl", R"({"id": "note/1", "title": "A note", "text": "about zebras"})"
                                     "\n");
  const RunResult run = place.index({"build", "--index", "ix", "letters"});
  CHECK(run.status == 0);
  CHECK(run.out.empty());
  CHECK(contains(run.err, "read 14 letters with "));
  CHECK(contains(run.err, " and 1 plain record in "));
  CHECK(contains(run.err, "fields filled, in percent:"));
  CHECK(place.search({"--index", "ix", "--format", "ids", "zebra"}).out == "note/1#1\n");
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
}

TEST_CASE("the sample letters are found, each by its case number") {
  const Workplace place;
  const RunResult exported = place.index({"export", samples().string()});
  CHECK(exported.status == 0);
  place.write("all.jsonl", exported.out);
  REQUIRE(place.index({"build", "--index", "ix", "all.jsonl"}).status == 0);
  std::set<std::string> names;
  for (const std::string& line : lines_of(exported.out)) names.insert(Json::parse(line)["case_number"]);
  CHECK(names.size() >= 55);
  std::string requests;
  for (const std::string& name : names) requests += Json{{"query", "case:\"" + name + "\""}}.dump() + "\n";
  const Words answers = lines_of(place.search({"batch", "--index", "ix"}, {.input = requests}).out);
  REQUIRE(answers.size() == names.size());
  auto name = names.begin();
  for (const std::string& line : answers) {
    const Json response = Json::parse(line);
    CAPTURE(*name);
    CHECK(response["total"]["letters"] == 1);
    CHECK(response["hits"][0]["case_number"] == *name++);
  }
}

TEST_CASE("what export writes, build reads back to the same answers") {
  const Workplace place;
  place.take_samples("sample-");
  place.index({"build", "--index", "from_files", "letters"});
  const RunResult exported = place.index({"export", "letters"});
  CHECK(contains(exported.err, "read 55 letters"));
  CHECK(lines_of(exported.out).size() == 55);
  REQUIRE(place.index({"build", "--index", "from_export", "-"}, {.input = exported.out}).status == 0);
  check_same_answers(place, "from_files", "from_export");
  const RunResult again = place.index({"export", "-"}, {.input = exported.out});
  CHECK(again.out == exported.out);
}

TEST_CASE("building twice gives the same index but for its generation") {
  const Workplace place;
  place.take_samples("sample-d");
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  place.index({"build", "--index", "other", "letters"});
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  check_same_answers(place, "ix", "other");
  CHECK(Json::parse(place.index({"stats", "--index", "ix", "--format", "json"}).out)["generation"] == "2");
}

TEST_CASE("add takes new letters, replaces changed ones and skips the others") {
  const Workplace place;
  place.write("a.txt", letter_text({.case_number = "CM00-0000001", .rationale = "Alpha. Not necessary."}));
  place.write("b.txt", letter_text({.case_number = "CM00-0000002"}));
  REQUIRE(place.index({"build", "--index", "ix", "a.txt", "b.txt"}).status == 0);
  place.write("a.txt", letter_text({.case_number = "CM00-0000001", .rationale = "Omega. Not necessary."}));
  place.write("c.txt", letter_text({.case_number = "CM00-0000003"}));
  const RunResult added =
      place.index({"add", "--index", "ix", "--report", "report.json", "a.txt", "b.txt", "c.txt"});
  CHECK(added.status == 0);
  CHECK(added.out.empty());
  CHECK(contains(added.err, "1 unchanged, skipped\n1 replaced\n"));
  const Json report = Json::parse(place.read("report.json"));
  CHECK(report["letters"] == 3);
  CHECK(report["unchanged"] == 1);
  CHECK(report["replaced"] == 1);
  CHECK(letters_in(place, "ix") == 3);
  CHECK(place.search({"alpha", "--index", "ix", "--format", "ids"}).out.empty());
  CHECK(place.search({"omega", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
  REQUIRE(place.index({"build", "--index", "fresh", "a.txt", "b.txt", "c.txt"}).status == 0);
  check_same_answers(place, "ix", "fresh");
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
}

TEST_CASE("adding what is there already changes nothing to be found") {
  const Workplace place;
  place.take_samples("sample-g");
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  const RunResult again = place.index({"add", "--index", "ix", "letters"});
  CHECK(again.status == 0);
  CHECK(contains(again.err, "4 unchanged, skipped\n"));
  CHECK(letters_in(place, "ix") == 4);
}

TEST_CASE("letters added one at a time answer as those built at once") {
  const Workplace place;
  place.take_samples("sample-d");
  place.take_samples("sample-e");
  Words letters;
  for (const auto& entry : std::filesystem::directory_iterator(place / "letters")) {
    letters.push_back("letters/" + entry.path().filename().string());
  }
  std::ranges::sort(letters);
  REQUIRE(place.index({"build", "--index", "ix", letters[0]}).status == 0);
  for (std::size_t i = 1; i < letters.size(); ++i)
    REQUIRE(place.index({"add", "--index", "ix", letters[i]}).status == 0);
  REQUIRE(place.index({"build", "--index", "fresh", "letters"}).status == 0);
  const Json statistics = Json::parse(place.index({"stats", "--index", "ix", "--format", "json"}).out);
  CHECK(statistics["letters"] == letters.size());
  CHECK(statistics["segments"] <= 8);
  check_same_answers(place, "ix", "fresh");
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
}

TEST_CASE("remove takes letters out and says which are not there") {
  const Workplace place;
  place.take_samples("sample-f0");
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  const RunResult run = place.index({"remove", "--index", "ix", "CM99-1", "CM16-9000381"});
  CHECK(run.status == 1);
  CHECK(run.out.empty());
  CHECK(run.err == "imr-index: no letter CM99-1 in this index\nremoved 1 of 2 letters\n");
  CHECK(place.search({"show", "--index", "ix", "CM16-9000381"}).status == 1);
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
  std::filesystem::remove(place / "letters/sample-f04-cervical-mri.txt");
  REQUIRE(place.index({"build", "--index", "fresh", "letters"}).status == 0);
  check_same_answers(place, "ix", "fresh");
  CHECK(place.index({"remove", "--index", "ix", "CM16-9000381"}).status == 1);
  CHECK(place.index({"remove", "--index", "ix", "CM16-9000217"}).status == 0);
}

TEST_CASE("an index can lose its last letter and take letters again") {
  const Workplace place;
  place.write("a.txt", letter_text({}));
  REQUIRE(place.index({"build", "--index", "ix", "a.txt"}).status == 0);
  REQUIRE(place.index({"remove", "--index", "ix", "CM00-0000001"}).status == 0);
  CHECK(letters_in(place, "ix") == 0);
  const RunResult none = place.search({"mri", "--index", "ix", "--format", "json", "--facet", "decision"});
  CHECK(none.status == 0);
  CHECK(Json::parse(none.out)["total"]["issues"] == 0);
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
  REQUIRE(place.index({"add", "--index", "ix", "a.txt"}).status == 0);
  CHECK(place.search({"mri", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
}

TEST_CASE("a dry run reads and reports, and changes nothing") {
  const Workplace place;
  place.take_samples("sample-f01");
  CHECK(place.index({"build", "--index", "ix", "--dry-run", "letters"}).status == 0);
  CHECK_FALSE(std::filesystem::exists(place / "ix"));
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  const auto before = tree(place / "ix");
  place.take_samples("sample-f02");
  for (const char* command : {"build", "add"}) {
    const RunResult run =
        place.index({command, "--index", "ix", "--dry-run", "--report", "report.json", "letters"});
    CHECK(run.status == 0);
    CHECK(contains(run.err, "read 2 letters"));
    CHECK(Json::parse(place.read("report.json"))["letters"] == 2);
    CHECK(tree(place / "ix") == before);
  }
}

TEST_CASE("the report as JSON has what the one for people says") {
  const Workplace place;
  place.take_samples("sample-f0", "in");
  place.write("in/bad.txt", "Dear all, the meeting is at noon.\n");
  place.write("in/notes.jsonl", "{\"id\": \"n1\", \"title\": \"t\", \"text\": \"x\"}\nnonsense\n");
  place.write("in/z.txt", place.read("in/sample-f04-cervical-mri.txt"));
  const RunResult run = place.index({"build", "--index", "ix", "--report", "report.json", "in"});
  CHECK(run.status == 4);
  const Json report = Json::parse(place.read("report.json"));
  CHECK(report["letters"] == 10);
  CHECK(report["records"] == 1);
  CHECK(report["layouts"] == Json{{"F", 10}, {"plain", 1}});
  CHECK(report["given_more_than_once"] == Json{"CM16-9000381 (in/z.txt)"});
  REQUIRE(report["rejected"].size() == 2);
  CHECK(report["rejected"][0]["source"] == "in/bad.txt");
  CHECK(report["rejected"][0]["line"] == 0);
  CHECK(report["rejected"][0]["code"] == "no_determination");
  CHECK(report["rejected"][1]["source"] == "in/notes.jsonl");
  CHECK(report["rejected"][1]["line"] == 2);
  CHECK(report["rejected"][1]["code"] == "bad_json");
  CHECK(report["fields"]["decision_date"]["filled"] == 10);
  CHECK(report["fields"]["decision_date"]["by_year"]["2016"] == Json{{"filled", 2}, {"of", 2}});
  CHECK(report["fields"]["rationale"]["of"] == report["issues"]);
  CHECK(contains(run.err, "given again, the last one counts:\n  CM16-9000381 (in/z.txt)\n"));
  CHECK(contains(run.err, "2 inputs rejected, each named above:\n"));
}

TEST_CASE("stats counts what is there, in both formats") {
  const Workplace place;
  place.take_samples("sample-f0");
  place.write("letters/n.jsonl", "{\"id\": \"n1\", \"title\": \"t\", \"text\": \"x\"}\n");
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  const RunResult json = place.index({"stats", "--index", "ix", "--format", "json"});
  CHECK(json.err.empty());
  const Json statistics = Json::parse(json.out);
  CHECK(statistics["letters"] == 9);
  CHECK(statistics["records"] == 1);
  CHECK(statistics["schema"] == 6);
  CHECK(statistics["letters_by_layout"] == Json{{"F", 9}});
  std::uint64_t decided = 0;
  for (const auto& [decision, count] : statistics["issues_by_decision"].items())
    decided += count.get<std::uint64_t>();
  CHECK(decided == statistics["issues"]);
  const RunResult text = place.index({"stats", "--index", "ix"});
  CHECK(contains(text.out, "letters       9\n"));
  CHECK(contains(text.out, "plain records 1\n"));
  CHECK(contains(text.out, "issues        " + statistics["issues"].dump() + "\n"));
}

TEST_CASE("progress is shown when asked for, and never on standard output") {
  const Workplace place;
  place.take_samples("sample-f0");
  const auto run = [&](const char* when) {
    return place.index({"build", "--index", "ix", "--progress", when, "letters"});
  };
  const RunResult always = run("always");
  CHECK(always.out.empty());
  CHECK(contains(always.err, "\r"));
  for (const char* when : {"never", "auto"}) CHECK_FALSE(contains(run(when).err, "\r"));
}

TEST_CASE("a build that finds no letter leaves the old index as it was") {
  const Workplace place;
  place.take_samples("sample-f01");
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  const auto before = tree(place / "ix");
  place.write("none/readme.md", "not for us");
  for (const char* command : {"build", "add"}) {
    const RunResult run = place.index({command, "--index", "ix", "none"});
    CHECK(run.status == 4);
    CHECK(contains(run.err, "imr-index: no letter found; ix is left as it was\n"));
    CHECK(tree(place / "ix") == before);
  }
}

TEST_CASE("an expectation that is not met is an alarm, and the index is there all the same") {
  const Workplace place;
  place.take_samples("sample-f0", "in");
  place.write("in/n.txt", "");
  const auto run = [&](const std::vector<std::string>& expected) {
    std::vector<std::string> arguments = {"build", "--index", "ix", "in/sample-f04-cervical-mri.txt"};
    for (const std::string& text : expected) arguments.insert(arguments.end(), {"--expect", text});
    return place.index(arguments);
  };
  CHECK(run({"specialty>=1", "rationale>=0.5"}).status == 0);
  std::string text = place.read("in/sample-f04-cervical-mri.txt");
  const std::size_t line = text.find("Certification");
  text.erase(line, text.find('\n', line) - line);
  place.write("in/sample-f04-cervical-mri.txt", text);
  const RunResult unmet = run({"specialty>=0.95", "state>=1"});
  CHECK(unmet.status == 4);
  CHECK(contains(unmet.err, "imr-index: specialties is filled in 0 of 1, expected of 95 %\n"));
  CHECK(place.search({"--index", "ix", "--format", "ids", "cervical"}).status == 0);
  CHECK(run({"specialty>=2"}).status == 2);
  CHECK(run({"shoe_size>=0.5"}).status == 2);
}

TEST_CASE("an export is the same with any number of threads") {
  const Workplace place;
  place.take_samples("sample-", "in");
  const std::string one = place.index({"export", "--jobs", "1", "in"}).out;
  CHECK(place.index({"export", "--jobs", "7", "in"}).out == one);
  CHECK(place.index({"export", "in"}).out == one);
  CHECK(place.index({"export", "--jobs", "0", "in"}).status == 2);
}

TEST_CASE("letters without a case number keep their names, and each other, when more are added") {
  const Workplace place;
  const auto nameless = [](const std::string& remark) {
    std::string text = letter_text({});
    text.erase(0, text.find("HOW THE IMR"));
    return text + remark + "\n";
  };
  place.write("n1/x.txt", nameless("It was the first."));
  place.write("n2/x.txt", nameless("It was the second."));
  place.write("n3/x.txt", nameless("It was the third."));
  REQUIRE(place.index({"build", "--index", "ix", "n1", "n2"}).status == 0);
  const auto sources = [&] {
    std::map<std::string, std::string> result;
    std::istringstream lines(place.search({"--index", "ix", "--format", "jsonl", "--limit", "all"}).out);
    for (std::string line; std::getline(lines, line);) {
      const Json json = Json::parse(line);
      if (json.contains("issue_id")) result[json["issue_id"]] = json["source"];
    }
    return result;
  };
  const std::map<std::string, std::string> two = {{"x#1", "n1/x.txt"}, {"x~2#1", "n2/x.txt"}};
  CHECK(sources() == two);
  CHECK(contains(place.index({"add", "--index", "ix", "n2"}).err, "1 unchanged"));
  CHECK(sources() == two);
  place.index({"add", "--index", "ix", "n3"});
  CHECK(sources() == std::map<std::string, std::string>{
                         {"x#1", "n1/x.txt"}, {"x~2#1", "n2/x.txt"}, {"x~3#1", "n3/x.txt"}});
  place.write("n2/x.txt", nameless("It was changed."));
  CHECK(contains(place.index({"add", "--index", "ix", "n2"}).err, "1 replaced"));
  CHECK(sources().size() == 3);
}
