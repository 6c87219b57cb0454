// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "storage/columns.h"
#include "storage/files.h"
#include "storage/letter_store.h"
#include "storage/manifest.h"
#include "storage/word_store.h"

namespace imr {

// One segment, open for reading. Document d of the database is row d - 1 of the columns.
class Segment {
 public:
  // Throws IndexError if a part is missing, damaged or does not belong to the others.
  Segment(const std::filesystem::path& index_folder, SegmentInfo info);

  const SegmentInfo& info() const { return info_; }
  const std::filesystem::path& folder() const { return folder_; }
  const Xapian::Database& database() const { return database_; }
  const Columns& columns() const { return columns_; }
  const LetterStore& letters() const { return letters_; }
  const WordStore& words() const { return words_; }

  bool alive(LetterOrdinal letter) const;
  // The alive letter of this case number, compared exactly.
  std::optional<LetterOrdinal> find(std::string_view case_number) const;
  // In how many issues a word stands: in one text field, or in any of the searched ones (null).
  std::uint32_t issues_with(const Field* field, WordNumber word) const;
  // The words of an issue's texts; storage/word_store.h.
  WordStore::Texts texts(Row row) const;
  // Where sentences that recur begin in the rationale of an issue: the positions of their first words.
  std::vector<std::uint32_t> recurring_positions(Row row) const;

 private:
  SegmentInfo info_;
  std::filesystem::path folder_;
  ReaderLock lock_;
  Xapian::Database database_;
  Columns columns_;
  LetterStore letters_;
  WordStore words_;
  struct DeadWords;  // in how many issues of dead letters words stand
  std::shared_ptr<const DeadWords> dead_words_;
};

// A generation of an index, open for reading; it stays whole whatever writers do meanwhile.
struct OpenIndex {
  std::filesystem::path folder;
  Manifest manifest;
  std::vector<std::unique_ptr<const Segment>> segments;
};

// Opens the current generation. Throws IndexError.
OpenIndex open_index(const std::filesystem::path& folder);

// A changed copy of a segment's database without these letters, durable, under a new name; the returned
// info names it. The segment itself stays as it is.
SegmentInfo without_letters(const Segment& segment, const std::vector<LetterOrdinal>& letters);

}  // namespace imr
