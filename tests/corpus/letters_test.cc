// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the real letters of IMR_CORPUS and compares them with what a person read in them.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "corpus/input.h"
#include "corpus/letter_json.h"

using namespace imr;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

constexpr double kChaptersFloor = 0.97;
constexpr double kSectionsFloor = 0.97;

// The folder with the letters, empty if there is none to test with.
fs::path corpus_folder() {
  const char* folder = std::getenv("IMR_CORPUS");
  if (folder == nullptr || !fs::exists(fs::path(folder) / "expected.jsonl")) return {};
  return folder;
}

struct Letters {
  std::map<std::string, Determination> by_case;
  std::vector<Rejection> rejections;
};

Letters read_folder(const fs::path& folder) {
  Letters letters;
  read_inputs({folder.string()},
              {.on_letter =
                   [&](Determination letter) {
                     auto name = letter.case_number;
                     letters.by_case.emplace(std::move(name), std::move(letter));
                   },
               .on_rejected = [&](const Rejection& rejection) { letters.rejections.push_back(rejection); }});
  return letters;
}

std::vector<Json> expected_letters(const fs::path& folder) {
  std::vector<Json> result;
  std::ifstream file(folder / "expected.jsonl");
  for (std::string line; std::getline(file, line);) result.push_back(Json::parse(line));
  return result;
}

// Counts equal values and tells of the others.
class Tally {
 public:
  explicit Tally(std::string what) : what_(std::move(what)) {}
  void compare(const std::string& place, const Json& got, const Json& expected) {
    ++total_;
    if (got == expected) {
      ++equal_;
    } else {
      MESSAGE(place << " " << what_ << ": " << got.dump() << ", expected " << expected.dump());
    }
  }
  bool all() const { return equal_ == total_ && total_ > 0; }
  double fraction() const {
    return total_ == 0 ? 0 : static_cast<double>(equal_) / static_cast<double>(total_);
  }
  void print() const { std::cout << what_ << ": " << equal_ << " of " << total_ << "\n"; }

 private:
  std::string what_;
  std::size_t equal_ = 0;
  std::size_t total_ = 0;
};

Json ids_of(const Json& citations) {
  std::set<std::string> ids;
  for (const auto& citation : citations) ids.insert(citation["id"].get<std::string>());
  return ids;
}

// Each once, in the letter's order: two chapters of one citation may share a section's name.
Json sections_of(const Json& citations) {
  Json sections = Json::array();
  for (const auto& citation : citations) {
    for (const auto& section : citation["sections"]) {
      if (std::ranges::find(sections, section) == sections.end()) sections.push_back(section);
    }
  }
  return sections;
}

Json as_set(const Json& list) { return list.get<std::set<std::string>>(); }

void compare_citations(const std::string& place, const Json& issue, const Json& expected, Tally& chapters,
                       Tally& sections) {
  const std::pair<const char*, const char*> sides[] = {{"claims_administrator_guidelines", "claims_chapters"},
                                                       {"reviewer_guidelines", "reviewer_chapters"}};
  for (const auto& [got, wanted] : sides) {
    if (!expected[wanted].is_null()) chapters.compare(place, ids_of(issue[got]), as_set(expected[wanted]));
  }
  if (!expected["reviewer_sections"].is_null()) {
    sections.compare(place, sections_of(issue["reviewer_guidelines"]), expected["reviewer_sections"]);
  }
}

}  // namespace

TEST_CASE("the real letters say what a person read in them") {
  const auto folder = corpus_folder();
  if (folder.empty()) {
    std::cout << "skipped: IMR_CORPUS names no folder with expected.jsonl\n";
    return;
  }
  const auto letters = read_folder(folder / "pdf");
  for (const auto& rejection : letters.rejections) FAIL_CHECK(rejection.source << ": " << rejection.reason);

  Tally dates("date"), worker("worker"), reviewer("reviewer"), issues("issues"), chapters("chapters"),
      sections("sections");
  for (const auto& expected : expected_letters(folder)) {
    const auto name = expected["case"].get<std::string>();
    const auto found = letters.by_case.find(name);
    REQUIRE_MESSAGE(found != letters.by_case.end(), name);
    const Json letter = letter_json(found->second);
    for (const auto* key :
         {"date_of_injury", "application_received", "ur_denial_date", "date_assigned", "decision_date"}) {
      dates.compare(name, letter[key], expected[key]);
    }
    worker.compare(name, letter["worker"], {{"age", expected["age"]}, {"sex", expected["sex"]}});
    reviewer.compare(name, letter["reviewer"],
                     {{"specialties", expected["specialties"]}, {"states", expected["states"]}});
    Json got = Json::array();
    for (const auto& issue : letter["issues"]) {
      got.push_back(
          {{"treatment", issue["treatment"]}, {"title", issue["title"]}, {"decision", issue["decision"]}});
    }
    Json wanted = Json::array();
    for (const auto& issue : expected["issues"]) {
      wanted.push_back(
          {{"treatment", issue["title"]}, {"title", issue["title_full"]}, {"decision", issue["decision"]}});
    }
    issues.compare(name, got, wanted);
    for (std::size_t i = 0; i < std::min(got.size(), wanted.size()); ++i) {
      compare_citations(letter["issues"][i]["issue_id"], letter["issues"][i], expected["issues"][i], chapters,
                        sections);
    }
  }
  for (const auto* tally : {&dates, &worker, &reviewer, &issues, &chapters, &sections}) tally->print();
  CHECK(dates.all());
  CHECK(worker.all());
  CHECK(reviewer.all());
  CHECK(issues.all());
  CHECK(chapters.fraction() >= kChaptersFloor);
  CHECK(sections.fraction() >= kSectionsFloor);
}

TEST_CASE("every real letter is complete, clean and the same after its record") {
  const auto folder = corpus_folder();
  if (folder.empty()) return;
  const auto letters = read_folder(folder);
  CHECK(letters.by_case.size() > 0);
  for (const auto& [name, letter] : letters.by_case) {
    CAPTURE(name);
    CHECK(read_record(letter_record(letter)) == letter);
    CHECK_FALSE(letter.clinical_summary.empty());
    CHECK(letter.worker.sex);
    CHECK_FALSE(letter.reviewer.states.empty());
    for (const auto& issue : letter.issues) {
      CAPTURE(issue.treatment);
      CHECK_FALSE(issue.rationale.empty());
      CHECK_FALSE(issue.reviewer_guidelines.empty());
      for (const auto* furniture :
           {"Case Number:", "HOW THE IMR", "MAXIMUS guideline:", "Decision based on",
            "developed the following clinical case summary", "set forth below", "\f"}) {
        CAPTURE(furniture);
        CHECK(issue.rationale.find(furniture) == std::string::npos);
        CHECK(letter.clinical_summary.find(furniture) == std::string::npos);
      }
    }
  }
}
