// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "cli/command.h"

namespace imr {

// The manual page of a program, section 1, in the man macros of roff.
std::string man_page(const Program& program);

}  // namespace imr
