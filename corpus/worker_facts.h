// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "corpus/determination.h"

namespace imr {

// Age and sex of the injured worker as the clinical summary states them plainly ("a 54-year-old female",
// "51 y/o man"), best where the worker is the subject. Ages of relatives and of other things ("a 3 year old
// injury") do not count. Without such a word pronouns decide if they are all of one kind; those that may
// stand for a relative named before do not count.
Worker worker_facts(std::string_view summary);

}  // namespace imr
