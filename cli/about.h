// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/completion.h"

namespace imr {

// What a program says of itself when it is asked to: --help, --version; and, for scripts, --complete LINE
// [BREAKS] (cli/completion.h) and --man, its manual page. None if the arguments ask for something else.
std::optional<std::string> about(const Program& program, const std::vector<std::string>& arguments,
                                 const ValueCompletion& values);

}  // namespace imr
