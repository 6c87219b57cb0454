// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

class OpenSegments;

// A word or value of the index, and the issues that hold it.
struct VocabularyTerm {
  std::string term;
  std::uint64_t issues = 0;
};

struct VocabularyList {
  std::vector<VocabularyTerm> terms;  // in the order of the vocabulary
  bool more = false;                  // there are others beyond the limit
};

// What begins with `text`, "PREFIX" or "FIELD:PREFIX": words of a text field, or of the searched fields
// together; values of a facet, whatever their case. At most `limit`. Throws QueryError: unknown_field, and
// not_supported for fields that have no terms.
VocabularyList vocabulary(const OpenSegments& segments, std::string_view text, std::size_t limit);

}  // namespace imr
