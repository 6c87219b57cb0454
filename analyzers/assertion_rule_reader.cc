// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_rule_reader.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "analyzers/data_tables.h"

namespace imr {
namespace {

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

void AssertionRuleReader::read(std::string_view table) {
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
  flatten();
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
  rules_.words_[id].cue = {first, id_of(pair[1]), 0};
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
  rule.cue_size = static_cast<std::uint8_t>(point.cue_size != 0 ? point.cue_size : point.size);
  nodes_[point.node].rules.push_back(rule);
}

std::uint16_t AssertionRuleReader::id_of(std::string_view word) {
  const auto found = ids_.find(word);
  if (found != ids_.end()) return found->second;
  if (word.empty() || word.size() > AssertionRules::kLongestWord) reject("a word of odd length", word);
  const auto id = static_cast<std::uint16_t>(rules_.words_.size());
  auto& known = rules_.words_.emplace_back();
  known.cue.id = id;
  known.size = static_cast<std::uint8_t>(word.copy(known.text.data(), word.size()));
  ids_.emplace(word, id);
  return id;
}

std::uint32_t AssertionRuleReader::group_bit(std::string_view name) {
  const auto known = rules_.group_bits_.find(name);
  if (known != rules_.group_bits_.end()) return known->second;
  const auto group = groups_.find(name);
  if (group == groups_.end() || rules_.group_bits_.size() == 32) reject("no such group", name);
  const auto bit = std::uint32_t{1} << rules_.group_bits_.size();
  rules_.group_bits_.emplace(name, bit);
  for (const auto& word : group->second) rules_.words_[id_of(word)].cue.groups |= bit;
  return bit;
}

void AssertionRuleReader::flatten() {
  rules_.roots_.resize(rules_.words_.size());
  for (const auto& [id, node] : nodes_[0].edges) rules_.roots_[id] = node;
  for (const auto& node : nodes_) {
    rules_.nodes_.push_back({static_cast<std::uint32_t>(rules_.edges_.size()),
                             static_cast<std::uint16_t>(node.edges.size()),
                             static_cast<std::uint16_t>(node.rules.size()), node.fillers,
                             static_cast<std::uint32_t>(rules_.rules_.size())});
    rules_.edges_.insert(rules_.edges_.end(), node.edges.begin(), node.edges.end());
    rules_.rules_.insert(rules_.rules_.end(), node.rules.begin(), node.rules.end());
  }
}

}  // namespace imr
