// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/input.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "corpus/corpus_error.h"
#include "corpus/letter_json.h"
#include "corpus/minimal_pdf.h"
#include "tests/unit/corpus/input_fixture.h"

namespace imr {
namespace {

namespace fs = std::filesystem;

// Standard input from a file, as long as this lives.
class StandardInput {
 public:
  explicit StandardInput(const std::string& path) : saved_(dup(STDIN_FILENO)) {
    const int file = open(path.c_str(), O_RDONLY);
    dup2(file, STDIN_FILENO);
    close(file);
  }
  ~StandardInput() {
    dup2(saved_, STDIN_FILENO);
    close(saved_);
  }
  StandardInput(StandardInput&&) = delete;

 private:
  int saved_;
};

bool has_problem(const Determination& letter, std::string_view code) {
  for (const auto& problem : letter.problems) {
    if (problem.code == code) return true;
  }
  return false;
}

using Strings = std::vector<std::string>;

TEST_CASE("a text, a PDF and a record are read from one folder") {
  const Folder folder;
  folder.write("a.txt", letter_text("CM16-0000001"));
  folder.write("b.PDF", letter_pdf());
  folder.write("c.jsonl", record("note-1") + "\n");
  const auto result = read({folder.path()});
  CHECK(result.rejections.empty());
  CHECK(result.case_numbers() == Strings{"CM16-0000001", "b", "note-1"});
  CHECK(result.sources() ==
        Strings{folder.path("a.txt"), folder.path("b.PDF"), folder.path("c.jsonl") + ":1"});
  REQUIRE(result.letters.size() == 3);
  for (int i = 0; i < 2; ++i) {
    REQUIRE(result.letters[i].issues.size() == 1);
    CHECK(result.letters[i].issues[0].decision == Decision::upheld);
    CHECK(result.letters[i].worker.age == 45);
  }
}

TEST_CASE("folders are read in byte order of whole paths, files of other kinds in silence") {
  const Folder folder;
  for (const auto* name :
       {"b/x.txt", "b.txt", "b-c.txt", "a/z/q.txt", "a/B.txt", "é.txt", "a.csv", "b/notes.md"}) {
    folder.write(name, letter_text());
  }
  const auto result = read({folder.path() + "/"});
  CHECK(result.rejections.empty());
  Strings expected;
  for (const auto* name : {"a/B.txt", "a/z/q.txt", "b-c.txt", "b.txt", "b/x.txt", "é.txt"}) {
    expected.push_back(folder.path(name));
  }
  CHECK(result.sources() == expected);
}

TEST_CASE("a text of several letters gives them all") {
  const Folder folder;
  const auto path = folder.write(
      "all.txt", letter_text("CM00-0000001") + "\f" + letter_text("CM00-0000002") + letter_text());
  const auto got = read({path});
  REQUIRE(got.letters.size() == 3);
  CHECK(got.letters[0].case_number == "CM00-0000001");
  CHECK(got.letters[0].source == path);
  CHECK(got.letters[1].case_number == "CM00-0000002");
  CHECK(got.letters[1].source == path + ":34");
  CHECK(got.letters[2].case_number == "all");
  CHECK(got.letters[2].source == path + ":67");
  for (const auto& letter : got.letters) CHECK(letter.issues.size() == 1);
}

TEST_CASE("circles of symbolic links come to an end, and a folder is read once") {
  const Folder folder;
  folder.write("a/letter.txt", letter_text("CM16-0000001"));
  fs::create_directory_symlink(folder.path(), folder.path("a/up"));
  fs::create_directory_symlink(folder.path("a"), folder.path("b"));
  fs::create_symlink(folder.path("a/letter.txt"), folder.path("linked.txt"));
  const auto result = read({folder.path()});
  CHECK(result.sources() == Strings{folder.path("a/letter.txt"), folder.path("linked.txt")});
}

TEST_CASE("a path that does not exist stops everything before anything is read") {
  const Folder folder;
  const auto letter = folder.write("a.txt", letter_text());
  for (const auto& missing : {folder.path("none"), letter + "/below", std::string()}) {
    CAPTURE(missing);
    int calls = 0;
    try {
      read_inputs({letter, missing}, {.on_letter = [&](Determination) { ++calls; },
                                      .on_rejected = [&](const Rejection&) { ++calls; }});
      FAIL("no exception");
    } catch (const CorpusError& error) {
      CHECK(error.code() == "no_such_path");
      CHECK(std::string(error.what()) == "\"" + missing + "\": no such file or folder");
    }
    CHECK(calls == 0);
  }
}

TEST_CASE("what cannot be read is rejected with a code, and the rest is read") {
  const Folder folder;
  folder.write("1.txt", "");
  folder.write("2.jsonl", "");
  folder.write("3.txt", "a shopping list\n");
  folder.write("4.pdf", "not a PDF\n");
  folder.write("5.pdf", letter_pdf().substr(0, 40));
  fs::create_symlink(folder.path("6.txt"), folder.path("6.txt"));
  fs::create_symlink(folder.path("gone"), folder.path("7.pdf"));
  folder.write("8.txt", letter_text("CM16-0000001"));
  folder.write("9.pdf", "");
  const auto result = read({folder.path()});
  CHECK(result.codes() == Strings{"empty", "empty", "no_determination", "bad_pdf", "bad_pdf", "unreadable",
                                  "unreadable", "empty"});
  CHECK(result.case_numbers() == Strings{"CM16-0000001"});
  for (const auto& rejection : result.rejections) {
    CHECK(rejection.source.starts_with(folder.path()));
    CHECK_FALSE(rejection.reason.empty());
  }
}

TEST_CASE("a file without permission is rejected" * doctest::skip(geteuid() == 0)) {
  const Folder folder;
  fs::permissions(folder.write("a.txt", letter_text()), fs::perms::none);
  CHECK(read({folder.path()}).codes() == Strings{"permission_denied"});
}

TEST_CASE("named files of other endings are told apart by their first bytes") {
  const Folder folder;
  const auto pdf = folder.write("one.bin", letter_pdf());
  const auto text = folder.write("two", letter_text("CM16-0000002"));
  const auto records = folder.write("three.json", "\xef\xbb\xbf \n" + record("note-3") + "\n");
  const auto other = folder.write("four.bin", std::string("\x7f"
                                                          "ELF\1\0\0\0",
                                                          8));
  const auto result = read({pdf, text, records, other});
  CHECK(result.case_numbers() == Strings{"one", "CM16-0000002", "note-3"});
  CHECK(result.codes() == Strings{"unknown_kind"});
}

TEST_CASE("standard input is told apart by its first bytes") {
  const Folder folder;
  const struct {
    std::string content;
    Strings case_numbers, sources;
  } cases[] = {
      {letter_text("CM16-0000001"), {"CM16-0000001"}, {"-"}},
      {letter_text(), {"stdin"}, {"-"}},
      {letter_pdf(), {"stdin"}, {"-"}},
      {record("n1") + "\n" + record("n2"), {"n1", "n2"}, {"-:1", "-:2"}},
  };
  for (const auto& c : cases) {
    const StandardInput input(folder.write("input", c.content));
    const auto result = read({"-"});
    CHECK(result.case_numbers() == c.case_numbers);
    CHECK(result.sources() == c.sources);
    CHECK(result.rejections.empty());
    REQUIRE_FALSE(result.progress.empty());
    CHECK(result.progress.back().bytes_total == 0);
    CHECK(result.progress.back().bytes_done == c.content.size());
  }
}

TEST_CASE("empty standard input is rejected") {
  const Folder folder;
  const StandardInput input(folder.write("input", ""));
  CHECK(read({"-"}).codes() == Strings{"empty"});
}

TEST_CASE("a bad line of JSON Lines costs that line only, blank lines nothing") {
  const Folder folder;
  const auto path =
      folder.write("r.jsonl", "\xef\xbb\xbf" + record("n1") + "\r\n\n  \r\n{\"id\": \n" + record("n5") +
                                  "\n[1, 2]\n\xff\xfe\n" + std::string("\0", 1) + "\n" + record("n9"));
  const auto result = read({path});
  CHECK(result.case_numbers() == Strings{"n1", "n5", "n9"});
  CHECK(result.sources() == Strings{path + ":1", path + ":5", path + ":9"});
  REQUIRE(result.rejections.size() == 4);
  const std::size_t lines[] = {4, 6, 7, 8};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(result.rejections[i].line == lines[i]);
    CHECK(result.rejections[i].source == path);
  }
}

TEST_CASE("a line of many megabytes is a record like others") {
  const Folder folder;
  const std::string text(5'000'000, 'x');
  const auto path = folder.write(
      "r.jsonl", R"({"id": "long", "title": "", "text": ")" + text + "\"}\n" + record("after") + "\n");
  const auto result = read({path});
  CHECK(result.case_numbers() == Strings{"long", "after"});
  REQUIRE(result.letters.size() == 2);
  CHECK(result.letters[0].issues.at(0).rationale == text);
}

