// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/word_tokenizer.h"

#include <algorithm>
#include <cstdint>

#include "analyzers/letters.h"
#include "analyzers/level_shorthand.h"
#include "analyzers/lexeme.h"
#include "analyzers/numeric_shorthand.h"
#include "analyzers/scan_text.h"
#include "analyzers/script_words.h"
#include "analyzers/word_shorthand.h"

namespace imr {
namespace {

constexpr std::size_t kMostParts = 6;
constexpr std::size_t kLongestCompound = 64;

// ".5" is a number after a blank or a mark that opens something; in "No.5" it is not.
bool decimal_starts(std::string_view text, std::size_t at) {
  if (!digit_at(text, at + 1)) return false;
  return at == 0 || std::string_view(" \t\n\r\f([-/<>=~").find(text[at - 1]) != std::string_view::npos;
}

bool lexeme_starts(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '#') return digit_at(text, at + 1) || (char_at(text, at + 1) == ' ' && digit_at(text, at + 2));
  if (c == '.') return decimal_starts(text, at);
  return word_start(text, at) != 0;
}

bool read_letter_shorthand(std::string_view text, std::size_t at, Lexeme& found) {
  if (digit_at(text, at + 1)) return read_code(text, at, found) || read_level(text, at, found);
  if (char_at(text, at + 1) == '.') return read_dotted_letters(text, at, found);
  return read_letters_with_ampersand(text, at, found) || read_ray_or_wave(text, at, found);
}

void read_lexeme(std::string_view text, std::size_t at, Lexeme& found) {
  const char c = text[at];
  if (is_ascii_digit(c) || c == '.') return read_numeric(text, at, found);
  if (c == '#' && read_quantity(text, at, found)) return;
  if (c == '#') return read_numeric(text, char_at(text, at + 1) == ' ' ? at + 2 : at + 1, found);
  if (!is_ascii_letter(c) || !read_letter_shorthand(text, at, found)) read_word(text, at, found);
}

bool is_wordlike(const Lexeme& part) {
  return part.token_class == TokenClass::word || part.token_class == TokenClass::abbreviation;
}

class WordStream final : public TokenStream {
 public:
  explicit WordStream(std::string_view text) : scan_(text), text_(scan_.view()) {}

  bool next(Token& token) override {
    if (next_part_ == part_count_ && !read_group()) return false;
    if (compound_) {
      compound_ = false;
      give(token, whole_, true);
      return true;
    }
    give(token, parts_[next_part_++], false);
    ++position_;
    return true;
  }

 private:
  bool read_group();
  void add_part();
  void split_last_part();
  void read_whole();
  void give(Token& token, Lexeme& lexeme, bool compound) const;
  Lexeme& new_part();

  ScanText scan_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t position_ = 1;
  std::vector<Lexeme> parts_;  // of the group being given out; only the first part_count_ count
  std::size_t part_count_ = 0;
  std::size_t next_part_ = 0;
  bool compound_ = false;  // whole_ comes next
  Lexeme whole_;
  std::vector<std::size_t> ends_;
};

// Reads what is joined by hyphens and slashes from the next word on.
bool WordStream::read_group() {
  while (at_ < text_.size() && !lexeme_starts(text_, at_)) ++at_;
  part_count_ = next_part_ = 0;
  if (at_ == text_.size()) return false;
  add_part();
  while (part_count_ <= kMostParts && (char_at(text_, at_) == '-' || char_at(text_, at_) == '/') &&
         word_start(text_, at_ + 1) != 0) {
    ++at_;
    add_part();
  }
  read_whole();
  return true;
}

Lexeme& WordStream::new_part() {
  if (part_count_ == parts_.size()) parts_.emplace_back();
  return parts_[part_count_++];
}

void WordStream::add_part() {
  auto& part = new_part();
  if (const auto end = plain_word_end(text_, at_); end != at_) {
    part.take(text_, at_, end, TokenClass::word);
    at_ = end;
    return;
  }
  read_lexeme(text_, at_, part);
  at_ = part.end;
  if (part.token_class == TokenClass::word && !std::ranges::all_of(part.term, is_ascii)) split_last_part();
}

void WordStream::split_last_part() {
  const auto begin = parts_[part_count_ - 1].begin;
  ends_.clear();
  split_run(text_.substr(begin, at_ - begin), ends_);
  if (ends_.size() == 1) return;
  --part_count_;
  std::size_t from = 0;
  for (const auto end : ends_) {
    if (word_start(text_, begin + from) != 0) {
      new_part().take(text_, begin + from, begin + end, TokenClass::word);
    }
    from = end;
  }
}

// Makes the compound of the parts, if they are one.
void WordStream::read_whole() {
  const auto end = part_count_ == 0 ? at_ : parts_[part_count_ - 1].end;
  compound_ =
      part_count_ >= 2 && part_count_ <= kMostParts && end - parts_[0].begin <= kLongestCompound &&
      std::any_of(parts_.begin(), parts_.begin() + static_cast<std::ptrdiff_t>(part_count_), is_wordlike);
  if (!compound_) return;
  whole_.start(parts_[0].begin, end, TokenClass::word);
  for (std::size_t i = 0; i < part_count_; ++i) {
    if (i > 0 && parts_[i].begin > parts_[i - 1].end) whole_.term.push_back(text_[parts_[i].begin - 1]);
    whole_.term.append(parts_[i].term);
  }
}

void WordStream::give(Token& token, Lexeme& lexeme, bool compound) const {
  token.term.swap(lexeme.term);
  token.begin = scan_.original_begin(lexeme.begin);
  token.end = scan_.original_end(lexeme.end);
  token.position = position_;
  token.kind = TermKind::surface;
  token.token_class = lexeme.token_class;
  token.stop_word = false;
  token.compound = compound;
}

}  // namespace

Tokenizer word_tokenizer() {
  return [](std::string_view text) { return std::make_unique<WordStream>(text); };
}

}  // namespace imr
