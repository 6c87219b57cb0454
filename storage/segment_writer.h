// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "storage/columns.h"
#include "storage/manifest.h"
#include "storage/segment_part.h"
#include "storage/word_store_writer.h"

namespace imr {

// Joins parts to one new segment. Its letters are in the folder already (LetterStoreWriter). Nothing of it is
// seen by readers before a manifest names it.
class SegmentWriter {
 public:
  explicit SegmentWriter(const std::filesystem::path& folder);

  // Where the database of the next part may be; different for each call.
  std::filesystem::path part_path();

  // Takes finished parts in the order of their letters.
  void append(SegmentPart part);

  // Writes all of it durably and says what it holds. The writer is used up. Throws IndexError.
  SegmentInfo finish();

 private:
  void note(const LetterEntry& letter);
  void join_last();
  void compact(std::size_t first, const std::filesystem::path& into);

  std::filesystem::path folder_;
  SegmentInfo info_;
  ColumnsWriter columns_;
  WordStoreWriter words_;
  std::vector<std::filesystem::path> databases_;  // to be compacted, in order
  std::size_t joined_ = 0;                        // so many of them, from the front, are of many parts each
  std::size_t next_part_ = 1;
};

}  // namespace imr
