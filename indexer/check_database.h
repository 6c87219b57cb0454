// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace imr {

// Xapian's own check of every table of the database at `path`. Empty if it finds nothing wrong, else what
// it says. A child process runs it, because a badly damaged table can crash it.
std::string database_faults(const std::string& path);

}  // namespace imr
