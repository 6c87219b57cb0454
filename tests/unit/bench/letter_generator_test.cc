// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/letter_generator.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "corpus/determination.h"
#include "corpus/letter_reader.h"

namespace {

using imr::generate_letter;
using nlohmann::json;

constexpr std::uint64_t kSeed = 20;

imr::Determination read(const imr::GeneratedLetter& letter) {
  return imr::read_letter(letter.text, [](const imr::Problem&) {});
}

std::string decision_in_truth(const json& issue) {
  std::string decision = issue.at("decision");
  std::transform(decision.begin(), decision.end(), decision.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return decision;
}

void check_issues(const json& truth, const imr::Determination& read) {
  REQUIRE(read.issues.size() == truth.size());
  for (std::size_t i = 0; i < truth.size(); ++i) {
    CHECK(read.issues[i].treatment == truth[i].at("treatment").get<std::string>());
    CHECK(imr::name_of(*read.issues[i].decision) == decision_in_truth(truth[i]));
  }
}

}  // namespace

TEST_CASE("a letter follows from its seed and its index") {
  for (std::uint64_t index = 0; index < 50; ++index) {
    const auto once = generate_letter(kSeed, index);
    const auto again = generate_letter(kSeed, index);
    CHECK(once.text == again.text);
    CHECK(once.truth == again.truth);
    CHECK(once.text != generate_letter(kSeed + 1, index).text);
    CHECK(once.text != generate_letter(kSeed, index + 1).text);
  }
}

TEST_CASE("case numbers differ and lie above those of real letters") {
  std::set<std::string> seen;
  for (std::uint64_t index = 0; index < 500; ++index) {
    const auto id = generate_letter(kSeed, index).id;
    CAPTURE(id);
    REQUIRE(id.size() == 12);
    CHECK(id.substr(5) >= "1000000");
    CHECK(seen.insert(id.substr(5)).second);
  }
}

TEST_CASE("the letter reader finds in the text what the truth says") {
  for (std::uint64_t index = 0; index < 300; ++index) {
    const auto letter = generate_letter(kSeed, index);
    CAPTURE(letter.text);
    const auto truth = json::parse(letter.truth);
    const auto found = read(letter);
    CHECK(found.case_number == letter.id);
    CHECK(truth.at("id") == letter.id);
    CHECK(found.worker.age == truth.at("age").get<int>());
    CHECK(imr::name_of(*found.worker.sex) == truth.at("sex").get<std::string>());
    CHECK(found.reviewer.states == truth.at("states").get<std::vector<std::string>>());
    CHECK(found.reviewer.specialties == truth.at("specialties").get<std::vector<std::string>>());
    check_issues(truth.at("issues"), found);
  }
}

TEST_CASE("letters of every era that is generated turn up") {
  std::set<imr::Layout> layouts;
  for (std::uint64_t index = 0; index < 200; ++index)
    layouts.insert(read(generate_letter(kSeed, index)).layout);
  CHECK(layouts == std::set{imr::Layout::d, imr::Layout::e, imr::Layout::f, imr::Layout::g});
}

TEST_CASE("no sentence has a blank left open") {
  for (std::uint64_t index = 0; index < 300; ++index) {
    const auto text = generate_letter(kSeed, index).text;
    CAPTURE(text);
    CHECK(text.find_first_of("{}\x01") == std::string::npos);
  }
}

TEST_CASE("a JSON string reads back as what was written") {
  for (const std::string text : {"", "plain", "two\nlines\f\"quoted\"\\ and \x01", "40° × 2 – ’"}) {
    std::string out;
    imr::append_json_string(text, out);
    CHECK(json::parse(out).get<std::string>() == text);
  }
}
