// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/letter_lines.h"

namespace imr {

// A regular expression (without groups) for the reviewer as the subject of a sentence of the form.
inline constexpr char kReviewer[] =
    R"(The (?:\(?(?:physician|expert|medical|professional|independent|IMR)\)?\s+)*reviewer(?:['\x{2019}]?s)?)";

// What follows the label of a rationale at the beginning of a line ("Rationale for the Decision:"), few wrong
// letters in the label forgiven.
std::optional<std::string_view> after_rationale_label(std::string_view line);

// What an issue says, told apart. Running text.
struct ProseTexts {
  std::string claims_administrator;  // the sentences about its guidelines
  std::string reviewer;
  std::string rationale;
  bool has_label = false;  // "... decision rationale:" or "Rationale for the Decision:" stands before it
};

ProseTexts prose_texts(LetterLineSpan body);

}  // namespace imr
