// SPDX-License-Identifier: GPL-3.0-or-later
// What letters share ranks none of them.
#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/e2e/workplace.h"

using namespace imr;
using Json = nlohmann::json;

namespace {

const std::string kShared =
    "Compression garments are an option where swelling of the ankle lasts for months.";
const std::string kOwnId = "CM00-0000107#1";

// Twelve letters that share a sentence; one of them has the same words in its own.
class Sharing : public Workplace {
 public:
  Sharing() {
    for (int i = 101; i <= 112; ++i) {
      const std::string own = i == 107 ? "Compression garments were worn in vain." : "Rest was of no avail.";
      write("letters/" + std::to_string(i) + ".txt",
            letter_text({.case_number = "CM00-0000" + std::to_string(i),
                         .treatment = "Visit " + std::to_string(i),
                         .rationale = kShared + " " + own + " The request is not medically necessary."}));
    }
  }
  Json found(const std::string& query) const {
    const RunResult run = search({query, "--index", "ix", "--format", "json", "--limit", "all"});
    CAPTURE(run.err);
    REQUIRE(run.status <= 1);
    return Json::parse(run.out);
  }
};

void check_sharing(const Sharing& place) {
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
  const Json response = place.found("compression garments");
  CHECK(response["total"]["issues"] == 12);
  REQUIRE(response["hits"].size() == 12);
  CHECK(response["hits"][0]["issue_id"] == kOwnId);
  CHECK(response["hits"][0]["score"] > response["hits"][1]["score"]);
  CHECK(response["hits"][1]["score"] == response["hits"][11]["score"]);
  for (const Json& hit : response["hits"]) {
    REQUIRE(hit["passages"].size() == 1);
    const bool own = hit["issue_id"] == kOwnId;
    CHECK(hit["passages"][0]["text"] == (own ? "Compression garments were worn in vain." : kShared));
  }
  CHECK(place.found("\"swelling of the ankle\"")["total"]["issues"] == 12);
  CHECK(place.found("rationale:swelling")["total"]["issues"] == 12);
  CHECK(place.found("finding:swelling")["total"]["issues"] == 0);
}

}  // namespace

TEST_CASE("a sentence that twelve letters share is found, but neither ranks nor shows before another") {
  const Sharing place;
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  check_sharing(place);
}

TEST_CASE("it makes no difference that the letters came one after the other") {
  const Sharing place;
  REQUIRE(place.index({"build", "--index", "ix", "letters/101.txt"}).status == 0);
  for (int i = 102; i <= 112; ++i)
    REQUIRE(place.index({"add", "--index", "ix", "letters/" + std::to_string(i) + ".txt"}).status == 0);
  check_sharing(place);
}

TEST_CASE("three letters do not make a sentence recur") {
  const Sharing place;
  REQUIRE(place.index({"build", "--index", "ix", "letters/101.txt", "letters/102.txt", "letters/103.txt"})
              .status == 0);
  const Json response = place.found("compression garments");
  CHECK(response["total"]["issues"] == 3);
  CHECK(response["hits"][0]["score"] > 0);
}

TEST_CASE("a search by decision alone shows what the rationale says of its own") {
  const Sharing place;
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  std::set<std::string> texts;
  const Json response = place.found("decision:upheld");
  for (const Json& hit : response["hits"]) texts.insert(hit["passages"][0]["text"]);
  REQUIRE(texts.size() == 2);
  CHECK(texts.begin()->starts_with("Compression garments were worn in vain."));
  CHECK(texts.rbegin()->starts_with("Rest was of no avail."));
}

TEST_CASE("the standing text of the form is in no field") {
  const Sharing place;
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  CHECK(place.found("\"45 year old female clerk\"")["total"]["issues"] == 12);
  for (const char* text :
       {"\"how the imr final determination was made\"", "\"gave the whole case file\"",
        "\"developed the following clinical case summary\"", "\"has the following credentials\"",
        "\"disputed items\"", "\"Decision rationale\"", "\"State of Licensure\"",
        "\"Claims Administrator guideline\""}) {
    CAPTURE(text);
    CHECK(place.found(text)["total"]["issues"] == 0);
  }
}

TEST_CASE("damaged counts of sentences stop what adds, not what searches, and check tells") {
  const Sharing place;
  REQUIRE(place.index({"build", "--index", "ix", "letters"}).status == 0);
  const std::string whole = place.read("ix/sentences-1");
  std::string spoilt = whole;
  spoilt[spoilt.size() / 2] = static_cast<char>(spoilt[spoilt.size() / 2] ^ 0x5a);
  for (const std::string& bytes : {std::string(), whole.substr(0, whole.size() / 2), spoilt, whole + "x"}) {
    CAPTURE(bytes.size());
    place.write("ix/sentences-1", bytes);
    const RunResult check = place.index({"check", "--index", "ix"});
    CHECK(check.status == 3);
    CHECK(contains(check.err, "imr-index: ix/sentences-1: counts of sentences damaged"));
    const RunResult add = place.index({"add", "--index", "ix", "letters"});
    CHECK(add.status == 3);
    CHECK(contains(add.err, "imr-index: ix/sentences-1: counts of sentences damaged"));
    CHECK(contains(add.err, "build the index anew"));
    CHECK(place.found("compression")["total"]["issues"] == 12);
  }
  CHECK(place.index({"build", "--index", "ix", "letters"}).status == 0);
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
}
