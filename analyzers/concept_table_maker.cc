// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/concept_table_maker.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analyzers/data_tables.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/form_words.h"
#include "analyzers/stem_table.h"
#include "analyzers/table_images.h"

namespace imr {

extern const std::string_view kConceptsTsv;

namespace {

constexpr std::size_t kMostWords = 32;

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(mark), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// A condition as it is written.
struct WrittenTest {
  FormTest::Where where;
  bool wanted;
  std::string_view words;
};

FormCase case_named(std::string_view name, std::string_view form) {
  if (name == "any" || name.empty()) return FormCase::any;
  if (name == "caps") return FormCase::letters;
  if (name == "CAPS") return FormCase::everywhere;
  throw std::invalid_argument("concepts: " + std::string(form) + ": no such case " + std::string(name));
}

WrittenTest test_named(std::string_view text, std::string_view form) {
  using enum FormTest::Where;
  constexpr std::pair<std::string_view, FormTest::Where> kPlaces[] = {
      {"near", near}, {"before", before}, {"after", after}};
  const bool wanted = !text.starts_with("not-");
  const auto rule = wanted ? text : text.substr(4);
  const auto colon = std::min(rule.find(':'), rule.size());
  const auto place =
      std::ranges::find(kPlaces, rule.substr(0, colon), &std::pair<std::string_view, FormTest::Where>::first);
  if (place == std::end(kPlaces) || colon + 1 >= rule.size()) {
    throw std::invalid_argument("concepts: " + std::string(form) + ": no such condition " +
                                std::string(text));
  }
  return {place->second, wanted, rule.substr(colon + 1)};
}

// "b/l": cut up, its letters would be found in lists of letters. Only where it is the whole form.
bool is_compound_of_letters(std::string_view text, const FormWords& words) {
  return words.compound.size() == text.size() &&
         std::ranges::any_of(words.surfaces, [](const auto& word) { return word.size() == 1; });
}

// Words of a drug's name that tell how it is given or as which salt, and not which drug it is.
constexpr std::string_view kQualifiers[] = {
    "topical", "transdermal", "injection",     "ophthalmic", "intrathecal", "oral",     "nasal",
    "sodium",  "potassium",   "hydrochloride", "magnesium",  "sulfate",     "tartrate", "er"};

// The drug that a combination or a form of a drug is in the first place: hydrocodone of
// "hydrocodone/acetaminophen", diclofenac of "diclofenac topical". The name itself if it is neither.
std::string_view principal(std::string_view name) {
  name = name.substr(0, name.find('/'));
  for (auto blank = name.rfind(' '); blank != name.npos; blank = name.rfind(' ')) {
    if (std::ranges::find(kQualifiers, name.substr(blank + 1)) == std::end(kQualifiers)) break;
    name = name.substr(0, blank);
  }
  return name;
}

}  // namespace

FlatImage ConceptTableMaker::make(std::string_view tsv) {
  read_rows(tsv);
  read_drugs();
  add_forms();
  add_plurals();
  add_usual();
  number_forms();
  return write();
}

void ConceptTableMaker::read_rows(std::string_view tsv) {
  for (const auto& cells : table_rows(tsv, 4)) {
    Row& row = add_row(cells[0], cells[1]);
    row.letter_case = case_named(cells[2], cells[0]);
    row.tests = cells[3];
  }
}

// Who looks for hydrocodone means Norco too, and who looks for diclofenac the gel. The full name comes
// last, being what a brand means first of all.
void ConceptTableMaker::read_drugs() {
  first_drug_ = static_cast<int>(names_.size());
  for (const Drug& drug : drugs()) {
    const auto first = principal(drug.name);
    if (first != drug.name) add_drug(first, drug);
    add_drug(drug.name, drug);
  }
}

ConceptTableMaker::Row& ConceptTableMaker::add_row(std::string_view form, std::string_view name) {
  const auto known = names_.size();
  const int number = number_of(name);
  if (names_.size() > known && form != name) rows_.push_back({name, number});
  return rows_.emplace_back(Row{form, number});
}

void ConceptTableMaker::add_drug(std::string_view name, const Drug& drug) {
  add_row(drug.name, name);
  for (const auto brand : drug.brands) add_row(brand, name);
  for (const auto other : drug.also_written) add_row(other, name);
}

int ConceptTableMaker::number_of(std::string_view name) {
  const auto [known, fresh] = name_numbers_.emplace(name, static_cast<int>(names_.size()));
  if (fresh) names_.emplace_back(name);
  return known->second;
}

void ConceptTableMaker::add_forms() {
  std::vector<std::string_view> texts;
  for (const Row& row : rows_) texts.push_back(row.form);
  AnalyzedForms analyzed(texts);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!analyzed[i].surfaces.empty()) add_form(rows_[i], analyzed[i]);
  }
}

