// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/request_text.h"

#include <algorithm>

#include "analyzers/scan_text.h"

namespace imr {
namespace {

std::string plain(std::string_view treatment) {
  std::string text(ScanText(treatment).view());
  constexpr std::string_view kTimes = "\u00D7";
  for (auto at = text.find(kTimes); at != text.npos; at = text.find(kTimes, at)) {
    text.replace(at, kTimes.size(), "x");
  }
  return text;
}

}  // namespace

RequestText::RequestText(std::string_view treatment) : text(plain(treatment)), words(text_words(text)) {}

bool in_capitals(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace imr
