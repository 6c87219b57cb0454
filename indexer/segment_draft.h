// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/standing_text.h"
#include "storage/columns.h"
#include "storage/letter_store.h"
#include "storage/manifest.h"

namespace imr {

// Letters on their way into a new segment. They are kept first, one after the other; when all are known, and
// with them what recurs among them, they are indexed on several threads. What comes out does not depend on
// how many these are.
class SegmentDraft {
 public:
  // Creates the folder; a leftover of that name is removed first.
  SegmentDraft(const std::filesystem::path& index_folder, const std::string& name);

  // Keeps a letter's record (corpus/letter_json.h).
  LetterOrdinal keep(std::string_view record, const ContentHash& hash);
  // It gave way to another.
  void drop(LetterOrdinal letter) { dropped_[letter] = true; }

  // Indexes the letters and says what the segment holds. The draft is used up. Throws IndexError.
  SegmentInfo finish(const Recurs& recurs, unsigned threads);

 private:
  std::filesystem::path folder_;
  LetterStoreWriter letters_;
  std::vector<bool> dropped_;
};

}  // namespace imr
