// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_writer.h"

#include <algorithm>
#include <optional>

#include <doctest/doctest.h>

#include "corpus/letter_json.h"
#include "indexer/check_index.h"
#include "schema/index_error.h"
#include "storage/segment.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;
using Added = IndexWriter::Added;

namespace {

std::string name_of_letter(int number) { return "CM00-" + std::to_string(1'000'000 + number); }

Determination changed(Determination determination) {
  determination.clinical_summary += " Changed.";
  return determination;
}

void build(const TemporaryFolder& folder, int letters) {
  IndexWriter writer = IndexWriter::fresh(folder.path());
  for (int i = 0; i < letters; ++i) writer.add(made_up_determination(name_of_letter(i)));
  writer.commit();
}

std::uint64_t letters_in(const TemporaryFolder& folder) {
  std::uint64_t letters = 0;
  for (const auto& segment : open_index(folder.path()).segments) letters += segment->info().letters;
  return letters;
}

// Where the index has a letter of this case number.
std::optional<std::string> record_of(const TemporaryFolder& folder, const std::string& case_number) {
  for (const auto& segment : open_index(folder.path()).segments) {
    if (const auto letter = segment->find(case_number)) return segment->letters().record(*letter);
  }
  return std::nullopt;
}

void check_whole(const TemporaryFolder& folder) {
  const CheckResult result = check_index(folder.path(), [](const std::string& fault) { FAIL_CHECK(fault); });
  CHECK(result.faults == 0);
}

}  // namespace

TEST_CASE("nothing is there before commit, everything after it") {
  const TemporaryFolder folder;
  {
    IndexWriter writer = IndexWriter::fresh(folder.path());
    CHECK(writer.add(made_up_determination()) == Added::fresh);
    CHECK_THROWS_AS(open_index(folder.path()), IndexError);
    writer.commit();
  }
  CHECK(letters_in(folder) == 1);
  check_whole(folder);
}

TEST_CASE("a writer that is dropped changes nothing") {
  const TemporaryFolder folder;
  build(folder, 2);
  {
    IndexWriter writer = IndexWriter::changing(folder.path());
    writer.remove(name_of_letter(0));
    writer.add(made_up_determination("CM00-2"));
  }
  { IndexWriter::fresh(folder.path()).add(made_up_determination("CM00-3")); }
  CHECK(letters_in(folder) == 2);
  CHECK(open_index(folder.path()).manifest.generation == 1);
  check_whole(folder);
}

TEST_CASE("a letter is stored as it is exported") {
  const TemporaryFolder folder;
  build(folder, 2);
  for (int i = 0; i < 2; ++i) {
    CHECK(record_of(folder, name_of_letter(i)) == letter_record(made_up_determination(name_of_letter(i))));
  }
}

TEST_CASE("what became of a letter is told") {
  const TemporaryFolder folder;
  build(folder, 2);
  IndexWriter writer = IndexWriter::changing(folder.path());
  const Determination old = made_up_determination(name_of_letter(0));
  CHECK(writer.add(old) == Added::unchanged);
  CHECK(writer.add(old) == Added::again);
  CHECK(writer.add(changed(old)) == Added::repeated);
  CHECK(writer.add(changed(made_up_determination(name_of_letter(1)))) == Added::replaced);
  CHECK(writer.add(made_up_determination("CM00-9")) == Added::fresh);
  writer.commit();
  CHECK(letters_in(folder) == 3);
  CHECK(record_of(folder, name_of_letter(0))->find("Changed.") != std::string::npos);
  check_whole(folder);
}

TEST_CASE("a letter that only moved is unchanged") {
  const TemporaryFolder folder;
  build(folder, 1);
  Determination moved = made_up_determination(name_of_letter(0));
  moved.source = "elsewhere/letter.pdf";
  CHECK(IndexWriter::changing(folder.path()).add(moved) == Added::unchanged);
}

