// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/quotations.h"

#include <algorithm>
#include <optional>
#include <string>

#include "analyzers/letters.h"
#include "analyzers/plain_words.h"
#include "analyzers/sentences.h"

namespace imr {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::size_t kFewestWords = 12;
constexpr std::size_t kLongestBytes = 8000;
constexpr std::size_t kLongestItem = 800;
constexpr std::size_t kLongestLead = 400;
constexpr int kDeepest = 3;

// Who is quoted. Words, as the lead to a quotation has them.
constexpr std::string_view kAuthorities[] = {
    "acoem",  "acr",      "aaos",      "asipp",      "cdc",         "cms",       "cochrane", "cpmtg",
    "fda",    "guidance", "guideline", "guidelines", "mcg",         "medicare",  "mtus",     "nice",
    "odg",    "chapter",  "criteria",  "criterion",  "indications", "practices", "protocol", "protocols",
    "policy", "insert",   "labeling",  "regulation", "regulations", "statement", "section",  "standards",
};
constexpr std::string_view kPersonal[] = {"he", "she", "him", "his", "her", "hers", "claimant", "applicant"};
constexpr std::string_view kOnes[] = {"patient", "worker", "case", "claimant", "individual", "employee"};

bool is_blank(char c) { return is_ascii_blank(c) || c == '\n' || c == '\f' || c == '\v' || c == '\0'; }

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (PlainWords words(text); words.next();) ++count;
  return count;
}

bool names_authority(std::string_view text) {
  for (PlainWords words(text); words.next();) {
    if (is_one_of(kAuthorities, words.word())) return true;
  }
  return false;
}

bool speaks_of_person(std::string_view text) {
  std::string before;
  for (PlainWords words(text); words.next(); before = words.word()) {
    if (is_one_of(kPersonal, words.word()) && !words.is_cited()) return true;
    if (before == "this" && is_one_of(kOnes, words.word())) return true;
    if (before == "injured" && words.word() == "worker") return true;
  }
  return false;
}

// A quotation mark: its length, and whether it opens or closes; both if that cannot be told.
struct QuoteMark {
  std::size_t size = 0;
  bool opens = false;
  bool closes = false;
};

QuoteMark quote_mark_at(std::string_view text, std::size_t at) {
  if (text[at] == '"') {
    const char before = at == 0 ? '\0' : text[at - 1];
    const char after = char_at(text, at + 1);
    const bool opens = (is_blank(before) || before == '(' || before == '[') && !is_blank(after);
    const bool closes = !is_blank(before) && word_start(text, at + 1) == 0;
    return {1, opens || !closes, closes || !opens};
  }
  if (text.substr(at).starts_with("\u201C")) return {3, true, false};
  if (text.substr(at).starts_with("\u201D")) return {3, false, true};
  return {};
}

// Past the mark that closes the quotation that opens at `begin`, quotations within it apart.
std::optional<std::size_t> quotation_end(std::string_view text, std::size_t begin) {
  int depth = 0;
  const auto limit = std::min(text.size(), begin + kLongestBytes);
  for (auto at = begin; at < limit;) {
    const auto mark = quote_mark_at(text, at);
    if (mark.size != 0) depth += mark.opens && (!mark.closes || depth == 0) ? 1 : -1;
    at += std::max<std::size_t>(1, mark.size);
    if (depth == 0) return at;
    if (depth > kDeepest) break;
  }
  return std::nullopt;
}

// The number or letter of a list item that stands at `at` as in "(2)", "2)" or "2."; 0 if none does.
struct ItemMark {
  int number = 0;
  std::size_t end = 0;
};

ItemMark item_mark_at(std::string_view text, std::size_t at) {
  if (at > 0 && !is_blank(text[at - 1]) && text[at - 1] != ':') return {};
  const bool bracket = text[at] == '(';
  if (bracket) ++at;
  int number = 0;
  auto end = at;
  for (; end < at + 2 && digit_at(text, end); ++end) number = number * 10 + (text[end] - '0');
  if (end == at && letter_at(text, at)) number = ascii_lower(text[end++]) - 'a' + 1;
  const char close = char_at(text, end);
  if (number == 0 || (close != ')' && (bracket || close != '.')) || !is_blank(char_at(text, end + 1)))
    return {};
  return {number, end + 1};
}

