// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "corpus/determination.h"
#include "searcher/printer.h"

namespace imr {

// One letter for reading: what is known of the case, the reviewer and the worker, the clinical summary, and
// every issue with its decision in words, both sides' citations and the rationale. What the letter does not
// say is left out. With `issue_no` the issues are that one alone; a letter without it gives none.
//
// json and jsonl give the letter record on one line; ids the names of the issues, one a line; every other
// format the text.
void print_letter(const Determination& letter, std::optional<int> issue_no, const PrintOptions& options,
                  std::ostream& out);

// A line to paste into a brief, without a newline: case and issue, date, treatment, decision in words, the
// reviewer's specialties and guidelines. Control characters are replaced.
std::string citation_line(const Determination& letter, const Issue& issue);

}  // namespace imr
