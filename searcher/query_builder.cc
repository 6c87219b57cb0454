// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzers/folding.h"
#include "searcher/column_source.h"
#include "searcher/query_error.h"
#include "searcher/row_source.h"
#include "searcher/text_queries.h"
#include "searcher/value_resolver.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

using Xapian::Query;

// Terms that a wildcard may stand for; more make an error rather than a silent cut.
constexpr std::size_t kMaxExpansion = 1000;

// Fields of the query language that this version does not index yet.
constexpr std::string_view kLaterFields[] = {
    "drug",     "level",     "finding",      "nofinding", "undocumented",      "cite", "page", "sessions",
    "quantity", "body_part", "spinal_level", "issues",    "treatment_category"};

// How tightly a part's text holds together, for brackets in what is said.
enum class Grip { loose, all, tight };

struct Part {
  Query query;
  std::string said;
  Grip grip = Grip::tight;
};

std::string said_within(const Part& part, Grip grip) {
  return part.grip < grip ? "(" + part.said + ")" : part.said;
}

Part joined(const std::vector<Part>& parts, Query::op op, const std::string& word, Grip grip) {
  if (parts.size() == 1) return parts.front();
  std::vector<Query> queries;
  std::string said;
  for (const Part& part : parts) {
    queries.push_back(part.query);
    said += (said.empty() ? "" : " " + word + " ") +
            said_within(part, grip == Grip::all ? Grip::all : Grip::tight);
  }
  return {Query(op, queries.begin(), queries.end()), said, grip};
}

