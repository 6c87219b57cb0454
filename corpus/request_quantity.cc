// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/request_quantity.h"

#include <algorithm>
#include <string>

#include "corpus/regex.h"

namespace imr {

std::optional<int> request_quantity(std::string_view text,
                                    std::span<const std::pair<std::size_t, std::size_t>> names) {
  static const Regex mark(
      R"((?i)(?:#|\b(?:qty|quantity|quanity|qnty|quan)\b)[\s:.#=(-]*(?:of\s+)?(\d{1,3}(?:,\d{3}){1,2}|\d{1,5})(?:\.\d+)?([\d,/-]*))");
  static const Regex numbered(
      R"((?i)\b(?:tooth|teeth|claim|case|rfa|lot|icd|code|invoice|order|number|no)\.?\s*(?:number)?\s*$)");
  if (text.find('#') == text.npos && text.find_first_of("qQ") == text.npos) return std::nullopt;
  std::string_view rest = text;
  std::string_view number;
  std::string_view tail;
  while (find_and_consume(rest, mark, &number, &tail)) {
    const auto begin = static_cast<std::size_t>(number.data() - text.data());
    const bool is_name = std::ranges::any_of(
        names, [&](const auto& name) { return name.first <= begin && begin < name.second; });
    auto before = text.substr(0, begin);
    before = before.substr(0, before.find_last_not_of("# :.") + 1);
    if (is_name || partial_match(before, numbered)) continue;
    if (tail.find('-') != std::string_view::npos && tail.size() > 1) return std::nullopt;
    std::string digits(number);
    std::erase(digits, ',');
    return std::stoi(digits);
  }
  return std::nullopt;
}

}  // namespace imr
