// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/columns.h"

#include <fstream>

#include <doctest/doctest.h>

#include "schema/index_error.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

std::string two_letters() {
  ColumnsWriter writer;
  writer.add_letter("CM00-0000001", false, {{"state", {"California", "Texas"}}, {"sex", {"female"}}},
                    {{"age", 45}, {"decided", 17000}});
  writer.add_issue(1, {{"decision", {"upheld"}}, {"guideline", {"A", "B"}}}, {{"sessions", 12}});
  writer.add_issue(2, {{"decision", {"overturned"}}});
  writer.add_letter("note", true, {}, {});
  writer.add_issue(1, {});
  return writer.finish("some-uuid");
}

std::vector<std::string> values(const Columns& columns, const char* field, Row row) {
  const Columns::Keyword& column = columns.keyword(*find_field(field));
  std::vector<std::string> found;
  for (const auto value : columns.values(column, row)) found.push_back(column.dictionary[value]);
  return found;
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("columns give back what was written, letters' values for each of their issues") {
  const TemporaryFolder folder;
  write(folder / "columns", two_letters());
  const Columns columns(folder / "columns", "some-uuid");
  CHECK(columns.rows() == 3);
  CHECK(columns.letters() == 2);
  CHECK(columns.case_number(0) == "CM00-0000001");
  CHECK(columns.case_number(1) == "note");
  CHECK(columns.letter_of(1) == 0);
  CHECK(columns.letter_of(2) == 1);
  CHECK(columns.issue_no(1) == 2);
  CHECK(columns.first_row(1) == 2);
  CHECK(columns.end_row(0) == 2);
  CHECK(columns.end_row(1) == 3);
  CHECK_FALSE(columns.plain(0));
  CHECK(columns.plain(1));
  CHECK(values(columns, "state", 0) == Strings{"California", "Texas"});
  CHECK(values(columns, "state", 1) == Strings{"California", "Texas"});
  CHECK(values(columns, "state", 2) == Strings{});
  CHECK(values(columns, "decision", 0) == Strings{"upheld"});
  CHECK(values(columns, "decision", 1) == Strings{"overturned"});
  CHECK(values(columns, "guideline", 0) == Strings{"A", "B"});
  CHECK(values(columns, "guideline", 1) == Strings{});
  CHECK(columns.numbers(*find_field("age"))[0] == 45);
  CHECK(columns.numbers(*find_field("age"))[1] == Columns::kNoNumber);
  CHECK(columns.numbers(*find_field("decided"))[0] == 17000);
  CHECK(columns.number(*find_field("age"), 1) == 45);
  CHECK(columns.number(*find_field("sessions"), 0) == 12);
  CHECK(columns.number(*find_field("sessions"), 1) == Columns::kNoNumber);
}

TEST_CASE("columns of nothing can be read") {
  const TemporaryFolder folder;
  write(folder / "columns", ColumnsWriter().finish("u"));
  const Columns columns(folder / "columns", "u");
  CHECK(columns.rows() == 0);
  CHECK(columns.letters() == 0);
}

TEST_CASE("columns of another database are refused") {
  const TemporaryFolder folder;
  write(folder / "columns", two_letters());
  try {
    Columns(folder / "columns", "another-uuid");
    FAIL("opened");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::mismatch);
  }
}

TEST_CASE("columns cut at any byte are refused") {
  const TemporaryFolder folder;
  const std::string whole = two_letters();
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    CAPTURE(length);
    write(folder / "columns", whole.substr(0, length));
    CHECK_THROWS_AS(Columns(folder / "columns", "some-uuid"), IndexError);
  }
}

TEST_CASE("columns with any byte changed are refused or read within bounds") {
  const TemporaryFolder folder;
  const std::string whole = two_letters();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x5a);
    write(folder / "columns", changed);
    try {
      const Columns columns(folder / "columns", "some-uuid");
      for (Row row = 0; row < columns.rows(); ++row) {
        for (const Field& field : fields()) {
          if (is_facet(field)) values(columns, std::string(field.name).c_str(), row);
        }
        columns.case_number(columns.letter_of(row));
      }
    } catch (const IndexError&) {
    }
  }
}
