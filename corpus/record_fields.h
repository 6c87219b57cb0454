// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/determination.h"

namespace imr {

// A value inside a record together with its path, for strict reading: a value of the wrong kind throws
// CorpusError("bad_record") naming the key. Absent and null are the same: "" or none or empty.
//
// The JSON is lent and must outlive it.
class RecordFields {
 public:
  RecordFields(const nlohmann::ordered_json& value, std::string path)
      : value_(&value), path_(std::move(path)) {}

  // The member of that name; null if it is not there. Refuses if this is neither an object nor null.
  RecordFields operator[](const char* key) const;
  RecordFields at(std::size_t position) const;
  std::size_t size() const { return value_->size(); }

  std::string text() const;
  std::optional<std::string> optional_text() const;  // none if empty, too
  std::string required_text() const;                 // neither absent nor empty
  std::string name() const;                          // that, and on one line: no control characters
  int integer() const;
  std::optional<int> optional_integer() const;
  std::optional<Date> date() const;
  std::vector<std::string> texts() const;

  // The enumerator that `value_of` finds for the text; `what` names the kind in the reason.
  template <typename Value>
  std::optional<Value> named(std::optional<Value> (*value_of)(std::string_view), const char* what) const {
    if (value_->is_null()) return std::nullopt;
    const auto name = text();
    const auto value = value_of(name);
    if (!value) refuse(std::string("is no ") + what + ": \"" + name + "\"");
    return value;
  }

  // Visits the entries of a list.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    if (value_->is_null()) return;
    if (!value_->is_array()) refuse("is no list");
    for (std::size_t i = 0; i < value_->size(); ++i) visit(at(i));
  }

  [[noreturn]] void refuse(const std::string& reason) const;

 private:
  const nlohmann::ordered_json* value_;
  std::string path_;
};

}  // namespace imr
