// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/check_index.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "analyzers/sentence_fingerprint.h"
#include "corpus/corpus_error.h"
#include "corpus/letter_json.h"
#include "indexer/check_database.h"
#include "indexer/document_builder.h"
#include "indexer/rationale_sentences.h"
#include "schema/index_error.h"
#include "storage/segment.h"
#include "storage/sentence_counts.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

bool same_terms(const Xapian::Document& a, const Xapian::Document& b) {
  Xapian::TermIterator x = a.termlist_begin();
  Xapian::TermIterator y = b.termlist_begin();
  for (; x != a.termlist_end() && y != b.termlist_end(); ++x, ++y) {
    if (*x != *y || x.get_wdf() != y.get_wdf()) return false;
  }
  return x == a.termlist_end() && y == b.termlist_end();
}

bool same_values(const Columns& columns, Row row, const KeywordValues& letter, const KeywordValues& issue) {
  for (const Field& field : fields()) {
    if (!is_facet(field)) continue;
    const KeywordValues& expected = field.level == FieldLevel::letter ? letter : issue;
    const Columns::Keyword& column = columns.keyword(field);
    std::vector<std::string> values;
    for (const std::uint16_t value : columns.values(column, row)) values.push_back(column.dictionary[value]);
    const auto found = expected.find(field.name);
    if (values != (found == expected.end() ? std::vector<std::string>() : found->second)) return false;
  }
  return true;
}

bool same_numbers(const Columns& columns, Row row, const NumberValues& letter, const NumberValues& issue) {
  for (const Field& field : fields()) {
    if (field.kind != FieldKind::number && field.kind != FieldKind::date) continue;
    const NumberValues& expected = field.level == FieldLevel::letter ? letter : issue;
    const auto found = expected.find(field.name);
    if (columns.number(field, row) != (found == expected.end() ? Columns::kNoNumber : found->second))
      return false;
  }
  return true;
}

class Checker {
 public:
  explicit Checker(const std::function<void(const std::string&)>& on_fault) : on_fault_(on_fault) {}

  void check(const Segment& segment) {
    segment_ = &segment;
    const std::string faults = database_faults((segment.folder() / segment.info().database).string());
    if (!faults.empty()) fault(segment.info().database + ": " + faults);
    database_is_whole_ = faults.empty();
    letters_in_segment_ = 0;
    for (LetterOrdinal letter = 0; letter < segment.columns().letters(); ++letter) {
      if (segment.alive(letter)) check_letter(letter);
    }
    const SegmentInfo& info = segment.info();
    if (letters_in_segment_ != info.letters + info.records) {
      fault("holds " + std::to_string(letters_in_segment_) + " letters, the manifest says " +
            std::to_string(info.letters + info.records));
    }
  }

  // Those of a generation that is no longer current may be gone.
  void check_sentences(const OpenIndex& index) {
    try {
      SentenceCounts(index.folder / index.manifest.sentences);
    } catch (const IndexError& error) {
      if (read_manifest(index.folder).generation != index.manifest.generation) return;
      ++result_.faults;
      on_fault_(error.what());
    }
  }

  const CheckResult& result() const { return result_; }

 private:
  void fault(const std::string& what) {
    ++result_.faults;
    on_fault_(segment_->folder().string() + ": " + what);
  }

  void check_letter(LetterOrdinal letter) {
    const Columns& columns = segment_->columns();
    const std::string name(columns.case_number(letter));
    ++letters_in_segment_;
    ++result_.letters;
    result_.issues += columns.end_row(letter) - columns.first_row(letter);
    try {
      compare(letter, name);
    } catch (const CorpusError& error) {
      fault("letter " + name + ": " + error.what());
    } catch (const IndexError& error) {
      fault("letter " + name + ": " + error.what());
    }
  }

