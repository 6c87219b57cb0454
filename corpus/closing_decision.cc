// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/closing_decision.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "corpus/letter_lines.h"
#include "corpus/polarity.h"
#include "corpus/regex.h"

namespace imr {
namespace {

bool begins_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '"' || c == '(')) return false;
  return text[at - 1] == '\n' || (text[at - 1] == ' ' && ends_sentence(text.substr(0, at)));
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!begins_sentence(text, at)) continue;
    sentences.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  if (begin < text.size()) sentences.push_back(text.substr(begin));
  return sentences;
}

// What a semicolon or "although" parts may say yes of one thing and no of another.
std::vector<std::string_view> clauses_of(std::string_view sentence) {
  static const Regex between(R"((?i)(;\s+|,?\s+(?:but|although|though|however|while|whereas)\b))");
  std::vector<std::string_view> clauses;
  for (std::string_view found; partial_match(sentence, between, &found);) {
    const auto at = static_cast<std::size_t>(found.data() - sentence.data());
    clauses.push_back(sentence.substr(0, at));
    sentence.remove_prefix(at + found.size());
  }
  clauses.push_back(sentence);
  return clauses;
}

// Sentence `i`, read with the one before it if it only agrees or disagrees.
Polarity polarity_in(const std::vector<std::string_view>& sentences, std::size_t i) {
  const auto own = polarity_of(sentences[i]);
  if (own != Polarity::none) return own;
  return i > 0 ? polarity_of_reply(sentences[i - 1], sentences[i]) : Polarity::none;
}

struct Saying {
  std::string_view text;
  Polarity polarity = Polarity::none;
};

// All that is said of the request, in order.
std::vector<Saying> sayings_of(std::string_view rationale) {
  std::vector<Saying> sayings;
  const auto sentences = sentences_of(rationale);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    std::vector<Saying> parts;
    for (const auto clause : clauses_of(sentences[i])) parts.push_back({clause, polarity_of(clause)});
    std::erase_if(parts, [](const Saying& one) { return one.polarity == Polarity::none; });
    if (parts.empty()) parts.push_back({sentences[i], polarity_in(sentences, i)});
    std::ranges::copy_if(parts, std::back_inserter(sayings),
                         [](const Saying& one) { return one.polarity != Polarity::none; });
  }
  return sayings;
}

Decision decision_of(const Saying& saying) {
  return saying.polarity == Polarity::no ? Decision::upheld : Decision::overturned;
}

bool agree(const std::vector<Saying>& sayings) {
  return std::ranges::all_of(
      sayings, [&](const Saying& one) { return decision_of(one) == decision_of(sayings.front()); });
}

// The words of a treatment that tell it from others.
std::vector<std::string> words_of(std::string_view text) {
  static const Regex word(R"((?i)([a-z]{3,}))");
  static const Regex idle(R"((?i)the|and|for|with|without|per|visits?|sessions?|times|weeks?)");
  std::vector<std::string> words;
  for (std::string found; find_and_consume(text, word, &found);) {
    if (!full_match(found, idle)) words.push_back(letters_only(found));
  }
  return words;
}

// "The request", or at least half the words of the treatment.
bool names(std::string_view text, const std::vector<std::string>& treatment) {
  static const Regex request(R"((?i)\b(?:requests?|requested|denial|it|disagrees?|agrees?)\b)");
  const auto words = words_of(text);
  const auto shared = std::ranges::count_if(
      treatment, [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
  if (shared > 0 && shared * 2 >= std::ssize(treatment)) return true;
  return shared == 0 && partial_match(text, request) && words.size() < 12;
}

}  // namespace

std::optional<Decision> closing_decision(std::string_view rationale) {
  std::optional<Decision> hypothetical;
  const auto sentences = sentences_of(rationale);
  for (auto i = sentences.size(); i-- > 0;) {
    const auto polarity = polarity_in(sentences, i);
    if (polarity == Polarity::no) return Decision::upheld;
    if (polarity == Polarity::would && !hypothetical) hypothetical = Decision::overturned;
    if (polarity == Polarity::yes) return Decision::overturned;
  }
  return hypothetical;
}

ReasonedDecision decision_on(std::string_view treatment, std::string_view rationale) {
  auto sayings = sayings_of(rationale);
  const auto would = [](const Saying& one) { return one.polarity == Polarity::would; };
  if (!std::ranges::all_of(sayings, would)) std::erase_if(sayings, would);
  if (sayings.empty()) return {};
  if (agree(sayings)) return {decision_of(sayings.back())};
  const auto words = words_of(treatment);
  std::vector<Saying> named;
  std::ranges::copy_if(sayings, std::back_inserter(named),
                       [&](const Saying& one) { return names(one.text, words); });
  if (named.empty()) return {decision_of(sayings.back()), true};
  return {decision_of(named.back()), !agree(named)};
}

}  // namespace imr
