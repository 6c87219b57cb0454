// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/explanation.h"
#include "searcher/open_segments.h"

namespace imr {

// One issue of an index, asked queries of.
class IssueProbe {
 public:
  IssueProbe(const OpenSegments& segments, OpenSegments::Place place);

  bool holds(const Xapian::Query& query) const;
  // The weight by the statistics of the whole index; none if it does not match.
  std::optional<double> weight(const Xapian::Query& query) const;

  // What each term of the query adds to the weight, summing up to it; terms that add nothing are left out.
  // `label` stands for what is no term.
  std::vector<ScoreTerm> terms(const Xapian::Query& query, const std::string& from,
                               const std::string& label = {}) const;

 private:
  void collect(const Xapian::Query& query, double factor, const std::string& label,
               std::vector<ScoreTerm>& terms) const;
  void add_term(const Xapian::Query& query, double weight, std::vector<ScoreTerm>& terms) const;
  bool has(const std::string& term) const;
  bool stands_in(const Field& field, const std::string& form) const;
  void note_forms(const std::string& token, ScoreTerm& term) const;
  Xapian::Query here(const Xapian::Query& query) const;

  const OpenSegments& segments_;
  OpenSegments::Place place_;
  Xapian::Query row_;
};

}  // namespace imr
