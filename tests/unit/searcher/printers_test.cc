// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/json_printer.h"
#include "searcher/printer.h"
#include "searcher/text_layout.h"
#include "tests/support/golden.h"
#include "tests/unit/searcher/made_up_responses.h"

namespace imr {
namespace {

using Json = nlohmann::ordered_json;

constexpr Format kAllFormats[] = {Format::text, Format::json, Format::jsonl, Format::csv,
                                  Format::tsv,  Format::trec, Format::ids};

std::string printed(const Response& response, const PrintOptions& options) {
  std::ostringstream out;
  print_response(response, options, out);
  return out.str();
}

std::string printed_error(const ErrorResponse& error, const PrintOptions& options) {
  std::ostringstream out;
  print_error(error, options, out);
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Reads CSV by RFC 4180, so that what was written can be compared with what was meant.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string value;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        value += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        value += text[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      row.push_back(value);
      value.clear();
      if (c == '\n') rows.push_back(std::exchange(row, {}));
    } else {
      value += c;
    }
  }
  return rows;
}

std::vector<std::string> keys_of(const Json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

TEST_CASE("a format is found by its name and by nothing else") {
  for (const Format format : kAllFormats) CHECK(format_of(name_of(format)) == format);
  for (const std::string_view name : {"", "JSON", "xml", "jsonlines"}) CHECK_FALSE(format_of(name));
}

TEST_CASE("every format writes the made-up responses as its golden files have them") {
  const struct {
    std::string name;
    Response response;
    bool facets_only;
  } cases[] = {{"no_hits", no_hits(), false},         {"one_hit", one_hit(), false},
               {"many_hits", many_hits(), false},     {"grouped_hits", grouped_hits(), false},
               {"odd_hits", odd_hits(), false},       {"record_hits", record_hits(), false},
               {"facet_counts", facet_counts(), true}};
  for (const auto& c : cases) {
    for (const Format format : kAllFormats) {
      PrintOptions options;
      options.format = format;
      options.width = 80;
      options.facets_only = c.facets_only;
      const auto name = "printers/" + c.name + "." + std::string(name_of(format));
      CHECK(golden_difference(printed(c.response, options), name) == "");
    }
  }
}

TEST_CASE("text in colour is as its golden file has it, and in a narrow window too") {
  PrintOptions options;
  options.width = 80;
  options.color = true;
  CHECK(golden_difference(printed(many_hits(), options), "printers/many_hits_color.text") == "");
  options.color = false;
  options.width = 48;
  CHECK(golden_difference(printed(many_hits(), options), "printers/many_hits_narrow.text") == "");
}

TEST_CASE("no line of text is wider than the window") {
  for (const auto& response : {one_hit(), many_hits(), grouped_hits(), odd_hits()}) {
    for (const int width : {72, 80, 100, 132}) {
      for (const auto& line : lines_of(printed(response, {.width = width}))) {
        CAPTURE(line);
        CHECK(display_width(line) <= width);
      }
    }
  }
}

TEST_CASE("no format lets a control character of a letter through") {
  for (const Format format : kAllFormats) {
    CAPTURE(name_of(format));
    const auto text = printed(odd_hits(), {.format = format, .width = 80});
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("\u009B") == std::string::npos);
    CHECK(valid_utf8(text).text == text);
  }
}

TEST_CASE("colour changes nothing but escape sequences and marks") {
  auto colored = printed(one_hit(), {.color = true});
  for (const std::string_view escape : {"\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[1;4m"}) {
    CHECK(colored.find(escape) != std::string::npos);
    for (auto at = colored.find(escape); at != std::string::npos; at = colored.find(escape)) {
      colored.erase(at, escape.size());
    }
  }
  auto plain = printed(one_hit(), {});
  for (const std::string_view mark : {"«", "»"}) {
    for (auto at = plain.find(mark); at != std::string::npos; at = plain.find(mark))
      plain.erase(at, mark.size());
  }
  CHECK(colored == plain);
}

TEST_CASE("the first line of text counts issues and letters") {
  const struct {
    std::uint64_t issues;
    std::uint64_t letters;
    std::string line;
  } cases[] = {{0, 0, "no issues for: a"},
               {1, 1, "1 issue in 1 letter for: a"},
               {2, 1, "2 issues in 1 letter for: a"},
               {1234567, 999, "1,234,567 issues in 999 letters for: a"}};
  for (const auto& c : cases) {
    Response response;
    response.interpreted = "a";
    response.total_issues = c.issues;
    response.total_letters = c.letters;
    CHECK(lines_of(printed(response, {})).at(0) == c.line);
  }
}

TEST_CASE("the last line of text says which part of the list it is") {
  auto response = one_hit();
  CHECK(printed(response, {}).find("--offset") == std::string::npos);
  response.total_issues = 30;
  CHECK(lines_of(printed(response, {})).back() == "1 to 1 of 30 issues; more with --offset 1");
  response.hits[0].rank = 30;
  CHECK(lines_of(printed(response, {})).back() == "30 to 30 of 30 issues");
}

TEST_CASE("the facet that divides best is offered in text and JSON, where there is one") {
  auto response = one_hit();
  CHECK_FALSE(response_json(response)["query"].contains("narrow_by"));
  Facet facet;
  facet.name = "specialty";
  facet.values.resize(2);
  facet.values[0].value = "Pain Medicine";
  facet.values[0].issues = 1200;
  facet.values[1].value = "Neurology";
  facet.values[1].issues = 7;
  facet.distinct = 5;
  response.narrow_by = facet;
  CHECK(printed(response, {})
            .find("narrow by specialty: Pain Medicine 1,200, Neurology 7 and 3 more (--where "
                  "specialty=VALUE)") != std::string::npos);
  const auto json = response_json(response)["query"]["narrow_by"];
  CHECK(json.dump() == R"({"facet":"specialty","values":[{"value":"Pain Medicine","issues":1200},)"
                       R"({"value":"Neurology","issues":7}],"distinct":5})");
}

TEST_CASE("a timed out search says so in text and JSON") {
  auto response = one_hit();
  response.timed_out = true;
  response.exact = false;
  response.warnings = {"the time limit was reached"};
  CHECK(lines_of(printed(response, {})).front().starts_with("at least 1 issue in 1 letter for:"));
  CHECK(printed(response, {}).find("warning: the time limit was reached") != std::string::npos);
  CHECK(response_json(response)["timed_out"] == true);
  CHECK(response_json(response)["total"]["relation"] == "gte");
  response.total_issues = 0;
  response.hits.clear();
  CHECK(lines_of(printed(response, {})).front().starts_with("no issues counted in time for:"));
  CHECK(response_json(one_hit())["total"]["relation"] == "eq");
}

TEST_CASE("the keys of the JSON response stand in the order of its description") {
  const auto json = Json::parse(printed(many_hits(), {.format = Format::json}));
  CHECK(keys_of(json) == std::vector<std::string>{"format_version", "type", "index", "query", "total",
                                                  "took_ms", "timed_out", "facets", "hits", "next_cursor"});
  CHECK(keys_of(json["hits"][0]) ==
        std::vector<std::string>{"rank", "score", "issue_id", "case_number", "issue_no", "issues_in_letter",
                                 "source", "treatment", "decision", "treatment_approved", "decision_date",
                                 "specialties", "states", "guidelines", "passages", "why"});
  CHECK(keys_of(json["facets"]["specialty"]["values"][0]) ==
        std::vector<std::string>{"value", "issues", "letters", "overturned", "rate", "ci95", "selected"});
  CHECK(json["total"] == Json{{"issues", 1212}, {"letters", 1100}, {"relation", "eq"}});
}

TEST_CASE("numbers of the JSON response are rounded and what is unknown is null") {
  const auto json = response_json(many_hits());
  CHECK(json["took_ms"].dump() == "1.8");
  CHECK(json["hits"][0]["score"].dump() == "14.2");
  CHECK(json["hits"][1]["score"].dump() == "9.876543");
  const auto facets = json["facets"];
  CHECK(facets["specialty"]["values"][1]["ci95"].dump() == "[0.12,0.449]");
  CHECK(facets["treatment_category"]["values"][0]["rate"].dump() == "0.1111");
  CHECK(facets["treatment_category"]["values"][1]["rate"].is_null());
  CHECK(facets["treatment_category"]["values"][1]["ci95"].is_null());
  const auto record = response_json(record_hits())["hits"][0];
  for (const auto* key : {"decision", "treatment_approved", "decision_date"}) CHECK(record[key].is_null());
  CHECK(record["specialties"].dump() == "[]");
  CHECK(response_json(odd_hits())["hits"][0]["score"].dump() == "0.0");
  auto endless = one_hit();
  endless.hits[0].score = std::numeric_limits<double>::infinity();
  CHECK(Json::parse(json_line(response_json(endless)))["hits"][0]["score"].is_null());
}

TEST_CASE("highlights of the JSON response point at their words, also behind broken UTF-8") {
  for (const auto& response : {many_hits(), odd_hits()}) {
    const auto json = Json::parse(printed(response, {.format = Format::json}));
    for (const auto& hit : json["hits"]) {
      for (const auto& passage : hit["passages"]) {
        const auto text = passage["text"].get<std::string>();
        CHECK_FALSE(passage["highlights"].empty());
        for (const auto& range : passage["highlights"]) {
          const auto begin = range[0].get<std::size_t>();
          const auto word = text.substr(begin, range[1].get<std::size_t>() - begin);
          CAPTURE(text);
          CHECK((word == "MRI" || word == "shoulder" || word == "knee"));
        }
      }
    }
  }
}

TEST_CASE("broken UTF-8 anywhere is replaced in JSON, never thrown upon") {
  auto response = one_hit();
  response.query_text = response.interpreted = response.hits[0].treatment = "caf\xE9";
  const auto json = Json::parse(json_line(response_json(response)));
  CHECK(json["query"]["text"] == "caf\uFFFD");
  CHECK(json["hits"][0]["treatment"] == "caf\uFFFD");
}

TEST_CASE("control characters are escaped in JSON and read back as they were") {
  const std::string text = "a\x7F\u0080\u009F\u00A0\x1b\"\\z";
  const auto line = json_line(Json{{"text", text}});
  CHECK(line == R"({"text":"a\u007f\u0080\u009f)"
                "\u00A0"
                R"(\u001b\"\\z"})");
  CHECK(Json::parse(line)["text"] == text);
}

