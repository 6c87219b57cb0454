// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/expectation.h"

#include <charconv>
#include <sstream>

namespace imr {

std::string Expectation::fault(const FillRates& rates) const {
  const FillRate rate = rates.rate(field);
  const bool met = static_cast<double>(rate.filled) >= fraction * static_cast<double>(rate.of);
  if (met && rate.of > 0) return {};
  std::ostringstream text;
  text << field << " is filled in " << rate.filled << " of " << rate.of << ", expected of " << fraction * 100
       << " %";
  return text.str();
}

std::optional<Expectation> parse_expectation(std::string_view text) {
  const std::size_t at = text.find(">=");
  if (at == text.npos) return std::nullopt;
  const auto field = FillRates::field_of(text.substr(0, at));
  const auto number = text.substr(at + 2);
  double fraction = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), fraction);
  const bool read = error == std::errc() && end == number.data() + number.size();
  if (!field || !read || !(fraction >= 0 && fraction <= 1)) return std::nullopt;
  return Expectation{*field, fraction};
}

}  // namespace imr
