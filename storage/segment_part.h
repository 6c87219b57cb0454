// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

#include "storage/columns.h"
#include "storage/word_codes.h"

namespace imr {

// One issue, ready to be stored.
struct IssueEntry {
  int issue_no = 0;
  KeywordValues keywords = {};
  NumberValues numbers = {};
  FieldCodes codes = {};
  Xapian::Document document = {};
};

// A letter with its issues, ready to be stored. Its words are numbers of the vocabulary it was made with.
struct LetterEntry {
  std::string case_number;
  bool plain = false;
  bool gone = false;  // only holds the place of a letter that gave way to another
  KeywordValues keywords = {};
  NumberValues numbers = {};
  FieldCodes codes = {};
  std::vector<IssueEntry> issues = {};
};

// Some neighbouring letters of a new segment, made by one thread: a database of their own and the rest in
// memory. Small fresh databases that are compacted later are several times faster to write than a growing
// one.
class SegmentPart {
 public:
  // How many letters a part has. Xapian gathers the documents of a term in a tree: with more letters it no
  // longer fits the processor's cache (of 8,000 letters a part of 1,000 costs 32 s, of 250 26 s, of 100 23
  // s).
  static constexpr std::size_t kLetters = 128;

  explicit SegmentPart(std::filesystem::path database);

  Vocabulary& vocabulary() { return vocabulary_; }
  // A letter made with vocabulary().
  void add(LetterEntry letter);
  // Writes what is pending, not durably. Throws IndexError(io).
  void finish();

 private:
  friend class SegmentWriter;
  std::filesystem::path path_;
  Xapian::WritableDatabase database_;
  Vocabulary vocabulary_;
  std::vector<LetterEntry> letters_;  // without their documents
};

}  // namespace imr