  // What the index has of a letter with what its record would give today.
  void compare(LetterOrdinal letter, const std::string& name) {
    const Columns& columns = segment_->columns();
    const Determination determination = read_record(segment_->letters().record(letter));
    if (determination.case_number != name) {
      return fault("letter " + name + " is stored as " + determination.case_number);
    }
    const auto recurring = known_to_recur(letter, determination);
    Vocabulary vocabulary;
    const LetterEntry entry = build_entry(
        determination, [&](std::uint64_t fingerprint) { return recurring.contains(fingerprint); },
        vocabulary);
    if (entry.issues.size() != columns.end_row(letter) - columns.first_row(letter)) {
      return fault("letter " + name + " has lost issues");
    }
    Determination anywhere = determination;
    anywhere.source.clear();
    if (segment_->letters().hash(letter) != content_hash(letter_record(anywhere))) {
      return fault("letter " + name + ": its digest is not that of its record");
    }
    for (std::size_t i = 0; i < entry.issues.size(); ++i) {
      const Row row = columns.first_row(letter) + static_cast<Row>(i);
      if (!same_values(columns, row, entry.keywords, entry.issues[i].keywords) ||
          !same_numbers(columns, row, entry.numbers, entry.issues[i].numbers)) {
        return fault("letter " + name + ": the columns differ from its record");
      }
      if (database_is_whole_ && !has_document(row, entry.issues[i].document)) {
        return fault("letter " + name + ": the terms differ from its record");
      }
      if (!same_words(row, entry.codes, entry.issues[i].codes, vocabulary)) {
        return fault("letter " + name + ": the words differ from its record");
      }
    }
    if (!same_stems(vocabulary)) fault("letter " + name + ": words are missing from the table of stems");
    if (database_is_whole_ && segment_->find(name) != letter) {
      fault("letter " + name + " is not found by its case number");
    }
  }

  // What the index took for recurring sentences when it took the letter in: that cannot be known from the
  // record.
  std::set<std::uint64_t> known_to_recur(LetterOrdinal letter, const Determination& determination) const {
    std::set<std::uint64_t> fingerprints;
    if (!database_is_whole_) return fingerprints;
    Row row = segment_->columns().first_row(letter);
    for (const Issue& issue : determination.issues) {
      for (const auto& [begin, end] : recurring_in(*segment_, row++, issue)) {
        const auto known = sentence_fingerprint(std::string_view(issue.rationale).substr(begin, end - begin));
        if (known) fingerprints.insert(*known);
      }
    }
    return fingerprints;
  }

  bool has_document(Row row, const Xapian::Document& expected) const {
    return translating_xapian(segment_->folder().string(), [&] {
      try {
        return same_terms(expected, segment_->database().get_document(row + 1));
      } catch (const Xapian::DocNotFoundError&) {
        return false;
      }
    });
  }

  // The words of an issue, those of its letter included, in their order.
  bool same_words(Row row, const FieldCodes& shared, const FieldCodes& own,
                  const Vocabulary& vocabulary) const {
    const WordStore::Texts texts = segment_->texts(row);
    for (std::size_t field = 0; field < kTextFields; ++field) {
      const WordCodes& codes = (text_fields()[field].level == FieldLevel::letter ? shared : own)[field];
      WordCodes stored;
      WordCodesWriter writer(stored);
      bool known = true;
      for_each_word(texts[field], [&](std::uint32_t position, WordNumber word) {
        const std::uint32_t number = word > 0 && word <= segment_->words().size()
                                         ? vocabulary.words.find(segment_->words().name(word))
                                         : 0;
        known = known && number > 0;
        writer.add(position, number);
      });
      if (!known || stored != codes) return false;
    }
    return true;
  }

  bool same_stems(const Vocabulary& vocabulary) {
    const WordStore& words = segment_->words();
    for (std::uint32_t word = 1; word < vocabulary.first_stem.size(); ++word) {
      const std::string_view name = vocabulary.words.name(word);
      if (vocabulary.first_stem[word] == 0 || !seen_.emplace(segment_, name).second) continue;
      const std::string_view stem = vocabulary.stems.name(vocabulary.first_stem[word]);
      if (std::ranges::find(words.words_of_stem(stem), words.find(name)) == words.words_of_stem(stem).end()) {
        return false;
      }
    }
    return true;
  }

  const std::function<void(const std::string&)>& on_fault_;
  const Segment* segment_ = nullptr;
  bool database_is_whole_ = true;
  std::uint64_t letters_in_segment_ = 0;
  std::set<std::pair<const Segment*, std::string>> seen_;  // words whose stems were looked for
  CheckResult result_;
};

}  // namespace

CheckResult check_index(const std::filesystem::path& folder,
                        const std::function<void(const std::string&)>& on_fault) {
  const OpenIndex index = open_index(folder);
  Checker checker(on_fault);
  for (const auto& segment : index.segments) checker.check(*segment);
  checker.check_sentences(index);
  return checker.result();
}

}  // namespace imr
