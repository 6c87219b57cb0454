// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_names.h"

#include <algorithm>

#include <xxhash.h>

#include "corpus/input_files.h"
#include "corpus/text_encoding.h"

namespace imr {

std::string file_title(std::string_view path) {
  if (path == "-") return "stdin";
  auto name = without_compression_ending(path.substr(path.rfind('/') + 1));
  const auto dot = name.rfind('.');
  if (dot != name.npos && dot > 0) name = name.substr(0, dot);
  return decode_text(std::string(name)).text;
}

TextHash text_hash(std::string_view text) {
  const auto hash = XXH3_128bits(text.data(), text.size());
  return {hash.high64, hash.low64};
}

std::string LetterNames::name(const std::string& title, const TextHash& text,
                              const std::function<bool(const std::string& name)>& is_taken) {
  const auto numbered = [&](std::size_t place) {
    return place == 0 ? title : title + "~" + std::to_string(place + 1);
  };
  auto& known = texts_[title];
  const auto found = std::ranges::find(known, std::optional(text));
  if (found != known.end()) return numbered(static_cast<std::size_t>(found - known.begin()));
  while (is_taken && is_taken(numbered(known.size()))) known.emplace_back(std::nullopt);
  known.emplace_back(text);
  return numbered(known.size() - 1);
}

}  // namespace imr
