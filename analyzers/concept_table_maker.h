// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/concept_table.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/form_words.h"

// Private to analyzers/.
namespace imr {

// Makes the image of a concept table of the rows of concepts.tsv and the drugs.
class ConceptTableMaker {
 public:
  FlatImage make(std::string_view tsv);  // throws std::invalid_argument naming a row that cannot be read

 private:
  struct Row {
    std::string_view form;
    int number = 0;
    FormCase letter_case = FormCase::any;
    std::string_view tests = {};
  };
  using Forms = std::vector<std::uint32_t>;

  void read_rows(std::string_view tsv);
  void read_drugs();
  Row& add_row(std::string_view form, std::string_view name);
  void add_drug(std::string_view name, const Drug& drug);
  int number_of(std::string_view name);
  void add_forms();
  void add_form(const Row& row, FormWords& words);
  void add_tests(const Row& row, ConceptForm& form);
  void add_plurals();
  void add_usual();
  void number_forms();
  std::uint32_t term(std::string_view term);
  TableRange terms(const std::vector<std::string>& words);
  TableRange append(const Forms& numbers);
  TableRange append_phrases(const Forms& forms);
  FlatImage write() const;

  std::vector<Row> rows_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, int> name_numbers_;
  int first_drug_ = 0;
  std::vector<std::string> terms_;  // by number, from 1 on
  std::unordered_map<std::string, std::uint32_t> term_numbers_;
  std::vector<ConceptTable::Entry> entries_ = {{}};
  std::vector<ConceptForm> forms_;
  std::vector<std::string> texts_;
  std::vector<FormTest> tests_;
  std::vector<std::uint32_t> numbers_;
  std::vector<PhraseForm> phrases_;
  std::map<std::string, Forms> by_surface_;
  std::map<std::string, Forms> by_stem_;
};

}  // namespace imr
