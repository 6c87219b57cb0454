// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/assertion.h"

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
  std::uint8_t cue_size =
      0;                   // words of the phrase that are the cue, fillers apart; the others are in its scope
  std::uint8_t reach = 0;  // words at most; 0: as far as the clause goes
  bool in_phrase = false;  // its scope ends before the last word of the phrase
  bool one_item = false;   // a comma ends it
  bool fronted = false;    // where it begins a sentence, a comma ends it, but none in a list
  bool strong = false;     // takes over from every scope that is open
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

  [[nodiscard]] CueWord word(std::string_view term) const;
  [[nodiscard]] CueWord word_of(std::uint16_t id) const { return words_[id].cue; }

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
  static constexpr std::size_t kLongestWord = 20;
  struct Known {
    CueWord cue = {};
    std::uint8_t size = 0;
    std::array<char, kLongestWord> text = {};
    [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
  };
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint16_t edges = 0;
    std::uint16_t rules = 0;
    std::uint32_t fillers = 0;
    std::uint32_t first_rule = 0;
  };
  struct Edge {
    std::uint16_t id;
    std::uint32_t node;
  };

  void index_words();

  [[nodiscard]] std::uint32_t next_of(const Node& node, std::uint16_t id) const;

  std::vector<Known> words_ = {{}};  // by id
  // A hash table of the words, small enough for the fastest cache: tags (0: empty), and ids beside them.
  std::vector<std::uint16_t> tags_;
  std::vector<std::uint16_t> ids_;
  std::vector<std::uint32_t> roots_;  // by id
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<AssertionRule> rules_;
  std::map<std::string, std::uint32_t, std::less<>> group_bits_;
};

// The compiled-in table, read once.
const AssertionRules& assertion_rules();

}  // namespace imr
