// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/analyzer.h"
#include "searcher/quotation_check.h"
#include "tests/fuzz/require.h"

namespace {

using namespace imr;

const std::string& text_of(const Determination& letter, const QuotationCheck& check) {
  if (check.field == "rationale") return letter.issues[0].rationale;
  if (check.field == "treatment") return letter.issues[0].treatment;
  require(check.field == "summary", "a quotation stands in a field that has a text");
  return letter.clinical_summary;
}

void check_found(const Determination& letter, const QuotationCheck& check) {
  const std::string& text = text_of(letter, check);
  require(check.begin < check.end && check.end <= text.size(), "a quotation lies in its field");
  require(check.text == text.substr(check.begin, check.end - check.begin), "its text is what stands there");
  require(check.differences.empty() == (check.status == QuotationStatus::exact), "altered is what differs");
  for (const QuotationDifference& difference : check.differences) {
    require(difference.quoted != difference.found, "a difference differs");
  }
}

bool has_words(std::string_view text) {
  return std::ranges::any_of(tokens_of(prose_analyzer(), text), [](const Token& token) {
    return token.kind == TermKind::surface && !token.compound;
  });
}

void check_quoted(const Determination& letter, std::string_view quotation) {
  const QuotationCheck check = check_quotation(letter, quotation);
  if (check.status != QuotationStatus::absent) check_found(letter, check);
}

}  // namespace

// Three texts, each ended by a NUL: a quotation, the rationale and the summary of a letter. What is found is
// there, and what stands there whole is found.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t first = std::min(all.find('\0'), size);
  const std::size_t second = std::min(all.find('\0', first + 1), size);
  Determination letter;
  letter.issues.push_back({.issue_no = 1, .treatment = "MRI of the neck", .title = ""});
  letter.issues[0].rationale = all.substr(std::min(first + 1, size), second - std::min(first + 1, second));
  letter.clinical_summary = all.substr(std::min(second + 1, size));
  check_quoted(letter, all.substr(0, first));
  const std::string& rationale = letter.issues[0].rationale;
  if (has_words(rationale)) {
    const bool exact = check_quotation(letter, rationale).status == QuotationStatus::exact;
    require(exact, "a whole rationale is a quotation from its letter");
  }
  return 0;
}
