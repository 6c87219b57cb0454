// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/open_segments.h"

namespace imr {

// The rows of a segment that a query matches, ascending. All of them are counted, none is ranked; those found
// by then when the time is over.
std::vector<Row> matching_rows(const Segment& segment, const Xapian::Query& query,
                               Deadline& deadline = no_deadline());

// Matches what a query matches, found beforehand; all of it weighs the same. The segments must outlive it.
// Works on local databases only.
//
// What stands behind OP_AND_NOT has to be this or a single term: in Xapian 1.4.22 an AND there reads weights
// that nobody set (AndNotPostList::recalc_maxweight leaves out its right side, MultiAndPostList allocates
// max_wt without a value), and an OR or nearness below it may then lose matches.
class RowSource : public Xapian::PostingSource {
 public:
  RowSource(const OpenSegments& segments, const Xapian::Query& query, Deadline& deadline = no_deadline());
  // Matches these rows, ascending, of each segment.
  RowSource(const OpenSegments& segments, std::vector<std::vector<Row>> by_segment, double weight = 0);

  RowSource* clone() const override;
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return at_ >= count(); }
  double get_weight() const override { return weight_; }
  Xapian::docid get_docid() const override { return (*rows_)[at_] + 1; }
  std::string get_description() const override;

 private:
  using Rows = std::vector<Row>;
  RowSource(const OpenSegments& segments, std::shared_ptr<const std::vector<Rows>> by_segment, double weight)
      : segments_(segments), by_segment_(std::move(by_segment)), weight_(weight) {}
  Xapian::doccount count() const { return rows_ ? static_cast<Xapian::doccount>(rows_->size()) : 0; }

  const OpenSegments& segments_;
  std::shared_ptr<const std::vector<Rows>> by_segment_;
  double weight_ = 0;
  const Rows* rows_ = nullptr;
  Xapian::doccount at_ = 0;
  bool started_ = false;
};

}  // namespace imr
