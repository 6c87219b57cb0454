// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "corpus/cited_guideline.h"

namespace imr {

enum class CitedSource { mtus, acoem, odg, other };

// The name of a source in a citation: "Official Disability Guidelines (ODG)" is one mention.
struct SourceMention {
  CitedSource source = CitedSource::other;
  std::size_t begin = 0;  // words
  std::size_t end = 0;
  bool form_words =
      false;  // only the words of the form, "Other Medical Treatment Guideline or Medical Evidence"
};

// The sources that a part of a citation names, in order. Other sources are web sites, textbooks, journals,
// federal agencies, insurers and professional societies.
std::vector<SourceMention> source_mentions(const CitedPart& part);

}  // namespace imr
