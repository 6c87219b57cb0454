// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace imr {

// The sentences of a running text as byte ranges [begin, end), in order, without blanks around them; the
// closing mark is inside. Together they cover all of the text but blanks.
//
// A sentence ends at a full stop, question or exclamation mark (with closing quotes and brackets) before a
// blank and anything but a small letter, and at an empty line. It does not end at abbreviations
// ("Dr.", "No.", "vs.", "e.g."), initials, decimals, or the number of a list item ("1.", "1)"). A missing
// blank after the full stop ("weeks.The") is forgiven. Line ends count as blanks.
std::vector<std::pair<std::size_t, std::size_t>> sentences_of(std::string_view text);

}  // namespace imr
