// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_schema_check.h"

#include <algorithm>
#include <regex>
#include <stdexcept>

namespace imr {

namespace {

using Json = nlohmann::json;
using Faults = std::vector<std::string>;

void add(Faults& all, Faults more) { all.insert(all.end(), more.begin(), more.end()); }

Faults unless(bool holds, const std::string& place, const std::string& fault) {
  return holds ? Faults() : Faults{(place.empty() ? "/" : place) + ": " + fault};
}

std::string shown(const Json& value) {
  const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  return text.size() <= 60 ? text : text.substr(0, 60) + "…";
}

bool has_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  throw std::runtime_error("the schema names a type \"" + type + "\"");
}

bool has_one_type(const Json& value, const Json& types) {
  if (types.is_string()) return has_type(value, types);
  return std::ranges::any_of(types, [&](const Json& type) { return has_type(value, type); });
}

bool holds(const Json& list, const Json& value) { return std::ranges::find(list, value) != list.end(); }

}  // namespace

Faults JsonSchemaCheck::faults_of(const Json& schema, const Json& value, const std::string& place) const {
  if (schema.is_boolean()) return unless(schema.get<bool>(), place, "nothing may stand here");
  Faults faults;
  for (const auto& [keyword, rule] : schema.items()) {
    add(faults, keyword_faults(keyword, rule, schema, value, place));
  }
  return faults;
}

Faults JsonSchemaCheck::keyword_faults(const std::string& keyword, const Json& rule, const Json& schema,
                                       const Json& value, const std::string& place) const {
  if (keyword == "$ref") {
    const std::string path = rule.get<std::string>().substr(1);
    return faults_of(schema_.at(Json::json_pointer(path)), value, place);
  }
  if (keyword == "type")
    return unless(has_one_type(value, rule), place, shown(value) + " is no " + rule.dump());
  if (keyword == "const") return unless(value == rule, place, shown(value) + " is not " + rule.dump());
  if (keyword == "enum")
    return unless(holds(rule, value), place, shown(value) + " is none of " + rule.dump());
  if (keyword == "minimum")
    return unless(!value.is_number() || value >= rule, place, shown(value) + " is too small");
  if (keyword == "maximum")
    return unless(!value.is_number() || value <= rule, place, shown(value) + " is too large");
  if (keyword == "pattern") {
    const std::regex pattern(rule.get<std::string>());
    const bool matches = !value.is_string() || std::regex_search(value.get<std::string>(), pattern);
    return unless(matches, place, shown(value) + " does not match " + rule.dump());
  }
  if (keyword == "anyOf" || keyword == "oneOf") return choice_faults(rule, keyword == "oneOf", value, place);
  if (keyword == "required" || keyword == "properties" || keyword == "additionalProperties") {
    return value.is_object() ? object_faults(keyword, rule, schema, value, place) : Faults();
  }
  if (keyword == "items" || keyword == "minItems" || keyword == "maxItems") {
    return value.is_array() ? array_faults(keyword, rule, value, place) : Faults();
  }
  const Json notes = {"$schema", "$id", "$defs", "title", "description"};
  if (holds(notes, keyword)) return {};
  throw std::runtime_error("the schema has a keyword \"" + keyword + "\" that the test does not know");
}

Faults JsonSchemaCheck::object_faults(const std::string& keyword, const Json& rule, const Json& schema,
                                      const Json& value, const std::string& place) const {
  Faults faults;
  if (keyword == "required") {
    for (const Json& key : rule) {
      add(faults, unless(value.contains(key.get<std::string>()), place, "no " + key.dump()));
    }
    return faults;
  }
  const bool described = keyword == "properties";
  for (const auto& [key, member] : value.items()) {
    const std::string at = place + "/" + key;
    if (described && rule.contains(key)) {
      add(faults, faults_of(rule[key], member, at));
    } else if (described && !schema.contains("additionalProperties")) {
      add(faults, unless(false, at, "is not described"));
    } else if (!described && !schema.value("properties", Json::object()).contains(key)) {
      add(faults, faults_of(rule, member, at));
    }
  }
  return faults;
}

Faults JsonSchemaCheck::array_faults(const std::string& keyword, const Json& rule, const Json& value,
                                     const std::string& place) const {
  if (keyword == "minItems") return unless(value.size() >= rule, place, "has too few entries");
  if (keyword == "maxItems") return unless(value.size() <= rule, place, "has too many entries");
  Faults faults;
  for (std::size_t i = 0; i < value.size(); ++i) {
    add(faults, faults_of(rule, value[i], place + "/" + std::to_string(i)));
  }
  return faults;
}

// Of several choices that all fail, the one that fails least is most likely meant.
Faults JsonSchemaCheck::choice_faults(const Json& choices, bool only_one, const Json& value,
                                      const std::string& place) const {
  Faults least;
  std::size_t valid = 0;
  for (const Json& choice : choices) {
    Faults faults = faults_of(choice, value, place);
    if (faults.empty()) {
      ++valid;
    } else if (least.empty() || faults.size() < least.size()) {
      least = std::move(faults);
    }
  }
  if (valid == 0) return least;
  return unless(valid == 1 || !only_one, place, "is several things at once");
}

}  // namespace imr
