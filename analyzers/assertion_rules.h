// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "analyzers/assertion.h"
#include "analyzers/flat_image.h"
#include "analyzers/word_index.h"

// The rules of assertion_cues.tsv. Private to analyzers/.
namespace imr {

enum class CueKind : std::uint8_t { scope, pseudo, end };

// Where the scope of a cue lies: behind it, before it, both, or behind it if its clause goes on, else before
// it.
enum class CueDirection : std::uint8_t { forward, backward, both, either };

// What a scope end ends: every scope; any but `other`; these where a clause begins with it; these where a
// further item of a list begins with it.
enum class EndsScope : std::uint8_t { all, finding, clause, item };

struct AssertionRule {
  CueKind kind = CueKind::pseudo;
  Assertion assertion = Assertion::affirmed;
  CueDirection direction = CueDirection::forward;
  EndsScope ends = EndsScope::all;
  std::uint16_t cue_size =
      0;  // words of the phrase that are the cue, fillers apart; the others are in its scope
  std::uint16_t reach = 0;   // words at most; 0: as far as the clause goes
  bool in_phrase = false;    // its scope ends before the last word of the phrase
  bool one_item = false;     // a comma ends it
  bool fronted = false;      // where it begins a sentence, a comma ends it, but none in a list
  bool strong = false;       // takes over from every scope that is open
  std::uint32_t after = 0;   // groups of which a word must stand before it in its clause
  std::uint32_t unless = 0;  // groups of which none may
};

// A word of the table as a number; 0 is a word that is not in it. "doesn't" is two, "does" and "not".
struct CueWord {
  std::uint16_t id = 0;
  std::uint16_t second = 0;
  std::uint32_t groups = 0;  // those that conditions name, as bits
};

class AssertionRules {
 public:
  explicit AssertionRules(std::string_view table);  // throws std::logic_error if it is malformed
  explicit AssertionRules(FlatView image);          // which must outlive it
  AssertionRules(const AssertionRules&) = delete;
  AssertionRules& operator=(const AssertionRules&) = delete;

  [[nodiscard]] CueWord word(std::string_view term) const { return cues_[words_.find(term)]; }
  [[nodiscard]] CueWord word_of(std::uint16_t id) const { return cues_[id]; }

  // The bit of a group that conditions, or the code, name.
  [[nodiscard]] std::uint32_t group(std::string_view name) const;

  // The rules of one phrase, in the order of the table; the first whose condition holds counts.
  using PhraseRules = std::span<const AssertionRule>;

  // The node behind `id` from `node` (0: the beginning), 0 if no phrase goes on so; and its rules.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint16_t id) const {
    return node == 0 ? roots_[id] : next_of(nodes_[node], id);
  }
  // Groups whose words may fill the place behind the node.
  [[nodiscard]] std::uint32_t fillers_at(std::uint32_t node) const { return nodes_[node].fillers; }
  [[nodiscard]] PhraseRules rules_at(std::uint32_t node) const {
    return {rules_.data() + nodes_[node].first_rule, nodes_[node].rules};
  }

 private:
  friend class AssertionRuleReader;
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint16_t edges = 0;
    std::uint16_t rules = 0;
    std::uint32_t fillers = 0;
    std::uint32_t first_rule = 0;
  };
  struct Edge {
    std::uint32_t id;
    std::uint32_t node;
  };

  void read(FlatReader image);
  [[nodiscard]] std::uint32_t next_of(const Node& node, std::uint16_t id) const;

  FlatImage own_;  // where the tables lie that are none of the program's
  WordIndex words_;
  std::span<const CueWord> cues_;         // by id
  std::span<const std::uint32_t> roots_;  // by id
  std::span<const Node> nodes_;
  std::span<const Edge> edges_;
  std::span<const AssertionRule> rules_;
  WordIndex groups_;  // the bit of a group is that of its number less one
};

// The compiled-in table.
const AssertionRules& assertion_rules();

}  // namespace imr
