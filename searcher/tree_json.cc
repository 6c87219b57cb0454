// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/tree_json.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "searcher/query_error.h"

namespace imr {

namespace {

using Json = nlohmann::json;

enum class Content : std::uint8_t { none, text, range, field, one, two, several };

struct Kind {
  QueryKind kind;
  std::string_view name;
  Content content;
};

constexpr Kind kKinds[] = {
    {QueryKind::nothing, "nothing", Content::none},
    {QueryKind::word, "word", Content::text},
    {QueryKind::exact, "exact", Content::text},
    {QueryKind::wildcard, "wildcard", Content::text},
    {QueryKind::phrase, "phrase", Content::text},
    {QueryKind::range, "range", Content::range},
    {QueryKind::field, "field", Content::field},
    {QueryKind::juxtaposition, "juxtaposition", Content::several},
    {QueryKind::all_of, "all_of", Content::several},
    {QueryKind::any_of, "any_of", Content::several},
    {QueryKind::negation, "negation", Content::one},
    {QueryKind::near, "near", Content::two},
    {QueryKind::same_sentence, "same_sentence", Content::two},
    {QueryKind::same_paragraph, "same_paragraph", Content::two},
};

const Kind& kind_of(QueryKind kind) { return *std::ranges::find(kKinds, kind, &Kind::kind); }

nlohmann::ordered_json bound_json(const std::string& bound) {
  return bound.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(bound);
}

[[noreturn]] void refuse(const std::string& message, const std::string& pointer, const std::string& hint) {
  throw QueryError("bad_request", message, QueryError::kNoOffset, hint, pointer);
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

bool is_typed_so(const QueryNode& tree) {
  try {
    return parse_query(print_query(tree)) == tree;
  } catch (const QueryError&) {
    return false;
  }
}

// Reads one node and those below it.
class TreeReader {
 public:
  QueryNode read(const Json& json, const std::string& pointer);

 private:
  using Keys = std::initializer_list<std::string_view>;

  const Kind& read_kind(const Json& json, const std::string& pointer) const;
  void read_content(const Kind& kind, const Json& json, const std::string& pointer, QueryNode& node);
  void read_field(const Json& json, const std::string& pointer, QueryNode& node);
  void read_children(const Json& json, const std::string& pointer, std::size_t least, std::size_t most,
                     QueryNode& node);
  void read_distance(const Json& json, const std::string& pointer, QueryNode& node) const;
  void check_leaf(const QueryNode& node, const std::string& pointer) const;

  static void check_keys(const Json& json, const std::string& pointer, Keys known);
  static std::string text(const Json& json, const std::string& pointer, const char* key);
  static std::string bound(const Json& json, const std::string& pointer, const char* key);
  static bool flag(const Json& json, const std::string& pointer, const char* key);

  enum class Place : std::uint8_t { outside, value, within };
  Place place_ = Place::outside;  // of a field
};

const Kind& TreeReader::read_kind(const Json& json, const std::string& pointer) const {
  const std::string hint = "such as {\"kind\": \"word\", \"text\": \"mri\"}";
  if (!json.is_object()) refuse("a part of a query must be an object", pointer, hint);
  const std::string name = text(json, pointer, "kind");
  const Kind* found = std::ranges::find(kKinds, name, &Kind::name);
  if (found != std::end(kKinds)) return *found;
  std::string names;
  for (const Kind& kind : kKinds) names += (names.empty() ? "" : ", ") + std::string(kind.name);
  refuse("no kind " + in_quotes(name), pointer + "/kind", names);
}

QueryNode TreeReader::read(const Json& json, const std::string& pointer) {
  const Kind& kind = read_kind(json, pointer);
  QueryNode node{.kind = kind.kind};
  if (kind.content != Content::field && kind.content < Content::one) {
    read_content(kind, json, pointer, node);
    check_leaf(node, pointer);
    return node;
  }
  const Place before = place_;
  if (place_ == Place::value) place_ = Place::within;
  read_content(kind, json, pointer, node);
  place_ = before;
  return node;
}

void TreeReader::read_content(const Kind& kind, const Json& json, const std::string& pointer,
                              QueryNode& node) {
  switch (kind.content) {
    case Content::none:
      return check_keys(json, pointer, {"kind"});
    case Content::text:
      check_keys(json, pointer, {"kind", "text"});
      node.text = text(json, pointer, "text");
      return;
    case Content::range:
      check_keys(json, pointer, {"kind", "low", "high", "low_excluded", "high_excluded"});
      node.low = bound(json, pointer, "low");
      node.high = bound(json, pointer, "high");
      node.low_excluded = flag(json, pointer, "low_excluded");
      node.high_excluded = flag(json, pointer, "high_excluded");
      return;
    case Content::field:
      return read_field(json, pointer, node);
    case Content::one:
      check_keys(json, pointer, {"kind", "children"});
      return read_children(json, pointer, 1, 1, node);
    case Content::two:
      if (kind.kind == QueryKind::near) read_distance(json, pointer, node);
      if (kind.kind != QueryKind::near) check_keys(json, pointer, {"kind", "children"});
      return read_children(json, pointer, 2, 2, node);
    case Content::several:
      check_keys(json, pointer, {"kind", "children"});
      return read_children(json, pointer, 2, SIZE_MAX, node);
  }
}

void TreeReader::read_field(const Json& json, const std::string& pointer, QueryNode& node) {
  check_keys(json, pointer, {"kind", "name", "children"});
  node.name = text(json, pointer, "name");
  QueryNode named = node;
  named.children.push_back({.kind = QueryKind::word, .text = "a"});
  if (!is_typed_so(named)) {
    refuse(in_quotes(node.name) + " is no name of a field", pointer + "/name",
           "imr-search fields lists them");
  }
  if (place_ != Place::outside) {
    refuse("the field " + in_quotes(node.name) + " inside a field", pointer, "put the fields side by side");
  }
  place_ = Place::value;
  read_children(json, pointer, 1, 1, node);
}

void TreeReader::read_children(const Json& json, const std::string& pointer, std::size_t least,
                               std::size_t most, QueryNode& node) {
  const std::string at = pointer + "/children";
  const auto children = json.find("children");
  const std::size_t count = children != json.end() && children->is_array() ? children->size() : 0;
  if (count < least || count > most) {
    const std::string number = std::to_string(least) + (most > least ? " or more" : "");
    refuse("\"children\" must be a list of " + number, children == json.end() ? pointer : at,
           "one child needs no list around it, none says nothing");
  }
  for (std::size_t i = 0; i < count; ++i) {
    node.children.push_back(read((*children)[i], at + "/" + std::to_string(i)));
  }
}

void TreeReader::read_distance(const Json& json, const std::string& pointer, QueryNode& node) const {
  constexpr unsigned kMost = 1000;
  check_keys(json, pointer, {"kind", "distance", "ordered", "children"});
  const auto distance = json.find("distance");
  const bool counts = distance != json.end() && distance->is_number_unsigned();
  const std::uint64_t words = counts ? distance->get<std::uint64_t>() : 0;
  if (words == 0 || words > kMost) {
    refuse("\"distance\" must be a whole number from 1 to " + std::to_string(kMost),
           distance == json.end() ? pointer : pointer + "/distance", "5: at most five words apart");
  }
  node.distance = static_cast<unsigned>(words);
  node.ordered = flag(json, pointer, "ordered");
}

// A leaf must be readable where it stands: what is a word alone may be an operator or a range in a field.
void TreeReader::check_leaf(const QueryNode& node, const std::string& pointer) const {
  if (node.kind == QueryKind::nothing) refuse("nothing stands only by itself", pointer, "leave it out");
  QueryNode typed = node;
  if (place_ == Place::within)
    typed = {.kind = QueryKind::any_of, .children = {node, {.kind = QueryKind::word, .text = "a"}}};
  if (place_ != Place::outside)
    typed = {.kind = QueryKind::field, .name = "field", .children = {std::move(typed)}};
  if (is_typed_so(typed)) return;
  const std::string kind(kind_of(node.kind).name);
  if (node.kind == QueryKind::range) {
    refuse("this is no range, or no field stands before it", pointer,
           "put it into a field, with one bound or two, and only a bound that is alone excluded");
  }
  refuse(in_quotes(node.text) + " is no " + kind, pointer + "/text",
         node.kind == QueryKind::phrase ? "a phrase holds a word and no quotes"
                                        : "make it a phrase, or several words");
}

void TreeReader::check_keys(const Json& json, const std::string& pointer, Keys known) {
  for (const auto& [key, value] : json.items()) {
    if (std::ranges::find(known, key) != known.end()) continue;
    std::string names;
    for (const std::string_view name : known) names += (names.empty() ? "" : ", ") + std::string(name);
    refuse("no key " + in_quotes(key) + " here", pointer, names);
  }
}

std::string TreeReader::text(const Json& json, const std::string& pointer, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) refuse(in_quotes(key) + " is missing", pointer, "a string");
  if (!found->is_string()) refuse(in_quotes(key) + " must be a string", pointer + "/" + key, "a string");
  return found->get<std::string>();
}

std::string TreeReader::bound(const Json& json, const std::string& pointer, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return {};
  if (found->is_number_integer()) return found->dump();
  return text(json, pointer, key);
}

bool TreeReader::flag(const Json& json, const std::string& pointer, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return false;
  if (!found->is_boolean())
    refuse(in_quotes(key) + " must be true or false", pointer + "/" + key, "true or false");
  return found->get<bool>();
}

}  // namespace

nlohmann::ordered_json tree_json(const QueryNode& tree) {
  const Kind& kind = kind_of(tree.kind);
  nlohmann::ordered_json json = {{"kind", kind.name}};
  if (kind.content == Content::text) json["text"] = tree.text;
  if (kind.content == Content::field) json["name"] = tree.name;
  if (kind.content == Content::range) {
    json["low"] = bound_json(tree.low);
    json["high"] = bound_json(tree.high);
    json["low_excluded"] = tree.low_excluded;
    json["high_excluded"] = tree.high_excluded;
  }
  if (tree.kind == QueryKind::near) {
    json["distance"] = tree.distance;
    json["ordered"] = tree.ordered;
  }
  if (kind.content < Content::field) return json;
  json["children"] = nlohmann::ordered_json::array();
  for (const QueryNode& child : tree.children) json["children"].push_back(tree_json(child));
  return json;
}

QueryNode read_tree(const nlohmann::json& json, const std::string& pointer) {
  if (json == Json{{"kind", "nothing"}}) return {};
  QueryNode tree = TreeReader().read(json, pointer);
  try {
    if (parse_query(print_query(tree)) == tree) return tree;
  } catch (const QueryError& error) {
    refuse(error.what(), pointer, error.hint());
  }
  refuse("no text says the same as this query", pointer, "the text nearest to it is " + print_query(tree));
}

std::string tree_pointer(const QueryNode& tree, std::size_t offset, const std::string& pointer) {
  for (std::size_t i = 0; i < tree.children.size(); ++i) {
    const QueryNode& child = tree.children[i];
    if (child.begin <= offset && offset < child.end)
      return tree_pointer(child, offset, pointer + "/children/" + std::to_string(i));
  }
  return pointer;
}

}  // namespace imr
