// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/check_index.h"

#include <sstream>

#include "corpus/corpus_error.h"
#include "corpus/letter_json.h"
#include "schema/index_error.h"
#include "storage/segment.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

class Checker {
 public:
  explicit Checker(const std::function<void(const std::string&)>& on_fault) : on_fault_(on_fault) {}

  void check(const Segment& segment) {
    segment_ = &segment;
    check_database();
    for (LetterOrdinal letter = 0; letter < segment.columns().letters(); ++letter) {
      if (segment.alive(letter)) check_letter(letter);
    }
    const SegmentInfo& info = segment.info();
    if (letters_in_segment_ != info.letters + info.records) {
      fault("holds " + std::to_string(letters_in_segment_) + " letters, the manifest says " +
            std::to_string(info.letters + info.records));
    }
    letters_in_segment_ = 0;
  }

  const CheckResult& result() const { return result_; }

 private:
  void fault(const std::string& what) {
    ++result_.faults;
    on_fault_(segment_->folder().string() + ": " + what);
  }

  void check_database() {
    const std::string path = (segment_->folder() / segment_->info().database).string();
    try {
      std::ostringstream told;
      const std::size_t errors =
          translating_xapian(path, [&] { return Xapian::Database::check(path, 0, &told); });
      if (errors > 0) fault("Xapian finds " + std::to_string(errors) + " errors: " + told.str());
    } catch (const IndexError& error) {
      fault(error.what());
    }
  }

  void check_letter(LetterOrdinal letter) {
    const Columns& columns = segment_->columns();
    const std::string name(columns.case_number(letter));
    ++letters_in_segment_;
    ++result_.letters;
    try {
      const Determination determination = read_record(segment_->letters().record(letter));
      const std::size_t rows = columns.end_row(letter) - columns.first_row(letter);
      if (determination.case_number != name)
        fault("letter " + name + " is stored as " + determination.case_number);
      if (determination.issues.size() != rows) fault("letter " + name + " has lost issues");
      if (segment_->find(name) != letter) fault("letter " + name + " is not found by its case number");
      for (Row row = columns.first_row(letter); row < columns.end_row(letter); ++row)
        check_document(row, name);
    } catch (const CorpusError& error) {
      fault("letter " + name + ": " + error.what());
    } catch (const IndexError& error) {
      fault("letter " + name + ": " + error.what());
    }
  }

  void check_document(Row row, const std::string& name) {
    ++result_.issues;
    translating_xapian(segment_->folder().string(), [&] {
      try {
        segment_->database().get_doclength(row + 1);
      } catch (const Xapian::DocNotFoundError&) {
        fault("an issue of " + name + " has no document");
      }
    });
  }

  const std::function<void(const std::string&)>& on_fault_;
  const Segment* segment_ = nullptr;
  std::uint64_t letters_in_segment_ = 0;
  CheckResult result_;
};

}  // namespace

CheckResult check_index(const std::filesystem::path& folder,
                        const std::function<void(const std::string&)>& on_fault) {
  const OpenIndex index = open_index(folder);
  Checker checker(on_fault);
  for (const auto& segment : index.segments) checker.check(*segment);
  return checker.result();
}

}  // namespace imr
