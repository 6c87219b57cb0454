// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/request_text.h"

namespace imr {

// The drugs of a request, and what they say of its category.
struct TreatmentDrugs {
  std::vector<std::string> names;  // generic names of the drug lexicon, in the request's order, each once
  std::optional<std::size_t> first = {};  // word with which they begin
  std::string drug_class = {};            // "Opioids"; "Topical Compounds" for a cream made of them
  std::vector<std::pair<std::size_t, std::size_t>> places = {};  // bytes of each, [begin, end)
};

// A brand with its generic name counts once; the form (patch, gel, a strength in per cent, ER) chooses
// between the rows of one drug; compounds are listed by ingredient.
TreatmentDrugs treatment_drugs(const RequestText& request);

}  // namespace imr
