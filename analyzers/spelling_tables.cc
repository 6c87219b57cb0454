// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/spelling_tables.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "analyzers/data_tables.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/folding.h"

namespace imr {

extern const std::string_view kWordFormsTsv;
extern const std::string_view kLookAlikeDrugsTsv;

namespace {

using Meanings = std::unordered_multimap<std::string, std::string>;

Meanings read_meanings() {
  Meanings made;
  for (const auto& row : table_rows(kWordFormsTsv, 3)) {
    if (row[2] == "unsure") made.emplace(row[0], row[1]);
  }
  for (const auto& row : table_rows(kLookAlikeDrugsTsv, 2)) {
    made.emplace(fold(row[0]), fold(row[1]));
    made.emplace(fold(row[1]), fold(row[0]));
  }
  return made;
}

}  // namespace

std::vector<std::string_view> likely_meant(std::string_view folded) {
  static const Meanings meanings = read_meanings();
  std::vector<std::string_view> meant;
  const auto [begin, end] = meanings.equal_range(std::string(folded));
  for (auto at = begin; at != end; ++at) meant.emplace_back(at->second);
  return meant;
}

bool is_drug_name(std::string_view folded) {
  static const auto names = [] {
    std::unordered_set<std::string> made;
    for (const Drug& drug : drugs()) {
      made.insert(fold(drug.name));
      for (const auto brand : drug.brands) made.insert(fold(brand));
      for (const auto other : drug.also_written) made.insert(fold(other));
    }
    return made;
  }();
  return names.contains(std::string(folded));
}

}  // namespace imr
