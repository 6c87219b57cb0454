// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_lexer.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "searcher/query_characters.h"
#include "searcher/query_error.h"

namespace imr {
namespace {

constexpr unsigned kMaxDistance = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// A question mark is a wildcard only if more of the word follows it.
bool holds_wildcard(std::string_view text) {
  const std::size_t question = text.find('?');
  if (text.find('*') != std::string_view::npos) return has_letter_or_digit(text);
  return question != std::string_view::npos && has_letter_or_digit(text.substr(question));
}

std::string_view without_last(std::string_view text, std::string_view characters) {
  return text.substr(0, text.find_last_not_of(characters) + 1);
}

bool same_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] >= 'A' && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]) != lower[i]) return false;
  }
  return true;
}

// The 5 of w/5 and pre/5; empty if `text` is something else.
std::string_view distance_of(std::string_view text) {
  const std::size_t digits = text.find('/') + 1;
  const std::string_view head = text.substr(0, digits);
  if (!same_ignoring_case(head, "w/") && !same_ignoring_case(head, "pre/")) return {};
  const std::string_view number = text.substr(digits);
  for (const char c : number) {
    if (!is_digit(c)) return {};
  }
  return number;
}

std::optional<QueryTokenKind> operator_kind(std::string_view text) {
  using enum QueryTokenKind;
  if (text == "AND") return and_operator;
  if (text == "OR") return or_operator;
  if (text == "NOT") return not_operator;
  if (same_ignoring_case(text, "/s")) return same_sentence;
  if (same_ignoring_case(text, "/p")) return same_paragraph;
  if (!distance_of(text).empty()) return near;
  return std::nullopt;
}

// state:OR is Oregon; AND and NOT are no values, but mistakes worth telling.
std::optional<QueryTokenKind> operator_kind_in_field(std::string_view text) {
  return text == "AND" || text == "NOT" ? operator_kind(text) : std::nullopt;
}

class QueryLexer {
 public:
  explicit QueryLexer(std::string_view text) : text_(text) {}

  std::vector<QueryToken> run() {
    while (skip_blanks()) read_piece();
    add(QueryTokenKind::end, {}, at_);
    return std::move(tokens_);
  }

 private:
  bool skip_blanks();
  void read_piece();
  bool read_bracket();
  bool read_phrase(std::size_t quote);
  bool read_minus();
  bool read_exact();
  bool read_field();
  void read_word();
  void read_near(std::string_view run);

