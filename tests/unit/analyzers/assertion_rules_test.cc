// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_rules.h"

#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/cue_phrase.h"

using namespace imr;

namespace {

const std::string kGroups =
    "@joins\tgroup\tand\n@alternatives\tgroup\tor\n@verbs\tgroup\thas\n@settings\tgroup\tat\n@"
    "links\tgroup\tof\n"
    "@auxiliaries\tgroup\tis\n@pronouns\tgroup\tit\n@finite\tgroup\tis\n@told\tgroup\tseen\n@"
    "kind\tgroup\tclear new\n";

// All wordings of a phrase, words parted by blanks.
std::vector<std::string> wordings(const CuePhrase& phrase) {
  std::vector<std::string> all = {""};
  for (const auto& part : phrase) {
    std::vector<std::string> tails;
    if (part.choices.empty()) tails.emplace_back(part.word);
    for (const auto& choice : part.choices) {
      for (const auto& wording : wordings(choice)) tails.push_back(wording);
    }
    std::vector<std::string> longer;
    for (const auto& head : all) {
      for (const auto& tail : tails)
        longer.push_back(head.empty() || tail.empty() ? head + tail : head + " " + tail);
    }
    all = longer;
  }
  return all;
}

}  // namespace

TEST_CASE("the notation of cues has brackets, groups and words that may be left out") {
  const CueGroups groups = {{"@be", {"is", "was"}}};
  const struct {
    std::string_view notation;
    std::vector<std::string> wordings;
  } cases[] = {
      {"no", {"no"}},
      {"no evidence of?", {"no evidence of", "no evidence"}},
      {"(rule|rules) out", {"rule out", "rules out"}},
      {"@be (not|never)? seen",
       {"is not seen", "is never seen", "is seen", "was not seen", "was never seen", "was seen"}},
      {"a (b (c|d)|e)", {"a b c", "a b d", "a e"}},
      {"no > change", {"no > change"}},
      {"no @kind* sign", {"no @kind sign"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.notation);
    CHECK(wordings(read_cue_phrase(c.notation, groups)) == c.wordings);
  }
}

TEST_CASE("a table that is malformed is told of") {
  for (const auto* row :
       {"(no\tnegated\tforward", "no)\tnegated\tforward", "@nobody sees\tnegated\tforward", "\tpseudo",
        "no\tdenied\tforward", "no\tnegated\tup", "but\tend\tsomewhere", "no\tnegated\tforward\tfar",
        "no\tnegated\tforward\tafter @nobody", "don't\tsame\tdo not do"}) {
    CAPTURE(row);
    CHECK_THROWS_AS(AssertionRules(kGroups + row), std::logic_error);
  }
  CHECK_THROWS_AS(AssertionRules("no\tnegated\tforward"), std::logic_error);  // no groups
}

TEST_CASE("a phrase is a way through the words, and words of a group may stand in it") {
  const AssertionRules rules(kGroups + "no @kind* sign\tnegated\tforward\t5 item\nno\tpseudo");
  const auto no = rules.step(0, rules.word("no").id);
  REQUIRE(no != 0);
  REQUIRE(rules.rules_at(no).size() == 1);
  CHECK(rules.rules_at(no)[0].kind == CueKind::pseudo);
  CHECK((rules.fillers_at(no) & rules.word("new").groups) != 0);
  CHECK((rules.fillers_at(no) & rules.word("and").groups) == 0);
  const auto sign = rules.step(no, rules.word("sign").id);
  REQUIRE(rules.rules_at(sign).size() == 1);
  CHECK(rules.rules_at(sign)[0].reach == 5);
  CHECK(rules.rules_at(sign)[0].one_item);
  CHECK(rules.rules_at(sign)[0].cue_size == 2);
  CHECK(rules.step(sign, rules.word("no").id) == 0);
}

TEST_CASE("words are told apart, contractions written out, and others unknown") {
  const auto& rules = assertion_rules();
  CHECK(rules.word("without").id != 0);
  CHECK(rules.word("without").id != rules.word("with").id);
  CHECK(rules.word("doesn't").id == rules.word("does").id);
  CHECK(rules.word("doesn't").second == rules.word("not").id);
  for (const auto* word : {"", "q", "zebra", "withou", "a very long word that no table would have"}) {
    CAPTURE(word);
    CHECK(rules.word(word).id == 0);
  }
}
