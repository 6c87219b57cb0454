// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/request_text.h"

namespace imr {

// A kind of service or item, a row of corpus/vocabulary/treatment_cues.tsv.
struct CueKind {
  std::string_view name;
  int sureness = 0;
  std::string_view category;  // empty: says nothing
};

std::span<const CueKind> cue_kinds();
int find_cue_kind(std::string_view name);  // its place in cue_kinds(); -1 if there is none

// A kind that words [begin, end) of a request name.
struct Cue {
  std::size_t begin = 0;
  std::size_t end = 0;
  int kind = 0;
};

// What a request's words and billing codes name, from left to right. An operation after "status post",
// "following" and the like has been done and is left out.
std::vector<Cue> treatment_cues(const RequestText& request);

}  // namespace imr
