// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/column_source.h"

#include <algorithm>

namespace imr {

ColumnSource::ColumnSource(const OpenSegments& segments, const Field& field, NumberRange range)
    : segments_(segments), field_(field), range_(range) {}

ColumnSource* ColumnSource::clone() const { return new ColumnSource(segments_, field_, range_); }

void ColumnSource::init(const Xapian::Database& database) {
  segment_ = segments_.segment_of(database.get_uuid());
  rows_ = segment_ ? static_cast<Xapian::docid>(segment_->columns().rows()) : 0;
  row_ = 0;
  started_ = false;
}

// The rows of removed letters remain while their documents are gone from the database.
void ColumnSource::settle() {
  for (; row_ < rows_; ++row_) {
    const LetterOrdinal letter = segment_->columns().letter_of(row_);
    if (range_.holds(segment_->columns().number(field_, row_)) && segment_->alive(letter)) return;
  }
}

void ColumnSource::next(double) {
  if (started_) ++row_;
  started_ = true;
  settle();
}

void ColumnSource::skip_to(Xapian::docid document, double) {
  started_ = true;
  row_ = std::max(row_, document - 1);
  settle();
}

std::string ColumnSource::get_description() const { return "ColumnSource(" + std::string(field_.name) + ")"; }

}  // namespace imr
