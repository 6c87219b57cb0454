// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "corpus/determination.h"

namespace imr {

struct FillRate {
  std::uint64_t filled = 0;
  std::uint64_t of = 0;
  friend bool operator==(const FillRate&, const FillRate&) = default;
};

// How often each field of the record was filled, by year of decision. Fields of an issue count once an issue.
class FillRates {
 public:
  // The record's name of a field, for that name or for what the query language calls it ("specialty",
  // "specialties"); none for anything else.
  static std::optional<std::string> field_of(std::string_view name);

  void count(const Determination& letter);

  // Of a field as field_of() names it, over all years.
  FillRate rate(std::string_view field) const;

  // A table with a line a field and, if there are several, a column a year. Nothing without letters.
  void print(std::ostream& out) const;

  // {"specialties": {"filled": 9, "of": 10, "by_year": {"2016": {"filled": 4, "of": 5}, …}}, …}; letters
  // without a date of decision are under "unknown".
  nlohmann::ordered_json json() const;

 private:
  using Year = int;  // 0: no date of decision
  std::map<Year, std::vector<FillRate>> years_;
};

}  // namespace imr
