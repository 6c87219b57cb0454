// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imr {

// The titles in what follows "Section(s):", as written.
//
// Known titles are never split, whatever commas they hold. The numbered sections of the opioid guideline
// ("3.3.9 Opioids for …") reach to the next number. Other titles end at a comma outside brackets,
// unless the next word begins in lower case and no known title begins there.
std::vector<std::string> read_section_list(std::string_view text);

// The guideline that has a section of that title, with or without its brackets; empty if none has, or
// several.
std::string_view guideline_of_section(std::string_view title);

}  // namespace imr
