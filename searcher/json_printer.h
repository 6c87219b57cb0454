// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "searcher/response.h"

namespace imr {

// The envelope of docs/response.md, keys in its order. `id` is that of a batch request. Texts of passages
// are valid UTF-8 and their highlights count its bytes; other invalid UTF-8 is replaced when the object
// is written by json_text() or json_line().
nlohmann::ordered_json response_json(const Response& response, const std::optional<std::string>& id = {});
nlohmann::ordered_json facets_json(const Response& response, const std::optional<std::string>& id = {});
nlohmann::ordered_json error_json(const ErrorResponse& error, const std::optional<std::string>& id = {});

// One hit as it stands in "hits"; with `grouped` it lists its others even if there are none.
nlohmann::ordered_json hit_json(const Hit& hit, bool grouped = false);

// Another issue of a hit's letter: {"issue_id", "treatment", "decision", "score"}.
nlohmann::ordered_json other_json(const OtherIssue& other);

// The object as text, indented, and on one line; both without a newline at the end. Never throws for what
// the strings hold: invalid UTF-8 is replaced, and every control character is escaped, also DEL and C1, which
// JSON would let through to the terminal.
std::string json_text(const nlohmann::ordered_json& json);
std::string json_line(const nlohmann::ordered_json& json);

}  // namespace imr
