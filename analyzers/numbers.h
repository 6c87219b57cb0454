// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace imr {

// A number as it is written: "1,200", "0.5", ".5". Private to analyzers/.
struct WrittenNumber {
  std::size_t begin = 0;
  std::size_t end = 0;
  double value = 0;
  unsigned whole_digits = 0;
  unsigned decimals = 0;

  [[nodiscard]] bool is_whole(unsigned most_digits) const {
    return decimals == 0 && whole_digits >= 1 && whole_digits <= most_digits && end - begin == whole_digits;
  }
};

std::optional<WrittenNumber> number_at(std::string_view text, std::size_t at);

// Its normal form: no thousands separators, a digit before the point.
void append_number(std::string& term, std::string_view text, const WrittenNumber& number);

}  // namespace imr
