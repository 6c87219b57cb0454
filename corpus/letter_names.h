// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
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
  // the same name. Names that `is_taken` by letters of somebody else are passed over.
  std::string name(const std::string& title, const TextHash& text,
                   const std::function<bool(const std::string& name)>& is_taken = {});

 private:
  std::map<std::string, std::vector<std::optional<TextHash>>, std::less<>> texts_;  // none: somebody else's
};

}  // namespace imr
