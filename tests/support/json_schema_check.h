// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace imr {

// Checks values against a JSON Schema (draft 2020-12), as far as ours goes: a keyword that it does not know
// is a fault of the schema, so nothing is passed over. Stricter than the draft in one thing: a key that
// `properties` does not list is a fault where nothing is said of additional ones. Readers must ignore such
// keys, so the schema lets them pass; but what we write ourselves is to be described.
class JsonSchemaCheck {
 public:
  // The schema must outlive it.
  explicit JsonSchemaCheck(const nlohmann::json& schema) : schema_(schema) {}

  // What is wrong, each with the JSON pointer of the value; nothing if the value is valid.
  std::vector<std::string> faults(const nlohmann::json& value) const { return faults_of(schema_, value, ""); }

 private:
  using Json = nlohmann::json;
  using Faults = std::vector<std::string>;

  Faults faults_of(const Json& schema, const Json& value, const std::string& place) const;
  Faults keyword_faults(const std::string& keyword, const Json& rule, const Json& schema, const Json& value,
                        const std::string& place) const;
  Faults object_faults(const std::string& keyword, const Json& rule, const Json& schema, const Json& value,
                       const std::string& place) const;
  Faults array_faults(const std::string& keyword, const Json& rule, const Json& value,
                      const std::string& place) const;
  Faults choice_faults(const Json& choices, bool only_one, const Json& value, const std::string& place) const;

  const Json& schema_;
};

}  // namespace imr
