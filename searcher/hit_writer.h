// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "corpus/determination.h"
#include "searcher/clause.h"
#include "searcher/open_segments.h"
#include "searcher/page_selector.h"
#include "searcher/passages.h"
#include "searcher/response.h"

namespace imr {

// The letter that a segment stores. Throws IndexError(corrupt), naming it, if its record is damaged.
Determination stored_letter(const Segment& segment, LetterOrdinal letter);

// Writes hits from what the index stores of their letters. Segments and clauses must outlive it. Throws
// IndexError(corrupt).
class HitWriter {
 public:
  using Place = OpenSegments::Place;

  // `passages`: at most, for each hit.
  HitWriter(const OpenSegments& segments, const std::vector<Clause>& clauses, std::size_t passages);

  Hit hit(const PageEntry& entry, std::size_t rank) const;

  Determination letter_at(Place place) const;
  // The issue of a letter that letter_at() gave for this place.
  const Issue& issue_at(const Determination& letter, Place place) const;

 private:
  MayMatch may_match_at(Place place) const;

  const OpenSegments& segments_;
  const std::vector<Clause>& clauses_;
  std::size_t passages_;
  std::vector<std::unordered_set<WordNumber>> wanted_;  // by segment: what clauses ask for
};

}  // namespace imr
