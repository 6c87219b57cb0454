// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/manifest.h"

#include <fstream>

#include <doctest/doctest.h>

#include "analyzers/analyzer.h"
#include "schema/index_error.h"
#include "schema/schema.h"
#include "storage/files.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

Manifest sample() {
  Manifest manifest{.schema = kSchemaVersion,
                    .analyzer = analyzer_fingerprint(),
                    .generation = 7,
                    .next_segment = 4,
                    .sentences = "sentences-7"};
  manifest.segments = {{"segment-2", "db-1", 10, 20, 1, {3, 5}}, {"segment-3", "db-2", 1, 1, 0, {}}};
  return manifest;
}

IndexFault fault_of_reading(const std::filesystem::path& folder) {
  try {
    read_usable_manifest(folder);
  } catch (const IndexError& error) {
    return error.fault();
  }
  FAIL("no error");
  return IndexFault::io;
}

void write_text(const std::filesystem::path& path, const std::string& text) { std::ofstream(path) << text; }

}  // namespace

TEST_CASE("a manifest is read back as written") {
  const TemporaryFolder folder;
  CHECK_FALSE(try_read_manifest(folder.path()));
  write_manifest(folder.path(), sample());
  CHECK(read_manifest(folder.path()) == sample());
}

TEST_CASE("an index of another schema or analyzer, a damaged one and none are told apart") {
  const TemporaryFolder folder;
  CHECK(fault_of_reading(folder.path()) == IndexFault::not_found);
  Manifest manifest = sample();
  manifest.schema = kSchemaVersion + 1;
  write_manifest(folder.path(), manifest);
  CHECK(fault_of_reading(folder.path()) == IndexFault::mismatch);
  manifest = sample();
  manifest.analyzer = "another";
  write_manifest(folder.path(), manifest);
  CHECK(fault_of_reading(folder.path()) == IndexFault::mismatch);
  for (const char* text : {"", "{", "[]", "{\"format\": \"imrsearch index\"}", "null"}) {
    CAPTURE(text);
    write_text(folder / "manifest.json", text);
    CHECK(fault_of_reading(folder.path()) == IndexFault::corrupt);
  }
}

TEST_CASE("a manifest that names folders outside the index is refused") {
  const TemporaryFolder folder;
  Manifest manifest = sample();
  manifest.segments[0].name = "segment-/../../elsewhere";
  write_manifest(folder.path(), manifest);
  CHECK(fault_of_reading(folder.path()) == IndexFault::corrupt);
  for (const char* name : {"", "sentences-", "../sentences-7", "sentences-7x"}) {
    CAPTURE(name);
    manifest = sample();
    manifest.sentences = name;
    write_manifest(folder.path(), manifest);
    CHECK(fault_of_reading(folder.path()) == IndexFault::corrupt);
  }
}

TEST_CASE("only what the manifest does not name and nobody reads is removed") {
  const TemporaryFolder folder;
  for (const char* name :
       {"segment-1", "segment-2/db-1", "segment-2/db-2", "segment-3/db-2", "segment-9", "other"}) {
    std::filesystem::create_directories(folder / name);
  }
  write_text(folder / "segment-9/columns", "x");
  for (const char* name : {"sentences-6", "sentences-7", "sentences-8", "sentences"})
    write_text(folder / name, "x");
  const Manifest manifest = sample();
  {
    const ReaderLock reader(folder / "segment-9/columns");
    remove_unused_parts(folder.path(), manifest);
    CHECK(std::filesystem::exists(folder / "segment-9"));
  }
  CHECK_FALSE(std::filesystem::exists(folder / "segment-1"));
  CHECK(std::filesystem::exists(folder / "segment-2/db-1"));
  CHECK_FALSE(std::filesystem::exists(folder / "segment-2/db-2"));
  CHECK(std::filesystem::exists(folder / "segment-3/db-2"));
  CHECK(std::filesystem::exists(folder / "other"));
  CHECK_FALSE(std::filesystem::exists(folder / "sentences-6"));
  CHECK(std::filesystem::exists(folder / "sentences-7"));
  CHECK_FALSE(std::filesystem::exists(folder / "sentences-8"));
  CHECK(std::filesystem::exists(folder / "sentences"));
  remove_unused_parts(folder.path(), manifest);
  CHECK_FALSE(std::filesystem::exists(folder / "segment-9"));
}