TEST_CASE("exported letters read again are the same letters, source included") {
  const Folder folder;
  folder.write("a.txt", letter_text("CM16-0000001"));
  folder.write("b.txt", letter_text());
  const auto first = read({folder.path()});
  std::string lines;
  for (const auto& letter : first.letters) lines += letter_record(letter) + "\n";
  const auto second = read({folder.write("out/export.jsonl", lines)});
  CHECK(second.letters == first.letters);
}

TEST_CASE("letters without a case number and of one file name are told apart by their content") {
  const Folder folder;
  folder.write("1/knee.txt", letter_text());
  folder.write("2/knee.txt", letter_text({}, "Other content."));
  folder.write("3/knee.txt", letter_text());
  folder.write("4/knee.txt", letter_text({}, "Third content."));
  folder.write("5/knee.v2.txt", letter_text());
  const auto result = read({folder.path()});
  CHECK(result.case_numbers() == Strings{"knee", "knee~2", "knee", "knee~3", "knee.v2"});
  REQUIRE(result.letters.size() == 5);
  CHECK_FALSE(has_problem(result.letters[0], "duplicate_name"));
  CHECK(has_problem(result.letters[1], "duplicate_name"));
  CHECK_FALSE(has_problem(result.letters[2], "duplicate_name"));
  CHECK(has_problem(result.letters[3], "duplicate_name"));
}

