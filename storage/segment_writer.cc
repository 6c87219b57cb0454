// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/segment_writer.h"

#include <algorithm>

#include "schema/index_error.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

// Text pending in Xapian's memory before it is written; larger batches measured slower.
constexpr std::size_t kFlushBytes = std::size_t{8} << 20;

fs::path fresh_folder(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (!fs::create_directories(path, error)) {
    throw IndexError(IndexFault::io, path.string(), "cannot create: " + error.message());
  }
  return path;
}

Xapian::WritableDatabase create_database(const fs::path& path) {
  return translating_xapian(path.string(), [&] {
    return Xapian::WritableDatabase(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  });
}

}  // namespace

SegmentWriter::SegmentWriter(const fs::path& index_folder, const std::string& name)
    : folder_(fresh_folder(index_folder / name)),
      info_{.name = name, .database = "db-1"},
      database_(create_database(folder_ / "db-1")),
      letters_(folder_ / "letters") {}

bool SegmentWriter::contains(std::string_view case_number) const { return places_.contains(case_number); }

void SegmentWriter::add(const LetterEntry& letter) {
  remove(letter.case_number);
  const LetterOrdinal ordinal =
      columns_.add_letter(letter.case_number, letter.plain, letter.keywords, letter.numbers);
  letters_.add(letter.record, letter.hash);
  Place place{ordinal, 0, letter.issues.size(), letter.plain};
  translating_xapian(folder_.string(), [&] {
    for (std::size_t i = 0; i < letter.issues.size(); ++i) {
      const IssueEntry& issue = letter.issues[i];
      const Row row = columns_.add_issue(issue.issue_no, issue.keywords, issue.numbers);
      if (i == 0) place.first_row = row;
      database_.replace_document(row + 1, issue.document);
    }
  });
  places_.insert_or_assign(letter.case_number, place);
  (letter.plain ? info_.records : info_.letters) += 1;
  if (!letter.plain) info_.issues += letter.issues.size();
  flush_when_due(letter);
}

void SegmentWriter::flush_when_due(const LetterEntry& letter) {
  pending_bytes_ += letter.record.size() * std::max<std::size_t>(1, letter.issues.size());
  if (pending_bytes_ < kFlushBytes) return;
  translating_xapian(folder_.string(), [&] { database_.commit(); });
  pending_bytes_ = 0;
}

void SegmentWriter::relate(const std::string& stem, const std::string& surface) {
  if (stem == surface || !related_.insert(stem + '\n' + surface).second) return;
  translating_xapian(folder_.string(), [&] { database_.add_synonym(stem, surface); });
}

void SegmentWriter::remove(std::string_view case_number) {
  const auto found = places_.find(case_number);
  if (found == places_.end()) return;
  const Place place = found->second;
  translating_xapian(folder_.string(), [&] {
    for (std::size_t i = 0; i < place.issues; ++i) {
      database_.delete_document(static_cast<Xapian::docid>(place.first_row + i + 1));
    }
  });
  info_.dead.push_back(place.ordinal);
  (place.plain ? info_.records : info_.letters) -= 1;
  if (!place.plain) info_.issues -= place.issues;
  places_.erase(found);
}

SegmentInfo SegmentWriter::finish() {
  letters_.finish();
  const std::string uuid = translating_xapian(folder_.string(), [&] {
    database_.commit();
    std::string id = database_.get_uuid();
    database_.close();
    return id;
  });
  write_durably(folder_ / "columns", columns_.finish(uuid));
  sync_folder(folder_ / info_.database);
  sync_folder(folder_);
  sync_folder(folder_.parent_path());
  std::ranges::sort(info_.dead);
  return info_;
}

}  // namespace imr
