// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/open_segments.h"

#include <algorithm>
#include <set>
#include <utility>

namespace imr {

OpenSegments::OpenSegments(OpenIndex index) : index_(std::move(index)) {
  for (const auto& segment : index_.segments) {
    whole_.add_database(segment->database());
    uuids_.push_back(segment->database().get_uuid());
  }
}

OpenSegments::Place OpenSegments::place_of(Xapian::docid document) const {
  const auto count = static_cast<Xapian::docid>(size());
  return {(document - 1) % count, (document - 1) / count};
}

const Segment* OpenSegments::segment_of(const std::string& uuid) const {
  const auto found = std::ranges::find(uuids_, uuid);
  if (found == uuids_.end()) return nullptr;
  return &segment(static_cast<std::size_t>(found - uuids_.begin()));
}

std::vector<std::string> OpenSegments::values_of(const Field& field) const {
  std::set<std::string> values;
  for (const auto& segment : index_.segments) {
    const auto& dictionary = segment->columns().keyword(field).dictionary;
    values.insert(dictionary.begin(), dictionary.end());
  }
  return {values.begin(), values.end()};
}

}  // namespace imr
