// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sample letters, and the real letters of IMR_CORPUS, and compares them with what a person read in
// them.
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

constexpr double kChaptersFloor = 0.99;
constexpr double kSectionsFloor = 0.98;
constexpr double kCategoryFloor = 0.95;
constexpr double kFactsFloor = 0.97;

constexpr const char* kFacts[] = {"drugs", "body_parts", "spinal_levels", "sessions", "quantity"};

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

std::vector<Json> expected_letters(const fs::path& path) {
  std::vector<Json> result;
  std::ifstream file(path);
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

// Compares letters with what a person read in them, field by field.
class Comparison {
 public:
  void compare(const Determination& determination, const Json& expected) {
    const auto& name = determination.case_number;
    const Json letter = letter_json(determination);
    for (const auto* key :
         {"date_of_injury", "application_received", "ur_denial_date", "date_assigned", "decision_date"}) {
      dates_.compare(name, letter[key], expected[key]);
    }
    worker_.compare(name, letter["worker"], {{"age", expected["age"]}, {"sex", expected["sex"]}});
    reviewer_.compare(name, letter["reviewer"],
                      {{"specialties", expected["specialties"]}, {"states", expected["states"]}});
    issues_.compare(name, issues_of(letter["issues"]), issues_of(expected["issues"]));
    const auto count = std::min(letter["issues"].size(), expected["issues"].size());
    for (std::size_t i = 0; i < count; ++i) {
      compare_citations(letter["issues"][i], expected["issues"][i]);
      compare_facts(letter["issues"][i], expected["issues"][i]);
    }
  }

  // Decisions, treatments, dates, states, specialties, ages and sexes must agree; citations and what was
  // asked for must to these parts.
  void check(double chapters_floor, double sections_floor, double category_floor, double facts_floor) const {
    for (const auto* tally : {&dates_, &worker_, &reviewer_, &issues_, &chapters_, &sections_, &category_})
      tally->print();
    for (const auto& [name, tally] : facts_) {
      tally.print();
      CAPTURE(name);
      CHECK(tally.fraction() >= facts_floor);
    }
    CHECK(dates_.all());
    CHECK(worker_.all());
    CHECK(reviewer_.all());
    CHECK(issues_.all());
    CHECK(chapters_.fraction() >= chapters_floor);
    CHECK(sections_.fraction() >= sections_floor);
    CHECK(category_.fraction() >= category_floor);
  }

 private:
  // The real letters' file calls the treatment "title" and the title "title_full".
  static Json issues_of(const Json& issues) {
    Json list = Json::array();
    for (const auto& issue : issues) {
      const bool full = issue.contains("title_full");
      list.push_back({{"treatment", issue[full ? "title" : "treatment"]},
                      {"title", issue[full ? "title_full" : "title"]},
                      {"decision", issue["decision"]}});
    }
    return list;
  }

  void compare_citations(const Json& issue, const Json& expected) {
    const auto place = issue["issue_id"].get<std::string>();
    const std::pair<const char*, const char*> sides[] = {
        {"claims_administrator_guidelines", "claims_chapters"}, {"reviewer_guidelines", "reviewer_chapters"}};
    for (const auto& [got, wanted] : sides) {
      if (!expected[wanted].is_null()) {
        chapters_.compare(place, ids_of(issue[got]), as_set(expected[wanted]));
      }
    }
    if (expected["reviewer_sections"].is_null()) return;
    sections_.compare(place, sections_of(issue["reviewer_guidelines"]), expected["reviewer_sections"]);
  }

  // Of several defensible categories any is right.
  void compare_facts(const Json& issue, const Json& expected) {
    const auto place = issue["issue_id"].get<std::string>() + " " + issue["treatment"].get<std::string>();
    const Json& category = issue["treatment_category"];
    const Json others = expected.value("treatment_category_alternatives", Json::array());
    const bool other = std::ranges::find(others, category) != others.end();
    category_.compare(place, other ? expected["treatment_category"] : category,
                      expected["treatment_category"]);
    for (const auto* fact : kFacts) {
      facts_.try_emplace(fact, fact).first->second.compare(place, issue[fact], expected[fact]);
    }
  }

  Tally dates_{"date"}, worker_{"worker"}, reviewer_{"reviewer"}, issues_{"issues"}, chapters_{"chapters"},
      sections_{"sections"}, category_{"category"};
  std::map<std::string, Tally> facts_ = {};
};

}  // namespace

TEST_CASE("the real letters say what a person read in them") {
  const auto folder = corpus_folder();
  if (folder.empty()) {
    std::cout << "skipped: IMR_CORPUS names no folder with expected.jsonl\n";
    return;
  }
  const auto letters = read_folder(folder / "pdf");
  for (const auto& rejection : letters.rejections) FAIL_CHECK(rejection.source << ": " << rejection.reason);

  Comparison comparison;
  for (const auto& expected : expected_letters(folder / "expected.jsonl")) {
    const auto name = expected["case"].get<std::string>();
    const auto found = letters.by_case.find(name);
    REQUIRE_MESSAGE(found != letters.by_case.end(), name);
    comparison.compare(found->second, expected);
  }
  comparison.check(kChaptersFloor, kSectionsFloor, kCategoryFloor, kFactsFloor);
}

TEST_CASE("the sample letters say what their author put into them") {
  const fs::path source = IMR_SOURCE_DIR;
  const auto letters = read_folder(source / "corpus/sample");
  for (const auto& rejection : letters.rejections) FAIL_CHECK(rejection.source << ": " << rejection.reason);
  Comparison comparison;
  for (const auto& expected : expected_letters(source / "tests/corpus/sample_letters.jsonl")) {
    const auto name = expected["case_number"].get<std::string>();
    const auto found = letters.by_case.find(name);
    REQUIRE_MESSAGE(found != letters.by_case.end(), name);
    CHECK(name_of(found->second.layout) == expected["layout"].get<std::string>());
    comparison.compare(found->second, expected);
  }
  CHECK(letters.by_case.size() == expected_letters(source / "tests/corpus/sample_letters.jsonl").size());
  comparison.check(1, 1, 1, 1);
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
