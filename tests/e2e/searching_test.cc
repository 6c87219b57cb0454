// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/e2e/workplace.h"

using namespace imr;
using Json = nlohmann::json;

namespace {

// One index of the sample letters for all tests here, which only read it.
const Workplace& sample_place() {
  static const Workplace place;
  static const bool built = [] {
    place.take_samples("sample-");
    return place.index({"build", "--index", "ix", "letters"}).status == 0;
  }();
  REQUIRE(built);
  return place;
}

RunResult search(Words arguments, RunOptions options = {}) {
  options.environment.emplace("IMR_INDEX", "ix");
  return sample_place().search(arguments, std::move(options));
}

std::size_t code_points(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

// The total of a search whose page is ranked.
int count(const Words& words) {
  Words arguments = words;
  arguments.insert(arguments.begin(), {"query", "--format", "json", "--limit", "1"});
  return Json::parse(search(arguments).out)["total"]["issues"].get<int>();
}

}  // namespace

TEST_CASE("all formats tell of the same hits in the same order") {
  const Words query = {"epidural", "steroid", "injection", "--limit", "5"};
  const auto in = [&](const char* format) {
    Words words = query;
    words.insert(words.end(), {"--format", format});
    const RunResult run = search(words);
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    return run.out;
  };
  const Words ids = lines_of(in("ids"));
  REQUIRE(ids.size() == 5);
  const Json json = Json::parse(in("json"));
  const Words lines = lines_of(in("jsonl"));
  const Words csv = lines_of(in("csv"));
  const Words tsv = lines_of(in("tsv"));
  const Words run = lines_of(in("trec"));
  const std::string text = in("text");
  REQUIRE(lines.size() == 7);
  REQUIRE(csv.size() == 6);
  REQUIRE(tsv.size() == 6);
  REQUIRE(run.size() == 5);
  CHECK(Json::parse(lines.front())["type"] == "header");
  CHECK(Json::parse(lines.back())["type"] == "trailer");
  CHECK(Json::parse(lines.back())["total"] == json["total"]);
  std::size_t at = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    CAPTURE(i);
    CHECK(json["hits"][i]["issue_id"] == ids[i]);
    CHECK(json["hits"][i]["rank"] == i + 1);
    CHECK(Json::parse(lines[i + 1])["issue_id"] == ids[i]);
    CHECK(contains(csv[i + 1], ids[i]));
    CHECK(contains(tsv[i + 1], "\t" + ids[i] + "\t"));
    CHECK(run[i].starts_with("1 Q0 " + ids[i] + " " + std::to_string(i + 1) + " "));
    at = text.find(ids[i], at);
    CHECK(at != std::string::npos);
  }
}

TEST_CASE("highlights are byte ranges of the passage's text, on whole characters") {
  const Json response = Json::parse(search({"functional", "improvement", "--format", "json"}).out);
  REQUIRE(!response["hits"].empty());
  for (const Json& hit : response["hits"]) {
    REQUIRE(!hit["passages"].empty());
    for (const Json& passage : hit["passages"]) {
      const std::string text = passage["text"];
      for (const Json& range : passage["highlights"]) {
        const std::size_t begin = range[0], end = range[1];
        REQUIRE(begin < end);
        REQUIRE(end <= text.size());
        const std::string marked = text.substr(begin, end - begin);
        CAPTURE(marked);
        CHECK(std::string("fFiI").find(marked[0]) != std::string::npos);
      }
    }
  }
}

TEST_CASE("offset and limit cut one order into pages") {
  const Words all = lines_of(search({"pain", "--format", "ids", "--limit", "all"}).out);
  REQUIRE(all.size() > 20);
  Words pages;
  for (std::size_t offset = 0; offset < all.size(); offset += 7) {
    const RunResult page =
        search({"pain", "--format", "ids", "--limit", "7", "--offset", std::to_string(offset)});
    for (const std::string& id : lines_of(page.out)) pages.push_back(id);
  }
  CHECK(pages == all);
  CHECK(search({"pain", "--format", "ids", "--offset", "1000000"}).out.empty());
  CHECK(search({"pain", "--format", "ids", "--limit", "0"}).out.empty());
  const Json none = Json::parse(search({"pain", "--format", "json", "--limit", "0"}).out);
  CHECK(none["total"]["issues"] == all.size());
}

