// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/check_token_stream.h"

using namespace imr;

namespace {

const std::map<std::string, Assertion> kMarks = {{"+", Assertion::affirmed},
                                                 {"-", Assertion::negated},
                                                 {"?", Assertion::possible},
                                                 {"u", Assertion::undocumented},
                                                 {"o", Assertion::other}};

// Scopes as "assertion: words [cue]".
std::vector<std::string> scopes_of(std::string_view text) {
  std::vector<std::string> found;
  for (const auto& scope : assertion_scopes(text)) {
    found.push_back(std::string(name_of(scope.assertion)) + ": " +
                    std::string(text.substr(scope.begin, scope.end - scope.begin)) + " [" +
                    std::string(text.substr(scope.cue_begin, scope.cue_end - scope.cue_begin)) + "]");
  }
  return found;
}

Assertion assertion_at(std::string_view text, std::size_t at) {
  for (const auto& scope : assertion_scopes(text)) {
    if (scope.begin <= at && at < scope.end) return scope.assertion;
  }
  return Assertion::affirmed;
}

using Scopes = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences of letters say of each finding what a reader takes from them") {
  std::ifstream file(std::string(IMR_SOURCE_DIR) + "/tests/unit/analyzers/assertion_sentences.tsv");
  int sentences = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const auto tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const auto sentence = line.substr(0, tab);
    CAPTURE(sentence);
    std::istringstream findings(line.substr(tab + 1));
    for (std::string finding; findings >> finding;) {
      const auto equals = finding.rfind('=');
      const auto word = finding.substr(0, equals);
      const auto at = sentence.find(word);
      REQUIRE_MESSAGE(at != std::string::npos, word);
      CAPTURE(word);
      CHECK(name_of(assertion_at(sentence, at)) == name_of(kMarks.at(finding.substr(equals + 1))));
    }
    ++sentences;
  }
  CHECK(sentences > 400);
}

TEST_CASE("a scope holds words beside its cue and names the cue") {
  const struct {
    std::string_view text;
    Scopes scopes;
  } cases[] = {
      {"", {}},
      {"no", {}},
      {"There is pain.", {}},
      {"No evidence of a tear.", {"negated: a tear [No evidence of]"}},
      {"Fracture was ruled out.", {"negated: Fracture [was ruled out]"}},
      {"No pain, no spasm", {"negated: pain [No]", "negated: spasm [no]"}},
      {"She doesn't limp.", {"negated: limp [doesn't]"}},
      {"He cannot kneel.", {"negated: kneel [cannot]"}},
      {"Sprain versus tear.", {"possible: Sprain [versus]", "possible: tear [versus]"}},
      {"It shows no\nsigns of\n  infection.", {"negated: infection [no\nsigns of]"}},
      {"No \u201Cred flags\u201D were found.", {"negated: red flags\u201D were found [No]"}},
      {"DENIES NUMBNESS.", {"negated: NUMBNESS [DENIES]"}},
      {"Fever: denied.", {"negated: Fever [denied]"}},
      {"Fever (-), (-) rash, (+) cough.", {"negated: Fever [(-)]", "negated: rash [(-)]"}},
      {"?sprain", {"possible: sprain [?]"}},
      {"?", {}},
      {"Sprain? Yes.", {}},
      {"It did not really help the pain.", {"negated: help [not really]"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(scopes_of(c.text) == c.scopes);
  }
}

TEST_CASE("a negation holds for its sentence only") {
  CHECK(scopes_of("Denies numbness. Has pain. No limp") ==
        Scopes{"negated: numbness [Denies]", "negated: limp [No]"});
  CHECK(scopes_of("No fever\n\nPain in the knee") == Scopes{"negated: fever [No]"});
}

TEST_CASE("quoted guidelines are about other people until the quotation ends") {
  CHECK(scopes_of("ODG states, \"Not for pain. Use if spasm.\" He has spasm.") ==
        Scopes{"other: Not for pain. Use if spasm [ODG states]"});
  CHECK(scopes_of("MTUS states \"red flag\" signs matter. He has pain.") ==
        Scopes{"other: red flag\" signs matter [MTUS states]"});
}

TEST_CASE("a quotation that is never closed does not take the rest of a letter") {
  std::string text = "ODG states, \"Recommended for pain. ";
  for (int i = 0; i < 100; ++i) text += "Ice helps acute pain. ";
  text += "Knee pain.";
  CHECK(assertion_at(text, text.rfind("Knee")) == Assertion::affirmed);
  CHECK(assertion_at(text, text.find("Ice")) == Assertion::other);
}

TEST_CASE("scopes of any text are in order, apart and begin and end with words of it") {
  auto texts = nasty_texts();
  texts.emplace_back(
      "no no not without denies but no, not; ruled out was not seen (no) \"no\" versus vs ? if no");
  texts.emplace_back("(-)(-) ?a (+)?b no (-)? (?no) (-");
  for (const auto& text : texts) {
    std::size_t at = 0;
    for (const auto& scope : assertion_scopes(text)) {
      REQUIRE(at <= scope.begin);
      REQUIRE(scope.begin < scope.end);
      REQUIRE(scope.end <= text.size());
      REQUIRE(scope.cue_begin < scope.cue_end);
      REQUIRE(scope.cue_end <= text.size());
      CHECK((scope.cue_end <= scope.begin || scope.end <= scope.cue_begin));
      CHECK(scope.assertion != Assertion::affirmed);
      at = scope.end;
    }
  }
}

TEST_CASE("words that are known already give the scopes of the text") {
  const std::string text = "no pain";
  const AssertionWord words[] = {{"no", 0, 2}, {"pain", 3, 7}};
  std::vector<AssertionScope> scopes = {{0, 1, Assertion::other, 2, 3}};
  append_assertion_scopes(text, words, scopes);
  REQUIRE(scopes.size() == 2);
  CHECK(scopes[1] == assertion_scopes(text)[0]);
}
