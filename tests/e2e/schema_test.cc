// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs write is what `imr-search schema` says, and what batch takes is what it says, too.
#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/e2e/workplace.h"
#include "tests/support/json_schema_check.h"

using namespace imr;
using Json = nlohmann::json;

namespace {

// An index of the sample letters and a plain record, and of the real letters if there are any.
class Place {
 public:
  Place() {
    place_.take_samples("sample-");
    place_.write("letters/note.jsonl",
                 R"({"id": "note 7", "title": "", "text": "epidural steroid injection"})");
    Words paths = {"letters"};
    const char* corpus = std::getenv("IMR_CORPUS");
    for (const char* name : {"pdf", "text"}) {
      if (corpus && std::filesystem::is_directory(std::filesystem::path(corpus) / name))
        paths.push_back(std::filesystem::path(corpus) / name);
    }
    Words build = {"build", "--index", "ix"};
    build.insert(build.end(), paths.begin(), paths.end());
    REQUIRE(place_.index(build).status == 0);
    Words exporting = {"export"};
    exporting.insert(exporting.end(), paths.begin(), paths.end());
    letters = lines_of(place_.index(exporting).out);
  }

  RunResult search(const Words& arguments, std::string input = {}) const {
    return place_.search(arguments, {.environment = {{"IMR_INDEX", "ix"}}, .input = std::move(input)});
  }

  Words letters;  // as exported

 private:
  Workplace place_;
};

const Place& place() {
  static const Place one;
  return one;
}

Json schema_of(const std::string& kind) { return Json::parse(place().search({"schema", kind}).out); }

std::string faults(const Json& schema, const Json& value) {
  std::string text;
  for (const std::string& fault : JsonSchemaCheck(schema).faults(value)) text += fault + "\n";
  return text;
}

}  // namespace

TEST_CASE("the check of schemas finds what is wrong") {
  const Json schema = Json::parse(R"({
    "type": "object", "required": ["a"],
    "properties": {"a": {"type": ["integer", "null"], "minimum": 1, "maximum": 3}, "b": {"$ref": "#/$defs/b"},
                   "c": {"enum": ["x", 1]}, "d": {"oneOf": [{"const": 1}, {"type": "integer"}, {"type": "string"}]},
                   "e": {"type": "object", "properties": {}, "additionalProperties": {"type": "boolean"}}},
    "$defs": {"b": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "string", "pattern": "^q"}}}})");
  const struct {
    const char* value;
    const char* faults;
  } cases[] = {
      {R"({"a": 1, "b": ["q"], "c": 1, "d": "s", "e": {"k": true}})", ""},
      {R"({"a": null})", ""},
      {R"([])", "/: [] is no \"object\"\n"},
      {R"({})", "/: no \"a\"\n"},
      {R"({"a": 1.5})", "/a: 1.5 is no [\"integer\",\"null\"]\n"},
      {R"({"a": 0})", "/a: 0 is too small\n"},
      {R"({"a": 4})", "/a: 4 is too large\n"},
      {R"({"a": 1, "b": []})", "/b: has too few entries\n"},
      {R"({"a": 1, "b": ["q", "q", "q"]})", "/b: has too many entries\n"},
      {R"({"a": 1, "b": ["q", "r"]})", "/b/1: \"r\" does not match \"^q\"\n"},
      {R"({"a": 1, "c": "1"})", "/c: \"1\" is none of [\"x\",1]\n"},
      {R"({"a": 1, "d": 1})", "/d: is several things at once\n"},
      {R"({"a": 1, "d": 2.5})", "/d: 2.5 is not 1\n"},
      {R"({"a": 1, "e": {"k": 1}})", "/e/k: 1 is no \"boolean\"\n"},
      {R"({"a": 1, "z": 1})", "/z: is not described\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.value);
    CHECK(faults(schema, Json::parse(c.value)) == c.faults);
  }
  const Json unknown = {{"multipleOf", 2}};
  CHECK_THROWS(faults(unknown, 4));
}

