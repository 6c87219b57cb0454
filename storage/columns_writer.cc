// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "schema/index_error.h"
#include "storage/columns.h"
#include "storage/columns_format.h"

namespace imr {

namespace {

// Appends arrays after each other, aligned, and notes where each begins.
class ArrayFile {
 public:
  template <class T>
  void add(const std::string& name, const std::vector<T>& values) {
    add_bytes(name, reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T), values.size());
  }
  void add_bytes(const std::string& name, const char* data, std::size_t bytes, std::size_t count) {
    body_.resize((body_.size() + 7) / 8 * 8, '\0');
    arrays_[name] = {{"offset", body_.size()}, {"count", count}};
    body_.append(data, bytes);
  }
  std::string finish(nlohmann::json header) const {
    header["arrays"] = arrays_;
    header["bytes"] = body_.size();
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    const std::uint64_t length = text.size();
    std::string out(kColumnsMagic);
    out.append(reinterpret_cast<const char*>(&length), sizeof length);
    return out + text + body_;
  }

 private:
  nlohmann::json arrays_ = nlohmann::json::object();
  std::string body_;
};

}  // namespace

ColumnsWriter::ColumnsWriter() {
  for (const Field& field : fields()) {
    if (field.kind == FieldKind::keyword) keywords_.push_back({&field, {}, {}, {0}, {}});
    if (field.kind == FieldKind::number || field.kind == FieldKind::date) numbers_.push_back({&field, {}});
  }
}

LetterOrdinal ColumnsWriter::add_letter(std::string_view case_number, bool plain,
                                        const KeywordValues& keywords, const NumberValues& numbers) {
  const auto ordinal = static_cast<LetterOrdinal>(first_row_.size());
  first_row_.push_back(static_cast<std::uint32_t>(letter_of_row_.size()));
  plain_.push_back(plain ? 1 : 0);
  cases_ += case_number;
  case_starts_.push_back(static_cast<std::uint32_t>(cases_.size()));
  append(FieldLevel::letter, keywords);
  append(FieldLevel::letter, numbers);
  return ordinal;
}

Row ColumnsWriter::add_issue(int issue_no, const KeywordValues& keywords, const NumberValues& numbers) {
  const auto row = static_cast<Row>(letter_of_row_.size());
  letter_of_row_.push_back(static_cast<std::uint32_t>(first_row_.size() - 1));
  issue_no_.push_back(static_cast<std::uint16_t>(issue_no));
  append(FieldLevel::issue, keywords);
  append(FieldLevel::issue, numbers);
  return row;
}

void ColumnsWriter::append(FieldLevel level, const KeywordValues& values) {
  for (Keyword& column : keywords_) {
    if (column.field->level != level) continue;
    const auto found = values.find(column.field->name);
    if (found != values.end()) {
      for (const std::string& value : found->second) {
        column.values.push_back(ordinal_of(column, value));
      }
    }
    column.starts.push_back(static_cast<std::uint32_t>(column.values.size()));
  }
}

void ColumnsWriter::append(FieldLevel level, const NumberValues& values) {
  for (Number& column : numbers_) {
    if (column.field->level != level) continue;
    const auto value = values.find(column.field->name);
    column.values.push_back(value == values.end() ? Columns::kNoNumber : value->second);
  }
}

std::uint16_t ColumnsWriter::ordinal_of(Keyword& column, const std::string& value) {
  const std::size_t next = column.dictionary.size();
  const auto found = column.ordinals.find(value);
  if (found != column.ordinals.end()) return found->second;
  if (next > UINT16_MAX) {
    throw IndexError(IndexFault::io, std::string(column.field->name),
                     "more than 65,536 distinct values; are these letters?");
  }
  column.ordinals.emplace(value, static_cast<std::uint16_t>(next));
  column.dictionary.push_back(value);
  return static_cast<std::uint16_t>(next);
}

std::string ColumnsWriter::finish(std::string_view uuid) const {
  ArrayFile file;
  nlohmann::json header = {{"uuid", uuid}, {"schema", kSchemaVersion}};
  file.add("letter_of_row", letter_of_row_);
  file.add("issue_no", issue_no_);
  file.add("first_row", first_row_);
  file.add("plain", plain_);
  file.add("case_starts", case_starts_);
  file.add_bytes("cases", cases_.data(), cases_.size(), cases_.size());
  for (const Keyword& column : keywords_) {
    const std::string name(column.field->name);
    header["dictionaries"][name] = column.dictionary;
    file.add(name + ".starts", column.starts);
    file.add(name + ".values", column.values);
  }
  for (const Number& number : numbers_) file.add(std::string(number.field->name), number.values);
  return file.finish(std::move(header));
}

}  // namespace imr
