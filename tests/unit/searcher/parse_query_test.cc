// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"
#include "searcher/query_tree.h"

using imr::parse_query;
using imr::plain_query;
using imr::QueryError;
using imr::QueryKind;
using imr::QueryNode;

namespace {

std::string drawn(const QueryNode& node);

std::string drawn(const std::string& head, const QueryNode& node) {
  std::string result = "(" + head;
  for (const QueryNode& child : node.children) result += " " + drawn(child);
  return result + ")";
}

std::string drawn_range(const QueryNode& node) {
  return (node.low_excluded ? "]" : "[") + node.low + ".." + node.high + (node.high_excluded ? "[" : "]");
}

// The tree with all its brackets, independent of the printer.
std::string drawn(const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::nothing:
      return "()";
    case QueryKind::word:
      return node.text;
    case QueryKind::exact:
      return "=" + node.text;
    case QueryKind::wildcard:
      return "~" + node.text;
    case QueryKind::phrase:
      return "'" + node.text + "'";
    case QueryKind::range:
      return drawn_range(node);
    case QueryKind::field:
      return drawn(node.name + ":", node);
    case QueryKind::juxtaposition:
      return drawn("+", node);
    case QueryKind::all_of:
      return drawn("and", node);
    case QueryKind::any_of:
      return drawn("or", node);
    case QueryKind::negation:
      return drawn("not", node);
    case QueryKind::near:
      return drawn((node.ordered ? "pre" : "w") + std::to_string(node.distance), node);
    case QueryKind::same_sentence:
      return drawn("/s", node);
    case QueryKind::same_paragraph:
      return drawn("/p", node);
  }
  return "?";
}

struct Case {
  std::string_view text;
  std::string_view tree;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(drawn(parse_query(c.text)) == c.tree);
  }
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += piece;
  return result;
}

// The offset of the error; the message goes to `message`.
std::size_t offset_of_error(std::string_view text, std::string& message) {
  try {
    parse_query(text);
  } catch (const QueryError& error) {
    CHECK(error.code() == "query_syntax");
    CHECK_FALSE(error.hint().empty());
    message = error.what();
    return error.offset();
  }
  message = "no error";
  return std::string::npos;
}

}  // namespace

TEST_CASE("words side by side are a juxtaposition") {
  check({{"", "()"},
         {" \t ", "()"},
         {"mri", "mri"},
         {"shoulder mri", "(+ shoulder mri)"},
         {"neuro* =mri \"red flag\"", "(+ ~neuro* =mri 'red flag')"},
         {"C++ * ? -", "(+ C++ * ? -)"}});
}

TEST_CASE("what holds tighter is read first") {
  check({{"a b OR c d", "(or (+ a b) (+ c d))"},
         {"a AND b c", "(+ (and a b) c)"},
         {"a AND b OR c AND d", "(or (and a b) (and c d))"},
         {"NOT a AND b", "(and (not a) b)"},
         {"a NOT b c", "(+ a (not b) c)"},
         {"-a w/5 b", "(not (w5 a b))"},
         {"a AND b w/5 c", "(and a (w5 b c))"},
         {"drug:a w/5 b", "(w5 (drug: a) b)"},
         {"-drug:a b", "(+ (not (drug: a)) b)"},
         {"NOT NOT -a", "(not (not (not a)))"}});
}

TEST_CASE("brackets group, and those that change nothing leave no trace") {
  check({{"(a)", "a"},
         {"((a b))", "(+ a b)"},
         {"a (b c)", "(+ a (+ b c))"},
         {"(a OR b) c", "(+ (or a b) c)"},
         {"(a OR b) OR c", "(or (or a b) c)"},
         {"injection(s)", "(+ injection s)"}});
}

TEST_CASE("nearness stands between words, phrases and brackets and leans to the left") {
  check({{"a w/5 b", "(w5 a b)"},
         {"a PRE/3 \"b c\"", "(pre3 a 'b c')"},
         {"a w/5 b pre/2 c", "(pre2 (w5 a b) c)"},
         {"a w/5 (b pre/2 c)", "(w5 a (pre2 b c))"},
         {"(a OR b) /s (c d)", "(/s (or a b) (+ c d))"},
         {"a /p b w/9 c", "(w9 (/p a b) c)"}});
}

