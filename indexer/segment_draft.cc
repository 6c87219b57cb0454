// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/segment_draft.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "corpus/letter_json.h"
#include "corpus/ordered_work.h"
#include "indexer/document_builder.h"
#include "storage/files.h"
#include "storage/segment_part.h"
#include "storage/segment_writer.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

// Some letters that are to become a part, by their ordinals: [begin, end).
struct Stretch {
  LetterOrdinal begin = 0;
  LetterOrdinal end = 0;
  fs::path database;
};

fs::path fresh_folder(const fs::path& path) {
  make_fresh_folder(path);
  return path;
}

}  // namespace

SegmentDraft::SegmentDraft(const fs::path& index_folder, const std::string& name)
    : folder_(fresh_folder(index_folder / name)), letters_(folder_ / "letters") {}

LetterOrdinal SegmentDraft::keep(std::string_view record, const ContentHash& hash) {
  letters_.add(record, hash);
  dropped_.push_back(false);
  return static_cast<LetterOrdinal>(dropped_.size() - 1);
}

SegmentInfo SegmentDraft::finish(const Recurs& recurs, unsigned threads) {
  letters_.finish();
  const LetterStore letters(folder_ / "letters");
  const auto make_part = [&](const Stretch& stretch) {
    auto part = std::make_unique<SegmentPart>(stretch.database);
    for (LetterOrdinal letter = stretch.begin; letter < stretch.end; ++letter) {
      const Determination determination = read_record(letters.record(letter));
      if (dropped_[letter]) {
        part->add({.case_number = determination.case_number, .gone = true});
      } else {
        part->add(build_entry(determination, recurs, part->vocabulary()));
      }
    }
    part->finish();
    return part;
  };
  using Part = std::unique_ptr<SegmentPart>;
  SegmentWriter writer(folder_);
  OrderedWork<Stretch, Part> work(
      threads, [&] { return make_part; }, [&](Part part) { writer.append(std::move(*part)); });
  // About what a part takes while it is made, so that few wait at a time.
  constexpr std::size_t kPartBytes = std::size_t{4} << 20;
  for (std::size_t begin = 0; begin < letters.letters(); begin += SegmentPart::kLetters) {
    const std::size_t end = std::min(begin + SegmentPart::kLetters, letters.letters());
    work.submit({static_cast<LetterOrdinal>(begin), static_cast<LetterOrdinal>(end), writer.part_path()},
                kPartBytes);
  }
  work.finish();
  return writer.finish();
}

}  // namespace imr
