// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "cli/options.h"

namespace imr {

// Rows that the option tables of both programs share.
inline constexpr OptionSpec kIndex = {"index", "DIR", "", "the index (or IMR_INDEX, or imrsearch.conf)"};
inline constexpr OptionSpec kHelp = {"help", "", "", "this help"};
inline constexpr OptionSpec kNoPager = {"no-pager", "", "", "long text on a terminal without a pager"};
inline constexpr OptionSpec kTextOrJson = {"format", "FORMAT", "text", "text or json", false, "text json"};

inline constexpr std::string_view kTextOrJsonChoices[] = {"text", "json"};

}  // namespace imr