TEST_CASE("sorting by date and by case number, both ways, ties by number") {
  for (const char* key : {"decision_date", "-decision_date", "case_number", "-case_number"}) {
    CAPTURE(key);
    const Json hits = Json::parse(
        search({"--sort", key, "--format", "json", "--limit", "all", "--passages", "0"}).out)["hits"];
    REQUIRE(hits.size() == 149);
    const bool descends = key[0] == '-';
    const std::string field = descends ? key + 1 : key;
    for (std::size_t i = 1; i < hits.size(); ++i) {
      const Json& before = hits[i - 1][field];
      const Json& here = hits[i][field];
      if (before.is_null() || here.is_null()) continue;
      CHECK((descends ? before >= here : before <= here));
    }
  }
}

TEST_CASE("a condition keeps the order and the scores of what it leaves") {
  const Json all = Json::parse(search({"mri", "--format", "json", "--limit", "all"}).out)["hits"];
  const Json some = Json::parse(
      search({"mri", "--format", "json", "--limit", "all", "--where", "decision=overturned"}).out)["hits"];
  std::vector<std::pair<std::string, double>> kept;
  for (const Json& hit : all) {
    if (hit["decision"] == "overturned") kept.emplace_back(hit["issue_id"], hit["score"]);
  }
  REQUIRE(!kept.empty());
  REQUIRE(kept.size() == some.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    CHECK(some[i]["issue_id"] == kept[i].first);
    CHECK(some[i]["score"] == kept[i].second);
  }
}

TEST_CASE("grouping by letter gives a letter once, with its other issues") {
  const Json response =
      Json::parse(search({"therapy", "--group", "letter", "--format", "json", "--limit", "all"}).out);
  std::set<std::string> letters;
  std::size_t issues = 0;
  for (const Json& hit : response["hits"]) {
    CHECK(letters.insert(hit["case_number"]).second);
    issues += 1 + hit["others"].size();
  }
  CHECK(letters.size() == response["total"]["letters"]);
  CHECK(issues == response["total"]["issues"]);
}

TEST_CASE("facets count as a list of all issues would") {
  const Json all = Json::parse(search({"--format", "json", "--limit", "all", "--passages", "0"}).out)["hits"];
  const Json counted =
      Json::parse(search({"facets", "--facet", "decision", "--facet", "state:100", "--format", "json"}).out);
  CHECK(counted["type"] == "facets");
  CHECK_FALSE(counted.contains("hits"));
  for (const Json& value : counted["facets"]["decision"]["values"]) {
    std::size_t issues = 0;
    for (const Json& hit : all) issues += hit["decision"] == value["value"] ? 1 : 0;
    CHECK(value["issues"] == issues);
  }
  for (const Json& value : counted["facets"]["state"]["values"]) {
    CAPTURE(value.dump());
    std::size_t issues = 0, overturned = 0;
    for (const Json& hit : all) {
      bool has = false;
      for (const Json& state : hit["states"]) has = has || state == value["value"];
      issues += has ? 1 : 0;
      overturned += has && hit["decision"] == "overturned" ? 1 : 0;
    }
    CHECK(value["issues"] == issues);
    CHECK(value["overturned"] == overturned);
  }
}

TEST_CASE("facets has four usual ones, and tables of its own") {
  const RunResult text = search({"facets", "mri"});
  CHECK(text.status == 0);
  for (const char* name : {"decision", "specialty", "guideline", "decision_year"})
    CHECK(contains(text.out, name));
  CHECK(search({"facets", "mri", "--format", "csv"}).out.starts_with("facet,value,issues,"));
  CHECK(lines_of(search({"facets", "mri", "--format", "jsonl"}).out).size() == 2);
}

TEST_CASE("show prints letters and issues, and says which are not there") {
  const RunResult letter = search({"show", "CM16-9000381"});
  CHECK(letter.status == 0);
  CHECK(contains(letter.out, "MRI of the cervical spine without contrast"));
  CHECK(contains(letter.out, "There was no fever"));
  const RunResult issue = search({"show", "CM16-9000104#3", "--format", "json"});
  CHECK(issue.status == 0);
  CHECK(Json::parse(issue.out)["case_number"] == "CM16-9000104");
  const RunResult some = search({"show", "CM99-1", "CM16-9000381", "CM16-9000381#9"});
  CHECK(some.status == 1);
  CHECK(some.out == letter.out);
  CHECK(some.err ==
        "imr-search: no letter CM99-1 in this index\nimr-search: no issue CM16-9000381#9 in this index\n");
}