void ConceptTableMaker::add_form(const Row& row, FormWords& words) {
  ConceptForm form{.number = row.number, .letter_case = row.letter_case};
  const bool compound = is_compound_of_letters(row.form, words);
  form.surface = compound || words.surfaces.size() == 1;
  if (words.capitals.size() > kMostWords)
    throw std::invalid_argument("concepts: " + std::string(row.form) + ": too many words");
  for (std::size_t i = 0; i < words.capitals.size(); ++i) form.capitals |= words.capitals[i] ? 1U << i : 0U;
  const std::vector<std::string> of_form = compound       ? std::vector{words.compound}
                                           : form.surface ? std::vector{words.surfaces.front()}
                                                          : words.stems;
  form.words = terms(of_form);
  add_tests(row, form);
  (form.surface ? by_surface_ : by_stem_)[of_form.front()].push_back(
      static_cast<std::uint32_t>(forms_.size()));
  forms_.push_back(form);
  texts_.emplace_back(row.form);
}

void ConceptTableMaker::add_tests(const Row& row, ConceptForm& form) {
  form.tests.begin = static_cast<std::uint32_t>(tests_.size());
  for (const auto text : parts_of(row.tests, ';')) {
    const auto written = test_named(text, row.form);
    std::vector<std::string> words;
    for (const auto word : parts_of(written.words, ',')) words.emplace_back(word);
    tests_.push_back({.where = written.where, .wanted = written.wanted, .words = terms(words)});
  }
  form.tests.size = static_cast<std::uint32_t>(tests_.size()) - form.tests.begin;
}

// "MRIs"; but "CTS" and "CRPS" are no plurals of "CT" and "CRP".
void ConceptTableMaker::add_plurals() {
  std::map<std::string, Forms> plurals;
  for (const auto& [word, forms] : by_surface_) {
    if (!by_surface_.contains(word + "s")) plurals.emplace(word + "s", forms);
  }
  by_surface_.merge(plurals);
}

// Spellings of words that are forms.
void ConceptTableMaker::add_usual() {
  const StemTable& words = StemTable::standard();
  for (std::uint32_t i = 1; i <= words.size(); ++i) {
    const std::string usual(words.usual(i));
    if (by_surface_.contains(usual)) {
      const auto number = term(words.word(i));
      entries_[number].usual = term(usual);
    }
  }
}

void ConceptTableMaker::number_forms() {
  for (const auto& [word, forms] : by_surface_) {
    const auto number = term(word);
    entries_[number].surfaces = append(forms);
  }
  for (const auto& [word, forms] : by_stem_) {
    const auto number = term(word);
    entries_[number].stems = append_phrases(forms);
  }
}

std::uint32_t ConceptTableMaker::term(std::string_view term) {
  const auto [known, fresh] = term_numbers_.emplace(term, static_cast<std::uint32_t>(entries_.size()));
  if (fresh) {
    terms_.emplace_back(term);
    entries_.push_back({.usual = known->second});
  }
  return known->second;
}

TableRange ConceptTableMaker::terms(const std::vector<std::string>& words) {
  Forms numbers;
  for (const auto& word : words) numbers.push_back(term(word));
  return append(numbers);
}

TableRange ConceptTableMaker::append(const Forms& numbers) {
  const auto begin = static_cast<std::uint32_t>(numbers_.size());
  numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
  return {begin, static_cast<std::uint32_t>(numbers.size())};
}

TableRange ConceptTableMaker::append_phrases(const Forms& forms) {
  const auto begin = static_cast<std::uint32_t>(phrases_.size());
  for (const auto form : forms) phrases_.push_back({form, numbers_[forms_[form].words.begin + 1]});
  return {begin, static_cast<std::uint32_t>(forms.size())};
}

FlatImage ConceptTableMaker::write() const {
  FlatWriter image;
  WordIndex::write(names_, image);
  WordIndex::write(terms_, image);
  image.add(entries_);
  image.add(forms_);
  image.add(tests_);
  image.add(numbers_);
  image.add(phrases_);
  FlatStrings::write(texts_, image);
  image.add(std::vector<std::int32_t>{first_drug_});
  return image.take();
}

FlatImage make_concept_image() { return ConceptTableMaker().make(kConceptsTsv); }

}  // namespace imr
