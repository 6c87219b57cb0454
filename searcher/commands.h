// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "cli/command.h"

namespace imr {

// The commands of imr-search.
std::span<const Command> search_commands();

}  // namespace imr
