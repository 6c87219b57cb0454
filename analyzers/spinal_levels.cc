// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/spinal_levels.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/letters.h"
#include "analyzers/level_shorthand.h"

namespace imr {
namespace {

struct Vertebra {
  char region = 'c';
  int number = 0;
  friend bool operator==(const Vertebra&, const Vertebra&) = default;
};

int region_rank(char region) { return static_cast<int>(std::string_view("ctls").find(region)); }

bool above(const Vertebra& a, const Vertebra& b) {
  const int regions = region_rank(a.region) - region_rank(b.region);
  return regions < 0 || (regions == 0 && a.number < b.number);
}

int last_number(char region) { return region == 'c' ? 7 : region == 't' ? 12 : 5; }

// The vertebra below. A sixth lumbar one is counted only where it is named.
Vertebra next_below(const Vertebra& v, bool sixth_lumbar) {
  const int last = v.region == 'c' ? 7 : v.region == 't' ? 12 : v.region == 'l' ? (sixth_lumbar ? 6 : 5) : 99;
  if (v.number < last) return {v.region, v.number + 1};
  return {v.region == 'c' ? 't' : v.region == 't' ? 'l' : 's', 1};
}

std::string name_of(const Vertebra& v) { return static_cast<char>(v.region - 32) + std::to_string(v.number); }

// "l4" or "l3-s1", as the analyzer's terms have them.
struct Range {
  Vertebra top;
  Vertebra bottom;
};

Vertebra vertebra_of(std::string_view term) {
  Vertebra v{term[0], 0};
  for (const char c : term.substr(1)) v.number = v.number * 10 + (c - '0');
  return v;
}

Range range_of(std::string_view term) {
  const auto dash = term.find('-');
  const auto top = vertebra_of(term.substr(0, dash));
  return {top, dash == std::string_view::npos ? top : vertebra_of(term.substr(dash + 1))};
}

std::vector<std::string> segments_of(const Range& range) {
  std::vector<std::string> segments;
  const Vertebra l6{'l', 6};
  const bool sixth = range.top == l6 || range.bottom == l6;
  for (Vertebra at = range.top; above(at, range.bottom);) {
    const Vertebra below = next_below(at, sixth);
    segments.push_back(name_of(at) + "-" + name_of(below));
    at = below;
  }
  return segments;
}

// The word from `at` in lower case, if it is one of a range: "through", "to", "-".
std::size_t range_mark_end(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  if (char_at(text, at) == '-') return skip_blanks(text, at + 1);
  const auto end = word_run_end(text, at);
  std::string word;
  append_lower(word, text.substr(at, end - at));
  const bool marks = word == "through" || word == "thru" || word == "to";
  return marks ? skip_blanks(text, end) : 0;
}

// Whether what follows a number at `at` makes it a count or a measure: "4-5 times", "4 and 5 weeks".
bool counts_follow(std::string_view text, std::size_t at) {
  constexpr std::string_view kCounted[] = {"time", "x ",    "visit", "session", "day", "week",
                                           "wk",   "month", "year",  "hour",    "min", "mg",
                                           "ml",   "mm",    "cm",    "%",       "per", "out of"};
  const auto next = text.substr(skip_blanks(text, at));
  return std::ranges::any_of(kCounted, [&](std::string_view word) { return next.starts_with(word); });
}

// Behind a comma, "and" or both at `at`; `at` if there is neither.
std::size_t list_mark_end(std::string_view text, std::size_t at) {
  auto end = char_at(text, at) == ',' ? at + 1 : at;
  const auto word = skip_blanks(text, end);
  if (text.substr(word).starts_with("and ")) end = word + 4;
  return end == at ? at : skip_blanks(text, end);
}

// Reads levels from left to right.
class LevelReader {
 public:
  explicit LevelReader(std::string_view text) : text_(text) {}

  std::vector<SpinalLevels> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const bool word_begins = at == 0 || word_char(text_, at - 1) == 0;
      at = word_begins && letter_at(text_, at) ? read_at(at) : at + 1;
    }
    return std::move(found_);
  }

 private:
  std::size_t read_at(std::size_t at) {
    Lexeme level;
    if (!read_level(text_, at, level)) return at + 1;
    Range range = range_of(level.term);
    std::size_t end = level.end;
    if (const auto next = range_mark_end(text_, end)) extend(next, range, end);
    if (range.top == range.bottom) join_neighbour(range, end);
    if (range.top == range.bottom) join_numbers(range, end);
    add(at, end, range);
    return read_bare_pairs(end, range.bottom);
  }

  // "C5 through C7": the second level must lie below.
  void extend(std::size_t at, Range& range, std::size_t& end) {
    Lexeme level;
    if (!letter_at(text_, at) || !read_level(text_, at, level)) return;
    const Range more = range_of(level.term);
    if (!above(range.bottom, more.bottom)) return;
    range.bottom = more.bottom;
    end = level.end;
  }

