// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_lexer.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"

using imr::query_tokens;
using imr::QueryError;
using imr::QueryToken;
using imr::QueryTokenKind;

namespace {

using Strings = std::vector<std::string>;

std::string listed(const QueryToken& token) {
  const char* const names[] = {"word", "exact", "wild", "phrase", "field", "open", "close",
                               "and",  "or",    "not",  "near",   "/s",    "/p",   "end"};
  return std::string(names[static_cast<std::size_t>(token.kind)]) + " " + std::string(token.text);
}

// Everything but the end, which every query has.
Strings tokens_of(std::string_view text) {
  Strings result;
  for (const QueryToken& token : query_tokens(text)) {
    if (token.kind != QueryTokenKind::end) result.push_back(listed(token));
  }
  return result;
}

struct Case {
  std::string_view text;
  Strings tokens;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(tokens_of(c.text) == c.tokens);
  }
}

}  // namespace

TEST_CASE("bare words stay as typed") {
  check({{"C++", {"word C++"}},
         {"*", {"word *"}},
         {"?", {"word ?"}},
         {"-", {"word -"}},
         {"=", {"word ="}},
         {"\U0001F600 *\U0001F600", {"word \U0001F600", "word *\U0001F600"}},
         {"L4-5", {"word L4-5"}},
         {"10/325", {"word 10/325"}},
         {"4%-27.5%", {"word 4%-27.5%"}},
         {"#60", {"word #60"}},
         {"EMG/NCV", {"word EMG/NCV"}},
         {"w/o s/p w/5x pre/ w/", {"word w/o", "word s/p", "word w/5x", "word pre/", "word w/"}},
         {"and or not", {"word and", "word or", "word not"}},
         {"And ORs", {"word And", "word ORs"}},
         {"worker's [sic]", {"word worker's", "word [sic]"}},
         {"\xFF\xC3 a", {"word \xFF\xC3", "word a"}}});
}

TEST_CASE("Unicode white space separates") {
  check({{"a\tb\nc\u00A0d\u3000e\u2028f", {"word a", "word b", "word c", "word d", "word e", "word f"}},
         {" \u2003 ", {}},
         {"", {}}});
}

TEST_CASE("question marks at the end of a word are punctuation") {
  check({{"MRI?", {"word MRI"}},
         {"MRI???", {"word MRI"}},
         {"why?, MRI?!", {"word why?,", "word MRI?!"}},
         {"??", {"word ??"}},
         {"=MRI?", {"exact MRI"}},
         {"AND?", {"word AND?"}},
         {"drug:norco?", {"field drug", "word norco"}}});
}

TEST_CASE("stars and inner question marks are wildcards if a letter or digit is there") {
  check({{"neuro*", {"wild neuro*"}},
         {"*itis", {"wild *itis"}},
         {"wom?n", {"wild wom?n"}},
         {"wom?n?", {"wild wom?n"}},
         {"radic*, (neuro*)", {"wild radic*", "open (", "wild neuro*", "close )"}},
         {"colo?*", {"wild colo?*"}},
         {"n\u00E9vr*", {"wild n\u00E9vr*"}},
         {"** *? ?* .*", {"word **", "word *", "word ?*", "word .*"}},
         {"https://example.org/a?b=*", {"word https://example.org/a?b=*"}}});
}

TEST_CASE("operators are whole words") {
  check({{"a AND b", {"word a", "and AND", "word b"}},
         {"(a)OR(b)", {"open (", "word a", "close )", "or OR", "open (", "word b", "close )"}},
         {"NOT a", {"not NOT", "word a"}},
         {"a W/5 b PRE/12 c", {"word a", "near W/5", "word b", "near PRE/12", "word c"}},
         {"a /s b /P c", {"word a", "/s /s", "word b", "/p /P", "word c"}},
         {"a w/5? b", {"word a", "word w/5?", "word b"}}});
}

TEST_CASE("nearness has its distance and order") {
  const std::vector<QueryToken> tokens = query_tokens("w/5 PRE/012 w/1000");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].distance == 5);
  CHECK_FALSE(tokens[0].ordered);
  CHECK(tokens[1].distance == 12);
  CHECK(tokens[1].ordered);
  CHECK(tokens[2].distance == 1000);
}

