// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/flat_image.h"
#include "analyzers/word_index.h"

namespace imr {

// How a written form must be capitalised to name its concept.
enum class FormCase : std::uint8_t {
  any,
  letters,     // in letters only in capitals ("PT"); in a query any case will do
  everywhere,  // only in capitals: "IT", "US" and the like are other words in small letters
};

// Some of the numbers, or of the tests, of a table.
struct TableRange {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// A condition on the words around a form that can mean several things.
struct FormTest {
  enum class Where : std::uint8_t { near, before, after };
  Where where = Where::near;
  bool wanted = true;  // false: none of the words may stand there
  std::uint16_t unused = 0;
  TableRange words = {};  // surface terms
};

// One way of writing a concept.
struct ConceptForm {
  TableRange words = {};       // stems, or the one surface term of an abbreviation
  TableRange tests = {};       // all of them must hold
  std::uint32_t capitals = 0;  // which of its words are written in capitals, where that counts, as bits
  std::int32_t number = 0;     // of the concept
  bool surface = false;        // `words` is a surface term
  FormCase letter_case = FormCase::any;
  std::uint16_t unused = 0;
};

// A form of several words.
struct PhraseForm {
  std::uint32_t form = 0;
  std::uint32_t second = 0;  // its second word, by which most forms are passed over
};

// What is written in several ways and means one thing: analyzers/concepts.tsv, and the drugs by brand and
// generic name of analyzers/drugs.tsv. Made once, shared between threads. Terms of its forms and conditions
// have numbers; 0 is a term that is in none.
class ConceptTable {
 public:
  // The table of the data compiled in.
  static const ConceptTable& standard();

  // Rows of concepts.tsv: form, concept, case, condition. Throws std::invalid_argument naming the row.
  explicit ConceptTable(std::string_view tsv);
  ConceptTable(const ConceptTable&) = delete;
  ConceptTable& operator=(const ConceptTable&) = delete;

  std::string_view name(int number) const { return names_.word(static_cast<std::uint32_t>(number) + 1); }
  // All forms of a concept, its name first.
  std::vector<std::string> forms_of(int number) const;
  // The concept of this name; -1 if there is none.
  int find(std::string_view name) const { return static_cast<int>(names_.find(name)) - 1; }

  bool is_drug(int number) const { return number >= first_drug_; }

  std::uint32_t term(std::string_view term) const { return terms_.find(term); }
  // The usual spelling of a term that has another one and names a concept; else the term itself.
  std::uint32_t usual(std::uint32_t term) const { return entries_[term].usual; }

  // Forms that are this surface term, and those that begin with this stem.
  std::span<const std::uint32_t> with_surface(std::uint32_t term) const {
    return in(numbers_, entries_[term].surfaces);
  }
  std::span<const PhraseForm> with_first_stem(std::uint32_t term) const {
    return in(phrases_, entries_[term].stems);
  }

  std::uint32_t form_count() const { return static_cast<std::uint32_t>(forms_.size()); }
  const ConceptForm& form(std::uint32_t form) const { return forms_[form]; }
  std::string_view text(std::uint32_t form) const { return texts_[form]; }  // as the table has it: "MRI"
  std::span<const std::uint32_t> words(const ConceptForm& form) const { return in(numbers_, form.words); }
  std::span<const std::uint32_t> words(const FormTest& test) const { return in(numbers_, test.words); }
  std::span<const FormTest> tests(const ConceptForm& form) const { return in(tests_, form.tests); }

 private:
  friend class ConceptTableMaker;
  struct Entry {
    TableRange surfaces = {};
    TableRange stems = {};
    std::uint32_t usual = 0;
  };

  explicit ConceptTable(FlatView image);
  void read(FlatReader image);
  template <typename Value>
  static std::span<const Value> in(std::span<const Value> all, TableRange range) {
    return {all.data() + range.begin, range.size};
  }

  FlatImage own_;  // where the tables lie that are none of the program's
  WordIndex names_;
  WordIndex terms_;
  std::span<const Entry> entries_;  // by term
  std::span<const ConceptForm> forms_;
  std::span<const FormTest> tests_;
  std::span<const std::uint32_t> numbers_;
  std::span<const PhraseForm> phrases_;
  FlatStrings texts_;  // of the forms
  int first_drug_ = 0;
};

}  // namespace imr
