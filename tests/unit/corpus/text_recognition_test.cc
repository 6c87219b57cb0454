// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_recognition.h"

#include <cstdlib>

#include <doctest/doctest.h>

#include "corpus/corpus_error.h"
#include "tests/unit/corpus/input_fixture.h"
#include "tests/unit/corpus/pdf_fixture.h"

namespace imr {
namespace {

using namespace std::chrono_literals;

std::string code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const CorpusError& error) {
    return error.code();
  }
  return "none";
}

TEST_CASE("a page comes as a grey picture of 300 dots an inch, none beyond the last") {
  PdfClient client;
  const auto picture = client.page_image(pdf_with_image({}), 0);
  REQUIRE(picture);
  const std::string head = "P5\n2550 3300\n255\n";
  CHECK(picture->starts_with(head));
  CHECK(picture->size() == head.size() + 2550 * 3300);
  CHECK(picture->find_first_not_of('\0', head.size()) == std::string::npos);  // the image is black
  CHECK_FALSE(client.page_image(pdf_with_image({}), 1));
  CHECK_FALSE(client.page_image("no PDF", 0));
  CHECK(client.read(pdf_of_pages({"BT /F 12 Tf 72 720 Td (still there) Tj ET"})).find("still") !=
        std::string::npos);
}

TEST_CASE("the recogniser gets the picture and its output is the text") {
  const Script counts("cat > /dev/null; echo read $#");
  CHECK(recognised_text(counts.path(), "P5 picture") == "read 6\n");
  const Script copies("cat");
  const std::string large(1'000'000, 'x');
  CHECK(recognised_text(copies.path(), large) == large);
}

TEST_CASE("a recogniser that fails, hangs or is not there is told") {
  const Script fails("cat > /dev/null; echo half; exit 3");
  CHECK(code_of([&] { recognised_text(fails.path(), "P5"); }) == "ocr_failed");
  CHECK(code_of([] { recognised_text("/nowhere/tesseract", "P5"); }) == "ocr_failed");
}

TEST_CASE("a recogniser that hangs is ended") {
  const Script hangs("exec sleep 100");
  CHECK(code_of([&] { recognised_text(hangs.path(), "P5", 200ms); }) == "ocr_failed");
}

TEST_CASE("a scan is read where a recogniser is given, with a problem that says so") {
  const Folder folder;
  folder.write("answer.txt", letter_text("CM16-0000001"));
  const auto scan = folder.write("scan.pdf", pdf_with_image({}));
  const Script answers("cat > /dev/null; cat '" + folder.path("answer.txt") + "'");
  CHECK(read({scan}).codes() == std::vector<std::string>{"scanned_pdf"});
  const auto result = read({scan}, {.jobs = 1, .tesseract = answers.path()});
  REQUIRE(result.case_numbers() == std::vector<std::string>{"CM16-0000001"});
  REQUIRE_FALSE(result.letters[0].problems.empty());
  CHECK(result.letters[0].problems[0].code == "ocr");
}

TEST_CASE("a text in the next file is not taken for a scan") {
  const Folder folder;
  folder.write("answer.txt", letter_text("CM16-0000001"));
  const auto scan = folder.write("a.pdf", pdf_with_image({}));
  const auto text = folder.write("b.txt", letter_text("CM16-0000002"));
  const Script answers("cat > /dev/null; cat '" + folder.path("answer.txt") + "'");
  const auto result = read({scan, text}, {.jobs = 1, .tesseract = answers.path()});
  REQUIRE(result.letters.size() == 2);
  CHECK(result.letters[1].problems.empty());
}

TEST_CASE("tesseract is looked for in PATH, or is what IMR_TESSERACT names") {
  const Script script("cat");
  setenv("IMR_TESSERACT", script.path().c_str(), 1);
  CHECK(find_tesseract() == script.path());
  setenv("IMR_TESSERACT", "/nowhere/tesseract", 1);
  CHECK(find_tesseract().empty());
  unsetenv("IMR_TESSERACT");
  const Folder folder;
  const std::string before = std::getenv("PATH");
  setenv("PATH", ("/nowhere::" + folder.path()).c_str(), 1);
  CHECK(find_tesseract().empty());
  std::filesystem::permissions(folder.write("tesseract", "#!/bin/sh"), std::filesystem::perms::owner_all);
  CHECK(find_tesseract() == folder.path("tesseract"));
  setenv("PATH", before.c_str(), 1);
}

}  // namespace
}  // namespace imr
