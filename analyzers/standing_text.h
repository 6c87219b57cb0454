// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/token.h"

namespace imr {

// What a rationale holds that was not written for this case. Byte ranges [begin, end), in order, none
// overlapping within each list.
struct StandingText {
  std::vector<std::pair<std::size_t, std::size_t>> recurring = {};  // sentences that many letters share
  std::vector<std::pair<std::size_t, std::size_t>> quoted = {};     // analyzers/quotations.h

  bool empty() const { return recurring.empty() && quoted.empty(); }
  bool covers(std::size_t at) const;

  friend bool operator==(const StandingText&, const StandingText&) = default;
};

// Whether a sentence of this fingerprint recurs.
using Recurs = std::function<bool(std::uint64_t fingerprint)>;

StandingText standing_text(std::string_view rationale, const Recurs& recurs);

// The same, where the index has marked the first words of the sentences that recur; `positions` ascend.
StandingText standing_text(std::string_view rationale, std::span<const Token> tokens,
                           std::span<const std::uint32_t> positions);

// Whether a sentence, though others have it too, says something of the worker or the records at hand.
bool speaks_of_case(std::string_view sentence);

}  // namespace imr
