// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/row_source.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "searcher/weightless.h"

namespace imr {

namespace {

// Notes every match and wants none of them ranked; unlike estimates and match spies it sees them all.
class RowCollector : public Xapian::MatchDecider {
 public:
  explicit RowCollector(std::vector<Row>& rows) : rows_(rows) {}
  bool operator()(const Xapian::Document& document) const override {
    rows_.push_back(document.get_docid() - 1);
    return false;
  }

 private:
  std::vector<Row>& rows_;
};

}  // namespace

std::vector<Row> matching_rows(const Segment& segment, const Xapian::Query& query, Deadline& deadline) {
  std::vector<Row> rows;
  if (query.empty()) return rows;
  Xapian::Enquire enquire(segment.database());
  enquire.set_query(until(deadline, weightless(segment, query)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const RowCollector collector(rows);
  enquire.get_mset(0, 1, 0, nullptr, &collector);
  if (!std::ranges::is_sorted(rows)) std::ranges::sort(rows);
  return rows;
}

RowSource::RowSource(const OpenSegments& segments, const Xapian::Query& query, Deadline& deadline)
    : segments_(segments) {
  auto by_segment = std::make_shared<std::vector<Rows>>();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    by_segment->push_back(matching_rows(segments.segment(i), query, deadline));
  }
  by_segment_ = std::move(by_segment);
}

RowSource::RowSource(const OpenSegments& segments, std::vector<Rows> by_segment, double weight)
    : segments_(segments),
      by_segment_(std::make_shared<const std::vector<Rows>>(std::move(by_segment))),
      weight_(weight) {}

// The rows are shared, the place among them is not.
RowSource* RowSource::clone() const { return new RowSource(segments_, by_segment_, weight_); }

void RowSource::init(const Xapian::Database& database) {
  const Segment* segment = segments_.segment_of(database.get_uuid());
  rows_ = nullptr;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (&segments_.segment(i) == segment) rows_ = &(*by_segment_)[i];
  }
  at_ = 0;
  started_ = false;
  set_maxweight(weight_);
}

void RowSource::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void RowSource::skip_to(Xapian::docid document, double) {
  started_ = true;
  if (!rows_) return;
  const auto from = rows_->begin() + static_cast<std::ptrdiff_t>(std::min(at_, count()));
  const auto found = std::lower_bound(from, rows_->end(), document - 1);
  at_ = static_cast<Xapian::doccount>(found - rows_->begin());
}

std::string RowSource::get_description() const { return "RowSource"; }

}  // namespace imr
