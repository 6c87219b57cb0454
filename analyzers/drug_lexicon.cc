// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/drug_lexicon.h"

#include <algorithm>

#include "analyzers/data_lines.h"
#include "analyzers/data_tables.h"
#include "analyzers/phrase_matcher.h"

namespace imr {

extern const std::string_view kDrugsTsv;
extern const std::string_view kOtherDrugNamesTxt;
extern const std::string_view kOrdinaryWordsTxt;

namespace {

const PhraseMatcher& drug_names() {
  static const auto matcher = [] {
    PhraseMatcher made;
    for (const auto word : data_lines(kOrdinaryWordsTxt)) made.add_word(word);
    for (const auto word : data_lines(kOtherDrugNamesTxt)) made.add_word(word);
    int row = 0;
    for (const Drug& drug : drugs()) {
      made.add(drug.name, row);
      for (const auto brand : drug.brands) made.add(brand, row);
      for (const auto form : drug.also_written) made.add(form, row);
      ++row;
    }
    return made;
  }();
  return matcher;
}

}  // namespace

std::span<const Drug> drugs() {
  static const auto table = [] {
    std::vector<Drug> made;
    for (const auto& row : table_rows(kDrugsTsv, 4)) {
      made.push_back({row[0], row[1], cell_entries(row[2]), cell_entries(row[3])});
    }
    return made;
  }();
  return table;
}

const Drug* find_drug(std::string_view name) {
  const auto found = std::ranges::find(drugs(), name, &Drug::name);
  return found == drugs().end() ? nullptr : &*found;
}

std::vector<DrugMention> drug_mentions(std::span<const TextWord> words) {
  std::vector<DrugMention> mentions;
  for (const PhraseMatch& match : drug_names().find_all(words)) {
    mentions.push_back({match.begin, match.end, &drugs()[static_cast<std::size_t>(match.values.front())]});
  }
  return mentions;
}

}  // namespace imr
