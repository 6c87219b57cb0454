// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace imr {

using Words = std::vector<std::string>;

// An empty folder in which the real programs run, as a user would.
class Workplace {
 public:
  RunResult index(const Words& arguments, RunOptions options = {}) const;
  RunResult search(const Words& arguments, RunOptions options = {}) const;

  const std::filesystem::path& path() const { return folder_.path(); }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  // Writes a file, and the folders it lies in.
  void write(const std::string& name, std::string_view text) const;
  std::string read(const std::string& name) const;
  // Copies sample letters whose names begin so into a folder here.
  void take_samples(const std::string& begin, const std::string& folder = "letters") const;

 private:
  TemporaryFolder folder_;
};

std::filesystem::path samples();
std::string file_text(const std::filesystem::path& path);
Words lines_of(const std::string& text);
bool contains(const std::string& text, std::string_view part);

// A letter of one issue, made up: layout F, read without problems.
struct MadeUpLetter {
  std::string case_number = "CM00-0000001";
  std::string treatment = "MRI of the cervical spine";
  std::string decision = "Upheld";
  std::string rationale = "There was no red flag. The request is not medically necessary.";
};
std::string letter_text(const MadeUpLetter& letter);

}  // namespace imr
