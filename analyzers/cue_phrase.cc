// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/cue_phrase.h"

#include <stdexcept>
#include <utility>

namespace imr {
namespace {

class PhraseReader {
 public:
  PhraseReader(std::string_view notation, const CueGroups& groups) : rest_(notation), groups_(groups) {}

  CuePhrase read() {
    auto phrase = sequence();
    if (!rest_.empty() || phrase.empty()) fail();
    return phrase;
  }

 private:
  CuePhrase sequence() {
    CuePhrase phrase;
    while (true) {
      while (rest_.starts_with(' ')) rest_.remove_prefix(1);
      if (rest_.empty() || rest_[0] == '|' || rest_[0] == ')') return phrase;
      phrase.push_back(part());
    }
  }

  CuePart part() {
    auto read = rest_[0] == '(' ? bracket() : word_or_group();
    if (!take('?')) return read;
    if (read.choices.empty()) read = {.choices = {{std::move(read)}}};
    read.choices.emplace_back();
    return read;
  }

  CuePart bracket() {
    CuePart choice;
    do {
      rest_.remove_prefix(1);
      choice.choices.push_back(sequence());
    } while (rest_.starts_with('|'));
    if (!take(')')) fail();
    return choice;
  }

  CuePart word_or_group() {
    const auto word = rest_.substr(0, rest_.find_first_of(" ?*|()"));
    if (word.empty()) fail();
    rest_.remove_prefix(word.size());
    if (word[0] != '@' || take('*')) return {.word = word};
    const auto group = groups_.find(word);
    if (group == groups_.end()) fail();
    CuePart choice;
    for (const auto member : group->second) choice.choices.push_back({{.word = member}});
    return choice;
  }

  bool take(char mark) {
    if (!rest_.starts_with(mark)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  [[noreturn]] void fail() const {
    throw std::logic_error("assertion_cues.tsv: no phrase at \"" + std::string(rest_) + "\"");
  }

  std::string_view rest_;
  const CueGroups& groups_;
};

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return words;
    text.remove_prefix(begin);
    words.push_back(text.substr(0, text.find(' ')));
    text.remove_prefix(words.back().size());
  }
}

CuePhrase read_cue_phrase(std::string_view notation, const CueGroups& groups) {
  return PhraseReader(notation, groups).read();
}

}  // namespace imr
