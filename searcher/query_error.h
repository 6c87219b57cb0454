// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace imr {

// A query or filter that cannot be understood. `offset` is a byte offset into the text at fault,
// which is the query unless `code` says otherwise; `hint` is a suggestion, possibly empty; `pointer` the
// place in the JSON of a request, if it is about one.
class QueryError : public std::runtime_error {
 public:
  static constexpr std::size_t kNoOffset = static_cast<std::size_t>(-1);  // not about a place in the query

  QueryError(std::string code, const std::string& message, std::size_t offset, std::string hint = {},
             std::string pointer = {})
      : std::runtime_error(message),
        code_(std::move(code)),
        offset_(offset),
        hint_(std::move(hint)),
        pointer_(std::move(pointer)) {}
  // "query_syntax", "unknown_field", "unknown_value", "bad_range", "bad_level", "not_supported",
  // "too_many_expansions", "bad_request"
  const std::string& code() const { return code_; }
  std::size_t offset() const { return offset_; }
  const std::string& hint() const { return hint_; }
  const std::string& pointer() const { return pointer_; }

 private:
  std::string code_;
  std::size_t offset_;
  std::string hint_;
  std::string pointer_;
};

// The column a person counts: code points from 1, for a byte offset into UTF-8 `text`.
std::size_t column_of(std::string_view text, std::size_t offset);

}  // namespace imr
