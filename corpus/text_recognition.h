// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "corpus/pdf_client.h"

namespace imr {

// Where tesseract is: what IMR_TESSERACT names, else as found in PATH. Empty if it is nowhere.
std::string find_tesseract();

// The text on a picture (PGM), as `program` (tesseract) reads it, columns kept by spaces. It runs as a
// process of its own. Throws CorpusError("ocr_failed") if it cannot be started, fails, or takes longer than
// `limit`.
std::string recognised_text(const std::string& program, std::string_view picture,
                            std::chrono::milliseconds limit = std::chrono::minutes(2));

// The text of a scanned PDF, pages separated by form feeds. Throws as recognised_text() and PdfClient do, and
// CorpusError("scanned_pdf") for more than a hundred pages, ten times the longest letter known.
std::string recognised_pdf(PdfClient& client, const std::string& program, std::string_view pdf);

}  // namespace imr
