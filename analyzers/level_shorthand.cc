// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/level_shorthand.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "analyzers/letters.h"

namespace imr {
namespace {

// From head to tail. C8 is a nerve root; a sixth lumbar vertebra is rare but real.
struct Region {
  char letter;
  int last;
};
constexpr std::array<Region, 4> kRegions = {{{'c', 8}, {'t', 12}, {'l', 6}, {'s', 5}}};
// The last vertebra that most people have: "L5-1" means L5-S1, "C7-1" C7-T1.
constexpr std::array<int, 4> kUsualLast = {7, 12, 5, 5};

struct Vertebra {
  std::size_t region = 0;
  int number = 0;
  std::size_t end = 0;  // in the text

  [[nodiscard]] int order() const { return static_cast<int>(region) * 16 + number; }
};

std::optional<std::size_t> region_of(char letter) {
  for (std::size_t i = 0; i < kRegions.size(); ++i) {
    if (kRegions[i].letter == ascii_lower(letter)) return i;
  }
  return std::nullopt;
}

// A number of one or two digits without a leading zero; the region stays open.
std::optional<Vertebra> number_at(std::string_view text, std::size_t at) {
  if (!digit_at(text, at) || text[at] == '0') return std::nullopt;
  Vertebra found;
  for (found.end = at; digit_at(text, found.end) && found.end < at + 3; ++found.end) {
    found.number = found.number * 10 + (text[found.end] - '0');
  }
  return found.end - at <= 2 ? std::optional(found) : std::nullopt;
}

std::optional<Vertebra> vertebra_at(std::string_view text, std::size_t at) {
  const auto region = region_of(char_at(text, at));
  if (!region) return std::nullopt;
  auto found = number_at(text, at + 1);
  if (!found || found->number > kRegions[*region].last) return std::nullopt;
  found->region = *region;
  return found;
}

bool degrees_follow(std::string_view text, std::size_t at) {
  const auto next = text.substr(skip_blanks(text, at));
  return next.starts_with("deg") || next.starts_with("\u00B0");
}

// The "5" of "L4-5": a number of the same region, further down, that is not part of a date, a score,
// a percentage or an angle.
std::optional<Vertebra> bare_number_at(std::string_view text, std::size_t at, const Vertebra& above,
                                       char mark) {
  auto found = number_at(text, at);
  if (!found || char_at(text, found->end) == '%' || degrees_follow(text, found->end)) return std::nullopt;
  const char next = char_at(text, found->end);
  if ((next == '-' || next == '/') && next != mark && digit_at(text, found->end + 1)) return std::nullopt;
  if (found->number == 1 && above.number == kUsualLast[above.region] && above.region + 1 < kRegions.size()) {
    found->region = above.region + 1;
    return found;
  }
  if (found->number > kRegions[above.region].last) return std::nullopt;
  found->region = above.region;
  return found->number > above.number ? found : std::nullopt;
}

// The next vertebra of a chain whose last is `above`. `mark` is what joined the chain so far, NUL if
// nothing: "L3-4/L5-S1" is two levels.
std::optional<Vertebra> next_in_chain(std::string_view text, const Vertebra& above, char& mark) {
  const char join = char_at(text, above.end);
  std::optional<Vertebra> next;
  char used = join;
  if (join == '-' || join == '/') {
    next = vertebra_at(text, above.end + 1);
    if (!next) next = bare_number_at(text, above.end + 1, above, join);
  } else if (text.substr(above.end).starts_with(" - ")) {
    used = '-';
    next = vertebra_at(text, above.end + 3);
  } else {
    used = '-';
    next = vertebra_at(text, above.end);
  }
  if (!next || (mark != '\0' && mark != used)) return std::nullopt;
  const bool complete = ends_at(text, next->end) || vertebra_at(text, next->end).has_value();
  if (!complete) return std::nullopt;
  mark = used;
  return next;
}

// T1 and T2 are also settings of an MRI scanner: "T2 hyperintensity", "T1/T2 weighted images".
bool is_mri_setting(std::string_view text, const Vertebra& vertebra) {
  constexpr std::string_view kWords[] = {"weight", "signal", "hyperint", "hypoint", "sequence",
                                         "imag",   "flair",  "stir",     "bright"};
  if (vertebra.region != 1 || vertebra.number > 2) return false;
  auto next = vertebra.end;
  const auto second = next + 1;
  const bool pair =
      (char_at(text, next) == '/' || char_at(text, next) == '-') && char_at(text, second) != '\0';
  if (pair && ascii_lower(char_at(text, second)) == 't' && digit_at(text, second + 1)) next = second + 2;
  if (char_at(text, next) == '-' || char_at(text, next) == ' ') ++next;
  std::string word;
  append_lower(word, text.substr(next, 8));
  return std::ranges::any_of(kWords, [&](std::string_view start) { return word.starts_with(start); });
}

void append_vertebra(std::string& term, const Vertebra& vertebra) {
  term.push_back(kRegions[vertebra.region].letter);
  if (vertebra.number >= 10) term.push_back(static_cast<char>('0' + vertebra.number / 10));
  term.push_back(static_cast<char>('0' + vertebra.number % 10));
}

// "S1-20 degrees" is an angle.
bool is_angle(std::string_view text, const Vertebra& vertebra) {
  if (char_at(text, vertebra.end) != '-') return false;
  const auto number = number_at(text, vertebra.end + 1);
  return number && degrees_follow(text, number->end);
}

}  // namespace

bool read_level(std::string_view text, std::size_t at, Lexeme& found) {
  const auto first = vertebra_at(text, at);
  if (!first || is_mri_setting(text, *first) || is_angle(text, *first)) return false;
  Vertebra top = *first;
  Vertebra bottom = *first;
  char mark = '\0';
  while (const auto next = next_in_chain(text, bottom, mark)) {
    const bool pair_upwards = bottom.end == first->end && next->order() < first->order();
    if (next->order() <= bottom.order() && !pair_upwards) break;
    (pair_upwards ? top : bottom) = *next;
    bottom.end = next->end;
    if (pair_upwards) break;
  }
  if (!ends_at(text, bottom.end)) return false;
  found.start(at, bottom.end, TokenClass::level);
  append_vertebra(found.term, top);
  if (top.order() == bottom.order()) return true;
  found.term.push_back('-');
  append_vertebra(found.term, bottom);
  return true;
}

}  // namespace imr
