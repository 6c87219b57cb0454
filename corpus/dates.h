// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// A regular expression (RE2, without groups) for dates as the letters write them: 11/05/2012, 10/15/10,
// 11-3-16, June 23, 2012, 2012-06-23. It also matches days that do not exist.
inline constexpr char kWrittenDate[] =
    R"((?:\d{4}-\d{2}-\d{2}|\d{1,2} ?[-/] ?\d{1,2} ?[-/] ?(?:\d{4}|\d{2})|)"
    R"((?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|)"
    R"(oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}(?:st|nd|rd|th)?,? ?\d{4})\b)";

// The date so written; none for a day that does not exist or anything else. Years of two digits are those
// from 1931 to 2030.
std::optional<Date> date_of_written(std::string_view text);

}  // namespace imr
