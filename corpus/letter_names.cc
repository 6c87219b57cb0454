// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_names.h"

#include <algorithm>

#include <xxhash.h>

#include "corpus/text_encoding.h"

namespace imr {

std::string file_title(std::string_view path) {
  if (path == "-") return "stdin";
  auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  if (dot != name.npos && dot > 0) name = name.substr(0, dot);
  return decode_text(std::string(name)).text;
}

std::string LetterNames::name(const std::string& title, std::string_view text) {
  const auto hash = XXH3_128bits(text.data(), text.size());
  const Hash key{hash.high64, hash.low64};
  auto& known = texts_[title];
  const auto found = std::ranges::find(known, key);
  const auto number = found - known.begin() + 1;
  if (found == known.end()) known.push_back(key);
  return number == 1 ? title : title + "~" + std::to_string(number);
}

}  // namespace imr
