// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/columns.h"

#include <algorithm>
#include <cstring>

#include <nlohmann/json.hpp>

#include "schema/index_error.h"
#include "storage/columns_format.h"

namespace imr {

namespace {

using Json = nlohmann::json;

[[noreturn]] void damaged(const std::filesystem::path& path, const std::string& what) {
  throw IndexError(IndexFault::corrupt, path.string(),
                   "columns damaged (" + what + "); build the index anew");
}

// The header and the arrays behind it, every bound checked before a span is made.
class ArrayView {
 public:
  ArrayView(const std::filesystem::path& path, std::string_view bytes) : path_(path) {
    std::uint64_t length = 0;
    const std::size_t fixed = kColumnsMagic.size() + sizeof length;
    if (bytes.size() < fixed || !bytes.starts_with(kColumnsMagic)) damaged(path, "no header");
    std::memcpy(&length, bytes.data() + kColumnsMagic.size(), sizeof length);
    if (length > bytes.size() - fixed) damaged(path, "header cut off");
    header_ = Json::parse(bytes.substr(fixed, length), nullptr, false);
    body_ = bytes.substr(fixed + length);
    if (!header_.is_object() || header_.value("bytes", std::uint64_t{0}) != body_.size())
      damaged(path, "cut off");
  }

  const Json& header() const { return header_; }

  template <class T>
  std::span<const T> array(const std::string& name) const {
    const auto arrays = header_.find("arrays");
    if (arrays == header_.end() || !arrays->contains(name)) damaged(path_, "no array " + name);
    const std::uint64_t offset = (*arrays)[name].value("offset", std::uint64_t{0});
    const std::uint64_t count = (*arrays)[name].value("count", std::uint64_t{0});
    if (offset > body_.size() || count > (body_.size() - offset) / sizeof(T)) damaged(path_, "array " + name);
    return {reinterpret_cast<const T*>(body_.data() + offset), static_cast<std::size_t>(count)};
  }

 private:
  const std::filesystem::path& path_;
  Json header_;
  std::string_view body_;
};

template <class T>
bool ascends_to(std::span<const T> starts, std::size_t end) {
  return !starts.empty() && std::ranges::is_sorted(starts) && starts.back() == end;
}

Columns::Keyword read_keyword(const ArrayView& file, const Field& field, const std::filesystem::path& path,
                              std::size_t entries) {
  const std::string name(field.name);
  Columns::Keyword column;
  column.field = &field;
  const Json& header = file.header();
  if (header.contains("dictionaries") && header["dictionaries"].contains(name)) {
    column.dictionary = header["dictionaries"][name].get<std::vector<std::string>>();
  }
  column.starts = file.array<std::uint32_t>(name + ".starts");
  column.values = file.array<std::uint16_t>(name + ".values");
  const bool in_range =
      std::ranges::all_of(column.values, [&](std::uint16_t v) { return v < column.dictionary.size(); });
  if (column.starts.size() != entries + 1 || !ascends_to(column.starts, column.values.size()) || !in_range) {
    damaged(path, "column " + name);
  }
  return column;
}

}  // namespace

Columns::Columns(const std::filesystem::path& path, std::string_view uuid) : file_(path) {
  const ArrayView file(path, file_.bytes());
  if (file.header().value("uuid", "") != uuid) {
    throw IndexError(IndexFault::mismatch, path.string(),
                     "belongs to another database; build the index anew");
  }
  letter_of_row_ = file.array<std::uint32_t>("letter_of_row");
  issue_no_ = file.array<std::uint16_t>("issue_no");
  first_row_ = file.array<std::uint32_t>("first_row");
  plain_ = file.array<std::uint8_t>("plain");
  case_starts_ = file.array<std::uint32_t>("case_starts");
  const auto cases = file.array<char>("cases");
  cases_ = {cases.data(), cases.size()};
  const bool whole = issue_no_.size() == rows() && plain_.size() == letters() &&
                     case_starts_.size() == letters() + 1 && ascends_to(case_starts_, cases_.size()) &&
                     std::ranges::is_sorted(first_row_) &&
                     std::ranges::all_of(letter_of_row_, [&](auto l) { return l < letters(); }) &&
                     std::ranges::all_of(first_row_, [&](auto r) { return r <= rows(); });
  if (!whole) damaged(path, "letters");
  for (const Field& field : fields()) {
    const std::size_t entries = field.level == FieldLevel::letter ? letters() : rows();
    if (field.kind == FieldKind::keyword) keywords_.push_back(read_keyword(file, field, path, entries));
    if (field.kind != FieldKind::number && field.kind != FieldKind::date) continue;
    numbers_[field.name] = file.array<std::int32_t>(std::string(field.name));
    if (numbers_[field.name].size() != entries) damaged(path, std::string(field.name));
  }
}

Row Columns::end_row(LetterOrdinal letter) const {
  return letter + 1 < letters() ? first_row_[letter + 1] : static_cast<Row>(rows());
}

std::string_view Columns::case_number(LetterOrdinal letter) const {
  return cases_.substr(case_starts_[letter], case_starts_[letter + 1] - case_starts_[letter]);
}

const Columns::Keyword& Columns::keyword(const Field& field) const {
  return *std::ranges::find(keywords_, &field, &Keyword::field);
}

std::span<const std::uint16_t> Columns::values(const Keyword& column, Row row) const {
  const std::size_t entry = column.field->level == FieldLevel::letter ? letter_of(row) : row;
  return column.values.subspan(column.starts[entry], column.starts[entry + 1] - column.starts[entry]);
}

std::span<const std::int32_t> Columns::numbers(const Field& field) const { return numbers_.at(field.name); }

std::int32_t Columns::number(const Field& field, Row row) const {
  return numbers(field)[field.level == FieldLevel::letter ? letter_of(row) : row];
}

}  // namespace imr
