// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_rule_reader.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "analyzers/data_tables.h"
#include "analyzers/table_images.h"

namespace imr {

extern const std::string_view kAssertionCuesTsv;

namespace {

constexpr std::size_t kLongestWord = 20;
constexpr std::size_t kMostBits = 32;

[[noreturn]] void reject(std::string_view what, std::string_view row) {
  throw std::logic_error("assertion_cues.tsv: " + std::string(what) + " in \"" + std::string(row) + "\"");
}

// The value beside `name` in a list of pairs.
template <typename Value, std::size_t Size>
const Value* named(const std::pair<std::string_view, Value> (&list)[Size], std::string_view name) {
  const auto found = std::ranges::find(list, name, &std::pair<std::string_view, Value>::first);
  return found == std::end(list) ? nullptr : &found->second;
}

constexpr std::pair<std::string_view, Assertion> kAssertions[] = {
    {"negated", Assertion::negated},
    {"possible", Assertion::possible},
    {"undocumented", Assertion::undocumented},
    {"other", Assertion::other},
};
constexpr std::pair<std::string_view, CueDirection> kDirections[] = {
    {"forward", CueDirection::forward},
    {"backward", CueDirection::backward},
    {"both", CueDirection::both},
    {"either", CueDirection::either},
};
constexpr std::pair<std::string_view, EndsScope> kEnds[] = {
    {"all", EndsScope::all},
    {"finding", EndsScope::finding},
    {"clause", EndsScope::clause},
    {"item", EndsScope::item},
};

}  // namespace

FlatImage AssertionRuleReader::read(std::string_view table) {
  for (const auto& row : table_rows(table, 4)) {
    if (row[1] == "group") {
      add_group(row);
    } else if (row[1] == "same") {
      add_contraction(row);
    } else {
      add_rule(row);
    }
  }
  for (const auto* name : {"@joins", "@alternatives", "@verbs", "@settings", "@links", "@auxiliaries",
                           "@pronouns", "@finite", "@told"})
    group_bit(name);
  return flatten();
}

void AssertionRuleReader::add_group(const Row& row) {
  auto& words = groups_[std::string(row[0])];
  words = split_words(row[2]);
}

void AssertionRuleReader::add_contraction(const Row& row) {
  const auto pair = split_words(row[2]);
  if (pair.size() != 2) reject("not two words", row[2]);
  const auto id = id_of(row[0]);
  const auto first = id_of(pair[0]);
  cues_[id] = {first, id_of(pair[1]), 0};
}

void AssertionRuleReader::add_rule(const Row& row) {
  AssertionRule rule;
  if (row[1] == "end") {
    const auto* ends = named(kEnds, row[2]);
    if (ends == nullptr) reject("unknown end", row[0]);
    rule.kind = CueKind::end;
    rule.ends = *ends;
  } else if (row[1] != "pseudo") {
    const auto* assertion = named(kAssertions, row[1]);
    const auto* direction = named(kDirections, row[2]);
    if (assertion == nullptr || direction == nullptr) reject("unknown assertion or direction", row[0]);
    rule.kind = CueKind::scope;
    rule.assertion = *assertion;
    rule.direction = *direction;
  }
  read_limits(row, rule);
  std::vector<Point> points = {{}};
  advance(read_cue_phrase(row[0], groups_), points);
  for (const auto& point : points) add_rule_at(point, rule);
}

void AssertionRuleReader::read_limits(const Row& row, AssertionRule& rule) {
  const auto words = split_words(row[3]);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words[i];
    if (word == "item") {
      rule.one_item = true;
    } else if (word == "fronted") {
      rule.fronted = true;
    } else if (word == "strong") {
      rule.strong = true;
    } else if (word == "phrase") {
      rule.in_phrase = true;
    } else if ((word == "after" || word == "unless") && i + 1 < words.size()) {
      (word == "after" ? rule.after : rule.unless) |= group_bit(words[++i]);
    } else if (std::from_chars(word.data(), word.data() + word.size(), rule.reach).ec != std::errc()) {
      reject("unknown limit", row[0]);
    }
  }
}

