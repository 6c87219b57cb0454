// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "corpus/determination.h"
#include "storage/segment.h"

namespace imr {

// The fingerprints of the sentences in a letter's rationales, each once; analyzers/sentence_fingerprint.h.
std::vector<std::uint64_t> rationale_fingerprints(const Determination& letter);

// The sentences of an issue's rationale that recurred when it was written to this row: byte ranges in order.
std::vector<std::pair<std::size_t, std::size_t>> recurring_in(const Segment& segment, Row row,
                                                              const Issue& issue);

}  // namespace imr
