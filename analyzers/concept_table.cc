// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/concept_table.h"

#include <algorithm>

#include "analyzers/concept_table_maker.h"
#include "analyzers/table_images.h"

namespace imr {

const ConceptTable& ConceptTable::standard() {
  static const ConceptTable table(concept_image());
  return table;
}

ConceptTable::ConceptTable(std::string_view tsv) : own_(ConceptTableMaker().make(tsv)) {
  read(FlatReader(own_));
}

ConceptTable::ConceptTable(FlatView image) { read(FlatReader(image)); }

void ConceptTable::read(FlatReader image) {
  names_ = WordIndex(image);
  terms_ = WordIndex(image);
  entries_ = image.next<Entry>();
  forms_ = image.next<ConceptForm>();
  tests_ = image.next<FormTest>();
  numbers_ = image.next<std::uint32_t>();
  phrases_ = image.next<PhraseForm>();
  texts_ = FlatStrings(image);
  first_drug_ = image.next<std::int32_t>().front();
}

std::vector<std::string> ConceptTable::forms_of(int number) const {
  std::vector<std::string> forms;
  for (std::uint32_t i = 0; i < form_count(); ++i) {
    if (form(i).number == number && std::ranges::find(forms, text(i)) == forms.end())
      forms.emplace_back(text(i));
  }
  return forms;
}

}  // namespace imr
