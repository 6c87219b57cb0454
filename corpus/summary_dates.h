// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// Dates of the header table that the clinical summary also states.
struct SummaryDates {
  std::optional<Date> date_of_injury = {};
  std::optional<Date> ur_denial_date = {};
  std::optional<Date> application_received = {};
};

// Takes only plain statements: "sustained an industrial injury on 10/15/10", "on 12/15/14 Utilization Review
// non-certified", "on 1/2/15, the injured worker submitted an application for IMR". The first one counts.
SummaryDates summary_dates(std::string_view summary);

}  // namespace imr
