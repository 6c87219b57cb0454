// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/concept_table.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/data_tables.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/letters.h"

namespace imr {

extern const std::string_view kConceptsTsv;

// The recipe below the concepts; prose_analyzer.cc.
const Analyzer& word_analyzer();

namespace {

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(mark), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

struct FormWords {
  std::vector<std::string> surfaces;
  std::vector<std::string> stems;
  std::string compound;
};

FormWords words_of(std::string_view text) {
  FormWords words;
  const auto stream = word_analyzer().analyze(text);
  for (Token token; stream->next(token);) {
    if (token.compound) {
      words.compound = token.term;
    } else {
      (token.kind == TermKind::surface ? words.surfaces : words.stems).push_back(token.term);
    }
  }
  return words;
}

bool has_capital(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "b/l": cut up, its letters would be found in lists of letters.
bool has_single_letter(const FormWords& words) {
  return std::ranges::any_of(words.surfaces, [](const auto& word) { return word.size() == 1; });
}

FormCase case_named(std::string_view name, std::string_view form) {
  if (name == "any" || name.empty()) return FormCase::any;
  if (name == "caps") return FormCase::letters;
  if (name == "CAPS") return FormCase::everywhere;
  throw std::invalid_argument("concepts: " + std::string(form) + ": no such case " + std::string(name));
}

FormTest test_named(std::string_view text, std::string_view form) {
  using enum FormTest::Kind;
  constexpr std::pair<std::string_view, FormTest::Kind> kKinds[] = {
      {"near", near}, {"not-near", not_near}, {"before", before}, {"after", after}};
  const auto colon = std::min(text.find(':'), text.size());
  const auto kind =
      std::ranges::find(kKinds, text.substr(0, colon), &std::pair<std::string_view, FormTest::Kind>::first);
  if (kind == std::end(kKinds) || colon + 1 >= text.size()) {
    throw std::invalid_argument("concepts: " + std::string(form) + ": no such condition " +
                                std::string(text));
  }
  FormTest test{kind->second, {}};
  for (const auto word : parts_of(text.substr(colon + 1), ',')) {
    for (auto& stem : words_of(word).stems) test.stems.push_back(std::move(stem));
  }
  return test;
}

}  // namespace

const ConceptTable& ConceptTable::standard() {
  static const ConceptTable table = [] { return ConceptTable(kConceptsTsv); }();
  return table;
}

ConceptTable::ConceptTable(std::string_view tsv) {
  add_rows(tsv);
  add_drugs();
}

int ConceptTable::find(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? -1 : found->second;
}

int ConceptTable::number_of(std::string_view name) {
  const int known = find(name);
  if (known >= 0) return known;
  const int number = static_cast<int>(names_.size());
  names_.emplace_back(name);
  numbers_.emplace(name, number);
  add_form(name, number, FormCase::any, {});
  return number;
}

void ConceptTable::add_rows(std::string_view tsv) {
  for (const auto& row : table_rows(tsv, 4)) {
    std::vector<FormTest> tests;
    for (const auto test : parts_of(row[3], ';')) tests.push_back(test_named(test, row[0]));
    add_form(row[0], number_of(row[1]), case_named(row[2], row[0]), std::move(tests));
  }
}

// A combination that is known by its first ingredient is that ingredient too: who looks for hydrocodone means
// Norco as well. The combination comes last, being what the name means first of all.
void ConceptTable::add_drugs() {
  for (const Drug& drug : drugs()) {
    const auto first = drug.name.substr(0, drug.name.find('/'));
    if (first != drug.name && !find_drug(first)) add_drug(drug, first);
    add_drug(drug, drug.name);
  }
}

void ConceptTable::add_drug(const Drug& drug, std::string_view name) {
  const int number = number_of(name);
  if (name != drug.name) add_form(drug.name, number, FormCase::any, {});
  for (const auto brand : drug.brands) add_form(brand, number, FormCase::any, {});
  for (const auto other : drug.also_written) add_form(other, number, FormCase::any, {});
}

void ConceptTable::add_form(std::string_view text, int number, FormCase letter_case,
                            std::vector<FormTest> tests) {
  FormWords words = words_of(text);
  if (words.surfaces.empty()) return;
  const int form = static_cast<int>(forms_.size());
  ConceptForm made{std::string(text), {}, false, letter_case, std::move(tests), number};
  if (!words.compound.empty() && has_single_letter(words)) {
    made.words = {words.compound};
    made.surface = true;
  } else if (words.surfaces.size() == 1 && has_capital(text)) {
    made.words = {words.surfaces.front()};
    made.surface = true;
  } else {
    made.words = std::move(words.stems);
  }
  if (made.surface) {
    by_surface_[made.words.front()].push_back(form);
    by_surface_[made.words.front() + "s"].push_back(form);
  } else {
    by_stem_[made.words.front()].push_back(form);
  }
  forms_.push_back(std::move(made));
}

std::vector<std::string> ConceptTable::forms_of(int number) const {
  std::vector<std::string> forms;
  for (const ConceptForm& form : forms_) {
    if (form.number == number && std::ranges::find(forms, form.text) == forms.end())
      forms.push_back(form.text);
  }
  return forms;
}

}  // namespace imr