TEST_CASE("schema prints the whole or one kind, and names the kinds there are") {
  const Json whole = Json::parse(place().search({"schema"}).out);
  CHECK(whole["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  for (const Json& kind : whole["anyOf"]) {
    const std::string name = kind["$ref"].get<std::string>().substr(8);
    CAPTURE(name);
    const Json one = schema_of(name);
    CHECK(one["anyOf"] == Json::array({kind}));
    CHECK(one["$defs"] == whole["$defs"]);
  }
  const RunResult wrong = place().search({"schema", "respons"});
  CHECK(wrong.status == 2);
  CHECK(contains(wrong.err,
                 "no schema of \"respons\"; request, response, line, letter, record, tokens, fields"));
  CHECK(place().search({"schema", "request", "response"}).status == 2);
}

TEST_CASE("every exported letter is a letter record") {
  const Json schema = schema_of("letter");
  REQUIRE(place().letters.size() > 50);
  for (const std::string& line : place().letters) {
    const Json letter = Json::parse(line);
    CAPTURE(letter["case_number"]);
    CHECK(faults(schema, letter) == "");
    const RunResult shown =
        place().search({"show", "--format", "json", letter["case_number"].get<std::string>()});
    CHECK(faults(schema, Json::parse(shown.out)) == "");
  }
}

TEST_CASE("responses of the commands are responses") {
  const Json schema = schema_of("response");
  const struct {
    Words words;
    const char* type;
  } cases[] = {
      {{"query", "epidural", "steroid", "injection", "--limit", "all"}, "results"},
      {{"query", "--limit", "all", "--passages", "0"}, "results"},
      {{"query", "epidurl", "lumbar"}, "results"},
      {{"query", "overturned", "zzzzqx", "mri"}, "results"},
      {{"query", "--match", "any", "please", "find", "heart", "attack", ",", "no", "numbness"}, "results"},
      {{"query", "mri", "--facet", "decision", "--facet", "specialty:3", "--facet", "drug", "--where",
        "state=CA"},
       "results"},
      {{"query", "therapy", "--group", "letter", "--sort", "-decision_date", "--offset", "2"}, "results"},
      {{"query", "radicul*", "w/9", "left"}, "results"},
      {{"facets"}, "facets"},
      {{"facets", "zzzzqx"}, "facets"},
      {{"verify", "--case", "CM16-9000381", "There was no fever"}, "verify"},
      {{"verify", "--case", "CM16-9000381", "There was really no fever"}, "verify"},
      {{"verify", "--case", "CM16-9000381", "unicorns dance at dawn"}, "verify"},
      {{"verify", "--case", "nobody", "unicorns"}, "error"},
      {{"terms", "epi"}, "terms"},
      {{"terms", "state:", "--limit", "2"}, "terms"},
      {{"terms", "age:4"}, "error"},
      {{"query", "mri ("}, "error"},
      {{"query", "decison:upheld"}, "error"},
      {{"query", "mri", "--where", "state=Califrnia"}, "error"},
      {{"show", "nobody"}, "error"},
  };
  for (const auto& c : cases) {
    Words words = c.words;
    words.insert(words.begin() + 1, {"--format", "json"});
    const RunResult run = place().search(words);
    CAPTURE(words[0] + " " + words.back());
    const Json response = Json::parse(run.out);
    CHECK(response["type"] == c.type);
    CHECK(faults(schema, response) == "");
  }
}

TEST_CASE("every line of JSON Lines is a line, tokens are tokens, fields are fields") {
  const Json schema = schema_of("line");
  for (const Words& words : {Words{"query", "mri"}, Words{"query", "pain", "--group", "letter"},
                             Words{"facets", "mri"}, Words{"query", "mri ("}}) {
    Words arguments = words;
    arguments.insert(arguments.begin() + 1, {"--format", "jsonl"});
    const Words lines = lines_of(place().search(arguments).out);
    CHECK_FALSE(lines.empty());
    for (const std::string& line : lines) CHECK(faults(schema, Json::parse(line)) == "");
  }
  const RunResult tokens =
      place().search({"analyze", "--format", "jsonl", "denies numbness; MRI L4-S1 10/325 #60"});
  CHECK(faults(schema_of("tokens"), Json::parse(tokens.out)) == "");
  CHECK(faults(schema_of("fields"), Json::parse(place().search({"fields", "--format", "json"}).out)) == "");
}

TEST_CASE("batch takes what the schema allows, and refuses what it does not") {
  const Json schema = schema_of("request");
  const Json answers = schema_of("response");
  const struct {
    const char* request;
    bool good;
  } cases[] = {
      {R"({})", true},
      {R"({"id": "q", "query": "mri", "where": {"state": "CA", "decision": ["upheld", "overturned"]}})",
       true},
      {R"({"id": 7, "query": "mri", "facets": ["specialty:3"], "limit": 0, "offset": 4, "match": "any"})",
       true},
      {R"({"plain": true, "expand": false, "passages": 100, "sort": "-case_number", "group": "letter"})",
       true},
      {R"({"query": null, "where": null, "limit": null, "format_version": 1, "type": "facets"})", true},
      {R"({"type": "show", "case": "CM16-9000381"})", true},
      {R"({"query": {"kind": "near", "distance": 3, "children": [{"kind": "word", "text": "mri"},
           {"kind": "any_of", "children": [{"kind": "phrase", "text": "a b"}, {"kind": "exact", "text": "neck"}]}]}})",
       true},
      {R"({"query": {"kind": "field", "name": "age", "children": [{"kind": "range", "low": 40}]}})", true},
      {R"({"query": {"kind": "near", "children": []}})", false},
      {R"({"query": {"kind": "word", "text": "a", "boost": 2}})", false},
      {R"({"query": {"kind": "any_of", "children": [{"kind": "word", "text": "a"}]}})", false},
      {R"([])", false},
      {R"("mri")", false},
      {R"({"query": 7})", false},
      {R"({"type": "delete"})", false},
      {R"({"where": ["state"]})", false},
      {R"({"where": {"state": 1}})", false},
      {R"({"where": {"state": [1]}})", false},
      {R"({"facets": "state"})", false},
      {R"({"facets": [1]})", false},
      {R"({"limit": -1})", false},
      {R"({"limit": 10001})", false},
      {R"({"limit": 2.5})", false},
      {R"({"offset": "3"})", false},
      {R"({"passages": 101})", false},
      {R"({"match": "most"})", false},
      {R"({"plain": 1})", false},
      {R"({"sort": "date"})", false},
      {R"({"group": "worker"})", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.request);
    const Json request = Json::parse(c.request);
    CHECK(faults(schema, request).empty() == c.good);
    const Json answer = Json::parse(place().search({"batch"}, request.dump() + "\n").out);
    CAPTURE(answer.dump());
    CHECK((answer["type"] != "error") == c.good);
    CHECK(faults(answers, answer) == "");
  }
}
