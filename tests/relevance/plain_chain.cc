// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/plain_chain.h"

#include <utility>

#include <xapian.h>

namespace imr {

namespace {

bool is_word_byte(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

char lowered(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

}  // namespace

std::vector<std::string> PlainChain::terms(std::string_view text) const {
  thread_local const Xapian::Stem porter("porter");
  std::vector<std::string> terms;
  for (std::size_t at = 0; at < text.size();) {
    std::string word;
    while (at < text.size() && is_word_byte(text[at])) word += lowered(text[at++]);
    ++at;
    constexpr std::size_t kLongest = 64;
    if (word.empty() || word.size() > kLongest || stop_words_.contains(word)) continue;
    // Porter's rules leave nothing of "s".
    if (std::string stem = porter(word); !stem.empty()) terms.push_back(std::move(stem));
  }
  return terms;
}

const PlainChain::StopWords& lucene_stop_words() {
  static const PlainChain::StopWords words = {
      "a",   "an",    "and",  "are",   "as",    "at",   "be",   "but", "by",  "for",  "if",
      "in",  "into",  "is",   "it",    "no",    "not",  "of",   "on",  "or",  "such", "that",
      "the", "their", "then", "there", "these", "they", "this", "to",  "was", "will", "with"};
  return words;
}

const PlainChain::StopWords& usual_stop_words() {
  static const PlainChain::StopWords words = {
      "a",       "about",  "above",     "after",  "again",   "against",    "all",       "am",
      "an",      "and",    "any",       "are",    "as",      "at",         "be",        "because",
      "been",    "before", "being",     "below",  "between", "both",       "but",       "by",
      "can",     "cannot", "could",     "d",      "did",     "do",         "does",      "doing",
      "don",     "down",   "during",    "each",   "few",     "for",        "from",      "further",
      "had",     "has",    "have",      "having", "he",      "her",        "here",      "hers",
      "herself", "him",    "himself",   "his",    "how",     "i",          "if",        "in",
      "into",    "is",     "it",        "its",    "itself",  "just",       "ll",        "m",
      "me",      "more",   "most",      "my",     "myself",  "no",         "nor",       "not",
      "now",     "of",     "off",       "on",     "once",    "only",       "or",        "other",
      "our",     "ours",   "ourselves", "out",    "over",    "own",        "re",        "s",
      "same",    "she",    "should",    "so",     "some",    "such",       "t",         "than",
      "that",    "the",    "their",     "theirs", "them",    "themselves", "then",      "there",
      "these",   "they",   "this",      "those",  "through", "to",         "too",       "under",
      "until",   "up",     "ve",        "very",   "was",     "we",         "were",      "what",
      "when",    "where",  "which",     "while",  "who",     "whom",       "why",       "will",
      "with",    "would",  "you",       "your",   "yours",   "yourself",   "yourselves"};
  return words;
}

}  // namespace imr
