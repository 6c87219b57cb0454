// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files.h"

#include <functional>

#include <doctest/doctest.h>

#include "schema/index_error.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

IndexFault fault_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const IndexError& error) {
    return error.fault();
  }
  FAIL("no error");
  return IndexFault::io;
}

}  // namespace

TEST_CASE("a file is written whole, replaced whole, and mapped") {
  const TemporaryFolder folder;
  write_durably(folder / "a", "one");
  CHECK(MappedFile(folder / "a").bytes() == "one");
  const MappedFile before(folder / "a");
  replace_durably(folder / "a", "another");
  CHECK(MappedFile(folder / "a").bytes() == "another");
  CHECK(before.bytes() == "one");
  CHECK_FALSE(std::filesystem::exists(folder / "a.tmp"));
}

TEST_CASE("an empty file maps to nothing") {
  const TemporaryFolder folder;
  write_durably(folder / "empty", "");
  CHECK(MappedFile(folder / "empty").bytes().empty());
}

TEST_CASE("what is missing is told from what is refused") {
  const TemporaryFolder folder;
  CHECK(fault_of([&] { MappedFile(folder / "none"); }) == IndexFault::not_found);
  CHECK(fault_of([&] { write_durably(folder / "none" / "file", "x"); }) == IndexFault::not_found);
  write_durably(folder / "file", "x");
  CHECK(fault_of([&] { write_durably(folder / "file" / "under", "x"); }) == IndexFault::io);
}

TEST_CASE("a second writer is refused at once, and admitted when the first is gone") {
  const TemporaryFolder folder;
  {
    const WriterLock first(folder.path());
    CHECK(fault_of([&] { WriterLock second(folder.path()); }) == IndexFault::locked);
  }
  const WriterLock third(folder.path());
}

TEST_CASE("a file is unused when its readers are gone") {
  const TemporaryFolder folder;
  write_durably(folder / "file", "x");
  CHECK(ReaderLock::unused(folder / "file"));
  {
    const ReaderLock one(folder / "file");
    const ReaderLock two(folder / "file");
    CHECK_FALSE(ReaderLock::unused(folder / "file"));
  }
  CHECK(ReaderLock::unused(folder / "file"));
  CHECK(ReaderLock::unused(folder / "none"));
}