TEST_CASE("a field holds a word, a phrase or brackets") {
  check({{"drug:norco", "(drug: norco)"},
         {"drug:=norco", "(drug: =norco)"},
         {"summary:\"red flag\"", "(summary: 'red flag')"},
         {"treatment:(mri OR \"ct scan\") x", "(+ (treatment: (or mri 'ct scan')) x)"},
         {"treatment:(a w/5 b)", "(treatment: (w5 a b))"},
         {"treatment:(mri -ct)", "(treatment: (+ mri (not ct)))"},
         {"treatment:(mri)", "(treatment: mri)"},
         {"state:OR", "(state: OR)"},
         {"age:45", "(age: 45)"},
         {"decison:upheld", "(decison: upheld)"}});
}

TEST_CASE("ranges stand after a field only") {
  check({{"age:40..59", "(age: [40..59])"},
         {"decided:2015..2016-06", "(decided: [2015..2016-06])"},
         {"decided:2016..", "(decided: [2016..])"},
         {"decided:..2015", "(decided: [..2015])"},
         {"sessions:>12", "(sessions: ]12..])"},
         {"sessions:>=12", "(sessions: [12..])"},
         {"sessions:<5", "(sessions: [..5[)"},
         {"sessions:<=5", "(sessions: [..5])"},
         {"sessions:\u226512", "(sessions: [12..])"},
         {"age:(20..29 OR >=60)", "(age: (or [20..29] [60..]))"},
         {"rationale:pain...", "(rationale: pain...)"},
         {"40..59 >12 ..", "(+ 40..59 >12 ..)"}});
}

TEST_CASE("nodes know the bytes they were read from") {
  const QueryNode query = parse_query("\u00E9 -treatment:(a OR b) (c) w/2 d?");
  CHECK(query.begin == 0);
  CHECK(query.end == 33);
  REQUIRE(query.children.size() == 3);
  const QueryNode& negation = query.children[1];
  CHECK(negation.begin == 3);
  CHECK(negation.end == 22);
  const QueryNode& field = negation.children[0];
  CHECK(field.begin == 4);
  CHECK(field.end == 22);
  CHECK(field.children[0].begin == 14);  // with its brackets
  CHECK(query.children[2].begin == 23);
  CHECK(query.children[2].end == 33);
}

TEST_CASE("equal trees say the same, wherever it stood") {
  CHECK(parse_query("a  AND (b)") == parse_query("a AND b"));
  CHECK(parse_query("age:>=12") == parse_query("age:12.."));
  CHECK_FALSE(parse_query("a") == parse_query("=a"));
  CHECK_FALSE(parse_query("a w/5 b") == parse_query("a w/6 b"));
  CHECK_FALSE(parse_query("a w/5 b") == parse_query("a pre/5 b"));
  CHECK_FALSE(parse_query("age:>12") == parse_query("age:>=12"));
  CHECK_FALSE(parse_query("age:<12") == parse_query("age:<=12"));
  CHECK_FALSE(parse_query("age:12..13") == parse_query("age:12..14"));
  CHECK_FALSE(parse_query("drug:a") == parse_query("case:a"));
}

