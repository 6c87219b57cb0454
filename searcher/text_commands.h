// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "cli/command.h"

namespace imr {

// The commands of imr-search that look at words and quotations and search nothing: verify, terms, analyze.
std::span<const Command> text_commands();

}  // namespace imr
