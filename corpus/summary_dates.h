// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// A date and where in the summary it stands.
struct StatedDate {
  Date date;
  std::size_t offset = 0;
};

// Dates of the header table that the clinical summary also states.
struct SummaryDates {
  std::optional<StatedDate> date_of_injury = {};
  std::optional<StatedDate> ur_denial_date = {};
  std::optional<StatedDate> application_received = {};
};

// Takes only plain statements: "sustained an industrial injury on 10/15/10", "on 12/15/14 Utilization Review
// non-certified", "on 1/2/15, the injured worker submitted an application for IMR". The first one counts.
// A span of time is no date of injury.
SummaryDates summary_dates(std::string_view summary);

}  // namespace imr
