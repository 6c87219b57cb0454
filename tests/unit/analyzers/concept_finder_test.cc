// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/concept_finder.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <doctest/doctest.h>

#include "tests/support/check_token_stream.h"
#include "tests/unit/analyzers/terms.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

constexpr std::string_view kTable =
    "MRI\tmagnetic resonance imaging\tany\t\n"
    "PT\tphysical therapy\tcaps\tnot-near:ptt,inr\n"
    "US\tultrasound\tCAPS\t\n"
    "RFA\trequest for authorization\tany\tnot-near:facet\n"
    "RFA\tradiofrequency ablation\tany\tnear:facet,medial\n"
    "ER\textended release\tcaps\tafter:mg,tablet\n"
    "ER\temergency room\tcaps\tbefore:visit,physician;not-after:mg\n"
    "b/l\tbilateral\tany\t\n"
    "B/L upper extremity\tbilateral upper extremity\tany\t\n"
    "CT\tcomputed tomography\tcaps\t\n"
    "CTS\tcarpal tunnel syndrome\tcaps\t\n"
    "EMG/NCV\telectrodiagnostic study\tany\t\n"
    "LESI\tepidural steroid injection\tany\t\n"
    "LESI\tlumbar epidural steroid injection\tany\t\n";

const Analyzer& analyzer(Typing typing) {
  static const ConceptTable table(kTable);
  static const auto letters =
      folded_and_stemmed().then(meaning_filter({concept_finder(table, Typing::letter)}));
  static const auto queries =
      folded_and_stemmed().then(meaning_filter({concept_finder(table, Typing::query)}));
  return typing == Typing::letter ? letters : queries;
}

// The concepts of a text, in order.
Strings concepts(std::string_view text, Typing typing = Typing::letter) {
  return meanings_of(analyzer(typing), text);
}

}  // namespace

TEST_CASE("a concept is found under each of its names") {
  const Strings mri = {"magnetic resonance imaging"};
  for (const char* text : {"MRI", "an mri of it", "MRIs", "the MRI's result", "magnetic resonance imaging",
                           "Magnetic-Resonance Imaging", "MAGNETIC RESONANCE IMAGING"}) {
    CAPTURE(text);
    CHECK(concepts(text) == mri);
  }
  for (const char* text : {"magnetic imaging", "resonance", "MRIX", ""}) {
    CAPTURE(text);
    CHECK(concepts(text).empty());
  }
}

TEST_CASE("a concept stands at its first word and covers all of them") {
  const auto tokens = tokens_of(analyzer(Typing::letter), "No magnetic resonance imaging yet");
  const auto meaning = std::ranges::find(tokens, TermKind::meaning, &Token::kind);
  REQUIRE(meaning != tokens.end());
  CHECK(meaning->position == 2);
  CHECK(meaning->begin == 3);
  CHECK(meaning->end == 29);
}

TEST_CASE("two names of one concept side by side count once") {
  const Strings therapy = {"physical therapy"};
  CHECK(concepts("PT (physical therapy)") == therapy);
  CHECK(concepts("physical therapy (PT)") == therapy);
  CHECK(concepts("PT, then physical therapy") == Strings{"physical therapy", "physical therapy"});
}

TEST_CASE("capitals count where the table says so, and less in queries") {
  CHECK(concepts("the pt was seen").empty());
  CHECK(concepts("the PT was seen") == Strings{"physical therapy"});
  CHECK(concepts("PTs") == Strings{"physical therapy"});
  CHECK(concepts("pt", Typing::query) == Strings{"physical therapy"});
  CHECK(concepts("treat us", Typing::query).empty());
  CHECK(concepts("US of the knee") == Strings{"ultrasound"});
  CHECK(concepts("THE WORKER ASKED US FOR A SCAN").empty());
}

