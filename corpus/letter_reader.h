// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// Reads one determination from the text of its letter.
//
// `text` is UTF-8; form feeds are page breaks; columns may be kept by spaces, every line break
// may be doubled, the header table may be missing. Lines are counted as they stand in `text`.
//
// Parts that are absent stay empty. Whatever looks wrong goes to `on_problem`, in order of
// lines, and into the result's `problems`; reading continues. Page furniture and the standing
// text of the form are in no field. `source` and, without a header table, `case_number` are
// left to the caller. Where another letter begins in the text (split_letters), reading ends with the
// problem "second_letter".
//
// Throws CorpusError if the text contains no issue with a decision: code "empty",
// "no_determination", or "unsupported_layout" (headings of determinations, but of no known layout).
Determination read_letter(std::string_view text, const std::function<void(const Problem&)>& on_problem);

// The same for a text that split_letters has cut already: it holds one letter.
Determination read_single_letter(std::string_view text);

}  // namespace imr
