// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/concept_finder.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/letters.h"

namespace imr {
namespace {

constexpr std::size_t kNear = 8;
constexpr std::size_t kFewWords = 3;  // that tell nothing of how a sentence is written

// A word of a text: its tokens.
struct Word {
  Token* surface = nullptr;
  Token* stem = nullptr;
  Token* compound = nullptr;       // that begins here
  std::uint32_t surface_term = 0;  // numbers of the table
  std::uint32_t stem_term = 0;
};

std::vector<Word> words_of(std::vector<Token>& tokens, const ConceptTable& table) {
  std::vector<Word> words;
  words.reserve(tokens.size() / 2);
  Token* compound = nullptr;
  for (Token& token : tokens) {
    if (token.kind == TermKind::meaning) continue;
    if (token.compound) {
      if (token.kind == TermKind::surface) compound = &token;
    } else if (token.kind == TermKind::surface) {
      const auto term = table.term(token.term);
      words.push_back({&token, nullptr, std::exchange(compound, nullptr), term, 0});
    } else if (!words.empty()) {
      Word& word = words.back();
      word.stem = &token;
      word.stem_term = token.term == word.surface->term ? word.surface_term : table.term(token.term);
    }
  }
  return words;
}

// "PT", "P.T.", "PTs"; capitals but for the s of a plural.
bool in_capitals(std::string_view written) {
  if (written.size() > 1 && written.back() == 's') written.remove_suffix(1);
  if (written.ends_with('\'')) written.remove_suffix(1);
  return std::ranges::any_of(written, is_ascii_capital) && std::ranges::none_of(written, is_ascii_small);
}

bool ends_sentence(std::string_view gap) {
  const auto mark = gap.find_first_of(".;?!");
  return mark != std::string_view::npos && (mark + 1 == gap.size() || gap[mark + 1] <= ' ');
}

// One look at one text.
class ConceptReader {
 public:
  ConceptReader(std::string_view text, const ConceptTable& table, Typing typing, std::vector<Token>& found)
      : text_(text), table_(table), typing_(typing), found_(found) {}

  void read(std::vector<Token>& tokens) {
    words_ = words_of(tokens, table_);
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const Word& word = words_[at];
      if (word.compound)
        find_whole(table_.with_surface(table_.term(word.compound->term)), at, *word.compound);
      find_whole(table_.with_surface(word.surface_term), at, *word.surface);
      if (const auto plain = plain_word(word); plain != word.surface_term)
        find_whole(table_.with_surface(plain), at, *word.surface);
      find_phrases(at);
    }
  }

 private:
  struct Seen {
    int number;
    std::uint32_t position;  // of its last word
    std::size_t found;       // the token for it
  };

  // The usual spelling, without a possessive: "mri's" is "mri".
  std::uint32_t plain_word(const Word& word) const {
    const std::string_view term = word.surface->term;
    const bool possessive = term.size() > 2 && term.ends_with("'s");
    return table_.usual(possessive ? table_.term(term.substr(0, term.size() - 2)) : word.surface_term);
  }

  // Forms that are the token.
  void find_whole(std::span<const std::uint32_t> forms, std::size_t at, Token& whole) {
    for (const auto number : forms) find(table_.form(number), at, at + 1, &whole);
  }

  // Forms of several words that begin here.
  void find_phrases(std::size_t at) {
    if (at + 1 == words_.size()) return;
    const auto second = words_[at + 1].stem_term;
    for (const auto& phrase : table_.with_first_stem(words_[at].stem_term)) {
      if (phrase.second != second) continue;
      const ConceptForm& form = table_.form(phrase.form);
      if (continues(form, at)) find(form, at, at + form.words.size, nullptr);
    }
  }

  // `whole`: the token that is the form, if it is one of a single surface term.
  void find(const ConceptForm& form, std::size_t at, std::size_t end, Token* whole) {
    if (!written_so(form, at, end, whole)) return;
    const auto tests = table_.tests(form);
    if (std::ranges::all_of(tests, [&](const FormTest& test) { return holds(test, at, end); }))
      add(form, at, end, whole);
  }

  bool continues(const ConceptForm& form, std::size_t at) const {
    const auto words = table_.words(form);
    if (words_.size() - at < words.size()) return false;
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (words_[at + i].stem_term != words[i]) return false;
    }
    return true;
  }

  std::string_view written(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }

  bool written_so(const ConceptForm& form, std::size_t begin, std::size_t end, const Token* whole) const {
    if (form.letter_case == FormCase::any) return true;
    if (form.letter_case == FormCase::letters && typing_ == Typing::query) return true;
    if (whole) {
      if (!in_capitals(written(*whole))) return false;
    } else {
      for (std::size_t i = begin; i < end; ++i) {
        if ((form.capitals >> (i - begin) & 1U) != 0 && !in_capitals(written(*words_[i].surface)))
          return false;
      }
    }
    return form.letter_case == FormCase::letters || form.tests.size > 0 || !shouted(begin, end);
  }

