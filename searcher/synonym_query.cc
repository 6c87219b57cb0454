// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/synonym_query.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/analyzer.h"
#include "searcher/ranking.h"
#include "searcher/synonyms.h"
#include "searcher/weightless.h"

namespace imr {

namespace {

using Xapian::Query;
using Terms = std::set<std::string>;

// Texts of bare words that stand side by side.
void collect_texts(const QueryNode& node, std::vector<std::string>& texts) {
  if (node.kind == QueryKind::word) texts.push_back(node.text);
  if (node.kind == QueryKind::any_of) {
    for (const QueryNode& child : node.children) collect_texts(child, texts);
  }
  if (node.kind != QueryKind::juxtaposition) return;
  bool in_run = false;
  for (const QueryNode& child : node.children) {
    const bool word = child.kind == QueryKind::word;
    if (word && in_run) {
      texts.back() += " " + child.text;
    } else {
      collect_texts(child, texts);
    }
    in_run = word;
  }
}

Terms stem_terms(std::string_view text) {
  Terms terms;
  const auto stream = prose_analyzer().analyze(text);
  for (Token token; stream->next(token);) {
    if (token.kind == TermKind::stem && !token.compound) terms.insert(stem_term(token.term));
  }
  return terms;
}

Query all_of(const Terms& terms) {
  std::vector<Query> parts(terms.begin(), terms.end());
  return {Query::OP_AND, parts.begin(), parts.end()};
}

// All words of a name must be there; those that were typed have their weight already. Nothing if all were.
Query name_query(const OpenSegments& segments, const Terms& name, const Terms& typed) {
  Terms fresh;
  Terms known;
  for (const std::string& term : name) (typed.contains(term) ? known : fresh).insert(term);
  if (fresh.empty()) return {};
  return known.empty() ? all_of(fresh)
                       : Query(Query::OP_FILTER, all_of(fresh), weightless(segments, all_of(known)));
}

// Builds the part of the query for one name after the other.
class Builder {
 public:
  Builder(const OpenSegments& segments, Terms typed) : segments_(segments), typed_(std::move(typed)) {}

  void add(const Synonyms& synonyms) {
    if (!names_seen_.insert(synonyms.typed).second) return;
    std::vector<Query> names;
    Expansion expansion{synonyms.typed, {}, "synonym"};
    std::set<Terms> forms;  // names that differ only in the forms of their words count once
    for (const std::string_view other : synonyms.others) {
      const Terms terms = stem_terms(other);
      const Query query =
          forms.insert(terms).second && in_index(terms) ? name_query(segments_, terms, typed_) : Query();
      if (query.empty()) continue;
      names.push_back(query);
      expansion.to.emplace_back(other);
    }
    if (names.empty()) return;
    groups_.emplace_back(Query::OP_SCALE_WEIGHT, Query(Query::OP_MAX, names.begin(), names.end()),
                         kSynonymWeight);
    expansions_.push_back(std::move(expansion));
  }

  SynonymQuery finish() {
    return {Query(Query::OP_OR, groups_.begin(), groups_.end()), std::move(expansions_)};
  }

 private:
  bool in_index(const Terms& terms) const {
    return std::ranges::all_of(terms, [&](const auto& term) { return segments_.whole().term_exists(term); });
  }

  const OpenSegments& segments_;
  Terms typed_;
  Terms names_seen_;
  std::vector<Query> groups_;
  std::vector<Expansion> expansions_;
};

}  // namespace

SynonymQuery synonym_query(const OpenSegments& segments, const QueryNode& tree) {
  std::vector<std::string> texts;
  collect_texts(tree, texts);
  Terms typed;
  for (const std::string& text : texts) typed.merge(stem_terms(text));
  Builder builder(segments, std::move(typed));
  for (const std::string& text : texts) {
    for (const Synonyms& synonyms : synonyms_in(text)) builder.add(synonyms);
  }
  return builder.finish();
}

}  // namespace imr
