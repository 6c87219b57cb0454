// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "storage/segment.h"

namespace imr {

// A generation of an index with what searching needs of it: the segments one by one, for counting, and
// Xapian's view of them together, for ranking by the statistics of the whole.
class OpenSegments {
 public:
  explicit OpenSegments(OpenIndex index);

  const OpenIndex& index() const { return index_; }
  std::size_t size() const { return index_.segments.size(); }
  const Segment& segment(std::size_t number) const { return *index_.segments[number]; }
  const Xapian::Database& whole() const { return whole_; }

  // Where a document of the whole is: Xapian deals document ids of several databases out in turn.
  struct Place {
    std::size_t segment;
    Row row;
  };
  Place place_of(Xapian::docid document) const;

  // Null if no segment has this database.
  const Segment* segment_of(const std::string& uuid) const;

  // Distinct values of a facet in the columns, those of dead letters included.
  std::vector<std::string> values_of(const Field& field) const;

 private:
  OpenIndex index_;
  Xapian::Database whole_;
  std::vector<std::string> uuids_;
};

}  // namespace imr