TEST_CASE("show as JSON is the record that export writes") {
  const std::string path = "letters/sample-f04-cervical-mri.txt";
  const RunResult exported = sample_place().index({"export", path});
  REQUIRE(exported.status == 0);
  CHECK(Json::parse(search({"show", "CM16-9000381", "--format", "json"}).out) == Json::parse(exported.out));
}

TEST_CASE("show --cite gives a line an issue: case, date, decision, specialty, guideline") {
  const Words lines = lines_of(search({"show", "--cite", "CM16-9000104", "CM16-9000381#1"}).out);
  REQUIRE(lines.size() == 14);
  CHECK(lines[13] ==
        "CM16-9000381, issue 1 (2017-01-03), MRI of the cervical spine without contrast; "
        "Upheld: treatment not approved; reviewer: Family Medicine; "
        "guideline: ACOEM Neck and Upper Back Complaints 2004, section Special Studies");
}

TEST_CASE("fields lists every field, as text and as JSON") {
  const Json fields =
      Json::parse(search({"fields", "--format", "json"}, {.environment = {{"IMR_INDEX", ""}}}).out);
  const std::string text = search({"fields"}).out;
  REQUIRE(fields.size() > 15);
  for (const Json& field : fields) {
    CHECK(contains(text, field["name"].get<std::string>()));
    // Each example is a query that is understood.
    const RunResult run = search({"query", field["example"].get<std::string>(), "--format", "json"});
    CAPTURE(field.dump());
    CAPTURE(run.err);
    CHECK(run.status == 0);
  }
}

