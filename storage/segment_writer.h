// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "storage/columns.h"
#include "storage/letter_store.h"
#include "storage/manifest.h"

namespace imr {

// One issue, ready to be stored.
struct IssueEntry {
  int issue_no = 0;
  KeywordValues keywords = {};
  NumberValues numbers = {};
  Xapian::Document document = {};
};

// A letter with its issues, ready to be stored.
struct LetterEntry {
  std::string case_number;
  bool plain = false;
  std::string record;  // as letter_record() writes it
  ContentHash hash = {};
  KeywordValues keywords = {};
  NumberValues numbers = {};
  std::vector<IssueEntry> issues = {};
};

// Fills one new segment. Nothing of it is seen by readers before a manifest names it.
class SegmentWriter {
 public:
  // Creates the folder; a leftover of that name is removed first.
  SegmentWriter(const std::filesystem::path& index_folder, const std::string& name);

  // A letter of a case number added before replaces that one.
  void add(const LetterEntry& letter);

  // Notes that `surface` has this stem, so that queries can go from stems to surface terms.
  void relate(const std::string& stem, const std::string& surface);

  bool contains(std::string_view case_number) const;

  // Writes all of it durably and says what it holds. The writer is used up.
  SegmentInfo finish();

 private:
  void remove(std::string_view case_number);
  void flush_when_due(const LetterEntry& letter);

  std::filesystem::path folder_;
  SegmentInfo info_;
  Xapian::WritableDatabase database_;
  ColumnsWriter columns_;
  LetterStoreWriter letters_;
  struct Place {
    LetterOrdinal ordinal;
    Row first_row;
    std::size_t issues;
    bool plain;
  };
  std::map<std::string, Place, std::less<>> places_;
  std::unordered_set<std::string> related_;
  std::size_t pending_bytes_ = 0;
};

}  // namespace imr
