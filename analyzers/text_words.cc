// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/text_words.h"

#include <algorithm>
#include <array>

namespace imr {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter(char c) { return is_ascii_letter(c) || (c & 0x80) != 0; }
bool is_word_char(char c) { return is_digit(c) || is_letter(c); }

// Punctuation of more than one byte: in UTF-8 the blocks that begin with C2 (as in ® and the fixed
// space) and E2 (dashes, quotation marks, bullets) hold no letters.
enum class Mark { none, dash, apostrophe, other };

Mark mark_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return Mark::none;
  const std::string_view mark = text.substr(at, 3);
  if (mark == "\u2010" || mark == "\u2011" || mark == "\u2013" || mark == "\u2014") return Mark::dash;
  if (mark == "\u2018" || mark == "\u2019") return Mark::apostrophe;
  return mark.starts_with('\xC2') || mark.starts_with('\xE2') ? Mark::other : Mark::none;
}

std::size_t size_of_mark(std::string_view text, std::size_t at) {
  return std::min<std::size_t>(text[at] == '\xC2' ? 2 : 3, text.size() - at);
}

// A dot inside a word: in a number ("9792.23"), an abbreviation of single letters ("N.Y.") or the
// name of a web site ("drugs.com").
bool dot_joins(std::string_view text, std::size_t at, std::size_t word_begin) {
  if (at + 1 >= text.size()) return false;
  const char before = text[at - 1];
  const char after = text[at + 1];
  if (is_digit(before) && is_digit(after)) return true;
  const bool single_letter = at - 1 == word_begin || text[at - 2] == '.';
  const bool single_after = is_letter(after) && (at + 2 >= text.size() || !is_word_char(text[at + 2]));
  if (is_letter(before) && single_letter && single_after) return true;
  static constexpr std::array<std::string_view, 5> kDomains = {"com", "org", "gov", "net", "edu"};
  const std::string_view next = text.substr(at + 1, 3);
  return std::ranges::find(kDomains, next) != kDomains.end() &&
         (at + 4 >= text.size() || !is_word_char(text[at + 4]));
}

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::vector<TextWord> read() {
    constexpr std::size_t kUsualWord = 6;  // bytes, with its gap
    words_.reserve(text_.size() / kUsualWord + 1);
    while (at_ < text_.size()) {
      if (is_word_char(text_[at_]) && mark_at(text_, at_) == Mark::none) {
        read_word();
      } else {
        read_gap();
      }
    }
    words_.push_back({text_.size(), text_.size(), "", gap_, depth_});
    return std::move(words_);
  }

 private:
  void read_gap() {
    if (const Mark mark = mark_at(text_, at_); mark != Mark::none) {
      if (mark == Mark::dash) gap_ |= kGapHyphen;
      at_ += size_of_mark(text_, at_);
      return;
    }
    switch (text_[at_++]) {
      case ' ':
      case '\t':
      case '\n':
      case '\'':
      case '"':
      case '_':  // "low_back.htm"
        break;
      case ',':
        gap_ |= kGapComma;
        break;
      case '&':
        gap_ |= kGapAnd;
        break;
      case '-':
      case '/':
        gap_ |= kGapHyphen;
        break;
      case ':':
        gap_ |= kGapColon;
        break;
      case '(':
      case '[':
        gap_ |= kGapOpen;
        ++depth_;
        break;
      case ')':
      case ']':
        gap_ |= kGapClose;
        depth_ = std::max(0, depth_ - 1);
        break;
      case '.':
        if (!after_initial()) gap_ |= kGapStop;
        break;
      default:
        gap_ |= kGapStop;
    }
  }

  // "W. Virginia", "N.Y. and Utah": the dot ends no sentence.
  bool after_initial() const {
    if (words_.empty() || words_.back().end + 1 != at_) return false;
    const TextWord& word = words_.back();
    const bool single = word.end - word.begin == 1 || text_[word.end - 2] == '.';
    return single && is_letter(text_[word.end - 1]);
  }

  void read_word() {
    TextWord word{at_, at_, "", gap_, depth_};
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (is_digit(c) || is_ascii_letter(c)) {
        word.folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        continue;
      }
      const Mark mark = mark_at(text_, at_);
      if (mark == Mark::dash || mark == Mark::other) break;
      if (mark == Mark::apostrophe || c == '\'') {
        if (mark == Mark::apostrophe) at_ += 2;
      } else if (is_word_char(c)) {
        word.folded += c;
      } else if (c == '.' && dot_joins(text_, at_, word.begin)) {
        if (is_digit(text_[at_ - 1])) word.folded += c;
      } else {
        break;
      }
    }
    if (text_.substr(at_, 3) == "(s)") at_ += 3;  // "Section(s)" is one word
    word.end = at_;
    finish(std::move(word));
  }

  void finish(TextWord word) {
    if (word.folded == "and") {
      gap_ |= kGapAnd;
      return;
    }
    const std::string& folded = word.folded;
    const bool plural = folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss") &&
                        !folded.ends_with("us") && !folded.ends_with("is");
    if (plural) word.folded.pop_back();
    words_.push_back(std::move(word));
    gap_ = 0;
  }

  std::string_view text_;
  std::vector<TextWord> words_;
  std::size_t at_ = 0;
  unsigned gap_ = 0;
  int depth_ = 0;
};

}  // namespace

std::vector<TextWord> text_words(std::string_view text) { return WordReader(text).read(); }

int year_of(const TextWord& word) {
  const int number = word.folded.size() == 4 ? number_of(word) : -1;
  return number >= 1990 && number <= 2039 ? number : 0;
}

int number_of(const TextWord& word) {
  if (word.folded.empty() || word.folded.size() > 6 || !std::ranges::all_of(word.folded, is_digit)) return -1;
  return std::stoi(word.folded);
}

}  // namespace imr