TEST_CASE("batch answers in order, keeps ids, and serves on after a bad request") {
  const std::string requests =
      R"({"id": "q1", "query": "mri", "limit": 2})"
      "\n"
      "no json\n"
      "\n"
      R"({"id": "q2", "query": "mri ("})"
      "\n"
      R"({"id": "q8", "query": 7})"
      "\n"
      R"({"id": "q3", "query": "mri", "where": {"decison": ["upheld"]}})"
      "\n"
      R"({"id": "q4", "query": "mri", "limit": -1})"
      "\n"
      R"({"id": "q5", "type": "facets", "query": "mri", "facets": ["decision"]})"
      "\n"
      R"({"id": "q6", "query": "mri", "where": {"decision": ["overturned"]}, "group": "letter", "passages": 0})"
      "\n"
      R"({"query": "zzzzqx"})";
  const RunResult run = search({"batch"}, {.input = requests});
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  std::vector<Json> responses;
  for (const std::string& line : lines_of(run.out)) responses.push_back(Json::parse(line));
  REQUIRE(responses.size() == 9);
  const struct {
    Json id;
    const char* type;
    Json code;
  } expected[] = {
      {"q1", "results", nullptr},     {nullptr, "error", "bad_request"}, {"q2", "error", "query_syntax"},
      {"q8", "error", "bad_request"}, {"q3", "error", "unknown_field"},  {"q4", "error", "bad_request"},
      {"q5", "facets", nullptr},      {"q6", "results", nullptr},        {nullptr, "results", nullptr}};
  for (std::size_t i = 0; i < responses.size(); ++i) {
    CAPTURE(responses[i].dump());
    CHECK(responses[i]["format_version"] == 1);
    CHECK(responses[i]["type"] == expected[i].type);
    CHECK(responses[i].value("id", Json()) == expected[i].id);
    if (!expected[i].code.is_null()) CHECK(responses[i]["error"]["code"] == expected[i].code);
  }
  CHECK(responses[0]["hits"].size() == 2);
  CHECK(responses[2]["error"]["column"] == 5);
  CHECK(responses[8]["total"]["issues"] == 0);
}

TEST_CASE("the tree of a response asks the same again, and a mistake in a tree has its place") {
  for (const char* query :
       {"mri (cervical OR shoulder) -\"red flag\"", "age:40..59 failed w/9 therapy decision:upheld",
        "state:(CA OR TX) radicul* =tens OR level:L4-5", ""}) {
    CAPTURE(query);
    Json typed = Json::parse(search({"--format", "json", "--", query}).out);
    const Json request = {{"query", typed["query"]["tree"]}};
    Json asked = Json::parse(search({"batch"}, {.input = request.dump() + "\n"}).out);
    for (Json* response : {&typed, &asked}) {
      response->erase("took_ms");
      (*response)["query"].erase("text");
    }
    // A cursor belongs to the text of its query.
    CHECK(asked["next_cursor"].is_null() == typed["next_cursor"].is_null());
    asked.erase("next_cursor");
    typed.erase("next_cursor");
    CHECK(asked == typed);
  }
  const Json word = {{"kind", "word"}, {"text", "Califrnia"}};
  const Json field = {{"kind", "field"}, {"name", "state"}, {"children", {word}}};
  const Json request = {{"query", {{"kind", "negation"}, {"children", {field}}}}};
  const Json wrong = Json::parse(search({"batch"}, {.input = request.dump()}).out);
  CHECK(wrong["error"]["code"] == "unknown_value");
  CHECK(wrong["error"]["pointer"] == "/query/children/0/children/0");
  CHECK(wrong["query"]["text"] == "NOT state:Califrnia");
}

TEST_CASE("a batch request gives what the command gives") {
  Json one = Json::parse(
      search({"mri", "cervical", "--where", "decision=upheld", "--facet", "specialty:3", "--format", "json"})
          .out);
  Json other = Json::parse(
      search(
          {"batch"},
          {.input =
               R"({"query": "mri cervical", "where": {"decision": ["upheld"]}, "facets": ["specialty:3"]})"})
          .out);
  one.erase("took_ms");
  other.erase("took_ms");
  CHECK(one == other);
}

TEST_CASE("nothing found is success, unless --fail-empty asks otherwise") {
  CHECK(search({"zzzzqx"}).status == 0);
  CHECK(search({"zzzzqx", "--fail-empty"}).status == 1);
  CHECK(search({"facets", "zzzzqx", "--fail-empty"}).status == 1);
  CHECK(search({"mri", "--fail-empty"}).status == 0);
  CHECK(search({"mri", "--fail-empty", "--limit", "0"}).status == 0);
}

TEST_CASE("versions of the format other than 1 have statuses of their own") {
  for (const char* command : {"query", "facets"}) {
    CHECK(search({command, "mri", "--format-version", "1"}).status == 0);
    CHECK(search({command, "mri", "--format-version", "0"}).status == 20);
    const RunResult newer = search({command, "mri", "--format-version", "2"});
    CHECK(newer.status == 21);
    CHECK(newer.out.empty());
    CHECK(newer.err == "imr-search: format version 2 is too new; this program writes version 1\n");
  }
}

TEST_CASE("an error of the query is told on standard error, and as a response in JSON") {
  const struct {
    Words words;
    const char* message;
    Json column;
  } cases[] = {
      {{"query", "mri ("}, "( is never closed at 5; ", 5},
      {{"query", "\u00e9t\u00e9 (x"}, "( is never closed at 5; ", 5},
      {{"query", "mri decison:upheld"}, "unknown field \"decison\" at 5; did you mean \"decision\"?\n", 5},
      {{"query", "mri", "--where", "decison=upheld"},
       "unknown field \"decison\" in a condition; did you mean \"decision\"?\n",
       nullptr},
      {{"query", "mri", "--where", "state=Califrnia"},
       "\"Califrnia\" is no value of \"state\"; nearest: \"California\"",
       nullptr},
      {{"query", "mri", "--facet", "age"},
       "\"age\" is no facet; imr-search fields says which fields are facets\n",
       nullptr},
      {{"query", "mri", "--facet", "stat"}, "unknown facet \"stat\"; did you mean \"state\"?\n", nullptr},
  };
  for (const auto& c : cases) {
    CAPTURE(c.message);
    const RunResult text = search(c.words);
    CHECK(text.status == 2);
    CHECK(text.out.empty());
    CHECK(text.err.starts_with("imr-search: " + std::string(c.message)));
    Words words = c.words;
    words.insert(words.end(), {"--format", "json"});
    const RunResult json = search(words);
    CHECK(json.status == 2);
    CHECK(json.err == text.err);
    const Json response = Json::parse(json.out);
    CHECK(response["type"] == "error");
    CHECK(response["error"]["column"] == c.column);
  }
}

TEST_CASE("a value that is known but not in the index finds nothing and is no error") {
  const RunResult run = search({"mri", "--where", "state=Guam", "--format", "ids"});
  CHECK(run.status == 0);
  CHECK(run.out.empty());
}

TEST_CASE("words that are commands can be searched for") {
  for (const Words& words : {Words{"query", "facets"}, Words{"--", "facets"}, Words{"query", "similar"}}) {
    CAPTURE(words[0]);
    Words arguments = words;
    arguments.insert(arguments.begin() + (words[0] == "query" ? 1 : 0), {"--format", "json"});
    const RunResult run = search(arguments);
    CHECK(run.status == 0);
    CHECK(Json::parse(run.out)["query"]["text"] == words.back());
  }
  for (const char* reserved : {"similar", "serve", "mcp"}) {
    const RunResult run = search({reserved, "x"});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "imr-search query " + std::string(reserved)));
  }
}

