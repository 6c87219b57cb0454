// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/fill_rates.h"

namespace imr {

// How often a field is expected to be filled at least: an alarm for letters of a form that nobody foresaw.
struct Expectation {
  std::string field;    // as FillRates names it
  double fraction = 0;  // from 0 to 1

  // What is wrong, for people; empty if the expectation is met. Without a letter none is.
  std::string fault(const FillRates& rates) const;
};

// Reads FIELD>=FRACTION; none for anything else or for a field that is none.
std::optional<Expectation> parse_expectation(std::string_view text);

}  // namespace imr