TEST_CASE("the words around tell what an ambiguous form means") {
  const struct {
    std::string text;
    Strings expected;
  } cases[] = {
      {"the RFA form", {"request for authorization"}},
      {"lumbar facet RFA", {"radiofrequency ablation"}},
      {"RFA of the medial branch", {"request for authorization", "radiofrequency ablation"}},
      {"Facet pain. The RFA was sent", {"request for authorization"}},
      {"a facet of one two three four five six seven eight RFA", {"request for authorization"}},
      {"PT and INR", {}},
      {"a tablet ER", {"extended release"}},
      {"an ER visit", {"emergency room"}},
      {"40 mg ER", {"extended release"}},
      {"mg ER physician", {"extended release"}},
      {"the ER", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(concepts(c.text) == c.expected);
  }
}

TEST_CASE("forms of single letters are no lists of letters") {
  CHECK(concepts("b/l knees") == Strings{"bilateral"});
  CHECK(concepts("plans b, l and m").empty());
}

TEST_CASE("a longer form needs all of its words") {
  CHECK(concepts("b/l wrists") == Strings{"bilateral"});
  CHECK(concepts("b/l upper extremities") == Strings{"bilateral", "bilateral upper extremity"});
}

TEST_CASE("an abbreviation is no plural of another") {
  CHECK(concepts("CTS") == Strings{"carpal tunnel syndrome"});
  CHECK(concepts("CT") == Strings{"computed tomography"});
}

TEST_CASE("a drug in any form or combination is the drug too") {
  CHECK(concepts("Percocet") == Strings{"oxycodone", "oxycodone/acetaminophen"});
  CHECK(concepts("Voltaren gel").front() == "diclofenac");
}

TEST_CASE("a form may name several things, and a longer one holds the shorter") {
  CHECK(concepts("LESI") == Strings{"epidural steroid injection", "lumbar epidural steroid injection"});
  CHECK(concepts("lumbar epidural steroid injections") ==
        Strings{"lumbar epidural steroid injection", "epidural steroid injection"});
}

TEST_CASE("drugs are known by brand, generic name and first ingredient") {
  const Strings norco = {"hydrocodone", "hydrocodone/acetaminophen"};
  CHECK(concepts("Norco") == norco);
  const Strings written = concepts("hydrocodone/acetaminophen");
  CHECK(std::set(written.begin(), written.end()).contains("hydrocodone/acetaminophen"));
  CHECK(concepts("Celebrex") == Strings{"celecoxib"});
  CHECK(concepts("Celexa") == Strings{"citalopram"});
}

TEST_CASE("words of known concepts have the class of drugs and abbreviations") {
  const auto tokens = tokens_of(analyzer(Typing::letter), "MRI Norco knee");
  std::vector<TokenClass> classes;
  for (const Token& token : tokens) {
    if (token.kind == TermKind::surface) classes.push_back(token.token_class);
  }
  CHECK(classes == std::vector{TokenClass::abbreviation, TokenClass::drug, TokenClass::word});
}

TEST_CASE("concepts keep the contract of token streams") { check_token_stream(analyzer(Typing::letter)); }

TEST_CASE("a table that cannot be read is refused with the row's form") {
  CHECK_THROWS_WITH_AS(ConceptTable("XYZ\tsomething\tupper\t\n"), "concepts: XYZ: no such case upper",
                       std::invalid_argument);
  CHECK_THROWS_WITH_AS(ConceptTable("XYZ\tsomething\tany\tbeside:x\n"),
                       "concepts: XYZ: no such condition beside:x", std::invalid_argument);
}

TEST_CASE("the table that is compiled in tells the names of a concept") {
  const ConceptTable& table = ConceptTable::standard();
  const int mri = table.find("magnetic resonance imaging");
  REQUIRE(mri >= 0);
  const Strings forms = table.forms_of(mri);
  CHECK(forms.front() == "magnetic resonance imaging");
  CHECK(std::ranges::find(forms, "MRI") != forms.end());
  CHECK(table.find("no such thing") == -1);
  CHECK(table.is_drug(table.find("celecoxib")));
  CHECK_FALSE(table.is_drug(mri));
}

TEST_CASE("every form of the table that needs nothing beside it is found as its concept") {
  const ConceptTable& table = ConceptTable::standard();
  std::size_t looked_at = 0;
  for (std::uint32_t i = 0; i < table.form_count(); ++i) {
    const ConceptForm& form = table.form(i);
    if (form.tests.size > 0) continue;
    const Strings found = meanings_of(query_analyzer(), table.text(i));
    CAPTURE(table.text(i));
    CAPTURE(table.name(form.number));
    CHECK(std::ranges::find(found, table.name(form.number)) != found.end());
    ++looked_at;
  }
  CHECK(looked_at > 4000);
}
