// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// The kinds of JSON that the schema describes: "request", "response", "letter", …
std::vector<std::string> json_schema_kinds();

// The JSON Schema (draft 2020-12) of searcher/json_schema.json as text: of all kinds, or of one. None if
// there is no such kind.
std::optional<std::string> json_schema(std::string_view kind = {});

}  // namespace imr
