// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "cli/command.h"

namespace imr {

// The commands of imr-index.
std::span<const Command> index_commands();

}  // namespace imr