TEST_CASE("words with a dash are excluded, and -- ends the options") {
  CHECK(count({"mri", "-cervical"}) == count({"mri"}) - count({"mri", "cervical"}));
  CHECK(count({"--", "--fail-empty"}) == 0);
}

TEST_CASE("other names and feedback find nothing more") {
  CHECK(count({"--match", "any", "low", "back", "pain"}) > 0);
  CHECK(count({"--match", "any", "low", "back", "pain"}) ==
        count({"--match", "any", "--no-expand", "low", "back", "pain"}));
}

TEST_CASE("plain words are never an error") {
  for (const char* words :
       {"(", "\"unclosed", "a AND", "field:x", "NOT", "w/5", "***", "age:x..y", "=", "-", ":"}) {
    CAPTURE(words);
    const RunResult run = search({"--plain", "--format", "json", "--", words});
    CAPTURE(run.err);
    CHECK(run.status == 0);
  }
}

TEST_CASE("the index is named by a flag, else the environment, else the configuration file") {
  const Workplace place;
  place.write("a.txt", letter_text({.case_number = "CM00-0000001"}));
  place.write("b.txt", letter_text({.case_number = "CM00-0000002"}));
  place.write("c.txt", letter_text({.case_number = "CM00-0000003"}));
  for (const std::string name : {"a", "b", "c"}) place.index({"build", "--index", name, name + ".txt"});
  place.write("imrsearch.conf", "# mine\nindex = c\nformat = ids\n");
  CHECK(place.search({"mri"}).out == "CM00-0000003#1\n");
  const RunOptions named = {.environment = {{"IMR_INDEX", "b"}}};
  CHECK(place.search({"mri"}, named).out == "CM00-0000002#1\n");
  CHECK(place.search({"mri", "--index", "a"}, named).out == "CM00-0000001#1\n");
  CHECK(contains(place.search({"mri", "--format", "csv"}).out, "CM00-0000003#1"));
  std::filesystem::remove(place / "imrsearch.conf");
  place.write("config/imrsearch.conf", "index = a\n");
  CHECK(place
            .search({"mri", "--format", "ids"},
                    {.environment = {{"XDG_CONFIG_HOME", (place / "config").string()}}})
            .out == "CM00-0000001#1\n");
  place.write(".config/imrsearch.conf", "index = b\n");  // HOME is the folder
  CHECK(place.search({"mri", "--format", "ids"}).out == "CM00-0000002#1\n");
  place.write("imrsearch.conf", "no assignment\n");
  const RunResult broken = place.search({"mri"});
  CHECK(broken.status == 2);
  CHECK(contains(broken.err, "imrsearch.conf: "));
}

TEST_CASE("colour is for terminals, or when asked for") {
  const auto colored = [](const Words& more, const RunOptions& options) {
    Words words = {"mri", "--limit", "1"};
    words.insert(words.end(), more.begin(), more.end());
    return contains(search(words, options).out, "\x1b[");
  };
  CHECK_FALSE(colored({}, {}));
  CHECK_FALSE(colored({"--color", "never"}, {}));
  CHECK(colored({"--color", "always"}, {}));
  CHECK(colored({"--color", "always"}, {.environment = {{"NO_COLOR", "1"}}}));
  CHECK_FALSE(colored({}, {.environment = {{"NO_COLOR", "1"}}}));
  CHECK_FALSE(colored({"--color", "always", "--format", "json"}, {}));
}

TEST_CASE("a reader that goes away is no error") {
  for (const Words& words : {Words{"query", "pain", "--limit", "all"}, Words{"facets"},
                             Words{"show", "CM16-9000104"}, Words{"fields"}, Words{"help"}}) {
    CAPTURE(words[0]);
    int ends[2];
    REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
    close(ends[0]);
    const RunResult run = search(words, {.output = ends[1]});
    close(ends[1]);
    CHECK(run.status == 0);
    CHECK(run.err.empty());
  }
}