TEST_CASE("one case number given twice is passed on twice") {
  const Folder folder;
  folder.write("a.txt", letter_text("CM16-0000001"));
  folder.write("b.txt", letter_text("CM16-0000001", "Other content."));
  CHECK(read({folder.path()}).case_numbers() == Strings{"CM16-0000001", "CM16-0000001"});
}

TEST_CASE("a letter in another encoding is converted, and says so") {
  const Folder folder;
  folder.write("a.txt", letter_text("CM16-0000001", "The worker\x92s flexion was 90\xb0."));
  folder.write("b.txt", letter_text("CM16-0000002", "The worker’s flexion was 90°."));
  const auto result = read({folder.path()});
  REQUIRE(result.letters.size() == 2);
  CHECK(result.letters[0].issues.at(0).rationale == result.letters[1].issues.at(0).rationale);
  CHECK(has_problem(result.letters[0], "encoding"));
  CHECK_FALSE(has_problem(result.letters[1], "encoding"));
}

TEST_CASE("zero bytes in a text do no harm") {
  const Folder folder;
  folder.write("a.txt", letter_text("CM16-0000001", std::string_view("with \0 zeros \0\0", 15)));
  CHECK(read({folder.path()}).case_numbers() == Strings{"CM16-0000001"});
}

TEST_CASE("progress goes forward to the total") {
  const Folder folder;
  folder.write("a.txt", letter_text());
  folder.write("b.jsonl", record("n1") + "\n" + record("n2") + "\n");
  folder.write("c.txt", "no letter");
  const auto result = read({folder.path()});
  REQUIRE(result.progress.size() >= 3);
  for (std::size_t i = 1; i < result.progress.size(); ++i) {
    CHECK(result.progress[i].bytes_done >= result.progress[i - 1].bytes_done);
  }
  CHECK(result.progress.back().bytes_total > 0);
  CHECK(result.progress.back().bytes_done == result.progress.back().bytes_total);
}

TEST_CASE("what a handler throws passes through") {
  const Folder folder;
  folder.write("a.txt", letter_text());
  folder.write("b.txt", letter_text());
  int letters = 0;
  const auto disk_full = [&](Determination) {
    ++letters;
    throw std::runtime_error("disk full");
  };
  CHECK_THROWS_WITH(
      read_inputs({folder.path()}, {.on_letter = disk_full, .on_rejected = [](const Rejection&) {}}),
      "disk full");
  CHECK(letters == 1);
}

TEST_CASE("without a worker program the PDFs are rejected and the texts are read") {
  const Folder folder;
  folder.write("a.pdf", letter_pdf());
  folder.write("b.txt", letter_text("CM16-0000001"));
  setenv("IMR_PDF_WORKER", "/nowhere/imr-pdf-worker", 1);
  const auto result = read({folder.path()});
  unsetenv("IMR_PDF_WORKER");
  CHECK(result.codes() == Strings{"no_pdf_worker"});
  CHECK(result.case_numbers() == Strings{"CM16-0000001"});
}

}  // namespace
}  // namespace imr
