// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "analyzers/analyzer.h"

namespace imr {

// What an analyzer does on one text that it must not do (see check_token_stream.h); empty if nothing.
std::string token_stream_fault(const Analyzer& analyzer, std::string_view text);

}  // namespace imr
