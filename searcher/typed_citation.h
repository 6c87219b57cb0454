// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/citation_sources.h"
#include "corpus/determination.h"

namespace imr {

// The parts of a citation as people type it, whatever they mean.
struct TypedCitation {
  std::string name;  // what stands before the pages
  std::vector<PageRange> pages = {};
  std::optional<CitedSource> source = {};  // ACOEM before the MTUS
  std::vector<int> chapter_numbers = {};
  std::vector<int> years = {};
  bool second_edition = false;
  std::vector<std::string> title = {};  // the words left, as name_words() has them
  bool other_words = false;             // something stands behind the pages
  bool other_source = false;            // none of these guidelines, or several of them
};

TypedCitation read_typed_citation(std::string_view text);

}  // namespace imr
