// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

#include "searcher/number_range.h"
#include "searcher/open_segments.h"

namespace imr {

// Matches the issues whose letter has a number or date in a range, read from the columns; no weight.
// The segments must outlive it. Works on local databases only.
class ColumnSource : public Xapian::PostingSource {
 public:
  ColumnSource(const OpenSegments& segments, const Field& field, NumberRange range);

  ColumnSource* clone() const override;
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return rows_ / 2; }
  Xapian::doccount get_termfreq_max() const override { return rows_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return row_ >= rows_; }
  Xapian::docid get_docid() const override { return row_ + 1; }
  std::string get_description() const override;

 private:
  void settle();

  const OpenSegments& segments_;
  const Field& field_;
  NumberRange range_;
  const Segment* segment_ = nullptr;
  Xapian::docid row_ = 0;
  Xapian::docid rows_ = 0;
  bool started_ = false;
};

}  // namespace imr
