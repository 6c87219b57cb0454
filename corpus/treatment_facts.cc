// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/treatment_facts.h"

#include <algorithm>

#include "analyzers/spinal_levels.h"
#include "corpus/request_quantity.h"
#include "corpus/request_text.h"
#include "corpus/session_count.h"
#include "corpus/treated_parts.h"
#include "corpus/treatment_category.h"
#include "corpus/treatment_drugs.h"

namespace imr {
namespace {

// Of a gym or a pool: a rental, whatever it counts.
bool is_membership(const RequestText& request) {
  return std::ranges::find(request.words, "membership", &TextWord::folded) != request.words.end();
}

}  // namespace

TreatmentFacts treatment_facts(std::string_view treatment) {
  const RequestText request(treatment);
  TreatmentFacts facts;
  const auto levels = spinal_levels(request.text);
  for (const auto& level : levels) {
    for (const auto& segment : level.segments) {
      if (std::ranges::find(facts.spinal_levels, segment) == facts.spinal_levels.end()) {
        facts.spinal_levels.push_back(segment);
      }
    }
  }
  facts.body_parts = treated_parts(request, levels);
  auto drugs = treatment_drugs(request);
  const auto sessions = session_count(request.text);
  facts.category =
      treatment_category(request, {drugs, facts.body_parts, !levels.empty(), sessions.in_visits});
  const bool counted = facts.category && counts_sessions(*facts.category) && !is_membership(request);
  if (counted) facts.sessions = sessions.total;
  if (!counted) facts.quantity = request_quantity(request.text, drugs.places);
  facts.drugs = std::move(drugs.names);
  return facts;
}

}  // namespace imr
