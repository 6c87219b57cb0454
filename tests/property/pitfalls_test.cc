// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that search programs are known to get wrong, each checked against what the letters say.
#include <algorithm>
#include <chrono>
#include <functional>
#include <regex>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"
#include "searcher/searcher.h"
#include "tests/support/sample_index.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

std::string listed(const Strings& names) {
  std::string text;
  for (const std::string& name : names) text += name + " ";
  return text;
}

struct MadeUp {
  const char* name;
  const char* rationale;
  const char* state = "California";
  Decision decision = Decision::upheld;
};

// What tells right from wrong; the sample letters say some of it, too.
constexpr MadeUp kMadeUp[] = {
    {"flag-at-5", "A red flag was found for the spine today."},
    {"flag-at-6", "A red flag was found for the whole spine today."},
    {"flag-after", "The spine shows no red flag."},
    {"flags", "The spine shows red flags."},
    {"flag-apart", "The spine is red and no flag was raised."},
    {"xray-near", "An x-ray of the lumbar spine was read."},
    {"xray-spaced", "The spine had an x ray last year."},
    {"xray-far", "The x-ray that was taken in May was of the spine."},
    {"xrays", "X-rays of her spine were clear."},
    {"radiograph", "A radiograph of the spine was clear."},
    {"ray-only", "The ray of hope is in the spine."},
    {"virginia", "Licensed elsewhere.", "Virginia", Decision::overturned},
    {"west-virginia", "Licensed elsewhere.", "West Virginia"},
    {"l4-5", "There is stenosis at L4-5 only."},
    {"l4-l5", "There is stenosis at L4-L5 only."},
    {"l4/5", "There is stenosis at L4/5 only."},
    {"l4-s1", "There is stenosis from L4 to S1."},
    {"l45", "Page L45 was lost."},
    {"10-325", "Norco 10-325 was stopped."},
    {"10/325", "Norco 10/325 was stopped."},
    {"10/325mg", "Norco 10/325mg was stopped."},
    {"5/325", "Norco 5/325 was stopped on day 10."},
    {"cpp", "The worker writes C++ all day."},
    {"vitamin-c", "Vitamin C was tried."},
    {"to-be", "To be or not to be, that is the question."},
    {"be-to", "To be sure, it is not for us to say."},
    {"hebrew", "The note reads \u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD and nothing else."},
    {"emoji", "The note ends with a smile \U0001F600 and a date."},
};

std::vector<Determination> all_letters() {
  std::vector<Determination> letters = sample_letters();
  for (const MadeUp& made : kMadeUp) {
    Determination letter;
    letter.case_number = made.name;
    letter.layout = Layout::f;
    letter.reviewer.states = {made.state};
    letter.issues.push_back({.issue_no = 1,
                             .treatment = "Follow-up visit",
                             .title = "Follow-up visit",
                             .decision = made.decision,
                             .rationale = made.rationale});
    letter.outcome = outcome_of(letter.issues);
    letters.push_back(std::move(letter));
  }
  return letters;
}

struct Place {
  Place() : letters(all_letters()) { build_index(folder / "ix", letters); }

  TemporaryFolder folder;
  std::vector<Determination> letters;
};

const Place& place() {
  static const Place one;
  return one;
}

