// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/citation_value.h"
#include "searcher/query_error.h"
#include "tests/fuzz/require.h"

// What a citation was understood to mean can be typed again and means the same; what is none has a hint.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const imr::CitationValue value = imr::citation_value(text, 0);
    imr::require(!value.places.empty() && !value.said.empty(), "a citation that is read names a chapter");
    std::size_t places = 0;
    for (const std::string& said : value.said) places += imr::citation_value(said, 0).places.size();
    imr::require(places == value.places.size(), "what was understood means the same again");
  } catch (const imr::QueryError& error) {
    imr::require(error.code() == "unknown_value" && !error.hint().empty(), "a bad citation has a hint");
  }
  return 0;
}
