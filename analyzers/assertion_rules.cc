// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_rules.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "analyzers/cue_phrase.h"
#include "analyzers/data_tables.h"

namespace imr {

extern const std::string_view kAssertionCuesTsv;

namespace {

constexpr std::size_t kLongestWord = 20;

std::uint32_t hash_of(std::string_view term) {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  const auto part = std::min<std::size_t>(term.size(), 8);
  std::memcpy(&head, term.data(), part);
  std::memcpy(&tail, term.data() + term.size() - part, part);
  const auto mixed = (head ^ std::rotl(tail, 29) ^ term.size()) * 0x9E3779B97F4A7C15U;
  return static_cast<std::uint32_t>(mixed >> 32) | 1U;
}

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

// Reads the table into rules.
class RuleReader {
 public:
  explicit RuleReader(AssertionRules& rules) : rules_(rules) {}

  void read(std::string_view table) {
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

 private:
  using Row = std::vector<std::string_view>;
  struct Building {
    std::map<std::uint16_t, std::uint32_t> next = {};
    std::vector<AssertionRule> rules = {};
    std::uint32_t fillers = 0;
  };

  void add_group(const Row& row) {
    auto& words = groups_[std::string(row[0])];
    for (const auto word : split_words(row[2])) words.emplace_back(word);
  }

  void add_contraction(const Row& row) {
    const auto pair = split_words(row[2]);
    if (pair.size() != 2) reject("not two words", row[2]);
    const auto id = id_of(row[0]);
    const auto first = id_of(pair[0]);
    rules_.by_id_[id] = {first, id_of(pair[1]), 0};
  }

  void add_rule(const Row& row) {
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
    for (const auto& phrase : expand_cue_phrase(row[0], groups_)) add_phrase(phrase, rule);
  }

  void read_limits(const Row& row, AssertionRule& rule) {
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

  void add_phrase(const CuePhrase& phrase, AssertionRule rule) {
    std::uint32_t node = 0;
    for (const auto& word : phrase.words) {
      if (!word.fillers.empty()) nodes_[node].fillers |= group_bit(word.fillers);
      auto& next = nodes_[node].next[id_of(word.text)];
      if (next == 0) {
        next = static_cast<std::uint32_t>(nodes_.size());
        node = next;
        nodes_.emplace_back();
      } else {
        node = next;
      }
    }
    rule.cue_size = static_cast<std::uint8_t>(phrase.cue_size);
    nodes_[node].rules.push_back(rule);
  }

  std::uint16_t id_of(std::string_view word) {
    const auto found = ids_.find(word);
    if (found != ids_.end()) return found->second;
    if (word.empty() || word.size() > kLongestWord) reject("a word of odd length", word);
    const auto id = static_cast<std::uint16_t>(rules_.words_.size());
    rules_.words_.emplace_back(word);
    rules_.by_id_.push_back({id, 0, 0});
    ids_.emplace(word, id);
    return id;
  }

  std::uint32_t group_bit(std::string_view name) {
    const auto known = rules_.group_bits_.find(name);
    if (known != rules_.group_bits_.end()) return known->second;
    const auto group = groups_.find(name);
    if (group == groups_.end() || rules_.group_bits_.size() == 32) reject("no such group", name);
    const auto bit = std::uint32_t{1} << rules_.group_bits_.size();
    rules_.group_bits_.emplace(name, bit);
    for (const auto& word : group->second) rules_.by_id_[id_of(word)].groups |= bit;
    return bit;
  }

  void flatten() {
    rules_.roots_.resize(rules_.words_.size());
    for (const auto& [id, node] : nodes_[0].next) rules_.roots_[id] = node;
    for (const auto& node : nodes_) {
      rules_.nodes_.push_back({static_cast<std::uint32_t>(rules_.edges_.size()),
                               static_cast<std::uint16_t>(node.next.size()),
                               static_cast<std::uint16_t>(node.rules.size()), node.fillers,
                               static_cast<std::uint32_t>(rules_.rules_.size())});
      for (const auto& [id, next] : node.next) rules_.edges_.push_back({id, next});
      rules_.rules_.insert(rules_.rules_.end(), node.rules.begin(), node.rules.end());
    }
  }

  AssertionRules& rules_;
  CueGroups groups_;
  std::map<std::string, std::uint16_t, std::less<>> ids_;
  std::vector<Building> nodes_ = {{}};
};

AssertionRules::AssertionRules(std::string_view table) {
  RuleReader(*this).read(table);
  index_words();
}

// Open addressing; the words are few, so most look-ups end at an empty slot.
void AssertionRules::index_words() {
  slots_.resize(std::bit_ceil(words_.size() * 4));
  for (std::size_t id = 1; id < words_.size(); ++id) {
    const auto hash = hash_of(words_[id]);
    auto at = hash & (slots_.size() - 1);
    while (slots_[at].hash != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, by_id_[id], static_cast<std::uint32_t>(id)};
  }
}

CueWord AssertionRules::word(std::string_view term) const {
  if (term.empty() || term.size() > kLongestWord) return {};
  const auto hash = hash_of(term);
  for (auto at = hash & (slots_.size() - 1); slots_[at].hash != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash == hash && words_[slots_[at].text] == term) return slots_[at].word;
  }
  return {};
}

std::uint32_t AssertionRules::group(std::string_view name) const {
  const auto found = group_bits_.find(name);
  return found == group_bits_.end() ? 0U : found->second;
}

std::uint32_t AssertionRules::step(std::uint32_t node, std::uint16_t id) const {
  if (node == 0) return roots_[id];
  const auto edges = std::span(edges_).subspan(nodes_[node].first_edge, nodes_[node].edges);
  const auto found = std::ranges::lower_bound(edges, id, {}, &Edge::id);
  return found != edges.end() && found->id == id ? found->node : 0;
}

AssertionRules::PhraseRules AssertionRules::rules_at(std::uint32_t node) const {
  return std::span(rules_).subspan(nodes_[node].first_rule, nodes_[node].rules);
}

const AssertionRules& assertion_rules() {
  static const AssertionRules rules(kAssertionCuesTsv);
  return rules;
}

}  // namespace imr