TEST_CASE("others are listed when hits are grouped, be there none") {
  CHECK_FALSE(response_json(one_hit())["hits"][0].contains("others"));
  const auto hits = response_json(grouped_hits())["hits"];
  CHECK(hits[0]["others"][0].dump() ==
        R"({"issue_id":"CM00-0000123#2","treatment":"MRI of the cervical spine without contrast",)"
        R"("decision":"upheld","score":7.25})");
  CHECK(hits[1]["others"].dump() == "[]");
}

TEST_CASE("a batch response carries the id of its request and is one line") {
  const auto line = json_line(response_json(many_hits(), "q\n1"));
  CHECK(line.find('\n') == std::string::npos);
  CHECK(Json::parse(line)["id"] == "q\n1");
  CHECK_FALSE(response_json(many_hits()).contains("id"));
  CHECK(error_json({}, "q2")["id"] == "q2");
  CHECK(facets_json(facet_counts(), "q3")["id"] == "q3");
}

TEST_CASE("JSON Lines are a header, a line a hit and a trailer, which together are the response") {
  const auto lines = lines_of(printed(many_hits(), {.format = Format::jsonl}));
  REQUIRE(lines.size() == 4);
  auto whole = Json::object();
  std::vector<std::string> types;
  auto hits = Json::array();
  for (const auto& line : lines) {
    auto json = Json::parse(line);
    types.push_back(json["type"]);
    json.erase("type");
    if (types.back() == "hit") {
      hits.push_back(json);
    } else {
      whole.update(json);
    }
  }
  CHECK(types == std::vector<std::string>{"header", "hit", "hit", "trailer"});
  const auto expected = response_json(many_hits());
  CHECK(hits == expected["hits"]);
  for (const auto* key :
       {"format_version", "index", "query", "total", "took_ms", "timed_out", "facets", "next_cursor"}) {
    CAPTURE(key);
    CHECK(whole[key] == expected[key]);
  }
}

