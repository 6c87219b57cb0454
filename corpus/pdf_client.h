// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace imr {

enum class PdfStatus : char;

struct PdfClientOptions {
  std::string worker = {};  // the worker program; empty: looked for, see find_pdf_worker()
  std::chrono::milliseconds letter_limit = std::chrono::seconds(20);  // by the clock on the wall
  std::chrono::milliseconds start_limit = std::chrono::seconds(20);
  unsigned letters_a_worker = 2000;  // then it is replaced, which bounds what Poppler may have leaked
};

// The defaults, with IMR_PDF_WORKER (a path) and IMR_PDF_TIMEOUT_MS (milliseconds a letter) from the
// environment.
PdfClientOptions pdf_client_options();

// Where the worker program is: beside the running program, else in the folder for helper programs as
// installed. Empty if it is in neither.
std::string find_pdf_worker();

// Reads PDFs in a worker process that is started with the first one, reused, and replaced when it dies, hangs
// or has read enough. Whatever a PDF does costs that PDF only. Not for use by two threads at once.
class PdfClient {
 public:
  explicit PdfClient(PdfClientOptions options = pdf_client_options());
  ~PdfClient();  // ends the worker
  PdfClient(PdfClient&&) = delete;

  // The text of a PDF in UTF-8, columns kept by spaces, pages separated by form feeds. Throws CorpusError:
  // "bad_pdf", "locked_pdf" (needs a password), "scanned_pdf" (images, hardly any letters), "too_large",
  // "pdf_timeout", "pdf_crashed", "no_pdf_worker".
  std::string read(std::string_view pdf);

  // A page, from 0, as a grey picture (PGM); none beyond the last. Throws as read() does.
  std::optional<std::string> page_image(std::string_view pdf, int page);

 private:
  class Worker;
  void start_worker();
  std::string ask(const std::string& what, std::string_view pdf);
  PdfStatus answer_to(const std::string& what, std::string_view pdf, std::string& answer);

  PdfClientOptions options_;
  std::unique_ptr<Worker> worker_;
  unsigned failed_starts_ = 0;  // in a row
  std::string start_fault_;
};

}  // namespace imr
