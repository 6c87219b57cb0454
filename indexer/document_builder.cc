// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>
#include <map>

#include "indexer/facet_values.h"
#include "indexer/text_indexer.h"
#include "schema/pages_value.h"
#include "schema/schema.h"

namespace imr {

namespace {

unsigned weight_of(const Field& field) {
  const auto searched = std::ranges::find(searched_fields(), field.name, &SearchedField::name);
  return searched == searched_fields().end() ? 0 : searched->weight;
}

// The text fields of a letter or of an issue, by their place among text_fields(). Those of the other level
// stay empty.
class TextFields {
 public:
  explicit TextFields(Vocabulary& vocabulary) : indexer_(vocabulary) {}

  void add(std::string_view name, std::string_view text, const StandingText& standing = {}) {
    const Field& field = *find_field(name);
    indexer_.add(text, weight_of(field), standing, fields_[text_field_number(field)]);
  }

  const std::array<IndexedText, kTextFields>& fields() const { return fields_; }

  FieldCodes codes() {
    FieldCodes codes;
    for (std::size_t i = 0; i < kTextFields; ++i) codes[i] = std::move(fields_[i].codes);
    return codes;
  }

 private:
  TextIndexer indexer_;
  std::array<IndexedText, kTextFields> fields_ = {};
};

// Each stem of a document with its frequency, in any order.
class StemCounts {
 public:
  void add(const IndexedText& text) {
    for (const IndexedText::Stem& stem : text.stems) {
      if (counts_.size() <= stem.number) counts_.resize(stem.number + 1, kAbsent);
      if (counts_[stem.number] == kAbsent) {
        counts_[stem.number] = 0;
        present_.push_back(stem.number);
      }
      counts_[stem.number] += stem.frequency;
    }
  }

  // Hands over all and forgets them.
  template <class Visit>
  void take(Visit visit) {
    for (const std::uint32_t stem : present_) {
      visit(stem, counts_[stem]);
      counts_[stem] = kAbsent;
    }
    present_.clear();
  }

 private:
  static constexpr unsigned kAbsent = UINT32_MAX;
  std::vector<unsigned> counts_;  // by stem
  std::vector<std::uint32_t> present_;
};

void post_values(Xapian::Document& document, const KeywordValues& values) {
  for (const auto& [name, list] : values) {
    for (const std::string& value : list) document.add_boolean_term(value_term(*find_field(name), value));
  }
}

void post_cited_places(Xapian::Document& document, const std::vector<GuidelineCitation>& citations) {
  const Field& cite = *find_field("cite");
  const Field& page = *find_field("page");
  for (const GuidelineCitation& citation : citations) {
    document.add_boolean_term(value_term(cite, citation.id));
    for (const PageRange& range : citation.pages) {
      const std::string pages = pages_value({range.first, range.last});
      document.add_boolean_term(value_term(cite, citation.id + " " + pages));
      document.add_boolean_term(value_term(page, pages));
    }
  }
}

// Makes the entries of one letter.
class EntryBuilder {
 public:
  EntryBuilder(const Determination& determination, const Recurs& recurs, Vocabulary& vocabulary)
      : letter_(determination), recurs_(recurs), vocabulary_(vocabulary), shared_(vocabulary) {
    shared_.add("summary", letter_.clinical_summary);
    for (const std::string& diagnosis : letter_.diagnoses) shared_.add("diagnosis", diagnosis);
  }

  LetterEntry build() {
    LetterEntry entry;
    entry.case_number = letter_.case_number;
    entry.plain = letter_.layout == Layout::plain;
    entry.keywords = letter_facets(letter_);
    entry.numbers = letter_numbers(letter_);
    for (const Issue& issue : letter_.issues) entry.issues.push_back(build_issue(issue, entry.keywords));
    entry.codes = shared_.codes();
    return entry;
  }

 private:
  IssueEntry build_issue(const Issue& issue, const KeywordValues& of_letter) {
    TextFields own(vocabulary_);
    own.add("treatment", issue.treatment);
    own.add("rationale", issue.rationale, standing_text(issue.rationale, recurs_));
    for (const GuidelineCitation& citation : issue.claims_administrator_guidelines) {
      own.add("citation", citation.as_written);
      own.add("ca", citation.as_written);
    }
    for (const GuidelineCitation& citation : issue.reviewer_guidelines)
      own.add("citation", citation.as_written);
    IssueEntry entry{issue.issue_no, issue_facets(issue), issue_numbers(issue), {}, {}};
    post_values(entry.document, of_letter);
    post_values(entry.document, entry.keywords);
    entry.document.add_boolean_term(value_term(*find_field("case"), letter_.case_number));
    post_cited_places(entry.document, issue.claims_administrator_guidelines);
    post_cited_places(entry.document, issue.reviewer_guidelines);
    post_stems(own, entry.document);
    entry.codes = own.codes();
    return entry;
  }

  void post_stems(const TextFields& own, Xapian::Document& document) {
    for (std::size_t i = 0; i < kTextFields; ++i) {
      const Field& field = text_fields()[i];
      const IndexedText& text = (field.level == FieldLevel::letter ? shared_ : own).fields()[i];
      if (has_stem_terms(field)) {
        in_field_.add(text);
        in_field_.take([&](std::uint32_t stem, unsigned) {
          document.add_boolean_term(field_stem_term(field, vocabulary_.stems.name(stem)));
        });
      }
      if (is_searched(field)) searched_.add(text);
    }
    // A document's length in Xapian is then the weighted number of its words and of the concepts they name.
    searched_.take([&](std::uint32_t stem, unsigned frequency) {
      document.add_term(stem_term(vocabulary_.stems.name(stem)), frequency);
    });
  }

  const Determination& letter_;
  const Recurs& recurs_;
  Vocabulary& vocabulary_;
  TextFields shared_;
  StemCounts searched_;
  StemCounts in_field_;
};

}  // namespace

LetterEntry build_entry(const Determination& determination, const Recurs& recurs, Vocabulary& vocabulary) {
  return EntryBuilder(determination, recurs, vocabulary).build();
}

}  // namespace imr
