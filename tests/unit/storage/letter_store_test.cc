// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/letter_store.h"

#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "schema/index_error.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

TEST_CASE("letters are given back by ordinal, with their hashes") {
  const TemporaryFolder folder;
  const std::string long_record(100'000, 'x');
  {
    LetterStoreWriter writer(folder / "letters");
    for (const std::string& record : {std::string("{}"), long_record, std::string()}) {
      writer.add(record, content_hash(record));
    }
    writer.finish();
  }
  const LetterStore store(folder / "letters");
  REQUIRE(store.letters() == 3);
  CHECK(store.record(0) == "{}");
  CHECK(store.record(1) == long_record);
  CHECK(store.record(2).empty());
  CHECK(store.hash(1) == content_hash(long_record));
  CHECK(store.hash(0) != store.hash(1));
}

TEST_CASE("a store of no letters can be read") {
  const TemporaryFolder folder;
  LetterStoreWriter(folder / "letters").finish();
  CHECK(LetterStore(folder / "letters").letters() == 0);
}

TEST_CASE("a store cut at any byte is refused") {
  const TemporaryFolder folder;
  {
    LetterStoreWriter writer(folder / "letters");
    writer.add("{\"a\": 1}", content_hash("a"));
    writer.add("{\"b\": 2}", content_hash("b"));
    writer.finish();
  }
  std::ifstream file(folder / "letters", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    std::ofstream(folder / "cut", std::ios::binary) << whole.substr(0, length);
    CHECK_THROWS_AS(LetterStore(folder / "cut"), IndexError);
  }
}
