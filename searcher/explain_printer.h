// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "searcher/explanation.h"
#include "searcher/printer.h"

namespace imr {

// An explanation as docs/response.md describes it, and for people.
nlohmann::ordered_json explanation_json(const Explanation& explanation,
                                        const std::optional<std::string>& id = {});
void print_explanation(const Explanation& explanation, const PrintOptions& options, std::ostream& out);

}  // namespace imr
