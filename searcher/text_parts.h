// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/determination.h"
#include "searcher/text_layout.h"

namespace imr {

// What hits and letters share when they are written as text.

// "1,204".
std::string grouped_digits(std::uint64_t count);

// "1 issue", "1,204 issues".
std::string counted(std::uint64_t count, std::string_view unit);

std::string joined(const std::vector<std::string>& values, std::string_view separator);

// "Family Medicine (California, North Carolina)"; empty if nothing is known.
std::string credentials(const std::vector<std::string>& specialties, const std::vector<std::string>& states);

// The decision in words, red or green in colour; nothing without one.
void write_decision(const std::optional<Decision>& decision, int indent, TextWriter& writer);

// "Label: value", or nothing if the value is empty.
void write_present(std::string_view label, std::string_view value, int indent, TextWriter& writer);

}  // namespace imr
