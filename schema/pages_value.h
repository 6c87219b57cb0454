// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace imr {

// Pages as a citation names them, both ends included.
struct CitedPages {
  int first = 0;
  int last = 0;
  friend bool operator==(const CitedPages&, const CitedPages&) = default;
};

// As the terms of citations have them: "177-179", "182-182". The ranges that an index holds are listed and
// compared, so that a long range costs one term.
std::string pages_value(CitedPages pages);
std::optional<CitedPages> read_pages_value(std::string_view value);  // none if it is none

}  // namespace imr
