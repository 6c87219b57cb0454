// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/request_tokens.h"

#include <algorithm>
#include <span>
#include <utility>

namespace imr {
namespace {

using Kind = RequestToken::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

struct NumberWord {
  std::string_view word;
  int value;
};
constexpr NumberWord kNumberWords[] = {
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60}};
constexpr NumberWord kTimesWords[] = {{"once", 1}, {"twice", 2}, {"thrice", 3}};

// What may be written together with an x: "2xwk".
bool is_unit_of_time(std::string_view word) {
  return word.starts_with("wk") || word.starts_with("week") || word.starts_with("day") ||
         word.starts_with("month");
}

std::optional<int> value_of(std::span<const NumberWord> table, std::string_view word) {
  const auto found = std::ranges::find(table, word, &NumberWord::word);
  return found == table.end() ? std::nullopt : std::optional(found->value);
}

class TokenReader {
 public:
  explicit TokenReader(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 4 + 4); }

  std::vector<RequestToken> read() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_digit(c)) {
        read_number();
      } else if (is_letter(c)) {
        read_word();
      } else {
        read_mark(c);
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(Kind kind, int number, std::string word) {
    if (kind == Kind::number && (repeats(number) || ends_range(number))) return;
    tokens_.push_back({kind, number, std::move(word), depth_});
  }

  // "six (6)".
  bool repeats(int number) const {
    return depth_ > 0 && !tokens_.empty() && tokens_.back().is_number() && tokens_.back().depth < depth_ &&
           tokens_.back().number == number;
  }

  // "1 to 2", "2 - 3", "1 or 2".
  bool ends_range(int number) {
    const auto size = tokens_.size();
    if (size < 2 || !tokens_[size - 2].is_number() || tokens_[size - 2].number >= number) return false;
    const auto& mark = tokens_.back();
    if (!mark.is("to") && !mark.is("-") && !mark.is("or")) return false;
    tokens_.pop_back();
    tokens_.back().kind = Kind::range;
    return true;
  }

  // A number by itself, or a word of everything that hangs together: "10/325", "11-14-16", "7.5".
  void read_number() {
    const auto begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    const auto digits = text_.substr(begin, at_ - begin);
    skip_zero_decimals();
    const bool more = at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
    const char join = at_ < text_.size() ? text_[at_] : ' ';
    if (digits.size() > 4 || (more && (join == '/' || join == '.' || join == ','))) return read_rest(begin);
    if (more && join == '-') return read_pair(begin, digits);
    add(Kind::number, std::stoi(std::string(digits)), {});
  }

  void skip_zero_decimals() {
    auto end = at_;
    if (end < text_.size() && text_[end] == '.') ++end;
    const auto zeros = end;
    while (end < text_.size() && text_[end] == '0') ++end;
    if (end > zeros && zeros > at_ && (end == text_.size() || !is_digit(text_[end]))) at_ = end;
  }

  void read_rest(std::size_t begin) {
    while (at_ < text_.size() && (is_digit(text_[at_]) || is_letter(text_[at_]) ||
                                  std::string_view("/-.,%").find(text_[at_]) != std::string_view::npos)) {
      ++at_;
    }
    add(Kind::word, 0, std::string(text_.substr(begin, at_ - begin)));
  }

  // "2-3" is a range, "10-325" and "11-14-16" are none.
  void read_pair(std::size_t begin, std::string_view first) {
    auto end = at_ + 1;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    const auto second = text_.substr(at_ + 1, end - at_ - 1);
    const char next = end < text_.size() ? text_[end] : ' ';
    const bool plain = first.size() <= 3 && second.size() <= 3 && next != '-' && next != '.' &&
                       !(next == '/' && end + 1 < text_.size() && is_digit(text_[end + 1]));
    const bool rises = plain && std::stoi(std::string(first)) < std::stoi(std::string(second));
    if (!rises || std::stoi(std::string(second)) > 120) return read_rest(begin);
    at_ = end;
    add(Kind::range, 0, {});
  }

  void read_word() {
    const auto begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    std::string word(text_.substr(begin, at_ - begin));
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool digit_follows = at_ < text_.size() && is_digit(text_[at_]);
    if (word.size() > 2 && word[0] == 'x' && is_unit_of_time(std::string_view(word).substr(1))) {
      add(Kind::word, 0, "x");
      word.erase(0, 1);
    }
    if (digit_follows && word != "x" && !word.ends_with("qty")) return read_rest(begin);
    if (const auto number = value_of(kNumberWords, word)) return add_number_word(*number);
    if (const auto number = value_of(kTimesWords, word)) {
      add(Kind::number, *number, {});
      word = "time";
    }
    add(Kind::word, 0, std::move(word));
  }

  // "twenty four", "twenty-four".
  void add_number_word(int number) {
    const bool after_dash = tokens_.size() > 1 && tokens_.back().is("-");
    const auto tens = tokens_.size() - (after_dash ? 2 : 1);
    if (number < 10 && !tokens_.empty() && tokens_[tens].is_number() && tokens_[tens].number >= 20 &&
        tokens_[tens].number % 10 == 0 && tokens_[tens].word == "tens") {
      if (after_dash) tokens_.pop_back();
      tokens_.back().number += number;
      tokens_.back().word.clear();
      return;
    }
    add(Kind::number, number, number >= 20 ? "tens" : "");
  }

  void read_mark(char c) {
    ++at_;
    if (c == '(' || c == '[') {
      ++depth_;
    } else if (c == ')' || c == ']') {
      depth_ = std::max(0, depth_ - 1);
    } else if (c == '*') {
      add(Kind::word, 0, "x");
    } else if (c != ' ' && c != '\t' && c != '\n') {
      add(Kind::mark, 0, std::string(1, c));
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::vector<RequestToken> tokens_;
};

}  // namespace

std::vector<RequestToken> request_tokens(std::string_view text) { return TokenReader(text).read(); }

}  // namespace imr
