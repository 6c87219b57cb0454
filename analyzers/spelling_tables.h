// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace imr {

// What may be meant by a folded word that is one of its own: "lumber" by a slip (word_forms.tsv, kind
// unsure), and drugs that are taken for each other (look_alike_drugs.tsv). Offered, never read so.
std::vector<std::string_view> likely_meant(std::string_view folded);

// Whether a folded word is the name of a drug: generic, brand or another form in drugs.tsv.
bool is_drug_name(std::string_view folded);

}  // namespace imr
