// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/value_resolver.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

ResolvedValues resolve(const char* field, const std::string& text, const Strings& in_index = {}) {
  return ValueResolver(*find_field(field), in_index).resolve(text, 7);
}

}  // namespace

TEST_CASE("a label, id or alias means that one value, whatever its case") {
  const struct {
    const char* field;
    std::string text;
    std::string label;
  } cases[] = {
      {"decision", "OVERTURNED", "overturned"},
      {"decision", "approved", "overturned"},
      {"decision", "Granted", "overturned"},
      {"decision", "denied", "upheld"},
      {"outcome", "partly overturned", "partly_overturned"},
      {"state", "ca", "California"},
      {"state", "OR", "Oregon"},
      {"state", "west virginia", "West Virginia"},
      {"state", "Virginia", "Virginia"},
      {"specialty", "pain medicine", "Pain Medicine"},
      {"guideline", "acoem2-09", "ACOEM Shoulder Complaints"},
      {"guideline", "odg low back", "ODG Low Back"},
      {"ca_guideline", "ODG-LB", "ODG Low Back"},
      {"treatment_category", "surgery > spine", "Surgery > Spine"},
      {"drug", "NORCO", "hydrocodone/acetaminophen"},
      {"drug", "tramadol", "tramadol"},
      {"body_part", "low back", "Low Back"},
      {"sex", "F", "female"},
      {"age_band", "<20", "<20"},
      {"layout", "f", "F"},
      {"decision_year", "2031", "2031"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const ResolvedValues values = resolve(c.field, c.text);
    CHECK(values.exact);
    CHECK(values.labels == Strings{c.label});
  }
}

TEST_CASE("else every value that holds the words is meant") {
  const ResolvedValues carolinas = resolve("state", "carolina");
  CHECK_FALSE(carolinas.exact);
  CHECK(carolinas.labels == Strings{"North Carolina", "South Carolina"});
  const ResolvedValues backs = resolve("guideline", "back low");
  CHECK_FALSE(backs.exact);
  CHECK(backs.labels.size() > 1);
  for (const std::string& label : backs.labels) CHECK(label.find("Low Back") != std::string::npos);
}

TEST_CASE("a value in the other number is that value") {
  CHECK(resolve("drug", "opioid").labels == resolve("drug", "Opioids").labels);
  CHECK(resolve("drug", "opioid").labels.size() > 5);
  CHECK_FALSE(resolve("drug", "opioid").exact);
  const Strings antagonists = resolve("drug", "opioid antagonist").labels;
  CHECK(std::ranges::find(antagonists, "naloxone") != antagonists.end());
  CHECK(resolve("age_band", "20").labels == Strings{"20-29", "<20"});
}

TEST_CASE("a treatment category means its subcategories too, and a body part goes by its written forms") {
  const ResolvedValues surgery = resolve("treatment_category", "surgery");
  CHECK_FALSE(surgery.exact);
  CHECK(surgery.labels.front() == "Surgery");
  CHECK(std::ranges::find(surgery.labels, "Surgery > Spine") != surgery.labels.end());
  CHECK(resolve("treatment_category", "Surgery > Spine").labels == Strings{"Surgery > Spine"});
  CHECK(resolve("body_part", "lumbar").labels == Strings{"Low Back"});
  CHECK(resolve("body_part", "shoulders").labels == Strings{"Shoulder"});
}

TEST_CASE("levels of the spine are known however they are written, in the index or not") {
  for (const char* text : {"L4-L5", "l4-5", "L4/5", "L4-5"}) {
    CAPTURE(text);
    CHECK(resolve("spinal_level", text).labels == Strings{"L4-L5"});
  }
  CHECK(resolve("spinal_level", "L4-S1").labels == Strings{"L4-L5", "L5-S1"});
  CHECK(resolve("spinal_level", "L4", {"L3-L4", "L4-L5", "C4-C5"}).labels == Strings{"L3-L4", "L4-L5"});
  CHECK_THROWS_AS(resolve("spinal_level", "L9-10"), QueryError);
}

TEST_CASE("a star at the end of a word stands for any ending") {
  CHECK(resolve("state", "carol*").labels == Strings{"North Carolina", "South Carolina"});
  CHECK(resolve("state", "north* caro*").labels == Strings{"North Carolina"});
  CHECK_THROWS_AS(resolve("state", "*lina"), QueryError);
}

TEST_CASE("values that only the index has are values too") {
  CHECK_THROWS_AS(resolve("specialty", "Marine Biology"), QueryError);
  CHECK(resolve("specialty", "marine biology", {"Marine Biology"}).labels == Strings{"Marine Biology"});
  CHECK(resolve("specialty", "biology", {"Marine Biology"}).labels == Strings{"Marine Biology"});
  CHECK(resolve("state", "CA", {"California"}).labels == Strings{"California"});
}

TEST_CASE("an unknown value is an error with its place and the nearest values") {
  try {
    resolve("state", "Californa");
    FAIL_CHECK("no error");
  } catch (const QueryError& error) {
    CHECK(error.code() == "unknown_value");
    CHECK(error.offset() == 7);
    CHECK(std::string(error.what()).find("\"Californa\"") != std::string::npos);
    CHECK(error.hint().find("\"California\"") != std::string::npos);
  }
  for (const char* text : {"", "  ", "&", "zzzz"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(resolve("state", text), QueryError);
  }
}
