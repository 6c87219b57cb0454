// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace imr {

// What to write and where.
struct LetterFilesOptions {
  std::uint64_t letters = 1000;
  std::uint64_t seed = 1;
  std::uint64_t first = 0;   // index of the first letter
  bool text_folder = false;  // a .txt a letter, in subfolders of a thousand; else one file of JSON Lines
  std::string out = {};      // OUT.jsonl (its ending may be left out), or the folder
};

// Writes the letters and OUT.truth.jsonl beside them. Throws std::runtime_error, with the path, if a file
// cannot be written.
void write_letter_files(const LetterFilesOptions& options);

}  // namespace imr
