// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/json_schema.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace imr {

extern const std::string_view kJsonSchema;

namespace {

constexpr std::string_view kDefinitions = "#/$defs/";

}  // namespace

std::vector<std::string> json_schema_kinds() {
  std::vector<std::string> kinds;
  const auto schema = nlohmann::json::parse(kJsonSchema);
  for (const auto& kind : schema["anyOf"]) {
    kinds.push_back(kind["$ref"].get<std::string>().substr(kDefinitions.size()));
  }
  return kinds;
}

std::optional<std::string> json_schema(std::string_view kind) {
  if (kind.empty()) return std::string(kJsonSchema);
  const std::vector<std::string> kinds = json_schema_kinds();
  if (std::ranges::find(kinds, kind) == kinds.end()) return std::nullopt;
  auto schema = nlohmann::ordered_json::parse(kJsonSchema);
  schema["anyOf"] = {{{"$ref", std::string(kDefinitions) + std::string(kind)}}};
  return schema.dump(2) + "\n";
}

}  // namespace imr
