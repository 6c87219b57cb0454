// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/segment.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "analyzers/text_marks.h"
#include "schema/index_error.h"
#include "schema/schema.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

Xapian::Database open_database(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    throw IndexError(IndexFault::not_found, path.string(), "the index lacks this part; build it anew");
  }
  return translating_xapian(path.string(), [&] { return Xapian::Database(path.string()); });
}

std::string uuid_of(const Xapian::Database& database, const fs::path& path) {
  return translating_xapian(path.string(), [&] { return database.get_uuid(); });
}

// The number behind "db-".
std::string next_database_name(const std::string& name) {
  return "db-" + std::to_string(std::strtoul(name.c_str() + 3, nullptr, 10) + 1);
}

void copy_folder(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::remove_all(to, error);
  fs::copy(from, to, fs::copy_options::recursive, error);
  if (error) throw IndexError(IndexFault::io, to.string(), "cannot copy: " + error.message());
}

}  // namespace

struct Segment::DeadWords {
  using Counts = std::array<std::uint32_t, kTextFields + 1>;
  std::unordered_map<WordNumber, Counts> counts = {};

  // An issue's words, each once in each field and once in all searched ones.
  void add(const WordStore::Texts& texts) {
    std::set<std::pair<std::size_t, WordNumber>> seen;
    for (std::size_t field = 0; field < kTextFields; ++field) {
      const bool searched = is_searched(text_fields()[field]);
      for_each_word(texts[field], [&](std::uint32_t, WordNumber word) {
        if (seen.emplace(field, word).second) ++counts[word][field];
        if (searched && seen.emplace(kTextFields, word).second) ++counts[word][kTextFields];
      });
    }
  }
};

Segment::Segment(const fs::path& index_folder, SegmentInfo info)
    : info_(std::move(info)),
      folder_(index_folder / info_.name),
      lock_(folder_ / "columns"),
      database_(open_database(folder_ / info_.database)),
      columns_(folder_ / "columns", uuid_of(database_, folder_)),
      letters_(folder_ / "letters"),
      words_(folder_ / "words", uuid_of(database_, folder_)) {
  if (letters_.letters() != columns_.letters() || words_.letters() != columns_.letters()) {
    throw IndexError(IndexFault::corrupt, folder_.string(),
                     "letters, words and columns differ; build the index anew");
  }
  if (info_.dead.empty()) return;
  auto dead = std::make_shared<DeadWords>();
  for (const LetterOrdinal letter : info_.dead) {
    if (letter >= columns_.letters()) continue;
    for (Row row = columns_.first_row(letter); row < columns_.end_row(letter); ++row) dead->add(texts(row));
  }
  dead_words_ = std::move(dead);
}

std::uint32_t Segment::issues_with(const Field* field, WordNumber word) const {
  const std::uint32_t all = words_.issues_with(field, word);
  if (!dead_words_) return all;
  const auto dead = dead_words_->counts.find(word);
  if (dead == dead_words_->counts.end()) return all;
  return all - dead->second[field ? text_field_number(*field) : kTextFields];
}

bool Segment::alive(LetterOrdinal letter) const { return !std::ranges::binary_search(info_.dead, letter); }

std::optional<LetterOrdinal> Segment::find(std::string_view case_number) const {
  static const Field& field = *find_field("case");
  return translating_xapian(folder_.string(), [&]() -> std::optional<LetterOrdinal> {
    const std::string term = value_term(field, case_number);
    const auto posting = database_.postlist_begin(term);
    if (posting == database_.postlist_end(term)) return std::nullopt;
    return columns_.letter_of(static_cast<Row>(*posting - 1));
  });
}

WordStore::Texts Segment::texts(Row row) const {
  const LetterOrdinal letter = columns_.letter_of(row);
  return words_.texts(letter, row - columns_.first_row(letter));
}

std::vector<std::uint32_t> Segment::recurring_positions(Row row) const {
  static const std::size_t rationale = text_field_number(*find_field("rationale"));
  std::vector<std::uint32_t> positions;
  const WordNumber mark = words_.find(mark_token(kRecurringMark));
  if (mark == 0) return positions;
  for_each_word(texts(row)[rationale], [&](std::uint32_t position, WordNumber word) {
    if (word == mark) positions.push_back(position);
  });
  return positions;
}

OpenIndex open_index(const fs::path& folder) {
  // A writer may replace the generation between the reading of the manifest and the opening.
  constexpr int kAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    OpenIndex index{folder, read_usable_manifest(folder), {}};
    try {
      for (const SegmentInfo& info : index.manifest.segments) {
        index.segments.push_back(std::make_unique<const Segment>(folder, info));
      }
      // What is locked before it is known to be current cannot have begun to go away.
      if (attempt == kAttempts || read_manifest(folder) == index.manifest) return index;
    } catch (const IndexError& error) {
      const bool replaced = read_manifest(folder) != index.manifest;
      if (!replaced || attempt == kAttempts) {
        if (error.fault() != IndexFault::not_found) throw;
        throw IndexError(IndexFault::corrupt, error.path(), "a part of the index is missing; build it anew");
      }
    }
  }
}

SegmentInfo without_letters(const Segment& segment, const std::vector<LetterOrdinal>& letters) {
  SegmentInfo info = segment.info();
  info.database = next_database_name(info.database);
  const fs::path path = segment.folder() / info.database;
  copy_folder(segment.folder() / segment.info().database, path);
  const Columns& columns = segment.columns();
  translating_xapian(path.string(), [&] {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
    for (const LetterOrdinal letter : letters) {
      for (Row row = columns.first_row(letter); row < columns.end_row(letter); ++row) {
        database.delete_document(row + 1);
      }
    }
    database.commit();
  });
  for (const LetterOrdinal letter : letters) {
    const bool plain = columns.plain(letter);
    (plain ? info.records : info.letters) -= 1;
    if (!plain) info.issues -= columns.end_row(letter) - columns.first_row(letter);
    info.dead.push_back(letter);
  }
  std::ranges::sort(info.dead);
  sync_folder(path);
  sync_folder(segment.folder());
  return info;
}

}  // namespace imr
