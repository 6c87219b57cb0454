// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "analyzers/body_parts.h"
#include "analyzers/drug_lexicon.h"

using namespace imr;

namespace {

std::vector<std::string> drugs_in(std::string_view text) {
  std::vector<std::string> names;
  const auto words = text_words(text);
  for (const auto& mention : drug_mentions(words)) names.emplace_back(mention.drug->name);
  return names;
}

std::vector<std::string> parts_in(std::string_view text) {
  std::vector<std::string> labels;
  const auto words = text_words(text);
  for (const auto& mention : body_part_mentions(text, words)) {
    for (const auto* part : mention.parts) labels.emplace_back(part->label);
  }
  return labels;
}

}  // namespace

TEST_CASE("every drug has a class, and its name and brands find it") {
  std::set<std::string_view> names;
  for (const Drug& drug : drugs()) {
    CAPTURE(drug.name);
    CHECK(names.insert(drug.name).second);
    CHECK_FALSE(drug.drug_class.empty());
    CHECK(find_drug(drug.name) == &drug);
    CHECK(drugs_in(drug.name) == std::vector<std::string>{std::string(drug.name)});
    for (const auto brand : drug.brands) {
      CAPTURE(brand);
      CHECK(drugs_in(brand) == std::vector<std::string>{std::string(drug.name)});
    }
  }
  CHECK(names.size() == 212);
}

TEST_CASE("drugs are found under brands, abbreviations and misspellings") {
  const struct {
    std::string_view text;
    std::vector<std::string> drugs;
  } cases[] = {
      {"NORCO 10/325", {"hydrocodone/acetaminophen"}},
      {"hydrocodone-APAP", {"hydrocodone/acetaminophen"}},
      {"acetaminophen/hydrocodone", {"hydrocodone/acetaminophen"}},
      {"Tylenol", {"acetaminophen"}},
      {"Tylenol #3", {"codeine/acetaminophen"}},
      {"naproxen sodium 550mg", {"naproxen sodium"}},
      {"naproxen 550mg", {"naproxen"}},
      {"tramdol", {"tramadol"}},
      {"gabapentine and flexaril", {"gabapentin", "cyclobenzaprine"}},
      {"cyclobenzaprin", {"cyclobenzaprine"}},
      {"Voltaren gel", {"diclofenac gel"}},
      {"MS Contin", {"morphine sulfate"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(drugs_in(c.text) == c.drugs);
  }
}

TEST_CASE("names that look alike are never taken for each other") {
  const struct {
    std::string_view text;
    std::vector<std::string> drugs;
  } cases[] = {
      {"Celebrex", {"celecoxib"}},
      {"Celexa", {"citalopram"}},
      {"Zantac", {"ranitidine"}},
      {"Xanax", {"alprazolam"}},
      {"Lodine", {"etodolac"}},
      {"codeine", {"codeine sulfate"}},
      {"Toradol", {"ketorolac"}},
      {"tramadol", {"tramadol"}},
      {"hydromorphone", {"hydromorphone"}},
      {"hydrocodone", {"hydrocodone/acetaminophen"}},
      {"clonidine", {"clonidine"}},
      {"Klonopin", {"clonazepam"}},
      {"iodine", {}},
      {"Forteo", {}},
      {"Septra", {}},
      {"coumarin", {}},
      {"medical", {}},
      {"Lamisil", {}},
      {"prednisolone", {}},
      {"sentry", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(drugs_in(c.text) == c.drugs);
  }
}

TEST_CASE("parts of the body are found by words, anatomy and abbreviations") {
  const struct {
    std::string_view text;
    std::vector<std::string> parts;
  } cases[] = {
      {"cervical spine", {"Neck"}},
      {"lumber", {"Low Back"}},
      {"thoracolumbar", {"Upper Back", "Low Back"}},
      {"rotator cuff", {"Shoulder"}},
      {"carpel tunnel", {"Wrist"}},
      {"radial head", {"Elbow"}},
      {"femoral head", {"Hip"}},
      {"upper and lower extremities", {"Upper Extremity", "Lower Extremity"}},
      {"EMG of the LE", {"Lower Extremity"}},
      {"le", {}},
      {"knee scooter", {}},
      {"face-to-face visit", {}},
      {"liver function tests", {}},
      {"medical rental", {}},
      {"C-spine", {"Neck"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(parts_in(c.text) == c.parts);
  }
}
