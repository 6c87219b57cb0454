// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/issue_order.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace imr {

IssueOrder::IssueOrder(const OpenSegments& segments, const SearchRequest& search)
    : segments_(segments), sort_(search.sort), descending_(search.descending) {
  for (std::size_t i = 0; i < segments.size(); ++i)
    decided_.push_back(segments.segment(i).columns().numbers(*find_field("decided")));
}

IssueOrder::View IssueOrder::view(const Ranked& issue) const {
  const Columns& columns = segments_.segment(issue.place.segment).columns();
  const LetterOrdinal letter = columns.letter_of(issue.place.row);
  View view{0, columns.case_number(letter), columns.issue_no(issue.place.row)};
  if (sort_ == SortKey::score) view.key = std::llround(issue.score * 1e6);
  if (sort_ == SortKey::decision_date) view.key = decided_[issue.place.segment][letter];
  return view;
}

bool IssueOrder::before(const View& a, const View& b) const {
  if (a.key != b.key) {
    if (sort_ == SortKey::score) return a.key > b.key;
    if (a.key == Columns::kNoNumber || b.key == Columns::kNoNumber) return b.key == Columns::kNoNumber;
    return descending_ ? a.key > b.key : a.key < b.key;
  }
  const bool backwards = sort_ == SortKey::case_number && descending_;
  const int cases = a.case_number.compare(b.case_number);
  if (cases != 0) return backwards ? cases > 0 : cases < 0;
  return a.issue_no < b.issue_no;
}

bool IssueOrder::is_behind(const OrderPosition& position, const Ranked& issue) const {
  return before({position.key, position.case_number, position.issue_no}, view(issue));
}

OrderPosition IssueOrder::position(const Ranked& issue) const {
  const View at = view(issue);
  return {at.key, std::string(at.case_number), at.issue_no};
}

void BestIssues::offer(const Ranked& issue) {
  if (worst_ && !order_(issue, *worst_)) return;
  kept_.push_back(issue);
  constexpr std::size_t kSlack = 1000;
  if (kept_.size() >= kSlack && kept_.size() / 2 >= count_) shrink();
}

void BestIssues::shrink() {
  if (kept_.size() <= count_ || count_ == 0) return;
  const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(count_ - 1);
  std::ranges::nth_element(kept_, last, order_);
  kept_.resize(count_);
  worst_ = kept_.back();
}

std::vector<Ranked> BestIssues::take() {
  shrink();
  std::ranges::sort(kept_, order_);
  return std::move(kept_);
}

}  // namespace imr
