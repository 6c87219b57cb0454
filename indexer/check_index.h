// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace imr {

struct CheckResult {
  std::uint64_t letters = 0;
  std::uint64_t issues = 0;
  std::uint64_t faults = 0;
};

// Verifies every part of an index against the others: Xapian's own check of each table, then for each letter
// that its terms, positions and facet values are those that its record gives. Each fault is told to
// `on_fault`; the check goes on as far as it can. Throws IndexError if the index cannot be opened at all.
CheckResult check_index(const std::filesystem::path& folder,
                        const std::function<void(const std::string&)>& on_fault);

}  // namespace imr