TEST_CASE("a full disk behind standard output is an error") {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) return;
  for (const Words& words : {Words{"query", "pain"}, Words{"facets"}, Words{"show", "CM16-9000104"},
                             Words{"fields"}, Words{"--help"}}) {
    CAPTURE(words[0]);
    const RunResult run = search(words, {.output = full});
    CHECK(run.status == 74);
    CHECK(contains(run.err, "imr-search: cannot write to standard output; is the disk full?\n"));
  }
  const RunResult batch = search({"batch"}, {.input = "{\"query\": \"mri\"}\n", .output = full});
  CHECK(batch.status == 74);
  const RunResult exported =
      sample_place().index({"export", "letters/sample-f04-cervical-mri.txt"}, {.output = full});
  CHECK(exported.status == 74);
  close(full);
}

TEST_CASE("text for people holds no control characters and says what was decided") {
  const RunResult run = search({"mri", "cervical"});
  for (const std::string& line : lines_of(run.out)) {
    for (const char c : line) CHECK(static_cast<unsigned char>(c) >= 0x20);
    CHECK(code_points(line) < 2000);
  }
  CHECK(contains(run.out, "Upheld: treatment not approved"));
  CHECK(contains(run.out, "Overturned: treatment approved"));
}

TEST_CASE("a quotation is verified word for word") {
  const Json hit = Json::parse(search({"epidural", "--format", "json", "--limit", "1"}).out)["hits"][0];
  const std::string name = hit["case_number"];
  const Json letter = Json::parse(search({"show", name, "--format", "json"}).out);
  const std::string rationale = letter["issues"][0]["rationale"];
  const std::string quotation = rationale.substr(0, rationale.find(' ', 60));
  const Json exact = Json::parse(search({"verify", "--case", name, "--format", "json", "--", quotation}).out);
  CHECK(exact["type"] == "verify");
  CHECK(exact["status"] == "exact");
  CHECK(exact["field"] == "rationale");
  CHECK(exact["begin"] == 0);
  CHECK(exact["differences"].empty());
  const Json altered =
      Json::parse(search({"verify", "--case", name, "--format", "json", "--", "zebra " + quotation}).out);
  CHECK(altered["status"] == "altered");
  CHECK(altered["differences"][0]["quoted"] == "zebra");
  CHECK(search({"verify", "--case", name, "unicorns dance at dawn"}).out == "absent: not in " + name + "\n");
  CHECK(search({"verify", "--case", "CM00-0000000", "anything"}).status == 1);
  CHECK(search({"verify", "anything"}).status == 2);
}

TEST_CASE("terms tells the words and values that begin with something, with their issues") {
  const Words lines = lines_of(search({"terms", "epidur"}).out);
  REQUIRE_FALSE(lines.empty());
  const std::string& line = lines.front();
  CHECK(line.substr(0, line.find('\t')) == std::to_string(count({"=" + line.substr(line.find('\t') + 1)})));
  const Json states = Json::parse(search({"terms", "state:cal", "--format", "json"}).out);
  CHECK(states["terms"][0]["term"] == "California");
  CHECK(states["terms"][0]["issues"] == count({"state:California"}));
  const RunResult cut = search({"terms", "e", "--limit", "2"});
  CHECK(lines_of(cut.out).size() == 2);
  CHECK(cut.err.find("more") != std::string::npos);
  CHECK(search({"terms", "age:4"}).status == 2);
}

TEST_CASE("analyze shows what the analyzer makes of a text") {
  const Json tokens =
      Json::parse(search({"analyze", "--format", "jsonl", "Denies", "numbness;", "MRI", "L4-S1"}).out);
  CHECK(tokens["text"] == "Denies numbness; MRI L4-S1");
  CHECK(tokens["tokens"][1]["assertion"] == "negated");
  CHECK(tokens["tokens"][1]["cue"] == "Denies");
  CHECK(tokens["tokens"][2]["class"] == "abbreviation");
  CHECK(tokens["tokens"][2]["concepts"][0] == "magnetic resonance imaging");
  CHECK(tokens["tokens"][3]["concepts"] == Json({"l4-l5", "l5-s1"}));
  CHECK(lines_of(search({"analyze", "--format", "jsonl"}, {.input = "one\ntwo words\n"}).out).size() == 2);
  CHECK(search({"analyze", "--field", "decision", "x"}).status == 2);
}