// Reads a text sentence by sentence; see the header.
class QuotationFinder {
 public:
  explicit QuotationFinder(std::string_view text) : text_(text), sentences_(sentences_of(text)) {}

  std::vector<Range> find() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto range = text_[at] == ':' ? list_behind(at) : quotation_at(at);
      if (range) found_.push_back(*range);
      at = range ? range->second : at + 1;
    }
    return std::move(found_);
  }

 private:
  std::optional<Range> quotation_at(std::size_t at) {
    if (!quote_mark_at(text_, at).opens) return std::nullopt;
    if (!names_authority(lead_of(at))) return std::nullopt;
    const auto end = quotation_end(text_, at);
    return end ? long_enough({at, impersonal_end(at, *end)}) : std::nullopt;
  }

  // The end of the sentence before `at` as far as it goes, or of the one before that if nothing of it stands
  // there.
  std::string_view lead_of(std::size_t at) const {
    auto sentence = std::ranges::upper_bound(sentences_, at, {}, &Range::first);
    while (sentence != sentences_.begin()) {
      --sentence;
      const auto end = std::min(at, sentence->second);
      const auto begin = std::max(sentence->first, end - std::min(end, kLongestLead));
      const auto lead = text_.substr(begin, end - begin);
      if (PlainWords(lead).next()) return lead;
    }
    return {};
  }

  std::size_t impersonal_end(std::size_t begin, std::size_t end) const {
    auto sentence = std::ranges::upper_bound(sentences_, begin, {}, &Range::second);
    for (; sentence != sentences_.end() && sentence->first < end; ++sentence) {
      const auto first = std::max(begin, sentence->first);
      if (speaks_of_person(text_.substr(first, std::min(end, sentence->second) - first))) return first;
    }
    return end;
  }

  // "criteria: 1) ... 2) ...", up to the end of the sentence in which the last item begins.
  std::optional<Range> list_behind(std::size_t colon) const {
    const auto begin = first_item(colon + 1);
    auto mark = begin < text_.size() ? item_mark_at(text_, begin) : ItemMark{};
    if (mark.number != 1 || !names_authority(lead_of(colon))) return std::nullopt;
    auto last = begin;
    for (auto next = next_item(mark); next != 0; next = next_item(mark)) {
      if (speaks_of_person(text_.substr(last, next - last))) break;
      mark = item_mark_at(text_, next);
      last = next;
    }
    if (mark.number < 2) return std::nullopt;
    const auto end = sentence_end(last);
    const auto person = speaks_of_person(text_.substr(last, end - last));
    return long_enough({begin, person ? last : end});
  }

  std::size_t first_item(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }

  // Where the item after this one begins; 0 if there is none.
  std::size_t next_item(const ItemMark& mark) const {
    const auto limit = std::min(text_.size(), mark.end + kLongestItem);
    for (auto at = mark.end; at < limit; ++at) {
      if (item_mark_at(text_, at).number == mark.number + 1) return at;
    }
    return 0;
  }

  std::size_t sentence_end(std::size_t at) const {
    const auto next = std::ranges::upper_bound(sentences_, at, {}, &Range::first);
    return next == sentences_.begin() ? text_.size() : std::prev(next)->second;
  }

  std::optional<Range> long_enough(Range range) const {
    while (range.second > range.first && is_blank(text_[range.second - 1])) --range.second;
    if (count_words(text_.substr(range.first, range.second - range.first)) < kFewestWords)
      return std::nullopt;
    return range;
  }

  std::string_view text_;
  std::vector<Range> sentences_;
  std::vector<Range> found_;
};

}  // namespace

std::vector<Range> guideline_quotations(std::string_view text) {
  // Most texts have neither, and then there is nothing to read.
  if (text.find_first_of("\":") == std::string_view::npos && text.find("\u201C") == std::string_view::npos)
    return {};
  return QuotationFinder(text).find();
}

}  // namespace imr