  // Whether all around is in capitals too, so that they say nothing.
  bool shouted(std::size_t begin, std::size_t end) const {
    std::size_t words = 0;
    const auto is_capital_word = [&](std::size_t at) {
      const auto word = written(*words_[at].surface);
      if (std::ranges::none_of(word, [](char c) { return is_ascii_capital(c) || is_ascii_small(c); }))
        return true;
      ++words;
      return in_capitals(word);
    };
    for (std::size_t i = begin; i > 0 && begin - i < kNear && same_sentence(i - 1, i); --i) {
      if (!is_capital_word(i - 1)) return false;
    }
    for (std::size_t i = end; i < words_.size() && i - end < kNear && same_sentence(i - 1, i); ++i) {
      if (!is_capital_word(i)) return false;
    }
    return words >= kFewWords;
  }

  bool is_one_of(const FormTest& test, std::size_t at) const {
    const Word& word = words_[at];
    // "40 mg" is one word, and "mg" the last of it.
    const bool in_mg = word.surface->token_class == TokenClass::dose && word.surface->term.ends_with("mg");
    const auto term = in_mg ? table_.term("mg") : word.surface_term;
    return term != 0 && std::ranges::find(table_.words(test), term) != table_.words(test).end();
  }

  bool same_sentence(std::size_t left, std::size_t right) const {
    const auto begin = words_[left].surface->end;
    return !ends_sentence(text_.substr(begin, std::max(begin, words_[right].surface->begin) - begin));
  }

  bool any_near(const FormTest& test, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i > 0 && begin - i < kNear && same_sentence(i - 1, i); --i) {
      if (is_one_of(test, i - 1)) return true;
    }
    for (std::size_t i = end; i < words_.size() && i - end < kNear && same_sentence(i - 1, i); ++i) {
      if (is_one_of(test, i)) return true;
    }
    return false;
  }

  // Words [begin, end) are the form.
  bool holds(const FormTest& test, std::size_t begin, std::size_t end) const {
    switch (test.where) {
      case FormTest::Where::near:
        return any_near(test, begin, end) == test.wanted;
      case FormTest::Where::before:
        return (end < words_.size() && is_one_of(test, end)) == test.wanted;
      case FormTest::Where::after:
        return (begin > 0 && is_one_of(test, begin - 1)) == test.wanted;
    }
    return false;
  }

  void add(const ConceptForm& form, std::size_t at, std::size_t end, Token* whole) {
    const Token& first = *words_[at].surface;
    const std::uint32_t last_position = first.position + static_cast<std::uint32_t>(end - at) - 1;
    if (end == at + 1) classify(form, whole ? *whole : *words_[at].surface);
    const std::size_t end_byte = whole ? whole->end : words_[end - 1].surface->end;
    std::erase_if(seen_, [&](const Seen& seen) { return seen.position + 1 < first.position; });
    const auto known = std::ranges::find(seen_, form.number, &Seen::number);
    if (known != seen_.end()) {
      // "hydrocodone" is what "hydrocodone/acetaminophen" is too.
      Token& before = found_[known->found];
      if (before.position == first.position) before.end = std::max(before.end, end_byte);
      known->position = std::max(known->position, last_position);
      return;
    }
    seen_.push_back({form.number, last_position, found_.size()});
    found_.push_back({.term = std::string(table_.name(form.number)),
                      .begin = first.begin,
                      .end = end_byte,
                      .position = first.position,
                      .kind = TermKind::meaning,
                      .token_class = table_.is_drug(form.number) ? TokenClass::drug : TokenClass::word});
  }

  void classify(const ConceptForm& form, Token& token) const {
    if (token.token_class != TokenClass::word) return;
    if (table_.is_drug(form.number)) {
      token.token_class = TokenClass::drug;
    } else if (form.surface && form.capitals != 0) {
      token.token_class = TokenClass::abbreviation;
    }
  }

  std::string_view text_;
  const ConceptTable& table_;
  Typing typing_;
  std::vector<Word> words_;
  std::vector<Seen> seen_;  // concepts that reach up to the word being read
  std::vector<Token>& found_;
};

class ConceptFinder final : public MeaningFinder {
 public:
  ConceptFinder(const ConceptTable& table, Typing typing) : table_(table), typing_(typing) {}
  void find(std::string_view text, std::vector<Token>& tokens, std::vector<Token>& found) const override {
    ConceptReader(text, table_, typing_, found).read(tokens);
  }

 private:
  const ConceptTable& table_;
  Typing typing_;
};

}  // namespace

std::shared_ptr<const MeaningFinder> concept_finder(const ConceptTable& table, Typing typing) {
  return std::make_shared<const ConceptFinder>(table, typing);
}

}  // namespace imr