TEST_CASE("a letter changed and changed back in one run ends as it was given last") {
  const TemporaryFolder folder;
  build(folder, 1);
  const Determination old = made_up_determination(name_of_letter(0));
  IndexWriter writer = IndexWriter::changing(folder.path());
  CHECK(writer.add(changed(old)) == Added::replaced);
  CHECK(writer.add(old) == Added::repeated);
  writer.commit();
  CHECK(letters_in(folder) == 1);
  CHECK(record_of(folder, old.case_number)->find("Changed.") == std::string::npos);
  check_whole(folder);
}

TEST_CASE("removing is told and counted, and the letter can come back") {
  const TemporaryFolder folder;
  build(folder, 3);
  {
    IndexWriter writer = IndexWriter::changing(folder.path());
    CHECK(writer.remove(name_of_letter(1)));
    CHECK_FALSE(writer.remove(name_of_letter(1)));
    CHECK_FALSE(writer.remove("CM99-1"));
    writer.commit();
  }
  CHECK(letters_in(folder) == 2);
  CHECK_FALSE(record_of(folder, name_of_letter(1)));
  check_whole(folder);
  {
    IndexWriter writer = IndexWriter::changing(folder.path());
    CHECK(writer.add(made_up_determination(name_of_letter(1))) == Added::fresh);
    writer.commit();
  }
  CHECK(letters_in(folder) == 3);
  check_whole(folder);
}

TEST_CASE("many small changes are merged, and every letter stays") {
  const TemporaryFolder folder;
  build(folder, 1);
  for (int i = 1; i < 20; ++i) {
    IndexWriter writer = IndexWriter::changing(folder.path());
    writer.add(made_up_determination(name_of_letter(i)));
    if (i % 5 == 0) writer.remove(name_of_letter(i - 3));
    writer.commit();
    CHECK(open_index(folder.path()).segments.size() <= 9);
  }
  CHECK(letters_in(folder) == 17);
  for (int i = 0; i < 20; ++i) {
    CAPTURE(i);
    const bool removed = i == 2 || i == 7 || i == 12;
    CHECK(record_of(folder, name_of_letter(i)).has_value() == !removed);
  }
  check_whole(folder);
}

TEST_CASE("a second writer is refused while the first is there") {
  const TemporaryFolder folder;
  build(folder, 1);
  std::optional<IndexWriter> first = IndexWriter::changing(folder.path());
  for (const bool fresh : {true, false}) {
    try {
      fresh ? IndexWriter::fresh(folder.path()) : IndexWriter::changing(folder.path());
      FAIL("a second writer was admitted");
    } catch (const IndexError& error) {
      CHECK(error.fault() == IndexFault::locked);
    }
  }
  first.reset();
  CHECK_NOTHROW(IndexWriter::changing(folder.path()));
}

TEST_CASE("a reader keeps its generation while others are written") {
  const TemporaryFolder folder;
  build(folder, 2);
  const OpenIndex reader = open_index(folder.path());
  for (int i = 0; i < 3; ++i) build(folder, 1);
  REQUIRE(reader.segments.size() == 1);
  CHECK(reader.segments[0]->info().letters == 2);
  const auto letter = reader.segments[0]->find(name_of_letter(1));
  REQUIRE(letter);
  CHECK(reader.segments[0]->letters().record(*letter).find(name_of_letter(1)) != std::string::npos);
  CHECK(letters_in(folder) == 1);
}

TEST_CASE("a fresh index takes the place of one that cannot be read") {
  const TemporaryFolder folder;
  build(folder, 1);
  std::filesystem::resize_file(folder / "manifest.json", 10);
  CHECK_THROWS_AS(IndexWriter::changing(folder.path()), IndexError);
  build(folder, 2);
  CHECK(letters_in(folder) == 2);
  check_whole(folder);
}

TEST_CASE("compacting makes one segment of many, without the letters that are gone") {
  const TemporaryFolder folder;
  build(folder, 3);
  for (int i = 3; i < 6; ++i) {
    IndexWriter writer = IndexWriter::changing(folder.path());
    writer.add(made_up_determination(name_of_letter(i)));
    writer.remove(name_of_letter(i - 3));
    writer.commit();
  }
  CHECK(open_index(folder.path()).segments.size() > 1);
  IndexWriter writer = IndexWriter::changing(folder.path(), 2);
  CHECK(writer.compact());
  writer.commit();
  check_whole(folder);
  const OpenIndex index = open_index(folder.path());
  REQUIRE(index.segments.size() == 1);
  CHECK(index.segments[0]->info().dead.empty());
  CHECK(letters_in(folder) == 3);
  CHECK_FALSE(record_of(folder, name_of_letter(2)));
  CHECK(record_of(folder, name_of_letter(5)));
  CHECK_FALSE(IndexWriter::changing(folder.path()).compact());
}

