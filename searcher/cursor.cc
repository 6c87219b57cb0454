// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cursor.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <xxhash.h>

#include "searcher/query_error.h"

namespace imr {

namespace {

// Raised when ranking or the form of cursors changes.
constexpr std::uint64_t kVersion = 1;

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Base 64 for URLs, without padding (RFC 4648, section 5).
std::string to_text(std::string_view bytes) {
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (count += 8; count >= 6; count -= 6) text += kDigits[bits >> (count - 6) & 63];
  }
  if (count > 0) text += kDigits[bits << (6 - count) & 63];
  return text;
}

// Something else for what is no such text; the checksum tells.
std::string to_bytes(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char digit : text) {
    const std::size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) return {};
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 255);
  }
  return bytes;
}

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

void add(std::string& bytes, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(number >> shift & 255);
}

void add(std::string& bytes, std::string_view text) {
  add(bytes, text.size());
  bytes += text;
}

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i)
    number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

std::uint64_t hash_of(const SearchRequest& request) {
  std::string bytes;
  add(bytes, kVersion);
  add(bytes, request.query);
  const bool descending = request.descending && request.sort != SortKey::score;
  for (const auto choice : {static_cast<int>(request.plain), static_cast<int>(request.match),
                            static_cast<int>(request.expand), static_cast<int>(request.sort),
                            static_cast<int>(descending), static_cast<int>(request.group_by_letter)}) {
    bytes += static_cast<char>(choice);
  }
  std::vector<std::pair<std::string, std::string>> conditions;
  for (const Where& where : request.where) conditions.emplace_back(where.field, where.value);
  std::ranges::sort(conditions);
  for (const auto& [field, value] : conditions) add(bytes, field), add(bytes, value);
  return hash_of(bytes);
}

// Changed letters change the databases, whose UUIDs also tell two indexes of one generation apart.
std::uint64_t hash_of(const OpenSegments& segments) {
  std::string bytes;
  add(bytes, segments.index().manifest.generation);
  for (std::size_t i = 0; i < segments.size(); ++i) add(bytes, segments.segment(i).database().get_uuid());
  return hash_of(bytes);
}

constexpr std::size_t kFixedBytes = 5 * 8;  // before the case number
constexpr std::size_t kChecksumBytes = 8;

[[noreturn]] void refuse(const char* code, const char* message, const char* hint) {
  throw QueryError(code, message, QueryError::kNoOffset, hint);
}

}  // namespace

std::string written(const Cursor& cursor, const OpenSegments& segments, const SearchRequest& request) {
  std::string bytes;
  add(bytes, hash_of(request));
  add(bytes, hash_of(segments));
  add(bytes, cursor.rank);
  add(bytes, static_cast<std::uint64_t>(cursor.last.key));
  add(bytes, static_cast<std::uint64_t>(cursor.last.issue_no));
  bytes += cursor.last.case_number;
  add(bytes, hash_of(bytes));
  return to_text(bytes);
}

Cursor read_cursor(std::string_view text, const OpenSegments& segments, const SearchRequest& request) {
  const std::string bytes = to_bytes(text);
  const bool whole = bytes.size() >= kFixedBytes + kChecksumBytes && to_text(bytes) == text;
  const std::size_t end = whole ? bytes.size() - kChecksumBytes : 0;
  if (!whole || number_at(bytes, end) != hash_of(std::string_view(bytes).substr(0, end)))
    refuse("bad_cursor", "this is no cursor, or not a whole one", "take next_cursor as it was given");
  if (number_at(bytes, 0) != hash_of(request)) {
    refuse("bad_cursor", "the cursor belongs to another query",
           "query, conditions, match, sort and group must be those of the page before");
  }
  if (number_at(bytes, 8) != hash_of(segments))
    refuse("cursor_stale", "the index has changed since this cursor was given", "begin with the first page");
  return {{static_cast<std::int64_t>(number_at(bytes, 24)), bytes.substr(kFixedBytes, end - kFixedBytes),
           static_cast<int>(number_at(bytes, 32))},
          number_at(bytes, 16)};
}

}  // namespace imr
