// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/about.h"

#include "cli/man_page.h"

namespace imr {

std::optional<std::string> about(const Program& program, const std::vector<std::string>& arguments,
                                 const ValueCompletion& values) {
  if (arguments.empty()) return std::nullopt;
  const std::string& first = arguments[0];
  const std::size_t count = arguments.size();
  if (first == "help" || (first == "--help" && count == 1)) return program_help(program);
  if (first == "--version") return std::string(program.name) + " " + std::string(program.version) + "\n";
  if (first == "--man") return man_page(program);
  if (first != "--complete" || count < 2) return std::nullopt;
  return completion_lines(program, arguments[1], count > 2 ? arguments[2] : "", values);
}

}  // namespace imr
