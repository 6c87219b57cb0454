// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace imr {

// How deep brackets nest in JSON text, those in strings left out. The JSON library calls itself for each
// level and so must not be handed what strangers nested a hundred thousand deep.
std::size_t json_depth(std::string_view json);

// Far more than a record or request has.
inline constexpr std::size_t kMostJsonDepth = 100;

}  // namespace imr
