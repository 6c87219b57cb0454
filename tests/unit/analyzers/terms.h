// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"

namespace imr {

// The tokenizer and the folding, without stems.
const Analyzer& folded_words();

// The same with stop words marked, and stems: what stands below levels and concepts.
const Analyzer& folded_and_stemmed();

// The surface terms of a text, compounds left out.
std::vector<std::string> terms_of(const Analyzer& analyzer, std::string_view text);

// The stems of the same.
std::vector<std::string> stems_of(const Analyzer& analyzer, std::string_view text);

// The meanings of a text, in order.
std::vector<std::string> meanings_of(const Analyzer& analyzer, std::string_view text);

// The only token of a text, compounds and stems left out; an empty one if there are more or none.
Token token_of(const Analyzer& analyzer, std::string_view text);

}  // namespace imr
