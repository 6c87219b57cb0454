// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token_stream.h"

namespace imr {

// Starts a run over a text. Tokenizers are the first step of an analyzer.
using Tokenizer = std::function<std::unique_ptr<TokenStream>(std::string_view text)>;

// Wraps a stream over a text. A filter rewrites, adds or marks terms; byte ranges stay as they are.
using TokenFilter =
    std::function<std::unique_ptr<TokenStream>(std::unique_ptr<TokenStream> input, std::string_view text)>;

// A recipe from text to tokens: a tokenizer and token filters in order. Immutable, cheap to
// copy, safe to share between threads.
//
//   const auto prose =
//   Analyzer(word_tokenizer()).then(stop_filter(english_stop_words())).then(stem_filter()); const auto stream
//   = prose.analyze(text); for (Token token; stream->next(token);) add(token);
class Analyzer {
 public:
  explicit Analyzer(Tokenizer tokenizer);

  // This recipe with one more step. Same tokenizer, same filters before it.
  [[nodiscard]] Analyzer then(TokenFilter filter) const;

  // One run. `text` is UTF-8 (invalid bytes are treated as separators) and must outlive the stream.
  [[nodiscard]] std::unique_ptr<TokenStream> analyze(std::string_view text) const;

 private:
  Tokenizer tokenizer_;
  std::vector<TokenFilter> filters_;
};

// The analyzer of letters: the one through which all their text passes.
const Analyzer& prose_analyzer();

// The same for what people type, who care less for capitals: "pt" is what "PT" is in a letter. Surface
// terms, stems and positions are those of prose_analyzer; only more concepts may be seen.
const Analyzer& query_analyzer();

// Identifies what `prose_analyzer` does: a number raised by hand with each change of rules, the
// lexicons' digest, and the stems of a list of probe words (Snowball differs between releases).
// An index written under another fingerprint must not be searched.
std::string analyzer_fingerprint();

// All tokens of a text, for short texts and tests.
std::vector<Token> tokens_of(const Analyzer& analyzer, std::string_view text);

}  // namespace imr
