// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/assertion_rules.h"
#include "analyzers/cue_phrase.h"

// Private to analyzers/.
namespace imr {

// Reads assertion_cues.tsv into the image of its rules, a tree of words.
class AssertionRuleReader {
 public:
  FlatImage read(std::string_view table);  // throws std::logic_error if it is malformed

 private:
  using Row = std::vector<std::string_view>;
  // A place in the tree while a phrase is added: the words so far, and those of the cue if it has ended.
  struct Point {
    std::uint32_t node = 0;
    std::uint32_t size = 0;
    std::uint32_t cue_size = 0;
  };
  struct Building {
    std::vector<AssertionRules::Edge> edges = {};  // by id
    std::vector<AssertionRule> rules = {};
    std::uint32_t fillers = 0;
  };

  void add_group(const Row& row);
  void add_contraction(const Row& row);
  void add_rule(const Row& row);
  void read_limits(const Row& row, AssertionRule& rule);
  void advance(const CuePhrase& phrase, std::vector<Point>& points);
  void choose(const CuePart& part, std::vector<Point>& points);
  std::uint32_t child(std::uint32_t node, std::uint16_t id);
  void add_rule_at(const Point& point, AssertionRule rule);
  std::uint16_t id_of(std::string_view word);
  std::uint32_t group_bit(std::string_view name);
  [[nodiscard]] FlatImage flatten() const;

  CueGroups groups_;
  std::map<std::string, std::uint16_t, std::less<>> ids_;
  std::vector<std::string> words_;      // by id, from 1 on
  std::vector<CueWord> cues_ = {{}};    // by id
  std::vector<std::string> bit_names_;  // groups that have a bit
  std::vector<Building> nodes_ = {{}};
};

}  // namespace imr
