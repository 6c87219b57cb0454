// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "corpus/corpus_error.h"
#include "corpus/pdf_client.h"
#include "tests/fuzz/require.h"

// Any bytes are a PDF with text, or a rejection with a reason; and the worker, dead or alive, reads the next.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static imr::PdfClient client({.letter_limit = std::chrono::seconds(5)});
  static const std::set<std::string, std::less<>> known = {"bad_pdf",   "locked_pdf",  "scanned_pdf",
                                                           "too_large", "pdf_timeout", "pdf_crashed"};
  try {
    client.read({reinterpret_cast<const char*>(data), size});
  } catch (const imr::CorpusError& error) {
    imr::require(known.contains(error.code()), "the error is one of those promised");
    imr::require(error.what()[0] != '\0', "an error has a reason");
  }
  return 0;
}
