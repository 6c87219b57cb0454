// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/hit_writer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/corpus_error.h"
#include "corpus/letter_json.h"
#include "schema/index_error.h"
#include "searcher/field_text.h"

namespace imr {

namespace {

std::vector<std::string> labels_of(const std::vector<GuidelineCitation>& citations) {
  std::vector<std::string> labels;
  for (const GuidelineCitation& citation : citations) {
    if (std::ranges::find(labels, citation.label) == labels.end()) labels.push_back(citation.label);
  }
  return labels;
}

Hit described(const Determination& letter, const Issue& issue) {
  Hit hit;
  hit.issue_id = issue_id(letter.case_number, issue.issue_no);
  hit.case_number = letter.case_number;
  hit.issue_no = issue.issue_no;
  hit.issues_in_letter = static_cast<int>(letter.issues.size());
  hit.source = letter.source;
  hit.treatment = issue.treatment;
  hit.decision = issue.decision;
  hit.decision_date = letter.decision_date;
  hit.specialties = letter.reviewer.specialties;
  hit.states = letter.reviewer.states;
  hit.guidelines = labels_of(issue.reviewer_guidelines);
  return hit;
}

}  // namespace

Determination stored_letter(const Segment& segment, LetterOrdinal letter) {
  try {
    return read_record(segment.letters().record(letter));
  } catch (const CorpusError& error) {
    throw IndexError(IndexFault::corrupt, segment.folder().string(),
                     "letter " + std::string(segment.columns().case_number(letter)) + " is damaged (" +
                         error.what() + "); build the index anew");
  }
}

HitWriter::HitWriter(const OpenSegments& segments, const std::vector<Clause>& clauses, std::size_t passages)
    : segments_(segments), clauses_(clauses), passages_(passages), wanted_(segments.size()) {
  const FieldText::Tokens tokens = FieldText::tokens_of_clauses(clauses);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const std::string& token : tokens) {
      if (const WordNumber word = segments.segment(i).words().find(token)) wanted_[i].insert(word);
    }
  }
}

Hit HitWriter::hit(const PageEntry& entry, std::size_t rank) const {
  const Segment& segment = segments_.segment(entry.best.place.segment);
  const Determination letter = letter_at(entry.best.place);
  const Issue& issue = issue_at(letter, entry.best.place);
  Hit hit = described(letter, issue);
  hit.rank = rank;
  hit.score = entry.best.score;
  Explained explained =
      explain_hit(letter, issue, clauses_, passages_, segment.recurring_positions(entry.best.place.row),
                  may_match_at(entry.best.place));
  hit.passages = std::move(explained.passages);
  hit.why = std::move(explained.why);
  for (const Ranked& other : entry.others) {
    const Issue& also = issue_at(letter, other.place);
    hit.others.push_back(
        {issue_id(letter.case_number, also.issue_no), also.treatment, also.decision, other.score});
  }
  return hit;
}

// A letter's rows are its issues, in order.
const Issue& HitWriter::issue_at(const Determination& letter, Place place) const {
  const Columns& columns = segments_.segment(place.segment).columns();
  const std::size_t position = place.row - columns.first_row(columns.letter_of(place.row));
  if (position < letter.issues.size()) return letter.issues[position];
  throw IndexError(IndexFault::corrupt, segments_.index().folder.string(),
                   "the issues of " + letter.case_number + " are damaged; build the index anew");
}

Determination HitWriter::letter_at(Place place) const {
  const Segment& segment = segments_.segment(place.segment);
  return stored_letter(segment, segment.columns().letter_of(place.row));
}

MayMatch HitWriter::may_match_at(Place place) const {
  std::array<bool, kTextFields> present = {};
  const WordStore::Texts texts = segments_.segment(place.segment).texts(place.row);
  for (std::size_t field = 0; field < kTextFields; ++field) {
    for_each_word(texts[field], [&](std::uint32_t, WordNumber word) {
      present[field] = present[field] || wanted_[place.segment].contains(word);
    });
  }
  return [present](std::string_view field) { return present[text_field_number(*find_field(field))]; };
}

}  // namespace imr
