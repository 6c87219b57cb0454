// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/determination.h"

namespace imr {

// The letters of files and folders, each case number once, as it was read last.
std::vector<Determination> letters_in(const std::vector<std::string>& paths);

// The made-up letters of corpus/sample.
std::vector<Determination> sample_letters();

// The real letters of the folder that the environment variable IMR_CORPUS names; none without it.
std::vector<Determination> real_letters();

// An index of these letters, written at once: one segment.
void build_index(const std::filesystem::path& folder, const std::vector<Determination>& letters);

// An index of the same letters that came about in steps: several segments, letters replaced by what they
// are now, and letters removed.
void grow_index(const std::filesystem::path& folder, const std::vector<Determination>& letters);

}  // namespace imr
