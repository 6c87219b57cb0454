// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// A title that decides: "2) The request for Norco 10/325mg #60 is notmedically necessary and appropriate."
struct TitleVerdict {
  std::string treatment;  // "Norco 10/325mg #60"
  Decision decision = Decision::upheld;
};

// None unless the whole text is a title with its verdict. "Is not medically necessary" upholds the denial,
// and so does "not certified"; of several the last counts. Blanks, few wrong letters, and words such as "at
// this time" after the verdict do not matter. `text` is running text.
std::optional<TitleVerdict> title_verdict(std::string_view text);

// True if the text ends like a title with its verdict, even if what it decides cannot be told.
bool ends_in_verdict(std::string_view text);

// The treatment of a title whose verdict cannot be told.
std::string treatment_before_verdict(std::string_view text);

// What "the request for Norco" and "Whether Norco is medically necessary." ask for: "Norco". Articles and
// "requested" before it are left out.
std::string treatment_asked_for(std::string_view text);

}  // namespace imr