  char byte_at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  bool stops_at(std::size_t offset) const;
  bool is_inch_mark(std::size_t begin, std::size_t quote) const;
  std::size_t field_name_end() const;
  std::string_view run_at(std::size_t begin) const;
  bool follows_field() const {
    return !tokens_.empty() && tokens_.back().kind == QueryTokenKind::field && tokens_.back().end == at_;
  }
  void add(QueryTokenKind kind, std::string_view text, std::size_t end) {
    tokens_.push_back({kind, text, at_, end});
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<QueryToken> tokens_;
};

bool QueryLexer::skip_blanks() {
  while (at_ < text_.size()) {
    const std::size_t blank = blank_at(text_, at_);
    if (blank == 0) return true;
    at_ += blank;
  }
  return false;
}

void QueryLexer::read_piece() {
  if (read_bracket() || read_phrase(at_) || read_minus() || read_exact() || read_field()) return;
  read_word();
}

bool QueryLexer::read_bracket() {
  if (text_[at_] != '(' && text_[at_] != ')') return false;
  add(text_[at_] == '(' ? QueryTokenKind::open : QueryTokenKind::close, text_.substr(at_, 1), at_ + 1);
  return true;
}

bool QueryLexer::stops_at(std::size_t offset) const {
  return offset >= text_.size() || text_[offset] == ')' || blank_at(text_, offset) > 0;
}

// Quotes doubled by a spreadsheet, ""like this"", are taken as single ones.
bool QueryLexer::read_phrase(std::size_t quote) {
  const std::size_t opening = quote_at(text_, quote);
  if (opening == 0) return false;
  std::size_t begin = quote + opening;
  const std::size_t second = quote_at(text_, begin);
  const bool empty = second > 0 && stops_at(begin + second);
  if (!empty) begin += second;
  std::size_t end = begin;
  while (end < text_.size() && quote_at(text_, end) == 0) ++end;
  if (end == text_.size()) {
    throw QueryError("query_syntax", "this quote is never closed", quote,
                     "close it with \", or leave it out");
  }
  const std::string_view phrase = text_.substr(begin, end - begin);
  std::size_t blank = 0;
  while (blank < phrase.size() && blank_at(phrase, blank) > 0) blank += blank_at(phrase, blank);
  if (blank == phrase.size()) {
    throw QueryError("query_syntax", "nothing between the quotes", quote,
                     "write a phrase there, or leave the quotes out");
  }
  end += quote_at(text_, end);
  if (second > 0) end += quote_at(text_, end);
  add(QueryTokenKind::phrase, phrase, end);
  return true;
}

// A hyphen excludes what follows it directly; before a blank, another hyphen or mere punctuation
// it is punctuation itself: "- pain", "--", "->".
bool QueryLexer::read_minus() {
  if (text_[at_] != '-') return false;
  const std::size_t next = at_ + 1;
  if (byte_at(next) == '-') return false;
  const std::string_view rest = run_at(next);
  const bool phrase = quote_at(text_, rest == "=" ? next + 1 : next) > 0;
  if (!phrase && byte_at(next) != '(' && !has_letter_or_digit(rest)) return false;
  add(QueryTokenKind::not_operator, text_.substr(at_, 1), next);
  return true;
}

bool QueryLexer::read_exact() {
  if (text_[at_] != '=') return false;
  if (read_phrase(at_ + 1)) return true;  // a phrase is exact anyway
  if (byte_at(at_ + 1) == '(') {
    throw QueryError("query_syntax", "= goes before a single word", at_, "write (=one OR =two)");
  }
  const std::string_view run = run_at(at_ + 1);
  if (!has_letter_or_digit(run)) return false;
  add(QueryTokenKind::exact, without_last(run, "?"), at_ + 1 + run.size());
  return true;
}

// 0 if no field begins here. One letter is no field (C: and C:\temp), nor is what has a digit
// before the colon (10:30, 3:1, L4:5), nor an address (https://...).
std::size_t QueryLexer::field_name_end() const {
  std::size_t colon = at_;
  if (!is_letter(text_[at_])) return 0;
  while (is_letter(byte_at(colon)) || is_digit(byte_at(colon))) ++colon;
  const bool named = byte_at(colon) == ':' && colon - at_ > 1 && !is_digit(text_[colon - 1]);
  return named && text_.substr(colon, 3) != "://" ? colon : 0;
}

bool QueryLexer::read_field() {
  const std::size_t colon = field_name_end();
  if (colon == 0) return false;
  const std::string_view name = text_.substr(at_, colon - at_);
  if (stops_at(colon + 1)) {
    const std::string with_colon = std::string(name) + ":";
    throw QueryError("query_syntax", "nothing after \"" + with_colon + "\"", at_,
                     "write " + with_colon + "word without a blank, or \"" + std::string(name) +
                         "\" in quotes to search for the word");
  }
  add(QueryTokenKind::field, name, colon + 1);
  return true;
}

// In 6" (an inch) the mark belongs to the word: it stands behind a digit and before a gap.
bool QueryLexer::is_inch_mark(std::size_t begin, std::size_t quote) const {
  const std::size_t next = quote + quote_at(text_, quote);
  const bool gap = stops_at(next) || std::string_view(",.;:?!").find(text_[next]) != std::string_view::npos;
  return quote > begin && is_digit(text_[quote - 1]) && gap;
}

// What stands together from `begin`: up to a blank, a bracket or a quote that opens a phrase.
std::string_view QueryLexer::run_at(std::size_t begin) const {
  std::size_t end = begin;
  while (!stops_at(end) && text_[end] != '(') {
    const std::size_t quote = quote_at(text_, end);
    if (quote > 0 && !is_inch_mark(begin, end)) break;
    end += quote > 0 ? quote : character_length(text_, end);
  }
  return text_.substr(begin, end - begin);
}

void QueryLexer::read_near(std::string_view run) {
  const std::string_view digits = distance_of(run);
  unsigned distance = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), distance);
  if (result.ec != std::errc() || distance == 0 || distance > kMaxDistance) {
    throw QueryError("query_syntax",
                     "the distance of " + std::string(run.substr(0, 20)) + " is not from 1 to " +
                         std::to_string(kMaxDistance),
                     at_, "write w/5 for at most five words apart");
  }
  add(QueryTokenKind::near, run, at_ + run.size());
  tokens_.back().distance = distance;
  tokens_.back().ordered = run.front() == 'p' || run.front() == 'P';
}

void QueryLexer::read_word() {
  const std::string_view run = run_at(at_);
  const auto kind_of = follows_field() ? operator_kind_in_field : operator_kind;
  const auto kind = kind_of(run);
  if (kind == QueryTokenKind::near) return read_near(run);
  if (kind) return add(*kind, run, at_ + run.size());
  std::string_view word = without_last(run, "?");
  if (word.empty() || kind_of(word)) word = run;
  const bool address = word.find("://") != std::string_view::npos;
  if (address || !holds_wildcard(word)) return add(QueryTokenKind::word, word, at_ + run.size());
  add(QueryTokenKind::wildcard, without_last(word, "?,;:.!"), at_ + run.size());
}

}  // namespace

std::vector<QueryToken> query_tokens(std::string_view text) { return QueryLexer(text).run(); }

}  // namespace imr
