// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/said_places.h"

#include <utility>

#include "schema/schema.h"

namespace imr {

PlaceQuery said_places(Assertion assertion, PlaceQuery words) {
  PlaceQuery said;
  if (assertion == Assertion::affirmed) {
    said.kind = PlaceQuery::Kind::unmarked;
    for (const auto other :
         {Assertion::negated, Assertion::possible, Assertion::undocumented, Assertion::other})
      said.marks.push_back(mark_token(name_of(other)));
  } else {
    said.kind = PlaceQuery::Kind::marked;
    said.marks.push_back(mark_token(name_of(assertion)));
  }
  said.parts.push_back(std::move(words));
  return said;
}

}  // namespace imr
