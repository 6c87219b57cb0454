// SPDX-License-Identifier: GPL-3.0-or-later
// How fast texts are analyzed, step by step and as a whole: MB of text a second and core; and how long the
// tables take to load.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/assertion.h"
#include "analyzers/case_filter.h"
#include "analyzers/text_marks.h"
#include "analyzers/word_tokenizer.h"
#include "bench/generator/letter_generator.h"

namespace imr {
namespace {

constexpr int kLetters = 2'000;
constexpr int kRuns = 5;
constexpr std::size_t kTextSize = 4'000;

// Pieces of the size of a letter: of a file, or made up.
std::vector<std::string> texts_of(int argc, char** argv) {
  std::vector<std::string> texts;
  if (argc < 2) {
    for (int i = 0; i < kLetters; ++i)
      texts.push_back(generate_letter(1, static_cast<std::uint64_t>(i)).text);
    return texts;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t at = 0; at < all.size(); at += kTextSize) texts.push_back(all.substr(at, kTextSize));
  return texts;
}

// The tokens of the texts, kept, so that words can look at them.
std::vector<std::vector<Token>> tokens_of(const std::vector<std::string>& texts) {
  const auto analyzer = Analyzer(word_tokenizer()).then(case_filter());
  std::vector<std::vector<Token>> tokens;
  for (const auto& text : texts) tokens.push_back(tokens_of(analyzer, text));
  return tokens;
}

std::vector<AssertionWord> words_of(const std::vector<Token>& tokens) {
  std::vector<AssertionWord> words;
  for (const auto& token : tokens) {
    if (!token.compound) words.push_back({token.term, token.begin, token.end});
  }
  return words;
}

// The best of several runs, in seconds.
template <typename Work>
double seconds_of(Work work) {
  double best = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    const auto start = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

void print(std::string_view what, std::size_t bytes, double seconds) {
  std::cout << std::fixed << std::setprecision(1) << what << ": "
            << static_cast<double>(bytes) / 1e6 / seconds << " MB/s\n";
}

int run(int argc, char** argv) {
  const auto begin = std::chrono::steady_clock::now();
  tokens_of(prose_analyzer(), "a");
  const std::chrono::duration<double, std::milli> tables = std::chrono::steady_clock::now() - begin;
  std::cout << "words, stems and concepts read in " << tables.count() << " ms\n";
  std::vector<AssertionScope> scopes;
  const auto start = std::chrono::steady_clock::now();
  append_assertion_scopes("", {}, scopes);
  const std::chrono::duration<double, std::milli> load = std::chrono::steady_clock::now() - start;
  std::cout << "rules of assertion read in " << load.count() << " ms\n";

  const auto texts = texts_of(argc, argv);
  std::size_t bytes = 0;
  for (const auto& text : texts) bytes += text.size();

  const auto tokens = tokens_of(texts);
  std::vector<std::vector<AssertionWord>> words;
  for (const auto& list : tokens) words.push_back(words_of(list));
  print("tokenizer and case", bytes, seconds_of([&] { tokens_of(texts); }));

  print("words, stems, levels and concepts", bytes, seconds_of([&] {
          for (const auto& text : texts) tokens_of(prose_analyzer(), text);
        }));
  print("all of it, marks included", bytes, seconds_of([&] {
          for (const auto& text : texts) text_marks(text, tokens_of(prose_analyzer(), text));
        }));

  std::size_t found = 0;
  print("scopes", bytes, seconds_of([&] {
          found = 0;
          for (std::size_t i = 0; i < texts.size(); ++i) {
            scopes.clear();
            append_assertion_scopes(texts[i], words[i], scopes);
            found += scopes.size();
          }
        }));
  std::cout << bytes << " bytes, " << found << " scopes\n";
  return 0;
}

}  // namespace
}  // namespace imr

int main(int argc, char** argv) { return imr::run(argc, argv); }