  // "L5 S1", the hyphen forgotten.
  void join_neighbour(Range& range, std::size_t& end) {
    Lexeme level;
    if (char_at(text_, end) != ' ' || !read_level(text_, end + 1, level)) return;
    const Range more = range_of(level.term);
    if (!(more.top == more.bottom) || !(next_below(range.top, false) == more.top)) return;
    range.bottom = more.top;
    end = level.end;
  }

  // The ",4,5" of "L3,4,5" and the ", 4 and 5" of "L3, 4 and 5", perhaps with the vertebra of the next region
  // behind them: each the next one down. One number alone has to stand right behind its comma.
  void join_numbers(Range& range, std::size_t& end) {
    Range longer = range;
    auto at = end;
    std::size_t numbers = 0;
    bool tight = true;
    for (auto next = list_mark_end(text_, at); next != at; next = list_mark_end(text_, at)) {
      const auto number_end = next_number_end(next, longer.bottom);
      if (number_end == 0) break;
      tight = tight && next == at + 1;
      longer.bottom = next_below(longer.bottom, false);
      at = number_end;
      ++numbers;
    }
    const char after = char_at(text_, at);
    if (numbers == 0 || (numbers == 1 && !tight) || after == '-' || after == '/' || counts_follow(text_, at))
      return;
    range = longer;
    end = at;
    join_listed(range, end);
  }

  // The end of the number at `at` if it is that of the vertebra below in the same region; else 0.
  std::size_t next_number_end(std::size_t at, const Vertebra& last) const {
    const auto number = std::to_string(last.number + 1);
    if (last.region == 's' || last.number >= last_number(last.region) ||
        !text_.substr(at).starts_with(number))
      return 0;
    return ends_at(text_, at + number.size()) ? at + number.size() : 0;
  }

  // "L4,5,S1", "C6,7 and T1".
  void join_listed(Range& range, std::size_t& end) {
    const auto next = list_mark_end(text_, end);
    Lexeme level;
    if (next == end || !letter_at(text_, next) || !read_level(text_, next, level)) return;
    const Range more = range_of(level.term);
    if (!(more.top == more.bottom) || !(next_below(range.bottom, false) == more.top)) return;
    range.bottom = more.top;
    end = level.end;
  }

  // The "4-5, 5-1" after "L3-4, ": pairs of neighbours that go on where the last one ended.
  std::size_t read_bare_pairs(std::size_t end, Vertebra last) {
    while (true) {
      const auto pair = bare_pair_at(end, last);
      if (!pair) return end;
      const Vertebra below = next_below(last, false);
      add(pair->begin, pair->end, {last, below});
      last = below;
      end = pair->end;
    }
  }

  struct Place {
    std::size_t begin;
    std::size_t end;
  };
  std::optional<Place> bare_pair_at(std::size_t at, const Vertebra& last) const {
    auto begin = skip_blanks(text_, at);
    if (char_at(text_, begin) == ',' || char_at(text_, begin) == '&' || char_at(text_, begin) == '/') ++begin;
    begin = skip_blanks(text_, begin);
    if (text_.substr(begin).starts_with("and ")) begin += 4;
    const auto upper = std::to_string(last.number);
    const auto lower = std::to_string(next_below(last, false).number);
    const auto rest = text_.substr(begin);
    if (begin == at || !rest.starts_with(upper)) return std::nullopt;
    const char mark = char_at(rest, upper.size());
    if ((mark != '-' && mark != '/') || !rest.substr(upper.size() + 1).starts_with(lower))
      return std::nullopt;
    const auto end = begin + upper.size() + 1 + lower.size();
    if (!ends_at(text_, end) || char_at(text_, end) == '/' || counts_follow(text_, end)) return std::nullopt;
    return Place{begin, end};
  }

  void add(std::size_t begin, std::size_t end, const Range& range) {
    found_.push_back({begin, end, static_cast<char>(range.top.region - 32), segments_of(range)});
  }

  std::string_view text_;
  std::vector<SpinalLevels> found_;
};

}  // namespace

std::vector<SpinalLevels> spinal_levels(std::string_view text) { return LevelReader(text).read(); }

std::vector<std::string> segments_touching(std::string_view vertebra) {
  const Vertebra at = vertebra_of(vertebra);
  const auto lower_name = [](const Vertebra& v) { return v.region + std::to_string(v.number); };
  std::vector<std::string> touching;
  for (const char region : std::string_view("ctls")) {
    for (int number = 1; number <= 12; ++number) {
      const Vertebra upper{region, number};
      if (next_below(upper, false) == at && upper.number <= last_number(region))
        touching.push_back(lower_name(upper) + "-" + lower_name(at));
    }
  }
  touching.push_back(lower_name(at) + "-" + lower_name(next_below(at, false)));
  return touching;
}

bool are_neighbours(std::string_view upper, std::string_view lower) {
  const Vertebra above_it = vertebra_of(upper);
  const Vertebra below_it = vertebra_of(lower);
  return next_below(above_it, below_it == Vertebra{'l', 6}) == below_it;
}

}  // namespace imr
