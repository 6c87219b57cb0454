// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace imr {

// Text cleaned of what a terminal would obey and a parser would refuse, its marks moved along.

using ByteRanges = std::vector<std::pair<std::size_t, std::size_t>>;

// UTF-8 with byte ranges to mark, in order, not overlapping.
struct MarkedText {
  std::string text;
  ByteRanges marks = {};
  friend bool operator==(const MarkedText&, const MarkedText&) = default;
};

// `text` with what is not UTF-8 replaced by U+FFFD. Marks move along, grow to whole characters and are
// cut at the end of the text.
MarkedText valid_utf8(std::string_view text, const ByteRanges& marks = {});

// `text` as it may reach a terminal: valid UTF-8, every run of blanks and line ends one space, none at the
// ends, and U+FFFD for control characters (C0, DEL, C1) and those that reverse the direction of writing.
// Marks move along; those that overlap or have only a blank between them become one.
MarkedText printable(std::string_view text, const ByteRanges& marks = {});

// `text` as valid UTF-8 with its blanks and line ends kept, other control characters replaced as above.
std::string without_controls(std::string_view text);

}  // namespace imr
