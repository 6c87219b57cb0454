// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/text_words.h"

namespace imr {

// One row of analyzers/body_parts.tsv.
struct BodyPartName {
  std::string_view label;   // "Low Back"
  std::string_view region;  // "Spine"
  std::vector<std::string_view> written_as;
};

// The table, read once from data compiled in.
std::span<const BodyPartName> body_part_names();
const BodyPartName* find_body_part(std::string_view label);  // null if there is none

// Parts of the body that words [begin, end) of a text name: more than one for "thoracolumbar".
struct BodyPartMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<const BodyPartName*> parts;
};

// The parts named in `text`, whose words are given, the longest name first.
std::vector<BodyPartMention> body_part_mentions(std::string_view text, std::span<const TextWord> words);

}  // namespace imr
