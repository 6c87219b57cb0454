// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/word_sieve.h"

namespace imr {

// How a written form must be capitalised to name its concept.
enum class FormCase : std::uint8_t {
  any,
  letters,     // in letters only in capitals ("PT"); in a query any case will do
  everywhere,  // only in capitals: "IT", "US" and the like are other words in small letters
};

// A condition on the words around a form that can mean several things.
struct FormTest {
  enum class Where : std::uint8_t { near, before, after };
  Where where = Where::near;
  bool wanted = true;              // false: none of the words may stand there
  std::vector<std::string> words;  // surface terms
};

// One way of writing a concept.
struct ConceptForm {
  std::string text;                // as the table has it: "MRI"
  std::vector<std::string> words;  // stems, or the one surface term of an abbreviation
  bool surface = false;            // `words` is a surface term
  std::vector<bool> capitals;      // which of its words are written in capitals, where that counts
  FormCase letter_case = FormCase::any;
  std::vector<FormTest> tests;  // all of them must hold
  int number = 0;               // of the concept
};

// What is written in several ways and means one thing: analyzers/concepts.tsv, and the drugs by brand and
// generic name of analyzers/drugs.tsv. Made once, shared between threads.
class ConceptTable {
 public:
  // The table of the data compiled in.
  static const ConceptTable& standard();

  // Rows of concepts.tsv: form, concept, case, condition. Throws std::invalid_argument naming the row.
  explicit ConceptTable(std::string_view tsv);
  ConceptTable(const ConceptTable&) = delete;
  ConceptTable& operator=(const ConceptTable&) = delete;

  const std::string& name(int number) const { return names_[static_cast<std::size_t>(number)]; }
  // All forms of a concept, its name first.
  std::vector<std::string> forms_of(int number) const;
  // The concept of this name; -1 if there is none.
  int find(std::string_view name) const;

  bool is_drug(int number) const { return number >= first_drug_; }

  // Forms that are this surface term, and those that begin with this stem.
  std::span<const int> with_surface(std::string_view surface) const {
    return in(by_surface_, surfaces_, surface);
  }
  std::span<const int> with_first_stem(std::string_view stem) const { return in(by_stem_, stems_, stem); }
  int form_count() const { return static_cast<int>(forms_.size()); }
  const ConceptForm& form(int form) const { return forms_[static_cast<std::size_t>(form)]; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Index = std::unordered_map<std::string, std::vector<int>, Hash, std::equal_to<>>;
  static std::span<const int> in(const Index& index, const WordSieve& sieve, std::string_view key) {
    if (!sieve.may_hold(key)) return {};
    const auto found = index.find(key);
    return found == index.end() ? std::span<const int>() : std::span<const int>(found->second);
  }

  struct Row;
  void add(const std::vector<Row>& rows);
  void add_first_word(const ConceptForm& form, int number);
  void add_plurals();
  int number_of(std::string_view name);

  std::vector<std::string> names_;
  std::unordered_map<std::string, int, Hash, std::equal_to<>> numbers_;
  int first_drug_ = 0;
  std::vector<ConceptForm> forms_;
  Index by_surface_;
  Index by_stem_;
  WordSieve surfaces_;  // what may be in by_surface_
  WordSieve stems_;
};

}  // namespace imr