// Moves all points along the phrase; choices make more of them.
void AssertionRuleReader::advance(const CuePhrase& phrase, std::vector<Point>& points) {
  for (const auto& part : phrase) {
    if (!part.choices.empty()) {
      choose(part, points);
    } else if (part.word == ">") {
      for (auto& point : points) point.cue_size = point.size;
    } else if (part.word.front() == '@') {
      for (const auto& point : points) nodes_[point.node].fillers |= group_bit(part.word);
    } else {
      const auto id = id_of(part.word);
      for (auto& point : points) point = {child(point.node, id), point.size + 1U, point.cue_size};
    }
  }
}

void AssertionRuleReader::choose(const CuePart& part, std::vector<Point>& points) {
  std::vector<Point> chosen;
  for (const auto& choice : part.choices) {
    auto copy = points;
    advance(choice, copy);
    chosen.insert(chosen.end(), copy.begin(), copy.end());
  }
  points = std::move(chosen);
}

std::uint32_t AssertionRuleReader::child(std::uint32_t node, std::uint16_t id) {
  auto& edges = nodes_[node].edges;
  const auto place = std::ranges::lower_bound(edges, id, {}, &AssertionRules::Edge::id);
  if (place != edges.end() && place->id == id) return place->node;
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  edges.insert(place, {id, fresh});
  nodes_.emplace_back();
  return fresh;
}

void AssertionRuleReader::add_rule_at(const Point& point, AssertionRule rule) {
  rule.cue_size = static_cast<std::uint16_t>(point.cue_size != 0 ? point.cue_size : point.size);
  nodes_[point.node].rules.push_back(rule);
}

std::uint16_t AssertionRuleReader::id_of(std::string_view word) {
  const auto found = ids_.find(word);
  if (found != ids_.end()) return found->second;
  if (word.empty() || word.size() > kLongestWord) reject("a word of odd length", word);
  const auto id = static_cast<std::uint16_t>(cues_.size());
  words_.emplace_back(word);
  cues_.push_back({id, 0, 0});
  ids_.emplace(word, id);
  return id;
}

std::uint32_t AssertionRuleReader::group_bit(std::string_view name) {
  const auto bit_of = [&](auto place) { return std::uint32_t{1} << (place - bit_names_.begin()); };
  const auto known = std::ranges::find(bit_names_, name);
  if (known != bit_names_.end()) return bit_of(known);
  const auto group = groups_.find(name);
  if (group == groups_.end() || bit_names_.size() == kMostBits) reject("no such group", name);
  bit_names_.emplace_back(name);
  const auto bit = bit_of(bit_names_.end() - 1);
  for (const auto& word : group->second) cues_[id_of(word)].groups |= bit;
  return bit;
}

FlatImage AssertionRuleReader::flatten() const {
  std::vector<std::uint32_t> roots(cues_.size());
  for (const auto& [id, node] : nodes_[0].edges) roots[id] = node;
  std::vector<AssertionRules::Node> nodes;
  std::vector<AssertionRules::Edge> edges;
  std::vector<AssertionRule> rules;
  for (const auto& node : nodes_) {
    nodes.push_back({static_cast<std::uint32_t>(edges.size()), static_cast<std::uint16_t>(node.edges.size()),
                     static_cast<std::uint16_t>(node.rules.size()), node.fillers,
                     static_cast<std::uint32_t>(rules.size())});
    edges.insert(edges.end(), node.edges.begin(), node.edges.end());
    rules.insert(rules.end(), node.rules.begin(), node.rules.end());
  }
  FlatWriter image;
  WordIndex::write(words_, image);
  image.add(cues_);
  image.add(roots);
  image.add(nodes);
  image.add(edges);
  image.add(rules);
  WordIndex::write(bit_names_, image);
  return image.take();
}

FlatImage make_assertion_image() { return AssertionRuleReader().read(kAssertionCuesTsv); }

}  // namespace imr
