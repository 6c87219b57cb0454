// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/treatment_facts.h"

#include <set>

#include <doctest/doctest.h>

#include "analyzers/data_tables.h"
#include "corpus/session_count.h"
#include "corpus/treatment_cues.h"
#include "corpus/vocabulary.h"

namespace imr {

extern const std::string_view kTreatmentCodesTsv;
extern const std::string_view kTreatmentRulesTsv;

namespace {

TEST_CASE("every kind of cue has a category of the vocabulary, or says nothing") {
  std::set<std::string_view> labels(treatment_categories().begin(), treatment_categories().end());
  CHECK(labels.size() == 78);
  for (const CueKind& kind : cue_kinds()) {
    CAPTURE(kind.name);
    CHECK((labels.contains(kind.category) || (kind.category.empty() && kind.sureness == 0)));
    CHECK(kind.sureness <= 6);
  }
}

TEST_CASE("the rules and codes name kinds that there are") {
  for (const auto& row : table_rows(kTreatmentCodesTsv, 3)) {
    CAPTURE(row[0]);
    CHECK(row[0] <= row[1]);
    CHECK(find_cue_kind(row[2]) >= 0);
  }
  for (const auto& row : table_rows(kTreatmentRulesTsv, 3)) {
    CAPTURE(row[0]);
    CHECK(find_cue_kind(row[2]) >= 0);
    for (std::string_view cell : {row[0], row[1]}) {
      while (!cell.empty()) {
        const auto end = std::min(cell.find(' '), cell.size());
        const auto name = cell.substr(0, end);
        CAPTURE(name);
        const bool fact = name == "@visits" || name == "@spine" || name == "@part";
        CHECK((fact || name == "<" || name.starts_with('=') || find_cue_kind(name) >= 0));
        cell.remove_prefix(std::min(end + 1, cell.size()));
      }
    }
  }
}

TEST_CASE("visits are counted in all") {
  const struct {
    std::string_view text;
    std::optional<int> total;
  } cases[] = {
      {"PT 2x6", 12},
      {"PT x12", 12},
      {"PT x 12 visits", 12},
      {"2 times a week for 6 weeks", 12},
      {"2x/wk x 6 wks", 12},
      {"three (3) times per week for four (4) weeks", 12},
      {"12 visits (2x6)", 12},
      {"2x6 (12 visits)", 12},
      {"additional six (6) sessions", 6},
      {"twenty-four sessions", 24},
      {"once a month for 6 months", 6},
      {"weekly x 10", 10},
      {"weekly psychotherapy for 3 months", 12},
      {"for 6 weeks, twice a week", 12},
      {"PT 12", 12},
      {"once every 2 weeks for 8 weeks", 4},
      {"one time every other week for 8 weeks", 4},
      {"daily for 2 weeks", 14},
      {"2 visits and 8 visits", 10},
      {"2x4 and 1x4", 12},
      {"sessions #6", 6},
      {"QTY: 12.00", 12},
      {"visits (8)", 8},
      {"1-2 visits", {}},
      {"2 to 3 times a week for 4 weeks", {}},
      {"12-18 sessions", {}},
      {"2 times a week for 4-6 weeks", {}},
      {"for 6 weeks", {}},
      {"2 times a week", {}},
      {"30 minutes", {}},
      {"L4-5 12 visits", 12},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(session_count(c.text).total == c.total);
  }
}

using Parts = std::vector<BodyPart>;

TEST_CASE("a side belongs to the part after it, goes along lists of limbs, and stands behind a part") {
  const struct {
    std::string_view text;
    Parts parts;
  } cases[] = {
      {"left hip and knee", {{"Hip", Side::left}, {"Knee", Side::left}}},
      {"left hip, right knee", {{"Hip", Side::left}, {"Knee", Side::right}}},
      {"bilateral shoulder, elbow and wrist",
       {{"Shoulder", Side::bilateral}, {"Elbow", Side::bilateral}, {"Wrist", Side::bilateral}}},
      {"left shoulder and neck", {{"Shoulder", Side::left}, {"Neck", {}}}},
      {"neck and left shoulder", {{"Neck", {}}, {"Shoulder", Side::left}}},
      {"cervical spine bilateral", {{"Neck", Side::bilateral}}},
      {"wrist, right", {{"Wrist", Side::right}}},
      {"knee (L)", {{"Knee", Side::left}}},
      {"R shoulder", {{"Shoulder", Side::right}}},
      {"right L5-S1", {{"Low Back", Side::right}}},
      {"lumbar epidural at L5-S1 on the left", {{"Low Back", Side::left}}},
      {"BUE", {{"Upper Extremity", Side::bilateral}}},
      {"b/l knees", {{"Knee", Side::bilateral}}},
      {"knees", {{"Knee", {}}}},
      {"right and left knees", {{"Knee", Side::right}, {"Knee", Side::left}}},
      {"shoulder right, knee left", {{"Shoulder", Side::right}, {"Knee", Side::left}}},
      {"cervical, thoracic and lumbar spine", {{"Neck", {}}, {"Upper Back", {}}, {"Low Back", {}}}},
      {"neck, back", {{"Neck", {}}, {"Back", {}}}},
      {"spinal fusion, lumbar", {{"Low Back", {}}}},
      {"C7-T1", {{"Neck", {}}}},
      {"knees, R>L", {{"Knee", {}}}},
      {"bilateral knees, left greater than right", {{"Knee", Side::bilateral}}},
      {"Ankle foot orthosis (AFO), right", {{"Ankle", Side::right}, {"Foot", Side::right}}},
      {"bilateral AFOs", {{"Ankle", Side::bilateral}, {"Foot", Side::bilateral}}},
      {"left ankle-foot orthosis", {{"Ankle", Side::left}, {"Foot", Side::left}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(treatment_facts(c.text).body_parts == c.parts);
  }
}

TEST_CASE("the item decides the category, not a word beside it") {
  const struct {
    std::string_view text;
    std::string_view category;
  } cases[] = {
      {"Inpatient opioid detox, 7 days", "Programs"},
      {"Bariatric surgery evaluation", "Surgery > Surgical Consult"},
      {"Bariatric surgery", "Surgery > Non-arthroscopic Surgery"},
      {"Manual lymphatic drainage, right leg, 8 visits", "Rehabilitation > Other Therapies"},
      {"Blood testing: CBC and PTT", "Diagnostic Testing > Laboratory and Pathology"},
      {"Wound care supplies: gauze", "DMEPOS > Supplies"},
      {"Wound care", "Therapies > Other Therapies"},
      {"Bunion correction, left", "Surgery > Non-arthroscopic Surgery"},
      {"Incentive spirometer", "DMEPOS > DME"},
      {"Spirometry", "Diagnostic Testing > Other Diagnostic Tests"},
      {"Interpreter services", ""},
      {"Office visit with interpreter",
       "Evaluation and Management > Medical Specialties (consultations and visits)"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(treatment_facts(c.text).category.value_or("") == c.category);
  }
}

TEST_CASE("two drugs in one tablet are their combination, where it has a row") {
  using Names = std::vector<std::string>;
  const struct {
    std::string_view text;
    Names drugs;
    std::optional<int> quantity;
  } cases[] = {
      {"Tylenol with codeine #3, #60", {"codeine/acetaminophen"}, 60},
      {"Tylenol #3 with codeine #60", {"codeine/acetaminophen"}, 60},
      {"Acetaminophen/codeine #3 #90", {"codeine/acetaminophen"}, 90},
      {"Tylenol with codeine #30", {"codeine/acetaminophen"}, 30},
      {"Hydrocodone bit/ibuprofen 7.5/200mg #60", {"hydrocodone/ibuprofen"}, 60},
      {"Hydrocodone 7.5mg/ibuprofen 200mg #60", {"hydrocodone/ibuprofen"}, 60},
      {"Acetaminophen 300mg/codeine 30mg #30", {"codeine/acetaminophen"}, 30},
      {"Hydrocodone 10mg/acetaminophen 325mg #30", {"hydrocodone/acetaminophen"}, 30},
      {"Hydrocodone #60 and ibuprofen #90", {"hydrocodone/acetaminophen", "ibuprofen"}, 60},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto facts = treatment_facts(c.text);
    CHECK(facts.drugs == c.drugs);
    CHECK(facts.category == "Pharmaceuticals > Opioids");
    CHECK(facts.quantity == c.quantity);
  }
}

TEST_CASE("visits count, memberships do not") {
  CHECK(treatment_facts("Lymphatic drainage massage, 2 x week x 5 weeks").sessions == 10);
  CHECK(treatment_facts("Medication management visits, monthly x 6").sessions == 6);
  CHECK_FALSE(treatment_facts("Gym membership 2 x 6").sessions);
}

TEST_CASE("a request that says nothing has no facts") {
  for (const std::string_view text : {"", " ", "?", "\xFF\xFE", "#", "quagga"}) {
    CHECK(treatment_facts(text) == TreatmentFacts{});
  }
}

}  // namespace
}  // namespace imr
