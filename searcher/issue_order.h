// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/open_segments.h"
#include "searcher/search_request.h"

namespace imr {

// One issue in a ranked order.
struct Ranked {
  OpenSegments::Place place;
  double score = 0;
};

// Where an issue stands in an order, apart from any index. Case numbers break ties, so no two are equal.
struct OrderPosition {
  std::int64_t key = 0;  // the score in millionths, or the day; by case number 0
  std::string case_number = {};
  int issue_no = 0;
  friend bool operator==(const OrderPosition&, const OrderPosition&) = default;
};

// The order that a request asks for. Equal scores or dates are ordered by case number, then issue number;
// letters without a date come last.
class IssueOrder {
 public:
  IssueOrder(const OpenSegments& segments, const SearchRequest& search);

  bool operator()(const Ranked& a, const Ranked& b) const { return before(view(a), view(b)); }
  bool is_behind(const OrderPosition& position, const Ranked& issue) const;
  OrderPosition position(const Ranked& issue) const;

 private:
  struct View {
    std::int64_t key;
    std::string_view case_number;
    int issue_no;
  };
  View view(const Ranked& issue) const;
  bool before(const View& a, const View& b) const;

  const OpenSegments& segments_;
  SortKey sort_;
  bool descending_;
  std::vector<std::span<const std::int32_t>> decided_;  // by segment, of letters
};

// Keeps the best of the issues that are offered; memory grows with their number, not with that of offers.
class BestIssues {
 public:
  BestIssues(const IssueOrder& order, std::size_t count) : order_(order), count_(count) {}

  void offer(const Ranked& issue);
  std::vector<Ranked> take();  // best first

 private:
  void shrink();

  const IssueOrder& order_;
  std::size_t count_;
  std::vector<Ranked> kept_;
  std::optional<Ranked> worst_;  // nothing behind it can be among the best
};

}  // namespace imr
