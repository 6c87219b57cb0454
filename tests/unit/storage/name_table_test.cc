// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/name_table.h"

#include <string>

#include <doctest/doctest.h>

using namespace imr;

TEST_CASE("names are numbered from 1 in the order they come, each once") {
  NameTable table;
  CHECK(table.id_of("knee") == 1);
  CHECK(table.id_of("") == 2);
  CHECK(table.id_of("knee") == 1);
  CHECK(table.name(1) == "knee");
  CHECK(table.name(2).empty());
  CHECK(table.find("shoulder") == 0);
  CHECK(table.size() == 2);
}

TEST_CASE("many names keep their numbers while the table grows") {
  NameTable table;
  for (std::uint32_t i = 1; i <= 20'000; ++i) REQUIRE(table.id_of("name " + std::to_string(i)) == i);
  for (std::uint32_t i = 1; i <= 20'000; ++i) REQUIRE(table.find("name " + std::to_string(i)) == i);
  CHECK(table.find("name 20001") == 0);
}
