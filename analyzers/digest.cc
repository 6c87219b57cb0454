// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/digest.h"

#include <xxhash.h>

namespace imr {

std::string hex_digest(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  auto hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash >>= 4)
    *digit = kDigits[hash & 0xF];
  return digits;
}

}  // namespace imr
