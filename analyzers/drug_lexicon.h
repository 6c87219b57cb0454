// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/text_words.h"

namespace imr {

// One row of analyzers/drugs.tsv: a drug, a combination or a form of one that determinations tell apart.
struct Drug {
  std::string_view name;        // generic, "hydrocodone/acetaminophen"
  std::string_view drug_class;  // "Opioids"
  std::vector<std::string_view> brands;
  std::vector<std::string_view> also_written;
};

// The table, read once from data compiled in.
std::span<const Drug> drugs();
const Drug* find_drug(std::string_view name);  // by generic name as in the table; null if there is none

// A drug named in a text: words [begin, end).
struct DrugMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  const Drug* drug = nullptr;
};

// The drugs named in the words of a text, brands and usual abbreviations included, the longest name first. A
// name with one slip counts if it is near one name only and is not itself the name of another drug.
std::vector<DrugMention> drug_mentions(std::span<const TextWord> words);

}  // namespace imr
