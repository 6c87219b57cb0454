// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/citations.h"
#include "corpus/credentials.h"
#include "tests/fuzz/require.h"

namespace {

void check_citation(const imr::GuidelineCitation& citation) {
  imr::require(!citation.id.empty() && !citation.label.empty(), "a citation has an id and a label");
  for (const imr::PageRange& range : citation.pages) {
    imr::require(range.first > 0 && range.first <= range.last, "pages go forwards from 1");
  }
  for (const std::string& section : citation.sections) {
    imr::require(!section.empty(), "a section has a title");
  }
}

void check_citations(std::string_view text, const imr::CitationContext& context) {
  const auto citations = imr::read_citations(text, context);
  imr::require(!text.empty() || citations.empty(), "an empty text cites nothing");
  std::ranges::for_each(citations, check_citation);
  const bool none = std::ranges::count(citations, "NONE", &imr::GuidelineCitation::id) > 0;
  imr::require(!none || citations.size() == 1, "that nothing was cited stands alone");
}

void check_names(const std::vector<std::string>& names) {
  const std::set<std::string_view> distinct(names.begin(), names.end());
  imr::require(distinct.size() == names.size(), "every name comes once");
  imr::require(!distinct.contains(""), "a name is not empty");
}

}  // namespace

// Any text is citations and credentials that hold together, on either side and in either era.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_citations(text, {});
  check_citations(text, {.claims_administrator = true, .decision_date = 2015y / 6 / 1});
  check_citations(text, {.decision_date = 2019y / 3 / 1});
  const imr::Reviewer reviewer =
      imr::read_credentials(text, [](const std::string& code, const std::string& message) {
        imr::require(code == "unmapped_specialty" || code == "unmapped_state",
                     "the code is one of those promised");
        imr::require(!message.empty(), "a problem says what it is");
      });
  check_names(reviewer.specialties);
  check_names(reviewer.states);
  return 0;
}
