// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <thread>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/e2e/workplace.h"

using namespace imr;
using Json = nlohmann::json;

namespace {

// Letters in one file: quick to read, slow enough to be interrupted.
std::string many_letters(const Workplace& place, std::size_t copies, const std::string& marker) {
  place.take_samples("sample-f0", marker);
  const std::string records = place.index({"export", marker}).out;
  std::string all;
  for (std::size_t i = 0; i < copies; ++i) {
    for (const std::string& line : lines_of(records)) {
      Json letter = Json::parse(line);
      letter["case_number"] = letter["case_number"].get<std::string>() + "-" + std::to_string(i);
      letter["clinical_summary"] = marker + ". " + letter["clinical_summary"].get<std::string>();
      for (Json& issue : letter["issues"]) {
        issue["issue_id"] = letter["case_number"].get<std::string>() + "#" + issue["issue_no"].dump();
      }
      all += letter.dump() + "\n";
    }
  }
  return all;
}

std::uint64_t letters_with(const Workplace& place, const std::string& word) {
  const RunResult run = place.search({"query", word, "--index", "ix", "--format", "json", "--limit", "1"});
  CAPTURE(run.err);
  REQUIRE(run.status == 0);
  return Json::parse(run.out)["total"]["letters"];
}

}  // namespace

TEST_CASE("a build that is killed leaves the old index, and the next one succeeds") {
  const Workplace place;
  place.write("old.jsonl", many_letters(place, 1, "zebra"));
  place.write("new.jsonl", many_letters(place, 4, "quagga"));
  REQUIRE(place.index({"build", "--index", "ix", "old.jsonl"}).status == 0);
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(place.index({"build", "--index", "elsewhere", "new.jsonl"}).status == 0);
  const auto whole = std::chrono::steady_clock::now() - start;
  constexpr int kRounds = 10;
  int killed = 0;
  for (int round = 0; round < kRounds; ++round) {
    CAPTURE(round);
    const bool build = round % 3 != 2;
    RunningProgram run(program_folder() / "imr-index",
                       {build ? "build" : "add", "--index", "ix", "new.jsonl"}, {.folder = place.path()});
    std::this_thread::sleep_for(whole * round / kRounds);
    run.send(SIGKILL);
    if (run.wait().status != 128 + SIGKILL) break;  // it was quicker this time
    ++killed;
    // Killed between the swap and its end, the new index is there whole; half of one never is.
    const bool swapped = letters_with(place, "quagga") > 0;
    CHECK(letters_with(place, "zebra") == (swapped ? 0 : 9));
    CHECK(letters_with(place, "quagga") == (swapped ? 36 : 0));
    const RunResult check = place.index({"check", "--index", "ix"});
    CAPTURE(check.err);
    CHECK(check.status == 0);
    if (swapped) break;
  }
  CHECK(killed >= 3);
  REQUIRE(place.index({"build", "--index", "ix", "new.jsonl"}).status == 0);
  CHECK(letters_with(place, "zebra") == 0);
  CHECK(letters_with(place, "quagga") == 36);
  const RunResult check = place.index({"check", "--index", "ix"});
  CHECK(check.out ==
        "ix: 36 letters, " +
            Json::parse(place.index({"stats", "--index", "ix", "--format", "json"}).out)["issues"].dump() +
            " issues, all whole\n");
  int folders = 0;  // what the killed ones left is gone
  for (const auto& entry : std::filesystem::directory_iterator(place / "ix"))
    folders += entry.is_directory() ? 1 : 0;
  CHECK(folders == 1);
}

TEST_CASE("whoever searches while builds run gets a whole answer, of the old index or the new") {
  const Workplace place;
  place.write("old.jsonl", many_letters(place, 1, "zebra"));
  place.write("new.jsonl", many_letters(place, 2, "quagga"));
  REQUIRE(place.index({"build", "--index", "ix", "old.jsonl"}).status == 0);
  int answers = 0;
  for (int round = 0; round < 4; ++round) {
    RunningProgram build(program_folder() / "imr-index",
                         {"build", "--index", "ix", round % 2 == 0 ? "new.jsonl" : "old.jsonl"},
                         {.folder = place.path()});
    while (!build.is_done()) {
      const RunResult run =
          place.search({"query", "zebra OR quagga", "--index", "ix", "--format", "json", "--limit", "all"});
      CAPTURE(run.err);
      REQUIRE(run.status == 0);
      const Json response = Json::parse(run.out);
      const auto letters = response["total"]["letters"].get<std::uint64_t>();
      CHECK((letters == 9 || letters == 18));
      CHECK(response["index"]["letters"] == letters);
      CHECK(response["hits"].size() == response["total"]["issues"]);
      ++answers;
    }
    CHECK(build.wait().status == 0);
  }
  CHECK(answers >= 4);
}

TEST_CASE("an interrupted build has its own status and leaves the old index") {
  const Workplace place;
  place.write("old.jsonl", many_letters(place, 1, "zebra"));
  place.write("new.jsonl", many_letters(place, 10, "quagga"));
  REQUIRE(place.index({"build", "--index", "ix", "old.jsonl"}).status == 0);
  RunningProgram run(program_folder() / "imr-index", {"build", "--index", "ix", "new.jsonl"},
                     {.folder = place.path()});
  while (!std::filesystem::exists(place / "ix/segment-2/letters") && !run.is_done()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  run.send(SIGINT);
  CHECK(run.wait().status == 130);
  CHECK(letters_with(place, "zebra") == 9);
}
