// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/issue_title.h"

#include "corpus/letter_lines.h"
#include "corpus/list_number.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr int kMostSkipped = 9;  // list numbers of issues that were not found

// The eligible part, as far as it is set off by the words of the form.
std::string eligible_part(const std::string& title) {
  static const Regex portion(
      R"((?i)\bIMR eligible portions? of the original requests?\s*[,:]?\s+(.+?)(?:[,:]?\s+(?:is|are))?$)");
  static const Regex whole(
      R"((?i)\bthe original requests? IMR eligible\s*[.,;]\s*The original requests?\s*[,:]?\s+(.+?)(?:[,:]?\s+(?:is|are))?$)");
  std::string part;
  if (partial_match(title, portion, &part) || partial_match(title, whole, &part)) return part;
  return title;
}

}  // namespace

std::optional<IssueTitle> issue_title(std::string_view text, int issue_no) {
  static const Regex pattern(R"((?is)(.*?)\s*[:\x{2013}-]?\s*\b(upheld|overturned)\s*\.?)");
  std::string title;
  std::string decision;
  if (!full_match(trimmed(text), pattern, &title, &decision) || title.empty()) return std::nullopt;
  title = without_list_number(title, issue_no + kMostSkipped);
  const bool upheld = (decision[0] | 0x20) == 'u';
  return IssueTitle{upheld ? Decision::upheld : Decision::overturned, title, eligible_part(title)};
}

}  // namespace imr
