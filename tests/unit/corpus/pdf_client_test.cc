// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pdf_client.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "corpus/corpus_error.h"
#include "corpus/minimal_pdf.h"
#include "tests/unit/corpus/pdf_fixture.h"

namespace imr {
namespace {

using namespace std::chrono_literals;

const std::string kUpheld = "BT /F 12 Tf 72 720 Td (MRI of the lumbar spine: Upheld) Tj ET";

// "ok", or the code of the error.
std::string outcome(PdfClient& client, std::string_view pdf) {
  try {
    client.read(pdf);
    return "ok";
  } catch (const CorpusError& error) {
    CHECK(std::string_view(error.what()) != "");
    return error.code();
  }
}

std::string reason(PdfClient& client, std::string_view pdf) {
  try {
    client.read(pdf);
  } catch (const CorpusError& error) {
    return error.what();
  }
  return {};
}

// Forms that each draw the next one 64 times, 18 deep: a small file that takes for ever.
std::string endless_pdf() {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>",
                                      "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>",
                                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                                      "/Resources << /XObject << /X 5 0 R >> >> >>",
                                      pdf_stream("/X Do")};
  for (int i = 0; i < 18; ++i) {
    const auto next = std::to_string(objects.size() + 2) + " 0 R";
    std::string draws;
    for (int k = 0; k < 64; ++k) draws += "/X Do ";
    objects.push_back(pdf_stream(
        draws,
        "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X " + next + " >> >>"));
  }
  objects.push_back(pdf_stream("", "/Type /XObject /Subtype /Form /BBox [0 0 612 792]"));
  return pdf_of_objects(objects);
}

TEST_CASE("the text of a PDF comes out, a form feed between pages") {
  PdfClient client;
  const auto text = client.read(pdf_of_pages({kUpheld, "BT /F 12 Tf 72 720 Td (second page) Tj ET"}));
  const auto feed = text.find('\f');
  REQUIRE(feed != std::string::npos);
  CHECK(text.substr(0, feed).find("MRI of the lumbar spine: Upheld") != std::string::npos);
  CHECK(text.substr(feed).find("second page") != std::string::npos);
}

TEST_CASE("columns are kept by spaces, in reading order") {
  PdfClient client;
  const auto text = client.read(pdf_of_pages(
      {"BT /F 12 Tf 300 720 Td (Date of Injury:) Tj ET BT /F 12 Tf 72 720 Td (Case Number:) Tj ET"}));
  const auto left = text.find("Case Number:"), right = text.find("Date of Injury:");
  REQUIRE(left != std::string::npos);
  REQUIRE(right != std::string::npos);
  CHECK(right > left + 12);
  CHECK(text.find('\n', left) > right);
}

TEST_CASE("a page that lies on its side or has a crop box is read whole") {
  for (const std::string_view entries : {"/Rotate 90", "/Rotate 270", "/CropBox [300 300 612 792]"}) {
    CAPTURE(entries);
    auto pdf = pdf_of_pages({"BT /F 8 Tf 400 700 Td (far) Tj ET BT /F 8 Tf 310 310 Td (near) Tj ET"});
    const auto at = pdf.find("/MediaBox");
    pdf.insert(at, std::string(entries) + " ");  // the table of offsets is wrong now; Poppler rebuilds it
    PdfClient client;
    const auto text = client.read(pdf);
    CHECK(text.find("far") != std::string::npos);
    CHECK(text.find("near") != std::string::npos);
  }
}

TEST_CASE("a PDF that cannot be read costs itself only, whatever is wrong with it") {
  const auto whole = pdf_of_pages({kUpheld});
  const struct {
    std::string_view what;
    std::string pdf;
    std::string_view code;
  } cases[] = {
      {"empty", "", "bad_pdf"},
      {"text", "MRI of the lumbar spine: Upheld\n", "bad_pdf"},
      {"random bytes", std::string("%PDF-1.4\n\0\xff\xfe\x01", 13), "bad_pdf"},
      {"cut in the middle of the catalogue", whole.substr(0, 30), "bad_pdf"},
      {"no page",
       pdf_of_objects({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [ ] >>"}),
       "bad_pdf"},
      {"an image only", pdf_with_image(""), "scanned_pdf"},
      {"an image and a fax header", pdf_with_image("BT /F 8 Tf 9 780 Td (FAX 12/09/2016 P. 1) Tj ET"),
       "scanned_pdf"},
      {"more than is taken", std::string((std::size_t{64} << 20) + 1, ' '), "too_large"},
  };
  PdfClient client;
  for (const auto& c : cases) {
    CAPTURE(c.what);
    CHECK(outcome(client, c.pdf) == c.code);
    CHECK(outcome(client, whole) == "ok");
  }
}

TEST_CASE("an image among text is no scan") {
  PdfClient client;
  const auto text = client.read(pdf_with_image(
      "BT /F 8 Tf 9 700 Td (The request for an MRI of the lumbar spine is not medically necessary.) Tj ET"));
  CHECK(text.find("not medically necessary") != std::string::npos);
}

TEST_CASE("a blank page gives blank text") {
  PdfClient client;
  CHECK(client.read(pdf_of_pages({""})).find_first_not_of(" \n\f") == std::string::npos);
}

TEST_CASE("a PDF that takes for ever is given up in time, and the next one is read") {
  PdfClient client({.letter_limit = 2s});
  const auto begin = std::chrono::steady_clock::now();
  CHECK(outcome(client, endless_pdf()) == "pdf_timeout");
  CHECK(std::chrono::steady_clock::now() - begin < 15s);
  CHECK(outcome(client, pdf_of_pages({kUpheld})) == "ok");
}

TEST_CASE("a worker is replaced after its number of letters") {
  PdfClient client({.letters_a_worker = 2});
  for (int i = 0; i < 7; ++i) CHECK(outcome(client, pdf_of_pages({kUpheld})) == "ok");
}

TEST_CASE("without a worker each PDF is refused with a reason") {
  PdfClient client({.worker = "/nowhere/imr-pdf-worker"});
  for (int i = 0; i < 5; ++i) {
    CHECK(outcome(client, "%PDF-1.4") == "no_pdf_worker");
    CHECK(reason(client, "%PDF-1.4") ==
          "cannot start \"/nowhere/imr-pdf-worker\": No such file or directory");
  }
}

TEST_CASE("a program that is no worker is found out") {
  const struct {
    std::string_view what, commands, code;
  } cases[] = {
      {"ends at once", "exit 0", "no_pdf_worker"},
      {"says nothing", "exec sleep 600", "no_pdf_worker"},
      {"says too much", "printf 'hello, this is no frame' >&0", "no_pdf_worker"},
      {"says that it cannot work", "printf '\\005\\0\\0\\0\\005oops' >&0", "no_pdf_worker"},
      {"dies of the first letter", "printf '\\001\\0\\0\\0\\0' >&0; kill -9 $$", "pdf_crashed"},
      {"ends in order", "printf '\\001\\0\\0\\0\\0' >&0; exit 0", "pdf_crashed"},
      {"uses up its time", "printf '\\001\\0\\0\\0\\0' >&0; kill -XCPU $$", "pdf_timeout"},
      {"never answers", "printf '\\001\\0\\0\\0\\0' >&0; exec sleep 600", "pdf_timeout"},
      {"answers nothing", "printf '\\001\\0\\0\\0\\0' >&0; printf '\\0\\0\\0\\0' >&0; exec sleep 600",
       "pdf_crashed"},
      {"answers without end",
       "printf '\\001\\0\\0\\0\\0' >&0; printf '\\377\\377\\377\\377' >&0; exec sleep 600", "pdf_crashed"},
      {"answers an unknown status",
       "printf '\\001\\0\\0\\0\\0' >&0; printf '\\001\\0\\0\\0z' >&0; exec sleep 600", "pdf_crashed"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    const Script script{std::string(c.commands)};
    PdfClient client({.worker = script.path(), .letter_limit = 400ms, .start_limit = 2s});
    CHECK(outcome(client, "%PDF-1.4") == c.code);
  }
}

TEST_CASE("a worker that never takes a large letter is given up in time") {
  const Script script("printf '\\001\\0\\0\\0\\0' >&0; exec sleep 600");
  PdfClient client({.worker = script.path(), .letter_limit = 300ms});
  CHECK(outcome(client, std::string(10'000'000, ' ')) == "pdf_timeout");
}

TEST_CASE("what a worker says of itself reaches the reader") {
  const Script script("printf '\\005\\0\\0\\0\\005oops' >&0");
  PdfClient client({.worker = script.path()});
  CHECK(reason(client, "%PDF-1.4") == "\"" + script.path() + "\" cannot work: oops");
}

TEST_CASE("the environment names the worker and the time a letter may take") {
  setenv("IMR_PDF_WORKER", "/some/worker", 1);
  setenv("IMR_PDF_TIMEOUT_MS", "250", 1);
  CHECK(pdf_client_options().worker == "/some/worker");
  CHECK(pdf_client_options().letter_limit == 250ms);
  setenv("IMR_PDF_TIMEOUT_MS", "soon", 1);
  CHECK(pdf_client_options().letter_limit == 20s);
  unsetenv("IMR_PDF_WORKER");
  unsetenv("IMR_PDF_TIMEOUT_MS");
  CHECK(pdf_client_options().worker == "");
  CHECK(find_pdf_worker() != "");
}

}  // namespace
}  // namespace imr