TEST_CASE("a time limit that is reached marks the answer in every format, with status 5") {
  for (const char* format : {"text", "json", "jsonl", "csv", "tsv", "trec", "ids"}) {
    CAPTURE(format);
    const RunResult run =
        search({"mri", "--timeout", "0.000000001", "--format", format, "--facet", "decision"});
    CHECK(run.status == 5);
    CHECK(run.err ==
          "imr-search: the time limit of 1e-09 s was reached: there are more issues, or may be, than were "
          "counted\n");
  }
  const Json cut =
      Json::parse(search({"mri", "--timeout", "1e-9", "--format", "json", "--facet", "decision"}).out);
  CHECK(cut["timed_out"] == true);
  CHECK(cut["total"]["relation"] == "gte");
  CHECK(cut["facets"]["decision"]["exact"] == false);
  CHECK(cut["query"]["warnings"].size() == 1);
  CHECK(search({"facets", "mri", "--timeout", "1e-9"}).status == 5);
  const RunResult batch = search({"batch"}, {.input = R"({"query": "mri", "timeout": 1e-9})"
                                                      "\n"
                                                      R"({"query": "mri", "timeout": 0})"});
  CHECK(batch.status == 0);
  REQUIRE(lines_of(batch.out).size() == 2);
  CHECK(Json::parse(lines_of(batch.out)[0])["timed_out"] == true);
  CHECK(Json::parse(lines_of(batch.out)[1])["timed_out"] == false);
}

TEST_CASE("a time limit that is not reached changes nothing") {
  for (const char* query : {"mri", "\"red flag\" OR therapy", "conservative w/5 care -mri", "", "zzzz",
                            "functional improvement"}) {
    for (const char* match : {"all", "any"}) {
      CAPTURE(query);
      const Words words = {"query", query,     "--match", match,     "--format",
                           "jsonl", "--limit", "20",      "--facet", "specialty"};
      Words limited = words;
      limited.insert(limited.end(), {"--timeout", "3600"});
      const auto without_time = [](const std::string& out) {
        std::vector<Json> lines;
        for (const std::string& line : lines_of(out)) lines.push_back(Json::parse(line));
        lines.back().erase("took_ms");
        return lines;
      };
      CHECK(without_time(search(limited).out) == without_time(search(words).out));
    }
  }
}

TEST_CASE("a hit has the same score and rank whatever the limit") {
  for (const char* query :
       {"summary:denies OR after", "summary:denies OR summary:and", "mri (neck OR summary:pain)"}) {
    CAPTURE(query);
    const auto hits = [&](const std::string& limit) {
      return lines_of(search({"query", query, "--where", "sex=female", "--where", "sex=male", "--format",
                              "trec", "--limit", limit})
                          .out);
    };
    const Words all = hits("all");
    REQUIRE(all.size() > 10);
    for (std::size_t limit = 1; limit < 10; ++limit)
      CHECK(hits(std::to_string(limit)) ==
            Words(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit)));
  }
}

TEST_CASE("cursors lead from page to page, in every order, on the command line and in batch") {
  for (const Words& how :
       {Words{}, Words{"--sort", "-decision_date"}, Words{"--group", "letter"}, Words{"--match", "any"},
        Words{"--where", "decision=upheld", "--sort", "case_number"}}) {
    Words words = {"query", "functional therapy", "--format", "json", "--passages", "0"};
    words.insert(words.end(), how.begin(), how.end());
    const auto with = [&](const Words& more) {
      Words all = words;
      all.insert(all.end(), more.begin(), more.end());
      return Json::parse(search(all).out);
    };
    const Json whole = with({"--limit", "all"});
    REQUIRE(whole["hits"].size() > 8);
    CHECK(whole["next_cursor"].is_null());
    Json hits = Json::array();
    Json page = with({"--limit", "4"});
    while (hits.size() < whole["hits"].size()) {
      REQUIRE(!page["hits"].empty());
      for (const Json& hit : page["hits"]) hits.push_back(hit);
      if (page["next_cursor"].is_null()) break;
      page = with({"--limit", "4", "--cursor", page["next_cursor"].get<std::string>()});
    }
    CHECK(hits == whole["hits"]);
  }
  const auto batch = [](const Json& request) {
    return Json::parse(search({"batch"}, {.input = request.dump()}).out);
  };
  Json request = {{"query", "mri"}, {"limit", 2}};
  const Json first = batch(request);
  request["cursor"] = first["next_cursor"];
  CHECK(batch(request)["hits"][0]["rank"] == 3);
  request["offset"] = 2;
  CHECK(batch(request)["error"]["code"] == "bad_request");
  CHECK(batch({{"query", "ct"}, {"cursor", first["next_cursor"]}})["error"]["code"] == "bad_cursor");
}

