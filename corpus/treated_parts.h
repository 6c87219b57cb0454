// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "analyzers/spinal_levels.h"
#include "corpus/determination.h"
#include "corpus/request_text.h"

namespace imr {

// The parts of the body that a request names, in its order, each once a side. Levels of the spine name the
// part they lie in. A side belongs to the part after it and is carried along a list of limbs ("left hip and
// knee"); behind a part it belongs to that one ("cervical spine, bilateral").
std::vector<BodyPart> treated_parts(const RequestText& request, std::span<const SpinalLevels> levels);

}  // namespace imr
