// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/e2e/workplace.h"

using namespace imr;
using Json = nlohmann::json;

namespace {

std::string locked_pdf() {
  return file_text(std::filesystem::path(IMR_SOURCE_DIR) / "tests" / "e2e" / "data" / "locked.pdf");
}

std::string sample_pdf() { return file_text(samples() / "sample-p01-lumbar-epidural-approved.pdf"); }

// One input, what becomes of it, and what is said.
struct BadInput {
  std::string name;
  std::string bytes;
  std::string message;  // behind "imr-index: "
};

std::vector<BadInput> bad_inputs() {
  return {
      {"empty.txt", "", "in/empty.txt: is empty\n"},
      {"empty.pdf", "", "in/empty.pdf: is empty\n"},
      {"empty.jsonl", "", "in/empty.jsonl: is empty\n"},
      {"no.pdf", "hello world\n", "in/no.pdf: not a PDF, or a damaged one\n"},
      {"cut.pdf", sample_pdf().substr(0, 1500), "in/cut.pdf: not a PDF, or a damaged one\n"},
      {"zeros.pdf", "%PDF-1.4\n" + std::string(5000, '\0'), "in/zeros.pdf: not a PDF, or a damaged one\n"},
      {"locked.pdf", locked_pdf(), "in/locked.pdf: locked with a password\n"},
      {"memo.txt", "Dear all, the meeting is at noon.\n", "in/memo.txt: no determination"},
      {"zeros.txt", std::string(5000, '\0'), "in/zeros.txt: no determination"},
      {"blank.txt", "\n\n   \n", "in/blank.txt: no text\n"},
      {"bytes.txt", "\xff\xfe\xfa\xc3\x28\n", "in/bytes.txt: "},
      {"early.txt", letter_text({}).substr(0, 900), "in/early.txt:18: no issue with a decision\n"},
  };
}

}  // namespace

TEST_CASE("each bad input is told with its name and reason, and costs no other letter") {
  for (const BadInput& bad : bad_inputs()) {
    CAPTURE(bad.name);
    const Workplace place;
    place.write("in/" + bad.name, bad.bytes);
    place.write("in/a.txt", letter_text({.case_number = "CM00-0000001"}));
    place.write("in/z.txt", letter_text({.case_number = "CM00-0000002"}));
    const RunResult run = place.index({"build", "--index", "ix", "--report", "report.json", "in"});
    CAPTURE(run.err);
    CHECK(run.status == 4);
    CHECK(run.out.empty());
    CHECK(contains(run.err, "imr-index: " + bad.message));
    const Json report = Json::parse(place.read("report.json"));
    CHECK(report["letters"] == 2);
    REQUIRE(report["rejected"].size() == 1);
    CHECK(report["rejected"][0]["source"] == "in/" + bad.name);
    CHECK(place.search({"mri", "--index", "ix", "--format", "ids"}).out ==
          "CM00-0000001#1\nCM00-0000002#1\n");
  }
}

TEST_CASE("all of them together, and the index is whole") {
  const Workplace place;
  for (const BadInput& bad : bad_inputs()) place.write("in/" + bad.name, bad.bytes);
  place.write("in/good.txt", letter_text({}));
  place.write("in/good.pdf", sample_pdf());
  const RunResult run = place.index({"build", "--index", "ix", "in"});
  CHECK(run.status == 4);
  CHECK(contains(run.err, "read 2 letters"));
  CHECK(contains(run.err, std::to_string(bad_inputs().size()) + " inputs rejected, each named above:\n"));
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
  CHECK(place.index({"export", "in"}).status == 4);
}

