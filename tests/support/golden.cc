// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace imr {
namespace {

namespace fs = std::filesystem;

bool is_updating() {
  const char* value = std::getenv("IMR_UPDATE_GOLDEN");
  return value != nullptr && std::string_view(value) == "1";
}

std::string rewrite(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text << std::flush;
  return file ? "" : path.string() + ": cannot be written";
}

std::string first_difference(std::string_view actual, const std::string& expected) {
  std::istringstream actual_lines{std::string(actual)};
  std::istringstream expected_lines{expected};
  std::string got;
  std::string wanted;
  for (int line = 1;; ++line) {
    const bool has_got = static_cast<bool>(std::getline(actual_lines, got));
    const bool has_wanted = static_cast<bool>(std::getline(expected_lines, wanted));
    if (!has_got && !has_wanted) return "they differ in line ends at the end";
    if (has_got && has_wanted && got == wanted) continue;
    return "line " + std::to_string(line) + ":\n  is        " + (has_got ? got : "(nothing)") +
           "\n  should be " + (has_wanted ? wanted : "(nothing)");
  }
}

}  // namespace

std::string golden_difference(std::string_view actual, const std::string& name) {
  const auto path = fs::path(IMR_SOURCE_DIR) / "tests" / "golden" / name;
  if (is_updating()) return rewrite(path, actual);
  std::ifstream file(path, std::ios::binary);
  if (!file) return name + ": not there; IMR_UPDATE_GOLDEN=1 writes it";
  const std::string expected(std::istreambuf_iterator<char>(file), {});
  return actual == expected ? "" : name + ": " + first_difference(actual, expected);
}

}  // namespace imr
