// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"
#include "searcher/open_segments.h"

namespace imr {

// The surface terms of the index that have a stem, the stem itself included if it is one.
std::vector<std::string> surfaces_of_stem(const OpenSegments& segments, const std::string& stem);

// The stems of a surface term of the index.
std::vector<std::string> stems_of_surface(const OpenSegments& segments, std::string_view surface);

// In how many issues a word, meaning or mark stands: in one text field, or in any of the searched ones
// (null).
std::uint64_t issues_with(const OpenSegments& segments, const Field* field, std::string_view word);

// The surface terms of a text field, or of the searched ones (null), that a pattern with * and ? matches, in
// order, at most `limit` + 1; with `words_only` none that holds a digit.
std::vector<std::string> matching_surfaces(const OpenSegments& segments, const Field* field,
                                           std::string_view pattern, std::size_t limit,
                                           bool words_only = false);

// Whether `text` matches a pattern: * any number of characters, ? one (a byte sequence of UTF-8).
bool matches_pattern(std::string_view pattern, std::string_view text);

}  // namespace imr