TEST_CASE("a hyphen excludes only what follows it directly") {
  check({{"-word", {"not -", "word word"}},
         {"-\"a b\"", {"not -", "phrase a b"}},
         {"-(a)", {"not -", "open (", "word a", "close )"}},
         {"-=a -=\"a\"", {"not -", "exact a", "not -", "phrase a"}},
         {"-drug:norco", {"not -", "field drug", "word norco"}},
         {"a - b", {"word a", "word -", "word b"}},
         {"a -- b", {"word a", "word --", "word b"}},
         {"--where", {"word --where"}},
         {"a -> b", {"word a", "word ->", "word b"}},
         {"(a -)", {"open (", "word a", "word -", "close )"}},
         {"left-sided", {"word left-sided"}}});
}

TEST_CASE("phrases take straight, typographic and doubled quotes") {
  check({{"\"red flag\"", {"phrase red flag"}},
         {"\u201Cred flag\u201D", {"phrase red flag"}},
         {"\u201Ered flag\u201C", {"phrase red flag"}},
         {"\u201Cred flag\"", {"phrase red flag"}},
         {"\"\"red flag\"\"", {"phrase red flag"}},
         {"\"a\"\"b\"", {"phrase a", "phrase b"}},
         {"=\"red flag\"", {"phrase red flag"}},
         {"a\"b\"c", {"word a", "phrase b", "word c"}},
         {"\"a (b OR\"", {"phrase a (b OR"}},
         {"summary:\"a b\"", {"field summary", "phrase a b"}}});
}

TEST_CASE("a quote behind a digit and before a gap is an inch mark") {
  check({{"6\" x 4\u201D", {"word 6\"", "word x", "word 4\u201D"}},
         {"(6\")", {"open (", "word 6\"", "close )"}},
         {"5'10\", tall", {"word 5'10\",", "word tall"}},
         {"\"grade 6\" tear", {"phrase grade 6", "word tear"}},
         {"6\"a b\"", {"word 6", "phrase a b"}}});
}

TEST_CASE("fields are names with a colon and a value directly behind it") {
  check({{"drug:norco", {"field drug", "word norco"}},
         {"body_part:Knee", {"field body_part", "word Knee"}},
         {"=x drug:=norco", {"exact x", "field drug", "exact norco"}},
         {"state:OR", {"field state", "word OR"}},
         {"state:(OR", {"field state", "open (", "or OR"}},
         {"case:w/5", {"field case", "word w/5"}},
         {"10:30 3:1 L4:5", {"word 10:30", "word 3:1", "word L4:5"}},
         {"http://x C: C:\\temp", {"word http://x", "word C:", "word C:\\temp"}},
         {":a a-b:c", {"word :a", "word a-b:c"}}});
}

TEST_CASE("pieces know where they stand") {
  const std::vector<QueryToken> tokens = query_tokens("\u00E9 -\"a b\" why?");
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[1].begin == 3);
  CHECK(tokens[2].begin == 4);
  CHECK(tokens[2].end == 9);
  CHECK(tokens[3].begin == 10);
  CHECK(tokens[3].end == 14);  // with the question mark
  CHECK(tokens[4].begin == 14);
}

TEST_CASE("slips inside a piece are told with their place") {
  const struct {
    std::string_view text;
    std::size_t offset;
    std::string_view message;
  } cases[] = {
      {"a \"b c", 2, "this quote is never closed"},
      {"a \"\"", 2, "nothing between the quotes"},
      {"\"\" a", 0, "nothing between the quotes"},
      {"\u201C  \u201D", 0, "nothing between the quotes"},
      {"drug:", 0, "nothing after \"drug:\""},
      {"a drug: norco", 2, "nothing after \"drug:\""},
      {"(a drug:)", 3, "nothing after \"drug:\""},
      {"a w/0 b", 2, "the distance of w/0 is not from 1 to 1000"},
      {"a w/1001 b", 2, "the distance of w/1001 is not from 1 to 1000"},
      {"a pre/99999999999 b", 2, "the distance of pre/99999999999 is not from 1 to 1000"},
      {"a =(b)", 2, "= goes before a single word"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    try {
      query_tokens(c.text);
      FAIL_CHECK("no error");
    } catch (const QueryError& error) {
      CHECK(error.code() == "query_syntax");
      CHECK(error.offset() == c.offset);
      CHECK(error.what() == c.message);
      CHECK_FALSE(error.hint().empty());
    }
  }
}