Response answer(const std::string& query) {
  static const Searcher searcher(place().folder / "ix");
  return searcher.search({.query = query, .limit = 10'000, .passages = 0});
}

Strings found(const std::string& query) {
  Strings ids;
  for (const Hit& hit : answer(query).hits) ids.push_back(hit.issue_id);
  std::ranges::sort(ids);
  return ids;
}

// Of the made-up letters alone, without "#1".
Strings found_of_made_up(const std::string& query) {
  Strings names;
  for (const std::string& id : found(query)) {
    const std::string name = id.substr(0, id.find('#'));
    if (std::ranges::any_of(kMadeUp, [&](const MadeUp& made) { return name == made.name; }))
      names.push_back(name);
  }
  return names;
}

using Holds = std::function<bool(const Determination&, const Issue&)>;

Strings issues_where(const Holds& holds) {
  Strings ids;
  for (const Determination& letter : place().letters) {
    for (const Issue& issue : letter.issues) {
      if (holds(letter, issue)) ids.push_back(issue_id(letter.case_number, issue.issue_no));
    }
  }
  std::ranges::sort(ids);
  return ids;
}

// Whether the searched texts of an issue hold the pattern, whatever the case.
Holds says(const std::string& pattern) {
  const std::regex regex(pattern, std::regex::icase);
  return [regex](const Determination& letter, const Issue& issue) {
    for (const std::string* text : {&issue.treatment, &issue.rationale, &letter.clinical_summary}) {
      if (std::regex_search(*text, regex)) return true;
    }
    return false;
  };
}

Holds reviewed_in(const std::string& state) {
  return [state](const Determination& letter, const Issue&) {
    return std::ranges::find(letter.reviewer.states, state) != letter.reviewer.states.end();
  };
}

}  // namespace

TEST_CASE("queries that go wrong elsewhere find what they mean in made-up letters") {
  const struct {
    std::string query;
    Strings names;
  } cases[] = {
      {"\"red flag\" w/5 spine", {"flag-after", "flag-at-5"}},
      {"spine w/5 \"red flag\"", {"flag-after", "flag-at-5"}},
      {"\"red flag\" w/6 spine", {"flag-after", "flag-at-5", "flag-at-6"}},
      {"spine pre/5 \"red flag\"", {"flag-after"}},
      {"x-ray w/5 spine", {"radiograph", "xray-near", "xray-spaced", "xrays"}},
      {"\"x ray\" w/5 spine", {"xray-near", "xray-spaced"}},
      {"state:virginia", {"virginia"}},
      {"state:\"west virginia\"", {"west-virginia"}},
      {"state:VA OR state:WV", {"virginia", "west-virginia"}},
      {"L4-5", {"l4-5", "l4-l5", "l4/5"}},
      {"L4-L5", {"l4-5", "l4-l5", "l4/5"}},
      {"l4/5", {"l4-5", "l4-l5", "l4/5"}},
      {"level:L4-5", {"l4-5", "l4-l5", "l4-s1", "l4/5"}},
      {"10-325", {"10-325", "10/325", "10/325mg"}},
      {"10/325", {"10-325", "10/325", "10/325mg"}},
      {"\"norco 10-325\"", {"10-325", "10/325"}},
      {"C++", {"cpp", "vitamin-c"}},
      {"\"to be or not to be\"", {"to-be"}},
      {"\u05E9\u05DC\u05D5\u05DD", {"hebrew"}},
      {"\"\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD\"", {"hebrew"}},
      {"\u05E2\u05D5\u05DC\u05DD w/1 \u05E9\u05DC\u05D5\u05DD", {"hebrew"}},
      {"smile \U0001F600 date", {"emoji"}},
      {"\u202Esmile\u202C", {"emoji"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(listed(found_of_made_up(c.query)) == listed(c.names));
  }
}

TEST_CASE("they find in all letters what a plain look at the texts finds") {
  const struct {
    std::string query;
    Holds holds;
  } cases[] = {
      {"L4-5", says("\\bL4[-/]L?5\\b")},
      {"L4/5", says("\\bL4[-/]L?5\\b")},
      {"10/325", says("\\b10[-/]325(mg)?\\b")},
      {"10-325", says("\\b10[-/]325(mg)?\\b")},
      {"\"red flag\"", says("\\bred flag\\b")},
      {"to be or not to be", says("\\bnot\\b")},
      {"state:virginia", reviewed_in("Virginia")},
      {"state:\"west virginia\"", reviewed_in("West Virginia")},
      {"decision:(overturned OR upheld)",
       [](const Determination&, const Issue& issue) { return issue.decision.has_value(); }},
      {"decision:(overturned OR upheld) -decision:upheld",
       [](const Determination&, const Issue& issue) { return issue.decision == Decision::overturned; }},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    const Strings ids = found(c.query);
    CHECK_FALSE(ids.empty());
    CHECK(listed(ids) == listed(issues_where(c.holds)));
  }
}

TEST_CASE("what holds nothing to search for finds nothing and is named, alone and beside a word") {
  for (const std::string query : {"*", "-", "\U0001F600", "--", "?", "...", "=", "&", "{}", "'", "\\"}) {
    CAPTURE(query);
    const Response alone = answer(query);
    CHECK(alone.total_issues == 0);
    CHECK(alone.interpreted == "nothing");
    CHECK(alone.warnings == Strings{"\"" + query + "\" holds nothing to search for and is ignored"});
    CHECK(found(query + " spine") == found("spine"));
  }
}

TEST_CASE("signs at a word are no operators") {
  for (const char* query :
       {"+spine", "spine!", "spine?", "spine,", "(spine)", "spine.", "'spine'", "[spine]"}) {
    CAPTURE(query);
    CHECK(found(query) == found("spine"));
  }
}

TEST_CASE("operators out of place are mistakes that show the way") {
  const struct {
    std::string query;
    std::size_t column;
    const char* hint;
  } cases[] = {
      {"AND", 1, "to search for it as a word, write \"AND\""},
      {"\"", 1, "close it with \", or leave it out"},
      {"field:", 1, "write field:word without a blank, or \"field\" in quotes to search for the word"},
      {"spine \U0001F600 \"red flag", 9, "close it with \", or leave it out"},
      {"\u05E9\u05DC\u05D5\u05DD AND", 6, "to search for it as a word, write \"AND\""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    std::size_t column = 0;
    std::string hint;
    try {
      answer(c.query);
    } catch (const QueryError& error) {
      column = column_of(c.query, error.offset());
      hint = error.hint();
    }
    CHECK(column == c.column);
    CHECK(hint == c.hint);
  }
  CHECK(found("\"AND\"") == issues_where(says("\\band\\b")));
}

TEST_CASE("a query of 100,000 characters is answered in time") {
  std::string words;
  while (words.size() < 100'000) words += "lumbar spine ";
  std::string many;
  for (int i = 0; many.size() < 100'000; ++i) many += "word" + std::to_string(i) + " ";
  const struct {
    std::string query;
    Strings ids;
  } cases[] = {
      {words, found("lumbar spine")},
      {many, {}},
      {std::string(100'000, 'a'), {}},
      {"spine " + std::string(100'000, '-'), found("spine")},
      {"\"" + words + "\"", {}},
      {"spine OR state:\"west virginia\" OR " + std::string(100'000, 'x'), found("spine OR state:WV")},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query.substr(0, 40));
    const auto start = std::chrono::steady_clock::now();
    CHECK(listed(found(c.query)) == listed(c.ids));
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(took < std::chrono::seconds(5));  // far above what it takes
  }
  CHECK_THROWS_AS(found("decision:" + std::string(100'000, 'a')), QueryError);
}
