// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "corpus/determination.h"
#include "corpus/letter_lines.h"

namespace imr {

// The table at the head of a letter. What it does not say stays empty.
struct HeaderTable {
  bool found = false;  // at least one of its labels is there
  std::string case_number = {};
  std::optional<Date> date_assigned = {};
  std::optional<Date> date_of_injury = {};
  std::optional<Date> decision_date = {};
  std::optional<Date> ur_denial_date = {};
  std::optional<Date> application_received = {};
  std::optional<Priority> priority = {};
};

// Reads labels and values in columns ("Decision Date: 12/09/2016   UR Denial Date: 11/03/2016"), one below
// the other, or all labels before all values: a value belongs to the label before it on its line, else to
// the first label of its kind that still waits for one; a label whose value is redacted does not wait. A
// letter without "Decision Date:" is decided when it is "Dated:". Of a span of dates ("1/2/2010 - 3/4/2015",
// a cumulative injury) none is taken. Case numbers of 2013 ("13-000004", "IMR 13-103") are given without
// "IMR". Reports values that are no date ("bad_date").
HeaderTable read_header_table(LetterLineSpan lines, const std::function<void(const Problem&)>& on_problem);

// True for a line of the table: a label at its beginning, with or without a value.
bool is_header_row(std::string_view line);

}  // namespace imr
