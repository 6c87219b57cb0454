// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_parts.h"

#include <cstddef>

#include "searcher/printer.h"

namespace imr {

std::string grouped_digits(std::uint64_t count) {
  auto result = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(result.size()) - 3; at > 0; at -= 3) {
    result.insert(static_cast<std::size_t>(at), ",");
  }
  return result;
}

std::string counted(std::uint64_t count, std::string_view unit) {
  return grouped_digits(count) + " " + std::string(unit) + (count == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string result;
  for (const auto& value : values) result.append(result.empty() ? "" : separator).append(value);
  return result;
}

std::string credentials(const std::vector<std::string>& specialties, const std::vector<std::string>& states) {
  if (specialties.empty()) return states.empty() ? "" : "licensed in " + joined(states, ", ");
  const auto result = joined(specialties, ", ");
  return states.empty() ? result : result + " (" + joined(states, ", ") + ")";
}

void write_decision(const std::optional<Decision>& decision, int indent, TextWriter& writer) {
  if (!decision) return;
  writer.line(indent, decision_words(*decision), *decision == Decision::upheld ? Style::bad : Style::good);
}

void write_present(std::string_view label, std::string_view value, int indent, TextWriter& writer) {
  if (value.empty()) return;
  writer.line(indent, std::string(label) + " " + std::string(value), Style::plain, 2);
}

}  // namespace imr