TEST_CASE("a letter that ends in the middle of its rationale is kept, and the report says so") {
  const Workplace place;
  const std::string text = letter_text({.rationale = "There was no zebra in the record and"});
  place.write("cut.txt", text.substr(0, text.size() - 1));
  const RunResult run = place.index({"build", "--index", "ix", "--report", "report.json", "cut.txt"});
  CHECK(run.status == 0);
  CHECK(Json::parse(place.read("report.json"))["problems"].contains("truncated"));
  CHECK(contains(run.err, "truncated"));
  CHECK(place.search({"zebra", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
}

TEST_CASE("a letter that is not UTF-8 is read as what it is, and its answers are UTF-8") {
  const Workplace place;
  place.write("latin.txt", letter_text({.rationale = "The caf\xe9 gave no zebra. Not necessary."}));
  const RunResult run = place.index({"build", "--index", "ix", "latin.txt"});
  CHECK(run.status == 0);
  CHECK(contains(run.err, "encoding"));
  const RunResult found = place.search({"zebra", "--index", "ix", "--format", "json"});
  CHECK(contains(found.out, "caf\u00e9"));
  CHECK(place.search({"caf\u00e9", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
}

TEST_CASE("a bad line of a JSON Lines file is told by its number, the other lines count") {
  const Workplace place;
  place.write("notes.jsonl",
              "{\"id\": \"n1\", \"title\": \"one\", \"text\": \"zebra\"}\n"
              "\n"
              "{\"id\": \"n2\", \"title\": \"cut\n"
              "[1, 2]\n"
              "{\"id\": 5, \"title\": \"t\", \"text\": \"x\"}\n"
              "{\"id\": \"n6\", \"title\": \"\xff\", \"text\": \"x\"}\n"
              "{\"id\": \"n7\", \"title\": \"seven\", \"text\": \"zebra\"}");
  const RunResult run = place.index({"build", "--index", "ix", "notes.jsonl"});
  CHECK(run.status == 4);
  for (const char* line : {"3", "4", "5", "6"}) {
    CAPTURE(run.err);
    CHECK(contains(run.err, std::string("imr-index: notes.jsonl:") + line + ": "));
  }
  CHECK_FALSE(contains(run.err, "notes.jsonl:1:"));
  CHECK_FALSE(contains(run.err, "notes.jsonl:2:"));
  CHECK_FALSE(contains(run.err, "notes.jsonl:7:"));
  CHECK(place.search({"zebra", "--index", "ix", "--format", "ids"}).out == "n1#1\nn7#1\n");
}

TEST_CASE("a path that is not there stops everything before anything is read") {
  const Workplace place;
  place.write("a.txt", letter_text({}));
  REQUIRE(place.index({"build", "--index", "ix", "a.txt"}).status == 0);
  for (const char* command : {"build", "add"}) {
    const RunResult run = place.index({command, "--index", "ix", "a.txt", "letters/2016"});
    CHECK(run.status == 74);
    CHECK(run.err == "imr-index: \"letters/2016\": no such file or folder\n");
  }
  CHECK(place.index({"export", "nowhere"}).status == 74);
  CHECK(place.search({"mri", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
}

TEST_CASE("a file of another kind is passed over in a folder and refused when named") {
  const Workplace place;
  place.write("in/a.txt", letter_text({}));
  place.write("in/photo.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  CHECK(place.index({"build", "--index", "ix", "in"}).status == 0);
  const RunResult run = place.index({"build", "--index", "ix", "in", "in/photo.png"});
  CHECK(run.status == 4);
  CHECK(contains(
      run.err,
      "imr-index: in/photo.png: is neither a PDF, nor JSON Lines, nor text, nor an archive of them\n"));
}

TEST_CASE("a link that leads nowhere is told") {
  const Workplace place;
  place.write("in/a.txt", letter_text({}));
  std::filesystem::create_symlink("gone.txt", place / "in/link.txt");
  const RunResult run = place.index({"build", "--index", "ix", "in"});
  CHECK(run.status == 4);
  CHECK(contains(run.err, "imr-index: in/link.txt: "));
}

TEST_CASE("a file that may not be read is told" * doctest::skip(geteuid() == 0)) {
  const Workplace place;
  place.write("in/a.txt", letter_text({}));
  place.write("in/secret.txt", letter_text({.case_number = "CM00-0000009"}));
  std::filesystem::permissions(place / "in/secret.txt", std::filesystem::perms::none);
  const RunResult run = place.index({"build", "--index", "ix", "in"});
  CHECK(run.status == 4);
  CHECK(contains(run.err, "imr-index: in/secret.txt: "));
}

TEST_CASE("the same letter twice counts once, other content of one number counts as the last one says") {
  const Workplace place;
  place.write("in/a.txt", letter_text({.rationale = "Zebra first. Not necessary."}));
  place.write("in/b.txt", letter_text({.rationale = "Quagga second. Not necessary."}));
  const RunResult run = place.index({"build", "--index", "ix", "in"});
  CHECK(run.status == 0);
  CHECK(contains(run.err, "given again, the last one counts:\n  CM00-0000001 (in/b.txt)\n"));
  CHECK(place.search({"zebra", "--index", "ix", "--format", "ids"}).out.empty());
  CHECK(place.search({"quagga", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
}

TEST_CASE("a letter from standard input is told from records by its first bytes") {
  const Workplace place;
  CHECK(place.index({"build", "--index", "ix", "-"}, {.input = letter_text({})}).status == 0);
  CHECK(place.search({"mri", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
  CHECK(place.index({"build", "--index", "ix", "-"}, {.input = sample_pdf()}).status == 0);
  CHECK(place.search({"epidural", "--index", "ix", "--format", "ids", "--limit", "1"}).out ==
        "CM16-9000950#1\n");
  const RunResult nothing = place.index({"build", "--index", "ix", "-"});
  CHECK(nothing.status == 4);
  CHECK(contains(nothing.err, "imr-index: -: is empty\n"));
}

TEST_CASE("a message never hands the terminal what a file's name would have it do") {
  const Workplace place;
  place.write("in/\x1b[2J\x07.txt", "no letter");
  const RunResult run = place.index({"export", "in"});
  CHECK(run.status == 4);
  CHECK(contains(run.err, "imr-index: in/\\x1b[2J\\x07.txt: no determination"));
  CHECK_FALSE(contains(run.err, "\x1b"));
}
