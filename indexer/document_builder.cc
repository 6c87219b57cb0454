// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/text_marks.h"
#include "corpus/letter_json.h"
#include "indexer/facet_values.h"
#include "schema/pages_value.h"
#include "schema/schema.h"

namespace imr {

namespace {

// Between the values of a field, so that no phrase or nearness reaches from one to the next.
constexpr Xapian::termpos kValueGap = 100;

// Posts the text of one field to one document.
class FieldPoster {
 public:
  FieldPoster(Xapian::Document& document, std::string_view field, const RelateStem& relate)
      : document_(document), field_(*find_field(field)), relate_(relate) {
    const auto searched = std::ranges::find(searched_fields(), field, &SearchedField::name);
    if (searched != searched_fields().end()) weight_ = searched->weight;
  }

  void post(std::string_view text, const StandingText& standing = {}) {
    const std::vector<Token> tokens = tokens_of(prose_analyzer(), text);
    for (const Token& token : tokens) post_token(token, standing.covers(token.begin) ? 0 : weight_);
    if (weight_ > 0) {
      for (const TextMark& mark : text_marks(text, tokens, standing)) post_mark(mark);
    }
    base_ += (tokens.empty() ? 0 : tokens.back().position) + kValueGap;
  }

 private:
  void post_token(const Token& token, unsigned frequency) {
    switch (token.kind) {
      case TermKind::surface:
        return post_surface(token);
      case TermKind::stem:
        return post_stem(token, frequency);
      case TermKind::meaning:
        return post_meaning(token, frequency);
    }
  }

  // Surface terms carry positions and stems carry frequencies: a document's length in Xapian is then the
  // weighted number of its words, each counted once.
  void post_surface(const Token& token) {
    document_.add_posting(surface_term(field_, token.term), base_ + token.position, 0);
    (token.compound ? compound_ : surface_) = token.term;
  }
  void post_stem(const Token& token, unsigned frequency) {
    // Of compounds only hyphenated words have a stem, that of the word they are without the hyphen.
    if (token.compound && token.term.find_first_of("-/") != std::string::npos) return;
    // It ranks by its parts: counted once more it costs 5 % of nDCG@10 on cacm.
    if (weight_ > 0) document_.add_term(stem_term(token.term), token.compound ? 0 : frequency);
    relate_(token.term, token.compound ? compound_ : surface_);
  }
  void post_meaning(const Token& token, unsigned frequency) {
    const std::string meaning = meaning_token(token.term);
    document_.add_posting(surface_term(field_, meaning), base_ + token.position, 0);
    if (weight_ > 0) document_.add_term(stem_term(meaning), frequency);
  }
  void post_mark(const TextMark& mark) {
    document_.add_posting(surface_term(field_, mark_token(mark.name)), base_ + mark.position, 0);
  }

  Xapian::Document& document_;
  const Field& field_;
  const RelateStem& relate_;
  unsigned weight_ = 0;
  Xapian::termpos base_ = 0;
  std::string surface_;
  std::string compound_;
};

void post_values(Xapian::Document& document, const KeywordValues& values) {
  for (const auto& [name, list] : values) {
    for (const std::string& value : list) document.add_boolean_term(value_term(*find_field(name), value));
  }
}

void post_cited_places(Xapian::Document& document, const GuidelineCitation& citation) {
  const Field& cite = *find_field("cite");
  const Field& page = *find_field("page");
  document.add_boolean_term(value_term(cite, citation.id));
  for (const PageRange& range : citation.pages) {
    const std::string pages = pages_value({range.first, range.last});
    document.add_boolean_term(value_term(cite, citation.id + " " + pages));
    document.add_boolean_term(value_term(page, pages));
  }
}

void post_citations(Xapian::Document& document, const Issue& issue, const RelateStem& relate) {
  FieldPoster both(document, "citation", relate);
  FieldPoster claims(document, "ca", relate);
  for (const GuidelineCitation& citation : issue.claims_administrator_guidelines) {
    both.post(citation.as_written);
    claims.post(citation.as_written);
    post_cited_places(document, citation);
  }
  for (const GuidelineCitation& citation : issue.reviewer_guidelines) {
    both.post(citation.as_written);
    post_cited_places(document, citation);
  }
}

// What all issues of a letter share.
Xapian::Document shared_document(const Determination& determination, const KeywordValues& facets,
                                 const RelateStem& relate) {
  Xapian::Document document;
  document.add_boolean_term(value_term(*find_field("case"), determination.case_number));
  post_values(document, facets);
  FieldPoster(document, "summary", relate).post(determination.clinical_summary);
  FieldPoster diagnoses(document, "diagnosis", relate);
  for (const std::string& diagnosis : determination.diagnoses) diagnoses.post(diagnosis);
  return document;
}

IssueEntry issue_entry(const Determination& determination, const KeywordValues& facets, const Issue& issue,
                       const RelateStem& relate, const Recurs& recurs) {
  IssueEntry entry{issue.issue_no, issue_facets(issue), issue_numbers(issue),
                   shared_document(determination, facets, relate)};
  post_values(entry.document, entry.keywords);
  FieldPoster(entry.document, "treatment", relate).post(issue.treatment);
  FieldPoster(entry.document, "rationale", relate)
      .post(issue.rationale, standing_text(issue.rationale, recurs));
  post_citations(entry.document, issue, relate);
  return entry;
}

}  // namespace

LetterEntry build_entry(const Determination& determination, const RelateStem& relate, const Recurs& recurs) {
  LetterEntry entry;
  entry.case_number = determination.case_number;
  entry.plain = determination.layout == Layout::plain;
  entry.record = letter_record(determination);
  entry.keywords = letter_facets(determination);
  entry.numbers = letter_numbers(determination);
  for (const Issue& issue : determination.issues) {
    entry.issues.push_back(issue_entry(determination, entry.keywords, issue, relate, recurs));
  }
  return entry;
}

}  // namespace imr
