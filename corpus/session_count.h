// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace imr {

// What a request says of visits.
struct SessionCount {
  bool in_visits = false;         // it counts visits, times or sessions, even if not how many in all
  std::optional<int> total = {};  // "2 times a week for 6 weeks": 12; none for a range or a duration alone
};

// Reads the request as one for treatment; whether it is, is for the category to say. A total that is named
// wins over the product of frequency and weeks; groups that "and" joins are added.
SessionCount session_count(std::string_view treatment);

}  // namespace imr
