// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggestions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "analyzers/folding.h"
#include "searcher/match_counter.h"
#include "searcher/query_builder.h"
#include "searcher/query_error.h"
#include "searcher/query_words.h"
#include "searcher/spelling.h"
#include "searcher/value_resolver.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

constexpr std::size_t kMostParts = 20;  // each is a search of its own
constexpr std::size_t kSpellings = 3;

// Facets whose values people type as words. Where something was found, only these few are worth a remark.
constexpr std::string_view kSaidInWords[] = {"decision", "guideline_source"};
constexpr std::string_view kSaidRarely[] = {"state", "sex", "specialty", "treatment_category", "priority"};

class Adviser {
 public:
  Adviser(const OpenSegments& segments, const QueryNode& tree, const SearchRequest& request,
          Deadline& deadline)
      : segments_(segments), request_(request), deadline_(deadline) {
    const bool list = tree.kind == QueryKind::juxtaposition || tree.kind == QueryKind::all_of;
    kind_ = list ? tree.kind : QueryKind::juxtaposition;
    if (list) {
      parts_ = tree.children;
    } else if (tree.kind != QueryKind::nothing) {
      parts_ = {tree};
    }
  }

  std::vector<Suggestion> advise(std::uint64_t found) {
    if (parts_.size() > kMostParts) return {};
    const bool all = request_.match == Match::all;
    if (found == 0) respell();
    if (all) offer_facets(found == 0);
    if (found == 0 && all) leave_out(parts_);
    if (found == 0) drop_conditions();
    if (found == 0 && all && suggestions_.empty()) offer_facets_together();
    if (found == 0 && all && suggestions_.empty()) tell_apart();
    return std::move(suggestions_);
  }

 private:
  using Parts = std::vector<QueryNode>;

  QueryNode joined(Parts parts) const {
    if (parts.empty()) return {};
    if (parts.size() == 1) return std::move(parts.front());
    return {.kind = kind_, .children = std::move(parts)};
  }

  // The query with part `at` replaced.
  QueryNode with(std::size_t at, const QueryNode& part) const {
    Parts parts = parts_;
    parts[at] = part;
    return joined(std::move(parts));
  }

  // None if the time was over before all were counted.
  std::optional<std::uint64_t> count(const QueryNode& query, const std::vector<Where>& where) const {
    try {
      const BuiltQuery built = build_query(query, segments_, request_.match, request_.expand, deadline_);
      const auto counts =
          count_matches(segments_, built.query, resolve_where(where, segments_), {}, deadline_);
      return deadline_.cut() ? std::nullopt : std::optional(counts.issues);
    } catch (const QueryError&) {
      return 0;
    } catch (const TimeIsOver&) {
      return std::nullopt;
    }
  }

  void suggest(std::string kind, std::string from, std::string to, const QueryNode& query,
               const std::vector<Where>& where) {
    const std::uint64_t issues = count(query, where).value_or(0);
    if (issues == 0) return;
    suggestions_.push_back({std::move(kind), std::move(from), std::move(to), print_query(query), issues});
  }

  void leave_out(const Parts& parts) {
    for (std::size_t i = 0; i < parts.size() && parts.size() > 1; ++i) {
      Parts fewer = parts;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      suggest("without", print_query(parts[i]), "", joined(std::move(fewer)), request_.where);
    }
  }

  // All words that are values as values, and if that is still too much, one part less.
  void offer_facets_together() {
    if (as_values_.empty()) return;
    Parts parts = parts_;
    std::string words;
    std::string values;
    for (const auto& [at, value] : as_values_) {
      words += (words.empty() ? "" : " ") + parts[at].text;
      values += (values.empty() ? "" : " ") + print_query(value);
      parts[at] = value;
    }
    suggest("facet", words, values, joined(parts), request_.where);
    if (suggestions_.empty()) leave_out(parts);
  }

