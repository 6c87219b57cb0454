// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace imr {

// The name that a letter without a case number takes from the path of its file: the file's name without the
// ending (two endings if the last is that of a compression), "stdin" for standard input. Always valid UTF-8.
std::string file_title(std::string_view path);

// Tells texts apart.
using TextHash = std::pair<std::uint64_t, std::uint64_t>;
TextHash text_hash(std::string_view text);

// Names for letters without a case number, unique as long as their texts differ.
class LetterNames {
 public:
  // `title` for the first text of that title, `title~2` for the second, and so on. The same text again has
  // the same name.
  std::string name(const std::string& title, const TextHash& text);

 private:
  std::map<std::string, std::vector<TextHash>, std::less<>> texts_;
};

}  // namespace imr
