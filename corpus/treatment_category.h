// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "corpus/determination.h"
#include "corpus/request_text.h"
#include "corpus/treatment_drugs.h"

namespace imr {

// What else is known of a request when its category is decided.
struct RequestFacts {
  const TreatmentDrugs& drugs;
  std::span<const BodyPart> body_parts;
  bool has_levels = false;
  bool in_visits = false;
};

// The category of a request, a label of corpus/vocabulary/treatment_categories.tsv; none if nothing in it is
// known. The item decides, not its setting; of two services the first-named one.
std::optional<std::string> treatment_category(const RequestText& request, const RequestFacts& facts);

// Whether the visits of a category are counted: treatment and visits, not tests, rentals or injections.
bool counts_sessions(std::string_view category);

}  // namespace imr
