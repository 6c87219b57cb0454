// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/segment_writer.h"

#include <algorithm>
#include <utility>

#include "schema/index_error.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

// So many databases are open at a time at most: each holds several files.
constexpr std::size_t kMostAtOnce = 128;

void remove_folder(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) throw IndexError(IndexFault::io, path.string(), "cannot remove: " + error.message());
}

}  // namespace

SegmentWriter::SegmentWriter(const fs::path& folder)
    : folder_(folder),
      info_{.name = folder.filename().string(), .database = "db-1"},
      words_(folder / "words") {}

fs::path SegmentWriter::part_path() { return folder_ / ("part-" + std::to_string(next_part_++)); }

void SegmentWriter::append(SegmentPart part) {
  std::vector<LetterCodes> codes;
  for (LetterEntry& letter : part.letters_) {
    note(letter);
    LetterCodes& all = codes.emplace_back(LetterCodes{std::move(letter.codes), {}});
    for (IssueEntry& issue : letter.issues) all.issues.push_back(std::move(issue.codes));
  }
  words_.add(part.vocabulary_, codes);
  databases_.push_back(part.path_);
  if (databases_.size() - joined_ == kMostAtOnce) join_last();
}

// Makes one of the last ones.
void SegmentWriter::join_last() {
  const std::size_t kept = databases_.size() - std::min(databases_.size(), kMostAtOnce);
  const fs::path joined = part_path();
  compact(kept, joined);
  joined_ = databases_.size();
}

void SegmentWriter::note(const LetterEntry& letter) {
  const LetterOrdinal ordinal =
      columns_.add_letter(letter.case_number, letter.plain, letter.keywords, letter.numbers);
  for (const IssueEntry& issue : letter.issues) {
    columns_.add_issue(issue.issue_no, issue.keywords, issue.numbers);
  }
  if (letter.gone) {
    info_.dead.push_back(ordinal);
    return;
  }
  (letter.plain ? info_.records : info_.letters) += 1;
  if (!letter.plain) info_.issues += letter.issues.size();
}

// Puts one database in the place of all from `first` on.
void SegmentWriter::compact(std::size_t first, const fs::path& into) {
  const auto begin = databases_.begin() + static_cast<std::ptrdiff_t>(first);
  translating_xapian(into.string(), [&] {
    Xapian::Database all;
    for (auto path = begin; path != databases_.end(); ++path)
      all.add_database(Xapian::Database(path->string()));
    all.compact(into.string());
  });
  for (auto path = begin; path != databases_.end(); ++path) remove_folder(*path);
  databases_.erase(begin, databases_.end());
  databases_.push_back(into);
}

SegmentInfo SegmentWriter::finish() {
  const fs::path database = folder_ / info_.database;
  if (databases_.empty()) {
    SegmentPart empty(part_path());
    empty.finish();
    databases_.push_back(empty.path_);
  }
  while (databases_.size() > kMostAtOnce) join_last();
  if (databases_.size() == 1) {
    rename_folder(databases_.front(), database);
  } else {
    compact(0, database);
  }
  sync_files(database);
  const std::string uuid =
      translating_xapian(database.string(), [&] { return Xapian::Database(database.string()).get_uuid(); });
  words_.finish(uuid);
  write_durably(folder_ / "columns", columns_.finish(uuid));
  sync_folder(folder_);
  sync_folder(folder_.parent_path());
  return info_;
}

}  // namespace imr
