// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_fields.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "corpus/corpus_error.h"

namespace imr {

RecordFields RecordFields::operator[](const char* key) const {
  static const nlohmann::ordered_json absent;
  const auto path = path_.empty() ? std::string(key) : path_ + "." + key;
  if (value_->is_null()) return {absent, path};
  if (!value_->is_object()) refuse("is no object");
  const auto member = value_->find(key);
  return {member == value_->end() ? absent : *member, path};
}

RecordFields RecordFields::at(std::size_t position) const {
  return {(*value_)[position], path_ + "[" + std::to_string(position) + "]"};
}

std::string RecordFields::text() const {
  if (value_->is_null()) return {};
  if (!value_->is_string()) refuse("is no text");
  return value_->get<std::string>();
}

std::optional<std::string> RecordFields::optional_text() const {
  auto result = text();
  return result.empty() ? std::nullopt : std::optional(std::move(result));
}

std::string RecordFields::required_text() const {
  auto result = text();
  if (result.empty()) refuse("is missing");
  return result;
}

std::string RecordFields::name() const {
  auto result = required_text();
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
  if (std::ranges::any_of(result, is_control)) refuse("holds control characters");
  return result;
}

int RecordFields::integer() const {
  if (!value_->is_number_integer()) refuse("is no whole number");
  if (value_->is_number_unsigned() &&
      value_->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) {
    refuse("is too large");
  }
  const auto number = value_->get<std::int64_t>();
  if (number < 0) refuse("is negative");
  return static_cast<int>(number);
}

std::optional<int> RecordFields::optional_integer() const {
  if (value_->is_null()) return std::nullopt;
  return integer();
}

std::optional<Date> RecordFields::date() const {
  if (value_->is_null()) return std::nullopt;
  const auto written = text();
  const auto date = date_of_iso(written);
  if (!date) refuse("is no date (YYYY-MM-DD): \"" + written + "\"");
  return date;
}

std::vector<std::string> RecordFields::texts() const {
  std::vector<std::string> result;
  for_each([&](const RecordFields& entry) { result.push_back(entry.text()); });
  return result;
}

void RecordFields::refuse(const std::string& reason) const {
  throw CorpusError("bad_record", "\"" + path_ + "\" " + reason);
}

}  // namespace imr
