// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "analyzers/concept_finder.h"

namespace imr {

// What the analyzer makes of a text: each word with its class, position, bytes, stem, the concepts and spinal
// segments that begin at it, what is said of it and by which cue, and the steps that made it so.

// A line a word.
std::string token_lines(std::string_view text, Typing typing);

// {"text", "tokens": [{"term", "surface", "begin", ...}]}, as docs/response.md has it.
nlohmann::ordered_json token_json(std::string_view text, Typing typing);

}  // namespace imr