TEST_CASE("a mistake is told with its place") {
  const struct {
    std::string_view text;
    std::size_t offset;
    std::string_view message;
  } cases[] = {
      {"AND a", 0, "AND needs something on both sides"},
      {"a AND", 2, "AND needs something on both sides"},
      {"a OR", 2, "OR needs something on both sides"},
      {"a OR AND b", 2, "OR needs something on both sides"},
      {"a (OR b)", 3, "OR needs something on both sides"},
      {"NOT", 0, "NOT needs something after it"},
      {"a NOT", 2, "NOT needs something after it"},
      {"(a NOT)", 3, "NOT needs something after it"},
      {"-AND", 0, "- needs something after it"},
      {"w/5 a", 0, "w/5 needs something on both sides"},
      {"a w/5", 2, "w/5 needs something on both sides"},
      {"a w/5 /s b", 2, "w/5 needs something on both sides"},
      {"a /s", 2, "/s needs something on both sides"},
      {"a w/5 -b", 6, "nothing can be excluded beside w/5"},
      {"a ()", 2, "nothing between the brackets"},
      {"drug:( )", 5, "nothing between the brackets"},
      {"(a b", 0, "( is never closed"},
      {"a (", 2, "( is never closed"},
      {"a) b", 1, ") without ("},
      {")", 0, ") without ("},
      {"age:40...59", 4, "\"40...59\" is not a range"},
      {"age:40..50..60", 4, "\"40..50..60\" is not a range"},
      {"age:>", 4, "nothing after >"},
      {"age:>= 5", 4, "nothing after >="},
      {"age:..", 4, "a range needs at least one bound"},
      {"age:>>5", 4, "\">>5\" is not a range"},
      {"age:=>5", 4, "\">5\" is not a range"},
      {"age:>=-5", 4, "\">=-5\" is not a range"},
      {"case:>=//x", 5, "\">=//x\" is not a range"},
      {"decided:1..a:b", 8, "\"1..a:b\" is not a range"},
      {"age:4*..5", 4, "\"4*..5\" is not a range"},
      {"drug:-norco", 5, "- goes before the field"},
      {"drug:NOT norco", 5, "NOT cannot be the value of drug:"},
      {"drug:AND", 5, "AND cannot be the value of drug:"},
      {"drug:(a case:b)", 8, "the field \"case\" inside the field \"drug\""},
      {"drug:case:b", 5, "the field \"case\" inside the field \"drug\""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    std::string message;
    CHECK(offset_of_error(c.text, message) == c.offset);
    CHECK(message == c.message);
  }
}

TEST_CASE("hints say how to search for the word itself") {
  try {
    parse_query("a OR");
    FAIL("no error");
  } catch (const QueryError& error) {
    CHECK(error.hint() == "to search for it as a word, write \"OR\"");
  }
}

TEST_CASE("columns count code points from 1") {
  CHECK(imr::column_of("", 0) == 1);
  CHECK(imr::column_of("ab", 1) == 2);
  CHECK(imr::column_of("\u00E9\U0001F600 x", 7) == 4);
  CHECK(imr::column_of("ab", 99) == 3);
}

TEST_CASE("depth has a limit, length has none") {
  std::string message;
  CHECK(drawn(parse_query(repeated("(", 100) + "a" + repeated(")", 100))) == "a");
  CHECK(offset_of_error(repeated("(", 101) + "a" + repeated(")", 101), message) == 100);
  CHECK(message == "brackets and NOT are nested deeper than 100");
  CHECK(offset_of_error(repeated("NOT ", 101) + "a", message) == 400);
  CHECK(offset_of_error(repeated("(", 1000000), message) == 100);
  CHECK(offset_of_error("a" + repeated(" w/5 a", 101), message) == 602);
  CHECK(message == "more than 100 times w/n, pre/n, /s or /p");
  CHECK(parse_query(repeated("a ", 50000)).children.size() == 50000);
  CHECK(parse_query("a" + repeated(" OR a", 20000)).children.size() == 20001);
}

TEST_CASE("a query of 100,000 characters is read quickly") {
  const std::string text = repeated("lumbar mri ", 9091);
  const auto start = std::chrono::steady_clock::now();
  const QueryNode query = parse_query(text);
  const auto took = std::chrono::steady_clock::now() - start;
  CHECK(query.children.size() == 18182);
  CHECK(took < std::chrono::milliseconds(500));  // far above what it takes; quadratic would not pass
}

// Lines of the manual are QUERY, QUERY  # = SAME QUERY, or among the mistakes QUERY  # MESSAGE.
TEST_CASE("the manual's examples are queries, and its mistakes are mistakes") {
  std::ifstream manual(IMR_SOURCE_DIR "/docs/query-language.md");
  std::string block;
  int examples = 0;
  for (std::string line; std::getline(manual, line);) {
    if (line.starts_with("```")) block = line.substr(3);
    if (line.starts_with("```") || (block != "query" && block != "mistakes")) continue;
    ++examples;
    CAPTURE(line);
    const std::size_t end = line.find("  # ");
    const std::string text = line.substr(0, end);
    const std::string note = end == std::string::npos ? "" : line.substr(end + 4);
    std::string message;
    offset_of_error(text, message);
    CHECK(message == (block == "query" ? "no error" : note));
    if (block == "query" && !note.empty()) CHECK(parse_query(text) == parse_query(note.substr(2)));
  }
  CHECK(examples > 50);
}

TEST_CASE("plain text has words only") {
  CHECK(drawn(plain_query("a AND (b OR \"c")) == "(+ a AND (b OR \"c)");
  CHECK(drawn(plain_query("drug: -x age:1..2 y?")) == "(+ drug: -x age:1..2 y?)");
  CHECK(drawn(plain_query("\u00A0mri ")) == "mri");
  CHECK(drawn(plain_query("a \" b \u201C\u201D")) == "(+ a b)");
  CHECK(drawn(plain_query(" ")) == "()");
  CHECK(plain_query(" a bc ").begin == 1);
  CHECK(plain_query(" a bc ").end == 5);
}
