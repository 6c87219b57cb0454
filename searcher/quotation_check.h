// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/determination.h"

namespace imr {

enum class QuotationStatus : std::uint8_t { exact, altered, absent };

// A word of the quotation and what stands in the letter in its place; one of them is empty where a word was
// left out or put in.
struct QuotationDifference {
  std::string quoted;
  std::string found;
};

struct QuotationCheck {
  QuotationStatus status = QuotationStatus::absent;
  std::string field = {};  // where it stands, or the nearest to it
  int issue_no = 0;        // of a rationale, treatment or citation; 0: of the letter
  std::size_t begin = 0;   // bytes of that field's text
  std::size_t end = 0;
  std::string text = {};  // what stands there
  std::vector<QuotationDifference> differences = {};
};

// Looks for a quotation in the texts of a letter. Exact: word for word, whatever the case, blanks, line ends
// and typographic marks. Altered: most of its words, in order, with at most a third left out, put in or
// changed. Absent: neither, or nothing quoted.
QuotationCheck check_quotation(const Determination& letter, std::string_view quotation);

}  // namespace imr
