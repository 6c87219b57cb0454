// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/open_segments.h"

namespace imr {

// The surface terms of the index that have a stem, the stem itself included if it is one.
std::vector<std::string> surfaces_of_stem(const OpenSegments& segments, const std::string& stem);

// The surface terms of these fields that a pattern with * and ? matches, in order, at most `limit` + 1; with
// `words_only` none that holds a digit.
std::vector<std::string> matching_surfaces(const OpenSegments& segments,
                                           const std::vector<std::string>& fields, std::string_view pattern,
                                           std::size_t limit, bool words_only = false);

// Whether `text` matches a pattern: * any number of characters, ? one (a byte sequence of UTF-8).
bool matches_pattern(std::string_view pattern, std::string_view text);

}  // namespace imr
