// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/score_terms.h"

#include <algorithm>

#include "schema/schema.h"
#include "searcher/ranking.h"
#include "searcher/row_source.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

using Xapian::Query;

namespace {

void note(std::vector<std::string>& list, const std::string& value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

// The same term in several parts of a query is told once.
void merge(const ScoreTerm& term, std::vector<ScoreTerm>& terms) {
  for (ScoreTerm& known : terms) {
    if (known.kind != term.kind || known.term != term.term) continue;
    known.weight += term.weight;
    return;
  }
  terms.push_back(term);
}

}  // namespace

IssueProbe::IssueProbe(const OpenSegments& segments, OpenSegments::Place place)
    : segments_(segments), place_(place) {
  std::vector<std::vector<Row>> rows(segments.size());
  rows[place.segment] = {place.row};
  row_ = Query((new RowSource(segments, std::move(rows)))->release());
}

Query IssueProbe::here(const Query& query) const { return Query(Query::OP_FILTER, query, row_); }

bool IssueProbe::holds(const Query& query) const {
  return !query.empty() && !matching_rows(segments_.segment(place_.segment), here(query)).empty();
}

std::optional<double> IssueProbe::weight(const Query& query) const {
  if (query.empty()) return std::nullopt;
  Xapian::Enquire enquire(segments_.whole());
  enquire.set_weighting_scheme(bm25_weight());
  enquire.set_query(here(query));
  const Xapian::MSet found = enquire.get_mset(0, 1, segments_.whole().get_doccount());
  if (found.empty()) return std::nullopt;
  return found.begin().get_weight();
}

std::vector<ScoreTerm> IssueProbe::terms(const Query& query, const std::string& from,
                                         const std::string& label) const {
  std::vector<ScoreTerm> terms;
  collect(query, 1, label, terms);
  for (ScoreTerm& term : terms) term.from = from;
  return terms;
}

void IssueProbe::collect(const Query& query, double factor, const std::string& label,
                         std::vector<ScoreTerm>& terms) const {
  const double added = weight(query).value_or(0) * factor;
  if (added == 0) return;
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::OP_SYNONYM:
      return add_term(query, added, terms);
    case Query::OP_SCALE_WEIGHT:
      // Xapian keeps the factor to itself.
      if (const double inner = weight(query.get_subquery(0)).value_or(0); inner != 0)
        collect(query.get_subquery(0), added / inner, label, terms);
      return;
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        collect(query.get_subquery(i), factor, label, terms);
      return;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return collect(query.get_subquery(0), factor, label, terms);
    default:
      merge({{}, "assertion", label, added}, terms);
  }
}

bool IssueProbe::has(const std::string& term) const {
  const Xapian::Database& database = segments_.segment(place_.segment).database();
  auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return false;
  posting.skip_to(place_.row + 1);
  return posting != database.postlist_end(term) && *posting == place_.row + 1;
}

bool IssueProbe::stands_in(const Field& field, const std::string& form) const {
  const Segment& segment = segments_.segment(place_.segment);
  const WordNumber wanted = segment.words().find(form);
  bool found = false;
  for_each_word(segment.texts(place_.row)[text_field_number(field)],
                [&](std::uint32_t, WordNumber word) { found = found || word == wanted; });
  return found && wanted != 0;
}

void IssueProbe::note_forms(const std::string& token, ScoreTerm& term) const {
  const bool word = is_word_token(token);
  const auto forms = word ? surfaces_of_stem(segments_, token) : std::vector{token};
  for (const SearchedField& field : searched_fields()) {
    for (const std::string& form : forms) {
      if (!stands_in(*find_field(field.name), form)) continue;
      if (word) note(term.forms, form);
      note(term.fields, std::string(field.name));
    }
  }
}

// A stem, or several of which any counts as one term.
void IssueProbe::add_term(const Query& query, double weight, std::vector<ScoreTerm>& terms) const {
  const std::size_t prefix = stem_term("").size();
  ScoreTerm term;
  term.weight = weight;
  for (auto at = query.get_terms_begin(); at != query.get_terms_end(); ++at) {
    if (!has(*at)) continue;
    const std::string token = (*at).substr(prefix);
    term.kind = is_word_token(token) ? "word" : "concept";
    term.term += (term.term.empty() ? "" : ", ") + token.substr(is_word_token(token) ? 0 : 1);
    term.issues = std::max<std::uint64_t>(term.issues, segments_.whole().get_termfreq(*at));
    note_forms(token, term);
  }
  merge(term, terms);
}

}  // namespace imr
