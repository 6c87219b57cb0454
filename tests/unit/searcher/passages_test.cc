// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/passages.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

const Strings kSearched = {"treatment", "rationale", "summary"};

// Any of these words.
Clause word(const std::string& label, const Strings& surfaces, const Strings& fields = kSearched) {
  return {label, fields, any_token(surfaces)};
}

Clause word(const std::string& surface) { return word(surface, {surface}); }

Clause phrase(const Strings& surfaces, const Strings& fields = kSearched) {
  Clause clause{"", fields, {.kind = PlaceQuery::Kind::sequence}};
  for (const std::string& surface : surfaces) {
    clause.label += (clause.label.empty() ? "" : " ") + surface;
    clause.places.parts.push_back(any_token({surface}));
  }
  return clause;
}

struct Letter {
  Determination determination;
  Explained explain(const std::vector<Clause>& clauses, std::size_t limit = 3) const {
    return explain_hit(determination, determination.issues[0], clauses, limit);
  }
};

Letter letter(const std::string& rationale, const std::string& summary = "",
              const std::string& treatment = "") {
  Letter made;
  made.determination.clinical_summary = summary;
  Issue& issue = made.determination.issues.emplace_back();
  issue.treatment = treatment;
  issue.rationale = rationale;
  return made;
}

Strings highlighted(const Passage& passage) {
  Strings texts;
  for (const auto& [begin, end] : passage.highlights)
    texts.push_back(passage.text.substr(begin, end - begin));
  return texts;
}

std::string sentences(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "This sentence says nothing much of it, number " + std::to_string(i) + ". ";
  return text;
}

}  // namespace

TEST_CASE("a passage is the sentence that matches, with what matched highlighted") {
  const Letter made = letter("Nothing here. Injections of the knee failed twice. Nothing there.");
  const Explained explained = made.explain({word("injection", {"injection", "injections"}), word("knee")});
  REQUIRE(explained.passages.size() == 1);
  const Passage& passage = explained.passages[0];
  CHECK(passage.field == "rationale");
  CHECK(passage.text == "Injections of the knee failed twice.");
  CHECK(highlighted(passage) == Strings{"Injections", "knee"});
}

TEST_CASE("a phrase is highlighted as a whole, and its words alone are not") {
  const Letter made = letter("A red light and flags. There are red flags, though.");
  const Explained explained = made.explain({phrase({"red", "flags"})});
  REQUIRE(explained.passages.size() == 1);
  CHECK(highlighted(explained.passages[0]) == Strings{"red flags"});
}

TEST_CASE("the words of a compound may stand in any order") {
  Clause clause = phrase({"emg", "ncv"});
  clause.places.kind = PlaceQuery::Kind::shuffled;
  for (const char* text : {"NCV/EMG was done.", "EMG NCV was done."}) {
    CAPTURE(text);
    const Explained explained = letter(text).explain({clause});
    REQUIRE(explained.passages.size() == 1);
    CHECK(highlighted(explained.passages[0]) == Strings{std::string(text).substr(0, 7)});
  }
  CHECK(letter("EMG before NCV.").explain({clause}).passages.empty());
}

TEST_CASE("matches that overlap make one highlight") {
  const Explained explained = letter("Chronic low back pain.")
                                  .explain({phrase({"low", "back"}), phrase({"back", "pain"}), word("low")});
  REQUIRE(explained.passages.size() == 1);
  CHECK(highlighted(explained.passages[0]) == Strings{"low back pain"});
}

TEST_CASE("each next passage shows what was not shown yet") {
  const Letter made =
      letter("A knee. A knee again. The knee and the hip.", "The hand hurts.", "MRI of the knee");
  const std::vector<Clause> clauses = {word("knee"), word("hip"), word("hand")};
  const Explained two = made.explain(clauses, 2);
  REQUIRE(two.passages.size() == 2);
  CHECK(two.passages[0].text == "The knee and the hip.");
  CHECK(two.passages[1].text == "The hand hurts.");
  CHECK(made.explain(clauses, 1).passages.size() == 1);
  CHECK(made.explain(clauses, 0).passages.empty());
  CHECK(made.explain(clauses, 100).passages.size() == 5);
}

TEST_CASE("each clause that matched has one reason, from the treatment if it can be") {
  const Letter made = letter("The knees lock.", "", "MRI of the knee");
  for (const std::size_t limit : {0, 3}) {
    const Explained explained =
        made.explain({word("knee", {"knee", "knees"}), word("lock"), word("hand")}, limit);
    REQUIRE(explained.why.size() == 2);
    CHECK(explained.why[0].clause == "knee");
    CHECK(explained.why[0].matched == "knee");
    CHECK(explained.why[0].field == "treatment");
    CHECK(explained.why[1].matched == "lock");
    CHECK(explained.why[1].field == "rationale");
  }
}

TEST_CASE("a clause looks into its own fields only") {
  const Letter made = letter("The knee.", "The knee too.");
  const Explained explained = made.explain({word("knee", {"knee"}, {"summary"})});
  REQUIRE(explained.passages.size() == 1);
  CHECK(explained.passages[0].field == "summary");
}

TEST_CASE("a match over the end of a sentence is shown by itself") {
  const Explained explained = letter("The light is red. Flags are out.").explain({phrase({"red", "flags"})});
  REQUIRE(explained.passages.size() == 1);
  CHECK(explained.passages[0].text == "red. Flags");
  CHECK(highlighted(explained.passages[0]) == Strings{"red. Flags"});
}

