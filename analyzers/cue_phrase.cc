// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/cue_phrase.h"

#include <stdexcept>
#include <utility>

namespace imr {
namespace {

constexpr std::string_view kCueEnd = ">";

using Wording = std::vector<std::string_view>;

class PhraseReader {
 public:
  PhraseReader(std::string_view notation, const CueGroups& groups) : rest_(notation), groups_(groups) {}

  std::vector<Wording> read_all() {
    auto wordings = alternatives();
    if (!rest_.empty()) fail();
    return wordings;
  }

 private:
  std::vector<Wording> alternatives() {
    auto all = sequence();
    while (rest_.starts_with('|')) {
      rest_.remove_prefix(1);
      for (auto& wording : sequence()) all.push_back(std::move(wording));
    }
    return all;
  }

  std::vector<Wording> sequence() {
    std::vector<Wording> all = {{}};
    while (true) {
      while (rest_.starts_with(' ')) rest_.remove_prefix(1);
      if (rest_.empty() || rest_[0] == '|' || rest_[0] == ')') return all;
      all = joined(all, atom());
    }
  }

  std::vector<Wording> atom() {
    std::vector<Wording> choices;
    if (rest_[0] == '(') {
      rest_.remove_prefix(1);
      choices = alternatives();
      if (!rest_.starts_with(')')) fail();
      rest_.remove_prefix(1);
    } else {
      choices = word_or_group();
    }
    if (rest_.starts_with('?')) {
      rest_.remove_prefix(1);
      choices.push_back({});
    }
    return choices;
  }

  std::vector<Wording> word_or_group() {
    const auto word = rest_.substr(0, rest_.find_first_of(" ?*|()"));
    rest_.remove_prefix(word.size());
    if (word.empty()) fail();
    if (word[0] != '@') return {{word}};
    const auto group = groups_.find(word);
    if (group == groups_.end()) fail();
    std::vector<Wording> choices;
    if (rest_.starts_with('*')) {
      rest_.remove_prefix(1);
      return {{word}};
    }
    for (const auto& member : group->second) choices.push_back({member});
    return choices;
  }

  static std::vector<Wording> joined(const std::vector<Wording>& heads, const std::vector<Wording>& tails) {
    std::vector<Wording> all;
    for (const auto& head : heads) {
      for (const auto& tail : tails) {
        all.push_back(head);
        all.back().insert(all.back().end(), tail.begin(), tail.end());
      }
    }
    return all;
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

std::vector<CuePhrase> expand_cue_phrase(std::string_view notation, const CueGroups& groups) {
  std::vector<CuePhrase> phrases;
  for (const auto& wording : PhraseReader(notation, groups).read_all()) {
    CuePhrase phrase;
    std::string_view fillers;
    for (const auto& word : wording) {
      if (word == kCueEnd) {
        phrase.cue_size = phrase.words.size();
      } else if (word.front() == '@') {
        fillers = word;
      } else {
        phrase.words.push_back({word, std::exchange(fillers, {})});
      }
    }
    if (phrase.cue_size == 0) phrase.cue_size = phrase.words.size();
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace imr