TEST_CASE("an error has an envelope in JSON and JSON Lines and none elsewhere") {
  const ErrorResponse error{"query_syntax", "a bracket is not closed", 18, "add \")\"", "(mri"};
  const auto expected =
      R"({"format_version":1,"type":"error","query":{"text":"(mri"},"error":{"code":"query_syntax",)"
      R"("message":"a bracket is not closed","column":18,"hint":"add \")\""}})";
  CHECK(printed_error(error, {.format = Format::jsonl}) == std::string(expected) + "\n");
  CHECK(Json::parse(printed_error(error, {.format = Format::json})) == Json::parse(expected));
  for (const Format format : {Format::text, Format::csv, Format::tsv, Format::trec, Format::ids}) {
    CHECK(printed_error(error, {.format = format}).empty());
  }
  CHECK(error_json({"timeout", "too long", {}, ""})["error"].dump() ==
        R"({"code":"timeout","message":"too long","column":null,"hint":null})");
}

TEST_CASE("CSV reads back as it was meant, with an apostrophe before formulas") {
  const auto rows = read_csv(printed(odd_hits(), {.format = Format::csv}));
  REQUIRE(rows.size() == 3);
  for (const auto& row : rows) CHECK(row.size() == 14);
  CHECK(rows[0][7] == "treatment");
  CHECK(rows[1][1] == "0");
  CHECK(rows[1][6] == "'=cmd|' /C calc'!A0");
  CHECK(rows[1][7] ==
        "Brace, \"custom\"\nfor the knee\twith \uFFFD[31mred\uFFFD[0m \uFFFD1m straps \U0001F9B5");
  CHECK(rows[1][11] == "'@SUM(A1); Ear, Nose & Throat");
  CHECK(rows[1][12] == "'-1+1");
  CHECK(rows[1][13] == "'\tTab first; Second");
  CHECK(rows[2][7] == "'+1 box, 50% off");
  CHECK(rows[2][9] == "true");
}

