// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/assertion.h"
#include "analyzers/assertion_rules.h"

// Private to analyzers/.
namespace imr {

// Finds the scopes of one text, a sentence at a time. One scope at most is open; a cue, an end or the
// sentence's end closes it.
class AssertionScanner {
 public:
  AssertionScanner(std::string_view text, std::span<const AssertionWord> words,
                   std::vector<AssertionScope>& scopes);
  void scan();

 private:
  // A word of the sentence; "doesn't" makes two of one word.
  struct Item {
    CueWord cue;
    std::uint32_t word = 0;  // of words_
    std::uint8_t gap = 0;    // before it
  };
  struct Match {
    const AssertionRule* rule = nullptr;
    std::size_t cue_end = 0;  // items
    std::size_t end = 0;
  };
  // The words of a phrase so far, fillers apart: where each ends, as an item; the first is not used.
  struct Path {
    std::array<std::size_t, 13> ends = {};
    std::size_t size = 0;
  };
  struct Open {
    Assertion assertion = Assertion::affirmed;
    std::size_t cue_begin = 0;  // bytes
    std::size_t cue_end = 0;
    std::size_t first = 0;  // word
    std::size_t limit = 0;  // the first word out of reach
    int depth = 0;          // brackets open at the cue
    bool one_item = false;
    bool fronted = false;
    bool strong = false;
    bool quoted = false;  // a quotation is open: nothing else ends it
  };

  void read_items(std::size_t sentence_end);
  void scan_sentence();
  void pass_gap(std::size_t at);
  [[nodiscard]] bool ends_at_mark(std::size_t at) const;
  [[nodiscard]] Match match_at(std::size_t at) const;
  void follow(Path& path, std::uint32_t node, std::size_t item, Match& found) const;
  void take_longer(const Path& path, std::uint32_t node, Match& found) const;
  [[nodiscard]] bool holds(const AssertionRule& rule) const;
  void apply(std::size_t at, const Match& match);
  void apply_end(std::size_t at, const AssertionRule& rule);
  void apply_cue(std::size_t at, const Match& match);
  [[nodiscard]] CueDirection direction_of(std::size_t at, const Match& match) const;
  void go_forward(std::size_t at, const Match& match);
  void go_back(std::size_t at, const Match& match);
  void give_back(std::size_t first);
  [[nodiscard]] std::pair<std::size_t, std::size_t> spoken_of(std::size_t at) const;
  [[nodiscard]] std::size_t reach_back(std::size_t at, const AssertionRule& rule) const;
  [[nodiscard]] bool is_list_before(std::size_t comma, std::size_t end) const;
  [[nodiscard]] bool may_open(std::size_t at, const AssertionRule& rule) const;
  [[nodiscard]] bool begins_clause(std::size_t at) const;
  [[nodiscard]] bool begins_statement(std::size_t at) const;
  [[nodiscard]] bool begins_item(std::size_t at) const;
  [[nodiscard]] bool is_in(std::size_t at, std::uint32_t groups) const;
  void close(std::size_t end_word);
  void emit(const Open& scope, std::size_t first, std::size_t end_word);

  const AssertionRules& rules_ = assertion_rules();
  std::string_view text_;
  std::span<const AssertionWord> words_;
  std::vector<AssertionScope>& scopes_;

  std::vector<Item> items_;    // of the sentence
  std::size_t next_word_ = 0;  // the first that is not in items_ yet
  std::optional<Open> open_;
  std::size_t free_ = 0;      // the first word of the sentence that a scope may still take
  std::uint32_t groups_ = 0;  // of the words of the clause so far
  int depth_ = 0;
  std::size_t barrier_ = 0;  // the item before which no cue looks back
  std::uint32_t joins_, alternatives_, verbs_, settings_, links_, auxiliaries_, pronouns_, finite_, told_;
  std::uint32_t subjects_;  // tests and records: another clause may have another
};

}  // namespace imr
