// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace imr {

// A made-up letter and what is true of it.
struct GeneratedLetter {
  std::string id;     // its case number
  std::string text;   // as an extractor that keeps the physical layout prints it
  std::string truth;  // a JSON object on one line, without a newline; bench/README.md has its shape
};

// The letter of that index. It follows from seed and index alone, so that a collection can be made in pieces.
GeneratedLetter generate_letter(std::uint64_t seed, std::uint64_t index);

// Appends `text` as a JSON string. It must be UTF-8.
void append_json_string(std::string_view text, std::string& out);

}  // namespace imr
