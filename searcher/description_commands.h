// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "cli/command.h"

namespace imr {

// The commands in which imr-search describes itself to programs: schema.
std::span<const Command> description_commands();

}  // namespace imr