TEST_CASE("every row of TSV has one line and as many values as the header") {
  for (const auto& response : {many_hits(), odd_hits(), record_hits()}) {
    const auto lines = lines_of(printed(response, {.format = Format::tsv}));
    REQUIRE(lines.size() == response.hits.size() + 1);
    for (const auto& line : lines) CHECK(std::ranges::count(line, '\t') == 13);
  }
}

TEST_CASE("a run has six columns, whatever the ids, the topic and the tag hold") {
  const auto text = printed(odd_hits(), {.format = Format::trec, .topic = "topic 7", .run_tag = ""});
  CHECK(text ==
        "topic_7 Q0 CM00-0000123#1 1 0.000000 _\n"
        "topic_7 Q0 CM00_0000456#3 2 9.876543 _\n");
}

TEST_CASE("a plain record is in a run under its own id") {
  CHECK(printed(record_hits(), {.format = Format::trec}) ==
        "1 Q0 doc_17 1 3.500000 imrsearch\n1 Q0 18 2 3.500000 imrsearch\n");
}

TEST_CASE("the widest score there is fits into a run") {
  auto response = one_hit();
  response.hits[0].score = -1e308;
  CHECK(printed(response, {.format = Format::trec}).find(".000000 imrsearch\n") != std::string::npos);
}

}  // namespace
}  // namespace imr
