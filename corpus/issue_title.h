// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// The heading of an issue, read.
struct IssueTitle {
  Decision decision = Decision::upheld;
  std::string title;      // as written, without the decision
  std::string treatment;  // what was decided
  std::string slip = {};  // the decision as it is written, if it is not quite one of the two words
};

// Reads "Cold therapy unit: Upheld", the decision being what follows the last colon.
//
// Of a split request ("X was the original request. Y was authorized by the Claims Administrator. The
// remaining IMR eligible portion of the original request, Z is: Upheld", or "... leaving the original request
// IMR eligible. The original request, X is: Upheld") the eligible part is the treatment. A list number before
// the title is no part of it if the `issue_no`th issue of a letter may have that number. A decision with a
// slip in it counts where there is no other. `text` is running text. None without a decision at the end.
std::optional<IssueTitle> issue_title(std::string_view text, int issue_no = 1);

// A decision with which a text ends, a full stop after it or not, and what stands before it.
struct EndingDecision {
  Decision decision = Decision::upheld;
  std::string_view before;
  bool full_stop = false;
};

// None if the text ends in other words. Made to be asked of every line.
std::optional<EndingDecision> ending_decision(std::string_view text);

// The same for a decision behind a colon with a slip in it ("Uphcld", "0verturned", "Up held") or a remark in
// brackets after it. For lines that are known to be titles by what follows them.
std::optional<EndingDecision> slipped_decision(std::string_view text);

}  // namespace imr
