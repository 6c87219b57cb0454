// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/concept_table.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/data_tables.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/letters.h"
#include "analyzers/stemmer.h"

namespace imr {

extern const std::string_view kConceptsTsv;

// The recipe below the concepts; prose_analyzer.cc.
const Analyzer& word_analyzer();

struct ConceptTable::Row {
  std::string_view form;
  int number = 0;
  FormCase letter_case = FormCase::any;
  std::vector<FormTest> tests = {};
};

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

FormCase case_named(std::string_view name, std::string_view form) {
  if (name == "any" || name.empty()) return FormCase::any;
  if (name == "caps") return FormCase::letters;
  if (name == "CAPS") return FormCase::everywhere;
  throw std::invalid_argument("concepts: " + std::string(form) + ": no such case " + std::string(name));
}

FormTest test_named(std::string_view text, std::string_view form) {
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
  FormTest test{place->second, wanted, {}};
  for (const auto word : parts_of(rule.substr(colon + 1), ',')) test.words.emplace_back(word);
  return test;
}

bool in_capitals(std::string_view word) {
  return std::ranges::any_of(word, is_ascii_capital) && std::ranges::none_of(word, is_ascii_small);
}

struct FormWords {
  std::vector<std::string> surfaces = {};
  std::vector<std::string> stems = {};
  std::vector<bool> capitals = {};
  std::string compound = {};
};

// The words of many forms in one run of the analyzer, which is a fifth of the work of a run for each.
class AnalyzedForms {
 public:
  explicit AnalyzedForms(const std::vector<std::string_view>& forms) : words_(forms.size()) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (is_plain(forms[i])) {
        split(forms[i], words_[i]);
      } else {
        text_.append(forms[i]).append(" | ");
      }
      ends_.push_back(text_.size());
    }
    const auto stream = word_analyzer().analyze(text_);
    std::size_t at = 0;
    for (Token token; stream->next(token);) {
      while (ends_[at] < token.end) ++at;
      add(token, words_[at]);
    }
  }

  FormWords& operator[](std::size_t form) { return words_[form]; }

 private:
  // Words of two letters and more with a blank between, which the analyzer would only fold and stem.
  static bool is_plain(std::string_view form) {
    std::size_t letters = 0;
    for (const char c : form) {
      if (c == ' ' ? letters < 2 : !is_ascii_capital(c) && !is_ascii_small(c)) return false;
      letters = c == ' ' ? 0 : letters + 1;
    }
    return letters >= 2;
  }

  static void split(std::string_view form, FormWords& words) {
    for (const auto word : parts_of(form, ' ')) {
      words.capitals.push_back(in_capitals(word));
      std::string& surface = words.surfaces.emplace_back();
      append_lower(surface, word);
      stem_term(surface, TokenClass::word, words.stems.emplace_back());
    }
  }

  void add(Token& token, FormWords& words) const {
    if (token.kind == TermKind::stem) {
      if (!token.compound) words.stems.push_back(std::move(token.term));
    } else if (token.compound) {
      words.compound = std::move(token.term);
    } else if (token.kind == TermKind::surface) {
      words.capitals.push_back(
          in_capitals(std::string_view(text_).substr(token.begin, token.end - token.begin)));
      words.surfaces.push_back(std::move(token.term));
    }
  }

  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<FormWords> words_;
};

// "b/l": cut up, its letters would be found in lists of letters. Only where it is the whole form.
bool is_compound_of_letters(std::string_view text, const FormWords& words) {
  return words.compound.size() == text.size() &&
         std::ranges::any_of(words.surfaces, [](const auto& word) { return word.size() == 1; });
}

ConceptForm form_of(std::string_view text, FormWords& words) {
  ConceptForm form;
  form.text = text;
  form.capitals = std::move(words.capitals);
  const bool compound = is_compound_of_letters(text, words);
  form.surface = compound || words.surfaces.size() == 1;
  if (compound) {
    form.words = {std::move(words.compound)};
  } else if (form.surface) {
    form.words = {std::move(words.surfaces.front())};
  } else {
    form.words = std::move(words.stems);
  }
  return form;
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

const ConceptTable& ConceptTable::standard() {
  static const ConceptTable table(kConceptsTsv);
  return table;
}

namespace {

template <class AddRow>
void add_drug(std::string_view name, const Drug& drug, AddRow add_row) {
  add_row(drug.name, name);
  for (const auto brand : drug.brands) add_row(brand, name);
  for (const auto other : drug.also_written) add_row(other, name);
}

}  // namespace

ConceptTable::ConceptTable(std::string_view tsv) {
  std::vector<Row> rows;
  const auto add_row = [&](std::string_view form, std::string_view name) -> Row& {
    const bool fresh = find(name) < 0;
    const int number = number_of(name);
    if (fresh && form != name) rows.push_back({name, number});
    return rows.emplace_back(Row{form, number});
  };
  for (const auto& cells : table_rows(tsv, 4)) {
    Row& row = add_row(cells[0], cells[1]);
    row.letter_case = case_named(cells[2], cells[0]);
    for (const auto test : parts_of(cells[3], ';')) row.tests.push_back(test_named(test, cells[0]));
  }
  first_drug_ = static_cast<int>(names_.size());
  // Who looks for hydrocodone means Norco too, and who looks for diclofenac the gel. The full name comes
  // last, being what a brand means first of all.
  for (const Drug& drug : drugs()) {
    const auto first = principal(drug.name);
    if (first != drug.name) add_drug(first, drug, add_row);
    add_drug(drug.name, drug, add_row);
  }
  add(rows);
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
  return number;
}

void ConceptTable::add(const std::vector<Row>& rows) {
  std::vector<std::string_view> texts;
  for (const Row& row : rows) texts.push_back(row.form);
  AnalyzedForms analyzed(texts);
  forms_.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (analyzed[i].surfaces.empty()) continue;
    const int number = static_cast<int>(forms_.size());
    ConceptForm& form = forms_.emplace_back(form_of(rows[i].form, analyzed[i]));
    form.letter_case = rows[i].letter_case;
    form.tests = rows[i].tests;
    form.number = rows[i].number;
    add_first_word(form, number);
  }
  add_plurals();
}

void ConceptTable::add_first_word(const ConceptForm& form, int number) {
  const auto add_to = [number](Index& index, WordSieve& sieve, const std::string& word) {
    index[word].push_back(number);
    sieve.add(word);
  };
  const std::string& word = form.words.front();
  form.surface ? add_to(by_surface_, surfaces_, word) : add_to(by_stem_, stems_, word);
}

// "MRIs"; but "CTS" and "CRPS" are no plurals of "CT" and "CRP".
void ConceptTable::add_plurals() {
  Index plurals;
  for (const auto& [word, forms] : by_surface_) {
    if (!by_surface_.contains(word + "s")) plurals.emplace(word + "s", forms);
  }
  for (auto& [word, forms] : plurals) {
    surfaces_.add(word);
    by_surface_.emplace(word, std::move(forms));
  }
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
