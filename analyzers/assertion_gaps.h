// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Private to analyzers/.
namespace imr {

// What stands between two words and matters to scopes.
constexpr unsigned kComma = 1;
constexpr unsigned kBreak = 2;  // ; a bullet
constexpr unsigned kColon = 4;  // also a dash with blanks around it
constexpr unsigned kOpen = 8;
constexpr unsigned kClose = 16;
constexpr unsigned kQuoteOpens = 32;
constexpr unsigned kQuoteCloses = 64;
constexpr unsigned kStop = 128;  // a full stop that ends no sentence, as in "No. 5"
constexpr unsigned kAnyMark = kComma | kBreak | kColon | kOpen | kClose | kStop;

// The marks in [begin, end) of `text`, as flags.
std::uint8_t assertion_gap(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace imr
