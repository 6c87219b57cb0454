// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/segment.h"

#include <algorithm>
#include <utility>

#include <doctest/doctest.h>

#include "analyzers/analyzer.h"
#include "schema/index_error.h"
#include "schema/schema.h"
#include "storage/segment_writer.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

LetterEntry letter(const std::string& name, int issues, bool plain = false) {
  LetterEntry entry;
  entry.case_number = name;
  entry.plain = plain;
  for (int number = 1; number <= issues; ++number) {
    IssueEntry issue{number, {{"decision", {"upheld"}}}, {}, {}, {}};
    issue.document.add_boolean_term(value_term(*find_field("case"), name));
    issue.document.add_term("Zword");
    entry.issues.push_back(issue);
  }
  return entry;
}

// Letters in parts of so many each.
SegmentInfo write_segment(const TemporaryFolder& folder, const std::vector<LetterEntry>& letters,
                          std::size_t part_size = 100) {
  make_fresh_folder(folder / "segment-1");
  LetterStoreWriter records(folder / "segment-1" / "letters");
  SegmentWriter writer(folder / "segment-1");
  for (std::size_t begin = 0; begin < letters.size(); begin += part_size) {
    SegmentPart part(writer.part_path());
    for (std::size_t i = begin; i < std::min(begin + part_size, letters.size()); ++i) {
      records.add("{\"case\": \"" + letters[i].case_number + "\"}", {});
      part.add(letters[i]);
    }
    part.finish();
    writer.append(std::move(part));
  }
  records.finish();
  return writer.finish();
}

}  // namespace

TEST_CASE("a segment counts letters, issues and plain records apart") {
  const TemporaryFolder folder;
  const SegmentInfo info = write_segment(folder, {letter("A", 2), letter("B", 1), letter("n", 1, true)});
  CHECK(info.letters == 2);
  CHECK(info.issues == 3);
  CHECK(info.records == 1);
  const Segment segment(folder.path(), info);
  CHECK(segment.database().get_doccount() == 4);
  CHECK(segment.find("B") == LetterOrdinal{1});
  CHECK_FALSE(segment.find("C"));
  CHECK_FALSE(segment.find("b"));
  CHECK(segment.letters().record(1) == "{\"case\": \"B\"}");
}

TEST_CASE("a letter that gave way keeps its place and counts no more") {
  const TemporaryFolder folder;
  LetterEntry gone = letter("A", 0);
  gone.gone = true;
  const SegmentInfo info = write_segment(folder, {gone, letter("B", 1), letter("A", 3)});
  CHECK(info.letters == 2);
  CHECK(info.issues == 4);
  CHECK(info.dead == std::vector<LetterOrdinal>{0});
  const Segment segment(folder.path(), info);
  CHECK(segment.find("A") == LetterOrdinal{2});
  CHECK_FALSE(segment.alive(0));
  CHECK(segment.database().get_doccount() == 4);
  CHECK(segment.database().get_termfreq("QA") == 3);
}

TEST_CASE("many parts give the same segment as one") {
  std::vector<LetterEntry> letters;
  for (int i = 0; i < 200; ++i) letters.push_back(letter("L" + std::to_string(i), 1 + i % 3));
  const TemporaryFolder one;
  const TemporaryFolder many;
  const SegmentInfo whole = write_segment(one, letters, 1000);
  CHECK(write_segment(many, letters, 1) == whole);  // more parts than are joined at once
  const Segment a(one.path(), whole);
  const Segment b(many.path(), whole);
  CHECK(a.columns().rows() == b.columns().rows());
  REQUIRE(a.database().get_lastdocid() == b.database().get_lastdocid());
  for (const LetterEntry& entry : letters) CHECK(a.find(entry.case_number) == b.find(entry.case_number));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(many / "segment-1")) ++files;
  CHECK(files == 4);  // no part is left
}

TEST_CASE("taking letters out leaves the segment as it is and the statistics without them") {
  const TemporaryFolder folder;
  const SegmentInfo before = write_segment(folder, {letter("A", 2), letter("B", 1), letter("n", 1, true)});
  const Segment old_segment(folder.path(), before);
  const SegmentInfo after = without_letters(old_segment, {0});
  CHECK(after.letters == 1);
  CHECK(after.issues == 1);
  CHECK(after.records == 1);
  CHECK(after.database != before.database);
  const Segment segment(folder.path(), after);
  CHECK_FALSE(segment.find("A"));
  CHECK(segment.find("B") == LetterOrdinal{1});
  CHECK(segment.database().get_termfreq("Zword") == 2);
  CHECK(old_segment.find("A") == LetterOrdinal{0});
  CHECK(old_segment.database().get_termfreq("Zword") == 4);
}

TEST_CASE("an index whose part is missing cannot be opened") {
  const TemporaryFolder folder;
  Manifest manifest{.schema = kSchemaVersion,
                    .analyzer = analyzer_fingerprint(),
                    .generation = 1,
                    .next_segment = 2,
                    .sentences = "sentences-1"};
  manifest.segments.push_back(write_segment(folder, {letter("A", 1)}));
  write_manifest(folder.path(), manifest);
  CHECK(open_index(folder.path()).segments.size() == 1);
  for (const char* part : {"columns", "letters", "words", "db-1"}) {
    CAPTURE(part);
    std::filesystem::rename(folder / "segment-1" / part, folder / "aside");
    CHECK_THROWS_AS(open_index(folder.path()), IndexError);
    std::filesystem::rename(folder / "aside", folder / "segment-1" / part);
  }
  CHECK(open_index(folder.path()).segments.size() == 1);
}
