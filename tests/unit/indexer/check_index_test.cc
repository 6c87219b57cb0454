// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/check_index.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>

#include "corpus/letter_json.h"
#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "schema/index_error.h"
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

// Writes an index of one letter whose entry was tampered with.
void build_tampered(const TemporaryFolder& folder, const std::function<void(LetterEntry&)>& tamper) {
  build(folder);
  Manifest manifest = read_manifest(folder.path());
  SegmentWriter segment(folder.path(), "segment-9");
  LetterEntry entry = build_entry(
      made_up_determination("CM00-0000003"),
      [&](const std::string& stem, const std::string& surface) { segment.relate(stem, surface); },
      [](std::uint64_t) { return false; });
  entry.hash = content_hash(entry.record);
  tamper(entry);
  segment.add(entry);
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
  build_tampered(folder, [](LetterEntry&) {});
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
  build_tampered(folder, [](LetterEntry& entry) { entry.issues[1].keywords["decision"] = {"upheld"}; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: the columns differ from its record"));
  build_tampered(folder, [](LetterEntry& entry) { entry.keywords["state"] = {"Guam"}; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: the columns differ from its record"));
}

TEST_CASE("a record of another letter, of fewer issues, or of none is told") {
  const TemporaryFolder folder;
  build_tampered(folder,
                 [](LetterEntry& entry) { entry.record = letter_record(made_up_determination("CM00-7")); });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003 is stored as CM00-7"));
  build_tampered(folder, [](LetterEntry& entry) {
    Determination fewer = made_up_determination("CM00-0000003");
    fewer.issues.pop_back();
    entry.record = letter_record(fewer);
  });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003 has lost issues"));
  build_tampered(folder, [](LetterEntry& entry) { entry.record = "no record"; });
  CHECK(any_says(faults_of(folder), "letter CM00-0000003: "));
}

TEST_CASE("a stem that lost its words is told") {
  const TemporaryFolder folder;
  build(folder);
  {
    Xapian::WritableDatabase database = open_to_spoil(folder);
    database.clear_synonyms("giraff");
    database.commit();
  }
  CHECK(any_says(faults_of(folder), "words are missing from the table of stems"));
}

TEST_CASE("counts of sentences that are damaged or gone are told, and recurring marks that stand astray") {
  const TemporaryFolder folder;
  build(folder);
  std::filesystem::resize_file(folder / "sentences-1", 30);
  CHECK(faults_of(folder).size() == 1);
  CHECK(any_says(faults_of(folder), "sentences-1: counts of sentences damaged"));
  std::filesystem::remove(folder / "sentences-1");
  CHECK(any_says(faults_of(folder), "sentences-1: counts of sentences damaged (gone); build the index anew"));
  build(folder);
  {
    Xapian::WritableDatabase database = open_to_spoil(folder);
    Xapian::Document document = database.get_document(1);
    document.add_posting("XR!recurring", 2, 0);
    database.replace_document(1, document);
    database.commit();
  }
  CHECK(any_says(faults_of(folder), "letter CM00-0000001: the terms differ from its record"));
}

TEST_CASE("no index is no fault but an error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(check_index(folder.path(), [](const std::string&) {}), IndexError);
}
