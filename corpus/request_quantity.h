// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace imr {

// The number behind "#", "QTY:" or "quantity", the first of them. None for numbers that name something: a
// tooth, a claim, or a drug such as Tylenol #3, whose bytes are among `names`.
std::optional<int> request_quantity(std::string_view text,
                                    std::span<const std::pair<std::size_t, std::size_t>> names);

}  // namespace imr
