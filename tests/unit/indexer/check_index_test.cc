// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/check_index.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>

#include "corpus/letter_json.h"
#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "schema/index_error.h"
#include "storage/files.h"
#include "storage/letter_store.h"
#include "storage/manifest.h"
#include "storage/segment_writer.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;

namespace {

std::vector<std::string> faults_of(const TemporaryFolder& folder) {
  std::vector<std::string> faults;
  const CheckResult result =
      check_index(folder.path(), [&](const std::string& fault) { faults.push_back(fault); });
  CHECK(result.faults == faults.size());
  return faults;
}

void build(const TemporaryFolder& folder) {
  IndexWriter writer = IndexWriter::fresh(folder.path());
  writer.add(made_up_determination("CM00-0000001"));
  writer.add(made_up_determination("CM00-0000002"));
  writer.commit();
}

// The database of the only segment, to be spoilt.
Xapian::WritableDatabase open_to_spoil(const TemporaryFolder& folder) {
  const SegmentInfo info = read_manifest(folder.path()).segments.at(0);
  return Xapian::WritableDatabase((folder.path() / info.name / info.database).string(), Xapian::DB_OPEN);
}

// A letter to be tampered with before it is written.
struct Pieces {
  std::string record;
  ContentHash hash;
  Vocabulary* vocabulary;
  LetterEntry entry;
};

// Writes an index of two letters and of one that was tampered with.
void build_tampered(const TemporaryFolder& folder, const std::function<void(Pieces&)>& tamper) {
  build(folder);
  Manifest manifest = read_manifest(folder.path());
  make_fresh_folder(folder / "segment-9");
  SegmentWriter segment(folder / "segment-9");
  SegmentPart part(segment.part_path());
  const Determination letter = made_up_determination("CM00-0000003");
  Determination anywhere = letter;
  anywhere.source.clear();
  Pieces pieces{letter_record(letter), content_hash(letter_record(anywhere)), &part.vocabulary(),
                build_entry(
                    letter, [](std::uint64_t) { return false; }, part.vocabulary())};
  tamper(pieces);
  LetterStoreWriter letters(folder / "segment-9" / "letters");
  letters.add(pieces.record, pieces.hash);
  letters.finish();
  part.add(std::move(pieces.entry));
  part.finish();
  segment.append(std::move(part));
  manifest.segments.push_back(segment.finish());
  write_manifest(folder.path(), manifest);
}

bool any_says(const std::vector<std::string>& faults, const std::string& what) {
  for (const std::string& fault : faults) {
    if (fault.find(what) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a whole index has no fault and its counts are told") {
  const TemporaryFolder folder;
  build(folder);
  const CheckResult result = check_index(folder.path(), [](const std::string& fault) { FAIL_CHECK(fault); });
  CHECK(result.letters == 2);
  CHECK(result.issues == 4);
}

TEST_CASE("a letter written by the pieces is whole too") {
  const TemporaryFolder folder;
  build_tampered(folder, [](Pieces&) {});
  CHECK(faults_of(folder).empty());
}

TEST_CASE("a document that is gone, or has other terms, is told by its letter") {
  const TemporaryFolder folder;
  build(folder);
  open_to_spoil(folder).delete_document(2);
  CHECK(any_says(faults_of(folder), "letter CM00-0000001: the terms differ from its record"));
  build(folder);
  {
    Xapian::WritableDatabase database = open_to_spoil(folder);
    Xapian::Document document = database.get_document(3);
    document.add_boolean_term("XDECISIONoverturned");
    database.replace_document(3, document);
    database.commit();
  }
  const auto faults = faults_of(folder);
  CHECK(faults.size() == 1);
  CHECK(any_says(faults, "letter CM00-0000002: the terms differ from its record"));
}

TEST_CASE("columns that differ from the record are told") {
  const TemporaryFolder folder;
  build_tampered(folder, [](Pieces& pieces) { pieces.entry.issues[1].keywords["decision"] = {"upheld"}; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: the columns differ from its record"));
  build_tampered(folder, [](Pieces& pieces) { pieces.entry.keywords["state"] = {"Guam"}; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: the columns differ from its record"));
}

TEST_CASE("numbers and digests that differ from the record are told") {
  const TemporaryFolder folder;
  build_tampered(folder, [](Pieces& pieces) { pieces.entry.numbers["age"] = 7; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: the columns differ from its record"));
  build_tampered(folder, [](Pieces& pieces) { pieces.entry.issues[0].numbers["sessions"] = 7; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: the columns differ from its record"));
  build_tampered(folder, [](Pieces& pieces) { pieces.hash[3] ^= 1; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: its digest is not that of its record"));
}

TEST_CASE("a record of another letter, of fewer issues, or of none is told") {
  const TemporaryFolder folder;
  build_tampered(folder,
                 [](Pieces& pieces) { pieces.record = letter_record(made_up_determination("CM00-7")); });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003 is stored as CM00-7"));
  build_tampered(folder, [](Pieces& pieces) {
    Determination fewer = made_up_determination("CM00-0000003");
    fewer.issues.pop_back();
    pieces.record = letter_record(fewer);
    fewer.source.clear();
    pieces.hash = content_hash(letter_record(fewer));
  });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003 has lost issues"));
  build_tampered(folder, [](Pieces& pieces) { pieces.record = "no record"; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: "));
}

TEST_CASE("a stem that lost its words is told") {
  const TemporaryFolder folder;
  build_tampered(folder, [](Pieces& pieces) {
    pieces.vocabulary->first_stem[pieces.vocabulary->words.find("giraffes")] = 0;
  });
  CHECK(any_says(faults_of(folder), "words are missing from the table of stems"));
}

TEST_CASE("words that stand elsewhere than in the record are told, marks too") {
  const TemporaryFolder folder;
  const std::size_t rationale = text_field_number(*find_field("rationale"));
  const char* const kTold = "letter CM00-0000003: the words differ from its record";
  build_tampered(folder, [&](Pieces& pieces) { pieces.entry.issues[0].codes[rationale].pop_back(); });
  CHECK(any_says(faults_of(folder), kTold));
  build_tampered(folder, [&](Pieces& pieces) {
    const std::uint32_t mark = pieces.vocabulary->words.id_of("!negated");
    pieces.entry.issues[0].codes[rationale].push_back(2 * mark + 1);
  });
  CHECK(any_says(faults_of(folder), kTold));
}

TEST_CASE("counts of sentences that are damaged or gone are told") {
  const TemporaryFolder folder;
  build(folder);
  std::filesystem::resize_file(folder / "sentences-1", 30);
  CHECK(faults_of(folder).size() == 1);
  CHECK(any_says(faults_of(folder), "sentences-1: counts of sentences damaged"));
  std::filesystem::remove(folder / "sentences-1");
  CHECK(any_says(faults_of(folder), "sentences-1: counts of sentences damaged (gone); build the index anew"));
}

TEST_CASE("no index is no fault but an error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(check_index(folder.path(), [](const std::string&) {}), IndexError);
}
