// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/determination.h"
#include "corpus/letter_lines.h"

namespace imr {

// The labels inside an issue, in their order.
enum class IssueLabel { claims_administrator, reviewer, rationale };

// The label with which a line begins, few wrong letters in it forgiven.
std::optional<IssueLabel> label_of(std::string_view line);

// The lines of one issue, labels taken off.
struct IssueBlock {
  LetterLines title;  // with the decision at its end
  LetterLines claims_administrator;
  LetterLines reviewer;
  LetterLines rationale;
  LetterLines unlabelled;  // between the title and the first label
  bool has_reviewer = false;
  bool has_rationale = false;
};

// Cuts the lines of "IMR ISSUES, DECISIONS AND RATIONALES" into issues.
//
// A title ends in a line with a decision: after a colon, or on a line of its own, before a label, a gap or
// the end. It begins after the gap before it. Where no gap tells (page breaks, some letters set no blank
// line), it begins after a line that ends a sentence or could have held the next word; the sentences of a
// split request ("X was the original request. Y was authorized ...") belong to it all the same. Reports
// guidelines without a decision before them ("no_decision"); they give no block.
std::vector<IssueBlock> issue_blocks(LetterLines lines,
                                     const std::function<void(const Problem&)>& on_problem);

// The index of the first line of the first title, or the number of lines.
std::size_t first_issue_line(const LetterLines& lines);

}  // namespace imr
