// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/determination.h"
#include "searcher/clause.h"
#include "searcher/place_query.h"
#include "searcher/response.h"

namespace imr {

using MayMatch = std::function<bool(std::string_view field)>;

struct Explained {
  std::vector<Passage> passages;
  std::vector<Why> why;
};

// The passages of an issue that show best why it matches, at most `limit`, and for each clause one thing
// that matched it. Texts are analyzed again by the analyzer of the index; highlights are where the clauses
// matched. Without clauses: the beginning of the rationale, without highlights.
//
// `may_match` says of a text field whether any word stands in it that clauses ask for; the others are not
// looked into.
//
// Standing text of the rationale, with sentences that recur from the positions `recurring` on, is passed over
// where there is something else to show.
Explained explain_hit(const Determination& determination, const Issue& issue,
                      const std::vector<Clause>& clauses, std::size_t limit,
                      std::span<const Position> recurring = {}, const MayMatch& may_match = {});

}  // namespace imr