  // What each part finds by itself, be it nothing.
  void tell_apart() {
    for (std::size_t i = 0; i < parts_.size() && parts_.size() > 1; ++i) {
      const auto value = as_values_.find(i);
      const QueryNode& part = value == as_values_.end() ? parts_[i] : value->second;
      const std::string query = print_query(part);
      const auto issues = count(part, request_.where);
      if (issues) suggestions_.push_back({"alone", print_query(parts_[i]), query, query, *issues});
    }
  }

  void drop_conditions() {
    const QueryNode whole = joined(parts_);
    for (std::size_t i = 0; i < request_.where.size(); ++i) {
      std::vector<Where> fewer = request_.where;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      suggest("without", request_.where[i].field + "=" + request_.where[i].value, "", whole, fewer);
    }
  }

  void respell() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const QueryNode& part = parts_[i];
      const bool in_field = part.kind == QueryKind::field && part.children[0].kind == QueryKind::word;
      const QueryNode& word = in_field ? part.children[0] : part;
      if (word.kind != QueryKind::word || (in_field && find_field(part.name)->kind != FieldKind::text))
        continue;
      const QueryWords words = analyze_words(word.text);
      if (words.words.size() != 1 || !is_unknown(words.words[0])) continue;
      std::set<std::string> stems;  // of one word one form will do
      for (const NearWord& near : near_words(segments_, words.words[0].surface, kSpellings)) {
        if (!stems.insert(analyze_words(near.word).words[0].stem).second) continue;
        QueryNode better = part;
        (in_field ? better.children[0] : better).text = near.word;
        suggest(near.drug ? "look_alike" : "spelling", word.text, near.word, with(i, better), request_.where);
      }
    }
  }

  bool is_unknown(const QueryWord& word) const {
    return !segments_.whole().term_exists(stem_term(word.stem));
  }

  void offer_facets(bool nothing_found) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].kind != QueryKind::word) continue;
      for (const std::string_view facet : kSaidInWords) offer(i, facet);
      for (const std::string_view facet : kSaidRarely) {
        if (nothing_found) offer(i, facet);
      }
    }
  }

  void offer(std::size_t at, std::string_view facet) {
    // Abbreviations of states are words of their own ("or", "in", "hi").
    const std::string& text = parts_[at].text;
    if (facet == "state" && text.size() < 4) return;
    const ResolvedValues values = resolver(facet).find(text);
    if (!values.exact || values.labels.size() != 1) return;
    const bool simple = values.labels[0].find(' ') == std::string::npos;
    const QueryNode value{.kind = simple ? QueryKind::word : QueryKind::phrase, .text = values.labels[0]};
    const QueryNode as_field{.kind = QueryKind::field, .name = std::string(facet), .children = {value}};
    as_values_.emplace(at, as_field);
    suggest("facet", text, print_query(as_field), with(at, as_field), request_.where);
  }

  // Made once; it reads the facet's vocabulary.
  const ValueResolver& resolver(std::string_view facet) {
    const auto found = resolvers_.find(facet);
    if (found != resolvers_.end()) return found->second;
    const Field& field = *find_field(facet);
    return resolvers_.emplace(facet, ValueResolver(field, segments_.values_of(field))).first->second;
  }

  const OpenSegments& segments_;
  const SearchRequest& request_;
  Deadline& deadline_;
  QueryKind kind_ = QueryKind::juxtaposition;
  std::vector<QueryNode> parts_;
  std::map<std::size_t, QueryNode> as_values_;           // parts that are values of facets
  std::map<std::string_view, ValueResolver> resolvers_;  // by facet
  std::vector<Suggestion> suggestions_;
};

}  // namespace

std::vector<Suggestion> suggestions_for(const OpenSegments& segments, const QueryNode& tree,
                                        const SearchRequest& request, std::uint64_t found,
                                        Deadline& deadline) {
  return Adviser(segments, tree, request, deadline).advise(found);
}

}  // namespace imr
