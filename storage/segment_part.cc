// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/segment_part.h"

#include <utility>

#include "storage/xapian_errors.h"

namespace imr {

namespace {

Xapian::WritableDatabase create_database(const std::filesystem::path& path) {
  return translating_xapian(path.string(), [&] {
    // What is lost here in a crash is made again; nothing reads it before it is copied and made durable.
    constexpr int kFlags =
        Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
    return Xapian::WritableDatabase(path.string(), kFlags);
  });
}

}  // namespace

SegmentPart::SegmentPart(std::filesystem::path database)
    : path_(std::move(database)), database_(create_database(path_)) {}

void SegmentPart::add(LetterEntry letter) {
  translating_xapian(path_.string(), [&] {
    for (IssueEntry& issue : letter.issues) {
      database_.add_document(issue.document);
      issue.document = Xapian::Document();
    }
  });
  letters_.push_back(std::move(letter));
}

void SegmentPart::finish() {
  translating_xapian(path_.string(), [&] {
    database_.commit();
    database_.close();
  });
}

}  // namespace imr