TEST_CASE("a cursor of an index that has changed is stale") {
  const Workplace place;
  place.write("a.txt", letter_text({}));
  place.write("b.txt", letter_text({.case_number = "CM00-0000002"}));
  place.write("c.txt", letter_text({.case_number = "CM00-0000003"}));
  REQUIRE(place.index({"build", "--index", "ix", "a.txt", "b.txt"}).status == 0);
  const Words words = {"mri", "--index", "ix", "--limit", "1", "--format", "json"};
  Words next = words;
  next.insert(next.end(),
              {"--cursor", Json::parse(place.search(words).out)["next_cursor"].get<std::string>()});
  CHECK(Json::parse(place.search(next).out)["hits"][0]["issue_id"] == "CM00-0000002#1");
  REQUIRE(place.index({"add", "--index", "ix", "c.txt"}).status == 0);
  const RunResult stale = place.search(next);
  CHECK(stale.status == 2);
  CHECK(Json::parse(stale.out)["error"]["code"] == "cursor_stale");
  CHECK(contains(stale.err, "the index has changed since this cursor was given; begin with the first page"));
}

TEST_CASE("batch explains, and says which issues are not there") {
  const auto batch = [](const Json& request) {
    return Json::parse(search({"batch"}, {.input = request.dump()}).out);
  };
  const Json hit = batch({{"query", "cervical mri"}, {"limit", 1}})["hits"][0];
  const Json explained =
      batch({{"id", "e"}, {"type", "explain"}, {"query", "cervical mri"}, {"issue_id", hit["issue_id"]}});
  CHECK(explained["type"] == "explain");
  CHECK(explained["id"] == "e");
  CHECK(explained["matches"] == true);
  CHECK(explained["score"] == hit["score"]);
  CHECK(explained["clauses"]["parts"].size() == 2);
  CHECK(batch({{"type", "explain"}, {"query", "mri"}, {"issue_id", "CM99-1#1"}})["error"]["code"] ==
        "not_found");
  CHECK(batch({{"type", "explain"}, {"query", "mri"}})["error"]["code"] == "bad_request");
  CHECK(batch({{"query", "mri"}, {"issue_id", "CM99-1#1"}})["query"]["warnings"].size() == 1);
}

TEST_CASE("all hits at once are streamed, and are what the pages are together") {
  for (const char* group : {"issue", "letter"}) {
    for (const char* format : {"jsonl", "csv", "tsv", "trec", "ids"}) {
      CAPTURE(group);
      CAPTURE(format);
      const auto lines = [&](const std::string& limit, const std::string& offset) {
        Words found = lines_of(search({"query", "--group", group, "--sort", "case_number", "--passages", "1",
                                       "--format", format, "--limit", limit, "--offset", offset})
                                   .out);
        if (std::string_view(format) == "jsonl") found.pop_back();  // totals and time
        return found;
      };
      const bool head = std::string_view(format) != "trec" && std::string_view(format) != "ids";
      const Words all = lines("all", "0");
      Words pages = lines("40", "0");
      for (std::size_t offset = 40; offset < all.size(); offset += 40) {
        const Words page = lines("40", std::to_string(offset));
        pages.insert(pages.end(), page.begin() + (head ? 1 : 0), page.end());
      }
      CHECK(pages == all);
      if (std::string_view(group) == "issue")
        CHECK(all.size() == 149 + (head ? 1 : 0));  // more than one piece
    }
  }
  const Words streamed =
      lines_of(search({"query", "--format", "jsonl", "--limit", "all", "--passages", "0"}).out);
  CHECK(Json::parse(streamed.front())["type"] == "header");
  CHECK(Json::parse(streamed.back())["type"] == "trailer");
  CHECK(Json::parse(streamed.back())["total"]["issues"] == 149);
}