Query unranked(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

class Builder {
 public:
  Builder(const OpenSegments& segments, Match match) : segments_(segments), texts_(segments), match_(match) {}

  BuiltQuery build(const QueryNode& tree) {
    const std::optional<Part> part = build_node(tree, nullptr);
    out_.query = part ? part->query : tree.kind == QueryKind::nothing ? Query::MatchAll : Query::MatchNothing;
    out_.interpreted = part ? part->said : tree.kind == QueryKind::nothing ? "everything" : "nothing";
    return std::move(out_);
  }

 private:
  using Parts = std::vector<Part>;

  // None where there is nothing to look for, such as a word of punctuation.
  std::optional<Part> build_node(const QueryNode& node, const Field* field) {
    switch (node.kind) {
      case QueryKind::nothing:
        return std::nullopt;
      case QueryKind::field:
        return build_field(node);
      case QueryKind::juxtaposition:
        return build_juxtaposition(node, field);
      case QueryKind::all_of:
        return build_all_of(node, field);
      case QueryKind::any_of:
        return build_any_of(node, field);
      case QueryKind::negation:
        return build_negation(node, field);
      default:
        break;
    }
    if (field && field->kind != FieldKind::text) return build_value(node, *field);
    switch (node.kind) {
      case QueryKind::word:
        return build_word(node, field);
      case QueryKind::exact:
        return build_exact(node, field);
      case QueryKind::wildcard:
        return build_wildcard(node, field);
      case QueryKind::phrase:
        return build_phrase(node, field);
      case QueryKind::near:
        return build_near(node, field);
      case QueryKind::range:
        throw not_supported(node, "a range belongs to a number or date field");
      default:
        throw not_supported(node, "/s and /p are not available in this version");
    }
  }

  static QueryError not_supported(const QueryNode& node, const std::string& message,
                                  const std::string& hint = {}) {
    return QueryError("not_supported", message, node.begin, hint);
  }

  // ---- operators ----

  // What stands behind AND, NOT and in fields is required in best match too.
  std::optional<Part> build_strictly(const QueryNode& node, const Field* field) {
    const Match before = std::exchange(match_, Match::all);
    std::optional<Part> part = build_node(node, field);
    match_ = before;
    return part;
  }

  Part excluded(const QueryNode& child, const Field* field) {
    ++negations_;
    const std::optional<Part> part = build_strictly(child, field);
    --negations_;
    if (!part) return {Query(), "", Grip::tight};
    return {part->query, said_within(*part, Grip::tight), Grip::tight};
  }

  std::optional<Part> build_negation(const QueryNode& node, const Field* field) {
    const Part part = excluded(node.children[0], field);
    if (part.said.empty()) return std::nullopt;
    return Part{Query(Query::OP_AND_NOT, Query::MatchAll, any_unwanted({part.query})), "NOT " + part.said,
                Grip::tight};
  }

  // What stands behind OP_AND_NOT; searcher/row_source.h says why it may not be any query.
  Query any_unwanted(const std::vector<Query>& queries) {
    const Query query =
        queries.size() == 1 ? queries[0] : Query(Query::OP_OR, queries.begin(), queries.end());
    if (query.get_type() == Query::LEAF_TERM) return query;
    return Query((new RowSource(segments_, query))->release());
  }

  // Required parts and excluded ones together; with only excluded ones, everything else.
  std::optional<Part> without(std::optional<Part> required, const Parts& excluded) {
    if (excluded.empty()) return required;
    std::string said = required ? said_within(*required, Grip::all) : "";
    std::vector<Query> unwanted;
    for (const Part& part : excluded) {
      said += (said.empty() ? "NOT " : " AND NOT ") + part.said;
      unwanted.push_back(part.query);
    }
    const Query wanted = required ? required->query : Query::MatchAll;
    return Part{Query(Query::OP_AND_NOT, wanted, any_unwanted(unwanted)), said, Grip::all};
  }

  std::optional<Part> build_all_of(const QueryNode& node, const Field* field) {
    Parts required;
    Parts unwanted;
    const Match before = std::exchange(match_, Match::all);
    for (const QueryNode& child : node.children) collect(child, field, required, unwanted);
    match_ = before;
    if (required.empty()) return without(std::nullopt, unwanted);
    return without(joined(required, Query::OP_AND, "AND", Grip::all), unwanted);
  }

  void collect(const QueryNode& child, const Field* field, Parts& required, Parts& unwanted) {
    if (child.kind == QueryKind::negation) {
      Part part = excluded(child.children[0], field);
      if (!part.said.empty()) unwanted.push_back(std::move(part));
    } else if (auto part = build_node(child, field)) {
      required.push_back(std::move(*part));
    }
  }

  std::optional<Part> build_any_of(const QueryNode& node, const Field* field) {
    Parts parts;
    for (const QueryNode& child : node.children) {
      if (auto part = build_node(child, field)) parts.push_back(std::move(*part));
    }
    if (parts.empty()) return std::nullopt;
    return joined(parts, Query::OP_OR, "OR", Grip::loose);
  }

  // Bare words are all required or best match; whatever else stands beside them is always required.
  std::optional<Part> build_juxtaposition(const QueryNode& node, const Field* field) {
    if (field && field->kind == FieldKind::keyword) {
      if (auto part = build_words_as_value(node, *field)) return part;
    }
    Parts words;
    Parts required;
    Parts unwanted;
    const bool all_stop_words = only_stop_words(node, field);
    for (const QueryNode& child : joined_words(node.children)) {
      if (child.kind != QueryKind::word || (field && field->kind != FieldKind::text)) {
        collect(child, field, required, unwanted);
      } else if (all_stop_words || !is_stop_word(child)) {
        if (auto part = build_node(child, field)) words.push_back(std::move(*part));
      }
    }
    if (!words.empty()) {
      const bool any = match_ == Match::any;
      Part part = any ? joined(words, Query::OP_OR, "OR", Grip::loose)
                      : joined(words, Query::OP_AND, "AND", Grip::all);
      required.insert(required.begin(), std::move(part));
    }
    if (required.empty()) return without(std::nullopt, unwanted);
    return without(joined(required, Query::OP_AND, "AND", Grip::all), unwanted);
  }

  static bool is_stop_word(const QueryNode& node) {
    const QueryWords words = analyze_words(node.text);
    return !words.words.empty() && std::ranges::all_of(words.words, &QueryWord::stop_word);
  }

  static bool only_stop_words(const QueryNode& node, const Field* field) {
    const bool text = !field || field->kind == FieldKind::text;
    return text && std::ranges::all_of(node.children, [](const QueryNode& child) {
             return child.kind == QueryKind::word &&
                    (is_stop_word(child) || analyze_words(child.text).words.empty());
           });
  }

  // ---- words ----

  void note_clause(const std::string& label, const Field* field, std::vector<Slot> slots,
                   bool any_order = false) {
    const bool known = std::ranges::any_of(out_.clauses, [&](const Clause& c) {
      return c.label == label && c.fields == TextQueries::scope(field);
    });
    if (negations_ > 0 || known) return;
    out_.clauses.push_back({label, TextQueries::scope(field), std::move(slots), any_order});
  }

  void note_ranking(const Field* field) {
    const auto scope = TextQueries::scope(nullptr);
    if (negations_ == 0 && (!field || std::ranges::find(scope, field->name) != scope.end()))
      out_.ranked = true;
  }

  std::optional<Part> nothing_in(const QueryNode& node) {
    out_.warnings.push_back(quoted(node.text) + " holds nothing to search for and is ignored");
    return std::nullopt;
  }

  std::optional<Part> build_word(const QueryNode& node, const Field* field) {
    const QueryWords words = analyze_words(node.text);
    if (words.words.empty()) return nothing_in(node);
    note_ranking(field);
    std::vector<Slot> slots;
    for (const QueryWord& word : words.words) slots.push_back({TermKind::stem, {word.stem}});
    note_clause(node.text, field, std::move(slots), words.any_order);
    if (words.words.size() == 1) return Part{texts_.word(field, words.words[0]), said(node.text)};
    std::vector<TextSlot> places;
    for (const QueryWord& word : words.words) places.push_back(texts_.stemmed(word));
    const auto window = static_cast<unsigned>(places.size());
    return Part{texts_.within(field, places, window, !words.any_order), said(node.text)};
  }

  // A word that would read as an operator is shown in quotes.
  static std::string said(const std::string& word) {
    const bool as_operator =
        word == "AND" || word == "OR" || word == "NOT" || word.find_first_of(" ()\"") != std::string::npos;
    return as_operator ? quoted(word) : word;
  }

  std::optional<Part> build_exact(const QueryNode& node, const Field* field) {
    const QueryWords words = analyze_words(node.text);
    if (words.words.empty()) return nothing_in(node);
    Part part = *exact_sequence(node, field, words);
    part.said = "=" + node.text;
    return part;
  }

  std::optional<Part> build_phrase(const QueryNode& node, const Field* field) {
    const QueryWords words = analyze_words(node.text);
    if (words.words.empty()) return nothing_in(node);
    Part part = *exact_sequence(node, field, words);
    part.said = quoted(node.text);
    return part;
  }

  std::optional<Part> exact_sequence(const QueryNode& node, const Field* field, const QueryWords& words) {
    note_ranking(field);
    std::vector<Slot> slots;
    std::vector<TextSlot> places;
    for (const QueryWord& word : words.words) {
      slots.push_back({TermKind::surface, {word.surface}});
      places.push_back(TextQueries::exact(word));
    }
    const bool whole = !words.compound.empty();
    note_clause(node.text, field, std::move(slots));
    Query query = texts_.phrase(field, places);
    if (whole) query = Query(Query::OP_FILTER, query, compound_terms(field, words.compound));
    return Part{query, ""};
  }

  static Query compound_terms(const Field* field, const std::string& compound) {
    std::vector<Query> terms;
    for (const std::string& name : TextQueries::scope(field)) {
      terms.emplace_back(surface_term(*find_field(name), compound));
    }
    return Query(Query::OP_OR, terms.begin(), terms.end());
  }

  TextSlot wildcard_slot(const QueryNode& node, const Field* field) {
    auto surfaces = matching_surfaces(segments_, TextQueries::scope(field), fold(node.text), kMaxExpansion);
    if (surfaces.size() > kMaxExpansion) {
      throw QueryError(
          "too_many_expansions",
          quoted(node.text) + " stands for more than " + std::to_string(kMaxExpansion) + " words", node.begin,
          "write more of the word");
    }
    TextSlot slot;
    for (const std::string& surface : surfaces) {
      const QueryWords words = analyze_words(surface);
      if (words.words.size() == 1) slot.stems.push_back(words.words[0].stem);
    }
    std::ranges::sort(slot.stems);
    slot.stems.erase(std::unique(slot.stems.begin(), slot.stems.end()), slot.stems.end());
    slot.surfaces = surfaces;
    if (negations_ == 0) out_.expansions.push_back({node.text, surfaces, "wildcard"});
    return slot;
  }

  std::optional<Part> build_wildcard(const QueryNode& node, const Field* field) {
    const TextSlot slot = wildcard_slot(node, field);
    if (slot.surfaces.empty()) return Part{Query::MatchNothing, node.text};
    note_clause(node.text, field, {{TermKind::surface, slot.surfaces}});
    // Compounds among the surfaces have no stem of their own, so ranking may not be required here.
    std::vector<Query> found;
    for (const std::string& name : TextQueries::scope(field)) {
      for (const std::string& surface : slot.surfaces)
        found.emplace_back(surface_term(*find_field(name), surface));
    }
    Query query = unranked(Query(Query::OP_OR, found.begin(), found.end()));
    if (!slot.stems.empty()) {
      note_ranking(field);
      std::vector<Query> stems;
      for (const std::string& stem : slot.stems) stems.emplace_back(stem_term(stem));
      query = Query(Query::OP_AND_MAYBE, query, Query(Query::OP_SYNONYM, stems.begin(), stems.end()));
    }
    return Part{query, node.text};
  }

  // ---- nearness ----

  std::optional<Part> build_near(const QueryNode& node, const Field* field) {
    std::vector<TextSlot> places = {near_slot(node.children[0], field), near_slot(node.children[1], field)};
    const std::string op = (node.ordered ? "pre/" : "w/") + std::to_string(node.distance);
    const std::string text = side_text(node.children[0]) + " " + op + " " + side_text(node.children[1]);
    if (places[0].surfaces.empty() || places[1].surfaces.empty()) return Part{Query::MatchNothing, text};
    note_ranking(field);
    return Part{texts_.within(field, places, node.distance + 1, node.ordered), text};
  }

  static std::string side_text(const QueryNode& node) {
    return node.kind == QueryKind::any_of ? "(" + print_query(node) + ")" : print_query(node);
  }

  TextSlot near_slot(const QueryNode& node, const Field* field) {
    if (node.kind == QueryKind::any_of) {
      TextSlot slot;
      for (const QueryNode& child : node.children) {
        const TextSlot more = near_slot(child, field);
        slot.surfaces.insert(slot.surfaces.end(), more.surfaces.begin(), more.surfaces.end());
        slot.stems.insert(slot.stems.end(), more.stems.begin(), more.stems.end());
      }
      return slot;
    }
    if (node.kind == QueryKind::wildcard) {
      TextSlot slot = wildcard_slot(node, field);
      note_clause(node.text, field, {{TermKind::surface, slot.surfaces}});
      return slot;
    }
    const bool exact = node.kind == QueryKind::exact || node.kind == QueryKind::phrase;
    const QueryWords words = exact || node.kind == QueryKind::word ? analyze_words(node.text) : QueryWords();
    if (!words.compound.empty()) return compound_slot(node, field, words);
    if (words.words.size() != 1) {
      throw not_supported(node,
                          "in this version nearness is between single words or (a OR b) of single words");
    }
    const QueryWord& word = words.words[0];
    if (exact) {
      note_clause(node.text, field, {{TermKind::surface, {word.surface}}});
      return TextQueries::exact(word);
    }
    note_clause(node.text, field, {{TermKind::stem, {word.stem}}});
    return texts_.stemmed(word);
  }

  // A compound stands whole at the position of its first part.
  TextSlot compound_slot(const QueryNode& node, const Field* field, const QueryWords& words) {
    TextSlot slot{{words.compound}, {}, false};
    std::vector<Slot> parts;
    for (const QueryWord& word : words.words) parts.push_back({TermKind::surface, {word.surface}});
    note_clause(node.text, field, std::move(parts));
    return slot;
  }

  // ---- fields ----

  std::optional<Part> build_field(const QueryNode& node) {
    const Field* field = find_field(node.name);
    if (!field) throw unknown_field(node);
    std::optional<Part> part = build_strictly(node.children[0], field);
    if (!part) return std::nullopt;
    part->said = node.name + ":" + said_within(*part, Grip::tight);
    part->grip = Grip::tight;
    return part;
  }

  static QueryError unknown_field(const QueryNode& node) {
    if (std::ranges::find(kLaterFields, node.name) != std::end(kLaterFields)) {
      return not_supported(node, "the field " + quoted(node.name) + " is not available in this version");
    }
    const std::string near = nearest_field(node.name);
    const std::string quotes = "to search for the words, put them in quotes";
    return QueryError("unknown_field", "unknown field " + quoted(node.name), node.begin,
                      near.empty() ? quotes : "did you mean " + quoted(near) + "?");
  }

  Part build_value(const QueryNode& node, const Field& field) {
    if (field.kind == FieldKind::number || field.kind == FieldKind::date) return build_range(node, field);
    const bool readable = node.kind == QueryKind::word || node.kind == QueryKind::phrase ||
                          node.kind == QueryKind::exact || node.kind == QueryKind::wildcard;
    if (!readable) {
      throw not_supported(node, quoted(std::string(field.name)) + " takes values, not ranges or nearness");
    }
    if (field.kind == FieldKind::unique_id) {
      if (node.kind == QueryKind::wildcard) throw not_supported(node, "a case number takes no wildcards");
      return build_case(node.text, field);
    }
    return build_labels(node.text, node.begin, field);
  }

  static Part build_case(const std::string& text, const Field& field) {
    std::vector<Query> terms;
    for (const std::string& spelling : case_spellings(text)) terms.emplace_back(value_term(field, spelling));
    return {unranked(Query(Query::OP_OR, terms.begin(), terms.end())), text};
  }

  Part build_labels(const std::string& text, std::size_t begin, const Field& field) {
    const ResolvedValues values = ValueResolver(field, segments_.values_of(field)).resolve(text, begin);
    std::vector<Part> parts;
    for (const std::string& label : values.labels) {
      const bool simple = label.find_first_of(" <>()\"&>,") == std::string::npos;
      parts.push_back({Query(value_term(field, label)), simple ? label : quoted(label)});
    }
    if (!values.exact)
      out_.expansions.push_back({std::string(field.name) + ":" + text, values.labels, "value"});
    Part part = joined(parts, Query::OP_OR, "OR", Grip::loose);
    part.query = unranked(part.query);
    return part;
  }

  // specialty:(pain medicine) is one value in several words.
  std::optional<Part> build_words_as_value(const QueryNode& node, const Field& field) {
    std::string text;
    for (const QueryNode& child : node.children) {
      if (child.kind != QueryKind::word) return std::nullopt;
      text += (text.empty() ? "" : " ") + child.text;
    }
    return build_labels(text, node.begin, field);
  }

  Part build_range(const QueryNode& node, const Field& field) {
    if (node.kind != QueryKind::range && node.kind != QueryKind::word) {
      throw not_supported(node, quoted(std::string(field.name)) + " takes a number, a date or a range");
    }
    auto* source = new ColumnSource(segments_, field, number_range(field, node));
    return {unranked(Query(source->release())), print_query(node)};
  }

  const OpenSegments& segments_;
  TextQueries texts_;
  Match match_;
  BuiltQuery out_;
  int negations_ = 0;
};

}  // namespace

BuiltQuery build_query(const QueryNode& tree, const OpenSegments& segments, Match match) {
  return Builder(segments, match).build(tree);
}

}  // namespace imr