TEST_CASE("long sentences are cut between words") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "word ";
  text.insert(900, "knee ");
  const Explained explained = letter(text).explain({word("knee")});
  REQUIRE(explained.passages.size() == 1);
  CHECK(explained.passages[0].text.size() <= 320);
  CHECK(highlighted(explained.passages[0]) == Strings{"knee"});
}

TEST_CASE("what satisfies a clause otherwise is shown where the clause itself matches nowhere") {
  Clause therapy = word("physical therapy", {"~physical therapy"});
  therapy.otherwise = {word("physical"), word("therapy")};
  const Explained named = letter("PT was of use. A physical examination, aqua therapy.").explain({therapy});
  REQUIRE(named.passages.size() == 1);
  CHECK(highlighted(named.passages[0]) == Strings{"PT"});
  const Explained apart = letter("A physical examination. Aqua therapy.").explain({therapy});
  REQUIRE(apart.passages.size() == 2);
  CHECK(highlighted(apart.passages[0]) == Strings{"physical"});
  CHECK(highlighted(apart.passages[1]) == Strings{"therapy"});
}

TEST_CASE("nearness highlights the words that are near, and the same words elsewhere not") {
  Clause near{"knee w/2 pain", kSearched, {.kind = PlaceQuery::Kind::near, .distance = 2}};
  near.places.parts = {any_token({"knee"}), any_token({"pain"})};
  const Explained explained =
      letter("Knee trouble and then pain in the hip. The knee has pain.").explain({near});
  REQUIRE(explained.passages.size() == 1);
  CHECK(explained.passages[0].text == "The knee has pain.");
  CHECK(highlighted(explained.passages[0]) == Strings{"knee", "pain"});
}

TEST_CASE("values of a field are apart: no phrase reaches from one to the next") {
  Letter made = letter("");
  made.determination.diagnoses = {"Neck strain", "Back pain"};
  const Strings field = {"diagnosis"};
  CHECK(made.explain({phrase({"strain", "back"}, field)}).why.empty());
  const Explained explained = made.explain({phrase({"back", "pain"}, field)});
  REQUIRE(explained.passages.size() == 1);
  CHECK(highlighted(explained.passages[0]) == Strings{"Back pain"});
}

TEST_CASE("what a pattern found in a compound is highlighted") {
  const Clause pattern = word("emg/n*", {"emg/ncv"});
  const Explained explained = letter("An EMG/NCV is due.").explain({pattern});
  REQUIRE(explained.passages.size() == 1);
  CHECK(highlighted(explained.passages[0]) == Strings{"EMG/NCV"});
}

TEST_CASE("standing text is shown only where nothing else shows the clause") {
  const std::string quotation =
      "The ODG states, \"Heat is an option for the knee and for the hip. It may be tried for a week.\" ";
  const Letter made = letter(quotation + "The knee hurts.", "The knee is stiff.");
  const Explained knee = made.explain({word("knee")});
  REQUIRE(knee.passages.size() == 2);
  CHECK(knee.passages[0].text == "The knee hurts.");
  CHECK(knee.passages[1].text == "The knee is stiff.");
  CHECK(knee.why[0].field == "rationale");
  const Explained hip = made.explain({word("knee"), word("hip"), word("week")});
  REQUIRE(hip.passages.size() == 4 - 1);
  CHECK(made.explain({word("week")}).passages[0].text == "It may be tried for a week.\"");
  CHECK(highlighted(made.explain({word("week")}).passages[0]) == Strings{"week"});
}

TEST_CASE("sentences that recur are standing text, from the positions of their first words on") {
  const Letter made = letter("Heat for a knee. The knee hurts. Heat for a hip. Cold for a knee.");
  const auto passages = [&](const std::vector<Clause>& clauses, const std::vector<Position>& recurring) {
    Strings texts;
    for (const Passage& passage :
         explain_hit(made.determination, made.determination.issues[0], clauses, 3, recurring).passages)
      texts.push_back(passage.text);
    return texts;
  };
  CHECK(passages({word("knee")}, {}) == Strings{"Heat for a knee.", "The knee hurts.", "Cold for a knee."});
  CHECK(passages({word("knee")}, {1}) == Strings{"The knee hurts.", "Cold for a knee."});
  CHECK(passages({word("heat")}, {1, 8}) == Strings{"Heat for a knee."});
  CHECK(passages({}, {1}) == Strings{"The knee hurts. Heat for a hip. Cold for a knee."});
  CHECK(passages({}, {1, 8}) == Strings{"The knee hurts."});
  CHECK(passages({}, {1, 5, 8, 12}) == Strings{made.determination.issues[0].rationale});
}

TEST_CASE("without clauses the beginning of the rationale is shown") {
  const Letter made = letter(sentences(20));
  const Explained explained = made.explain({});
  REQUIRE(explained.passages.size() == 1);
  CHECK(explained.passages[0].text.size() <= 320);
  CHECK(explained.passages[0].text.starts_with("This sentence"));
  CHECK(explained.passages[0].text.ends_with("."));
  CHECK(explained.passages[0].highlights.empty());
  CHECK(made.explain({}, 0).passages.empty());
  CHECK(letter("").explain({}).passages.empty());
}
