// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/segment_writer.h"

#include <utility>

#include "schema/index_error.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

// So many databases are open at a time at most: each holds several files.
constexpr std::size_t kMostAtOnce = 64;

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
  if (databases_.size() - joined_ < kMostAtOnce) return;
  const fs::path joined = part_path();
  std::vector<fs::path> earlier(databases_.begin(),
                                databases_.begin() + static_cast<std::ptrdiff_t>(joined_));
  databases_.erase(databases_.begin(), databases_.begin() + static_cast<std::ptrdiff_t>(joined_));
  compact(joined);
  earlier.push_back(joined);
  databases_ = std::move(earlier);
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

// Joins all databases that are waiting.
void SegmentWriter::compact(const fs::path& into) {
  translating_xapian(into.string(), [&] {
    Xapian::Database all;
    for (const fs::path& path : databases_) all.add_database(Xapian::Database(path.string()));
    all.compact(into.string());
  });
  for (const fs::path& path : databases_) remove_folder(path);
  databases_.clear();
}

SegmentInfo SegmentWriter::finish() {
  const fs::path database = folder_ / info_.database;
  if (databases_.empty()) {
    SegmentPart empty(part_path());
    empty.finish();
    databases_.push_back(empty.path_);
  }
  if (databases_.size() == 1) {
    rename_folder(databases_.front(), database);
  } else {
    compact(database);
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
