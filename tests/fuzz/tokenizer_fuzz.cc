// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/analyzer.h"
#include "analyzers/word_tokenizer.h"
#include "tests/fuzz/require.h"
#include "tests/support/token_stream_fault.h"

namespace {

void check(const imr::Analyzer& analyzer, std::string_view text) {
  const std::string fault = imr::token_stream_fault(analyzer, text);
  imr::require(fault.empty(), fault.c_str());
}

}  // namespace

// Any bytes are tokens that lie in the text, by themselves and with every filter behind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const imr::Analyzer words(imr::word_tokenizer());
  check(words, text);
  check(imr::prose_analyzer(), text);
  return 0;
}
