// SPDX-License-Identifier: GPL-3.0-or-later
// Assertions against what people read: the sentences of the NegEx test kit (beside IMR_CORPUS, in
// ../negation) and the findings that a person saw affirmed or denied in the real letters.
#include "analyzers/assertion.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "corpus/input.h"

using namespace imr;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

constexpr double kPrecisionFloor = 0.97;
constexpr double kRecallFloor = 0.97;
constexpr double kFindingsFloor = 0.97;

fs::path corpus_path(std::string_view name) {
  const char* folder = std::getenv("IMR_CORPUS");
  if (folder == nullptr || *folder == '\0') return {};
  const auto path = fs::path(folder) / name;
  return fs::exists(path) ? path : fs::path();
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

Assertion assertion_at(const std::vector<AssertionScope>& scopes, std::size_t at) {
  const auto holds = [&](const AssertionScope& scope) { return scope.begin <= at && at < scope.end; };
  const auto scope = std::ranges::find_if(scopes, holds);
  return scope == scopes.end() ? Assertion::affirmed : scope->assertion;
}

bool is_absent(Assertion assertion) {
  return assertion == Assertion::negated || assertion == Assertion::undocumented;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
  return cells;
}

// How well one class is found.
struct Score {
  int right = 0;
  int wrong = 0;
  int missed = 0;
  void count(bool found, bool expected) {
    if (found && expected) ++right;
    if (found && !expected) ++wrong;
    if (!found && expected) ++missed;
  }
  [[nodiscard]] double precision() const {
    return right == 0 ? 0 : static_cast<double>(right) / (right + wrong);
  }
  [[nodiscard]] double recall() const {
    return right == 0 ? 0 : static_cast<double>(right) / (right + missed);
  }
  void print(std::string_view name) const {
    std::cout << name << ": precision " << precision() << ", recall " << recall() << " (" << right
              << " right, " << wrong << " wrong, " << missed << " missed)\n";
  }
};

// Negated alone, and with undocumented.
struct Scores {
  Score negated = {};
  Score absent = {};
  void print(const std::string& name) const {
    negated.print(name + ", negated");
    absent.print(name + ", negated or undocumented");
  }
};

// The concept counts by the assertion of its first word.
void count_row(const std::vector<std::string>& row, Scores& scores) {
  const auto& sentence = row[2];
  auto at = lower(sentence).find(lower(row[1]));
  if (at == std::string::npos) return;  // some begin in the sentence before
  while (std::isalnum(static_cast<unsigned char>(sentence[at])) == 0) ++at;
  const auto assertion = assertion_at(assertion_scopes(sentence), at);
  const bool expected = row[3] == "Negated";
  scores.negated.count(assertion == Assertion::negated, expected);
  scores.absent.count(is_absent(assertion), expected);
  if (is_absent(assertion) != expected) {
    MESSAGE(row[0] << " " << row[1] << ": " << name_of(assertion) << ", expected " << row[3]);
  }
}

std::string with_blanks(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// Whether one of the places where a text has the finding has such an assertion. False if it has none.
template <typename Is>
bool any_place(const std::string& text, const std::string& finding, Is is) {
  const auto scopes = assertion_scopes(text);
  const auto folded = lower(with_blanks(text));
  const auto wanted = lower(finding);
  for (auto at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
    if (is(assertion_at(scopes, at))) return true;
  }
  return false;
}

std::map<std::string, std::string> summaries_of(const fs::path& folder) {
  std::map<std::string, std::string> summaries;
  const auto keep = [&](Determination letter) { summaries[letter.case_number] = letter.clinical_summary; };
  read_inputs({folder.string()}, {.on_letter = keep, .on_rejected = [](const Rejection&) {}});
  return summaries;
}

}  // namespace

TEST_CASE("negated concepts of the test kit are told from the others") {
  const auto path = corpus_path("../negation/negex_testkit_part.tsv");
  if (path.empty()) {
    std::cout << "skipped: no ../negation/negex_testkit_part.tsv beside IMR_CORPUS\n";
    return;
  }
  // Rules were made with one half in view; the other tells what they are worth.
  Scores seen;
  Scores unseen;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);  // the head
  while (std::getline(file, line)) {
    const auto row = cells_of(line);
    REQUIRE(row.size() >= 4);
    count_row(row, std::stoi(row[0]) % 4 == 1 ? seen : unseen);
  }
  seen.print("kit, half in view");
  unseen.print("kit, other half");
  for (const auto& scores : {seen, unseen}) {
    CHECK(scores.negated.precision() >= kPrecisionFloor);
    CHECK(scores.negated.recall() >= kRecallFloor);
    CHECK(scores.absent.precision() >= kPrecisionFloor);
    CHECK(scores.absent.recall() >= kRecallFloor);
  }
}

TEST_CASE("findings of the real letters are affirmed or absent as a person read them") {
  const auto path = corpus_path("expected.jsonl");
  if (path.empty()) {
    std::cout << "skipped: IMR_CORPUS names no folder with expected.jsonl\n";
    return;
  }
  const auto summaries = summaries_of(path.parent_path() / "pdf");
  int right[2] = {};
  int total[2] = {};
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto letter = Json::parse(line);
    const auto& summary = summaries.at(letter["case"].get<std::string>());
    for (const bool absent : {false, true}) {
      for (const auto& finding : letter["assertions"][absent ? "negated" : "affirmed"]) {
        const bool found = any_place(summary, finding.get<std::string>(), [&](Assertion assertion) {
          return absent ? is_absent(assertion) : assertion == Assertion::affirmed;
        });
        ++total[absent ? 1 : 0];
        right[absent ? 1 : 0] += found ? 1 : 0;
        if (!found) MESSAGE(letter["case"] << " " << (absent ? "absent: " : "affirmed: ") << finding);
      }
    }
  }
  std::cout << "findings affirmed: " << right[0] << " of " << total[0] << ", absent: " << right[1] << " of "
            << total[1] << "\n";
  CHECK(right[0] >= kFindingsFloor * total[0]);
  CHECK(right[1] >= kFindingsFloor * total[1]);
  CHECK(total[0] + total[1] > 0);
}
