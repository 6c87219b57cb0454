// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus_error.h"
#include "corpus/letter_json.h"
#include "corpus/letter_reader.h"
#include "corpus/text_encoding.h"
#include "tests/fuzz/require.h"

namespace {

void check_issues(const imr::Determination& letter) {
  imr::require(!letter.issues.empty(), "a letter has an issue");
  int number = 0;
  for (const imr::Issue& issue : letter.issues) {
    imr::require(issue.decision.has_value(), "every issue has a decision");
    imr::require(issue.issue_no == ++number, "issues are numbered from 1");
  }
  imr::require(letter.outcome == imr::outcome_of(letter.issues), "the outcome follows from the decisions");
}

void check_problems(const imr::Determination& letter, const std::vector<imr::Problem>& told,
                    std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  imr::require(std::ranges::is_sorted(letter.problems, {}, &imr::Problem::line), "problems go by line");
  imr::require(told == letter.problems, "problems are told as they are kept");
  for (const imr::Problem& problem : letter.problems) {
    imr::require(problem.line <= lines, "a problem lies in the letter");
    imr::require(!problem.code.empty() && !problem.message.empty(), "a problem says what it is");
  }
}

// The caller names the letter, as read_inputs does.
void check_record(imr::Determination letter) {
  if (letter.case_number.empty()) letter.case_number = "nameless";
  letter.source = "nameless.txt";
  imr::require(imr::read_record(imr::letter_record(letter)) == letter, "a record gives the letter back");
}

}  // namespace

// Any text is a letter that holds together, or an error that names itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = imr::decode_text(bytes).text;
  std::vector<imr::Problem> told;
  try {
    const auto letter = imr::read_letter(text, [&](const imr::Problem& problem) { told.push_back(problem); });
    check_issues(letter);
    check_problems(letter, told, text);
    check_record(letter);
  } catch (const imr::CorpusError& error) {
    imr::require(
        error.code() == "empty" || error.code() == "no_determination" || error.code() == "unsupported_layout",
        "the error is one of those promised");
  }
  return 0;
}