TEST_CASE("what is not there cannot be changed") {
  const TemporaryFolder folder;
  try {
    IndexWriter::changing(folder / "nowhere");
    FAIL("an index was found");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::not_found);
  }
  CHECK_FALSE(std::filesystem::exists(folder / "nowhere"));
}

namespace {

const std::string kShared = "Heat is an option for stiffness of the back at home.";

Determination sharing(int number) {
  Determination letter = made_up_determination(name_of_letter(number));
  letter.issues[1].rationale = "It is needed. " + kShared;
  return letter;
}

// In how many documents a sentence is marked as recurring.
std::uint64_t marked(const TemporaryFolder& folder) {
  std::uint64_t documents = 0;
  for (const auto& segment : open_index(folder.path()).segments)
    documents += segment->issues_with(find_field("rationale"), segment->words().find("!recurring"));
  return documents;
}

// Adds letters from one number to before another, in one go.
void add_sharing(const TemporaryFolder& folder, int begin, int end) {
  IndexWriter writer = begin == 0 ? IndexWriter::fresh(folder.path()) : IndexWriter::changing(folder.path());
  for (int i = begin; i < end; ++i) writer.add(sharing(i));
  writer.commit();
  check_whole(folder);
}

}  // namespace

TEST_CASE("a sentence of five letters recurs in all of them, also in those written before") {
  const TemporaryFolder folder;
  add_sharing(folder, 0, 4);
  CHECK(marked(folder) == 0);
  add_sharing(folder, 4, 6);
  CHECK(marked(folder) == 6);
  IndexWriter writer = IndexWriter::changing(folder.path());
  for (int i = 0; i < 2; ++i) writer.remove(name_of_letter(i));
  writer.commit();
  check_whole(folder);
  CHECK(marked(folder) == 0);
  CHECK(letters_in(folder) == 4);
}

TEST_CASE("a letter that is read again is not counted again") {
  const TemporaryFolder folder;
  add_sharing(folder, 0, 3);
  for (int round = 0; round < 4; ++round) {
    IndexWriter writer = IndexWriter::changing(folder.path());
    Determination letter = sharing(1);
    letter.clinical_summary += " Version " + std::to_string(round);
    CHECK(writer.add(letter) == Added::replaced);
    letter.clinical_summary += " again";
    CHECK(writer.add(letter) == Added::repeated);
    writer.commit();
  }
  CHECK(marked(folder) == 0);
  check_whole(folder);
}

TEST_CASE("the first letters of a large build are written knowing what recurs") {
  const TemporaryFolder folder;
  IndexWriter writer = IndexWriter::fresh(folder.path());
  for (int i = 0; i < 520; ++i)
    writer.add(i % 100 == 0 ? sharing(i) : made_up_determination(name_of_letter(i)));
  writer.commit();
  CHECK(marked(folder) == 6);
}

TEST_CASE("an index whose counts of sentences are gone or damaged cannot be added to") {
  const TemporaryFolder folder;
  build(folder, 1);
  for (const bool gone : {false, true}) {
    CAPTURE(gone);
    gone ? static_cast<void>(std::filesystem::remove(folder / "sentences-1"))
         : std::filesystem::resize_file(folder / "sentences-1", 100);
    try {
      IndexWriter::changing(folder.path());
      FAIL("it was opened");
    } catch (const IndexError& error) {
      CHECK(error.fault() == IndexFault::corrupt);
    }
    CHECK_NOTHROW(open_index(folder.path()));
  }
  build(folder, 2);
  CHECK_FALSE(std::filesystem::exists(folder / "sentences-1"));
  check_whole(folder);
}
