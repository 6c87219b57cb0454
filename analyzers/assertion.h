// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace imr {

// How a text means what it names.
enum class Assertion : std::uint8_t {
  affirmed,
  negated,       // said to be absent: "denies", "no evidence of"
  possible,      // suspected, to be ruled out
  undocumented,  // the record is said to lack it: "no documentation of"
  other,         // said of someone or something else: family, guidelines, a hypothetical
};

std::string_view name_of(Assertion assertion);

// Bytes [begin, end) of a text that a cue makes negated, possible, undocumented or other. They begin and end
// with a word. The cue, bytes [cue_begin, cue_end), stands before or behind them; of a long quotation,
// sentences before.
struct AssertionScope {
  std::size_t begin = 0;
  std::size_t end = 0;
  Assertion assertion = Assertion::affirmed;
  std::size_t cue_begin = 0;
  std::size_t cue_end = 0;

  friend bool operator==(const AssertionScope&, const AssertionScope&) = default;
};

// The scopes of a text in order, none overlapping; what lies in none is affirmed.
// The rules are those of assertion_cues.tsv; docs/assertion.md explains them.
std::vector<AssertionScope> assertion_scopes(std::string_view text);

// A word of a text: bytes [begin, end), and the term for them, case folded. Compounds ("EMG/NCV") are given
// as their parts only.
struct AssertionWord {
  std::string_view term;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// As assertion_scopes, for a text whose words are known already: `words` are all of them, in order. Appends.
void append_assertion_scopes(std::string_view text, std::span<const AssertionWord> words,
                             std::vector<AssertionScope>& scopes);

}  // namespace imr
