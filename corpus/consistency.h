// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "corpus/determination.h"

namespace imr {

// Reports what does not agree within a letter; nothing is changed. `lines` are those of the titles, one an
// issue.
//
//   decision_wording  the rationale closes with the opposite of the decision
//   same_rationale    the rationale is word for word that of an issue before it, in a letter that gives each
//   its
//                     own (not A and B) and not a standing sentence about services that depend on another
//   date_order        the decision is dated before the letter was assigned, applied for or denied, or any of
//                     these before the injury
void check_consistency(const Determination& letter, std::span<const std::size_t> lines,
                       const std::function<void(const Problem&)>& on_problem);

}  // namespace imr
