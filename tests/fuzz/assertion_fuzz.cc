// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyzers/assertion.h"
#include "analyzers/quotations.h"
#include "tests/fuzz/require.h"

// The scopes of any bytes are in order and apart, and lie in the text; so do their cues, beside them; so do
// quotations.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t at = 0;
  for (const auto& scope : imr::assertion_scopes(text)) {
    imr::require(at <= scope.begin, "scopes are in order and apart");
    imr::require(scope.begin < scope.end && scope.end <= text.size(), "a scope lies in the text");
    imr::require(scope.cue_begin < scope.cue_end && scope.cue_end <= text.size(), "a cue lies in the text");
    imr::require(scope.cue_end <= scope.begin || scope.end <= scope.cue_begin, "a cue is not in its scope");
    imr::require(scope.assertion != imr::Assertion::affirmed, "a scope says something");
    at = scope.end;
  }
  at = 0;
  for (const auto& [begin, end] : imr::guideline_quotations(text)) {
    imr::require(at <= begin && begin < end && end <= text.size(), "quotations are in order and apart");
    at = end;
  }
  return 0;
}
