// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"
#include "storage/files.h"

namespace imr {

// Facet values, numbers and dates as flat arrays in one mapped file beside a Xapian database, so that
// counting never reads Xapian's value streams. A row is an issue, in the order of document ids;
// letters have ordinals of their own. docs/index-format.md has the layout.

// A letter's place in a segment, and an issue's.
using LetterOrdinal = std::uint32_t;
using Row = std::uint32_t;

// Column values of one issue, by facet name; the letter's own are given with the letter.
using KeywordValues = std::map<std::string_view, std::vector<std::string>>;
// Numbers of one letter or issue by field, as the field's level is. Days since 1970-01-01 for dates; absent
// ones are left out.
using NumberValues = std::map<std::string_view, std::int32_t>;

// Throws IndexError if a facet has more distinct values than a 16-bit ordinal tells apart.
class ColumnsWriter {
 public:
  ColumnsWriter();

  LetterOrdinal add_letter(std::string_view case_number, bool plain, const KeywordValues& keywords,
                           const NumberValues& numbers);
  // Issues follow their letter.
  Row add_issue(int issue_no, const KeywordValues& keywords, const NumberValues& numbers = {});

  // The file's bytes, tied to the database of this UUID.
  std::string finish(std::string_view uuid) const;

 private:
  struct Keyword {
    const Field* field;
    std::map<std::string, std::uint16_t, std::less<>> ordinals;
    std::vector<std::string> dictionary;
    std::vector<std::uint32_t> starts = {0};
    std::vector<std::uint16_t> values;
  };
  struct Number {
    const Field* field;
    std::vector<std::int32_t> values;
  };
  void append(FieldLevel level, const KeywordValues& values);
  void append(FieldLevel level, const NumberValues& values);
  static std::uint16_t ordinal_of(Keyword& column, const std::string& value);

  std::vector<Keyword> keywords_;
  std::vector<Number> numbers_;
  std::vector<std::uint32_t> letter_of_row_;
  std::vector<std::uint16_t> issue_no_;
  std::vector<std::uint32_t> first_row_;
  std::vector<std::uint8_t> plain_;
  std::vector<std::uint32_t> case_starts_ = {0};
  std::string cases_;
};

// Read-only view of a finished file; cheap to copy. All spans live as long as the object.
class Columns {
 public:
  static constexpr std::int32_t kNoNumber = INT32_MIN;

  // One keyword column. Ordinals index `dictionary`.
  struct Keyword {
    const Field* field = nullptr;
    std::vector<std::string> dictionary;
    std::span<const std::uint32_t> starts;
    std::span<const std::uint16_t> values;
  };

  // Throws IndexError: mismatch if the UUID differs, corrupt if the file is not whole.
  Columns(const std::filesystem::path& path, std::string_view uuid);

  std::size_t rows() const { return letter_of_row_.size(); }
  std::size_t letters() const { return first_row_.size(); }
  LetterOrdinal letter_of(Row row) const { return letter_of_row_[row]; }
  int issue_no(Row row) const { return issue_no_[row]; }
  Row first_row(LetterOrdinal letter) const { return first_row_[letter]; }
  Row end_row(LetterOrdinal letter) const;
  bool plain(LetterOrdinal letter) const { return plain_[letter] != 0; }
  std::string_view case_number(LetterOrdinal letter) const;

  const Keyword& keyword(const Field& field) const;
  std::span<const std::uint16_t> values(const Keyword& column, Row row) const;
  std::span<const std::int32_t> numbers(
      const Field& field) const;  // by letter or row, as the field's level is
  std::int32_t number(const Field& field, Row row) const;

 private:
  MappedFile file_;
  std::vector<Keyword> keywords_;
  std::map<std::string_view, std::span<const std::int32_t>> numbers_;
  std::span<const std::uint32_t> letter_of_row_;
  std::span<const std::uint16_t> issue_no_;
  std::span<const std::uint32_t> first_row_;
  std::span<const std::uint8_t> plain_;
  std::span<const std::uint32_t> case_starts_;
  std::string_view cases_;
};

}  // namespace imr
