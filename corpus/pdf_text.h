// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpus/pdf_frames.h"

namespace imr {

struct PdfText {
  PdfStatus status = PdfStatus::internal;
  std::string text = {};
};

// The text of a PDF in UTF-8 with its columns kept by spaces, pages separated by form feeds. Only the PDF
// worker calls this: Poppler may crash, run for ever or take all memory on a hostile file.
PdfText pdf_text(std::string_view pdf);

// A page as a grey picture (PGM, "P5"), fit for text recognition: 300 dots an inch, fewer for pages so large
// that the picture would be. Status no_such_page beyond the last.
PdfText pdf_page_image(std::string_view pdf, int page);

// Whether text comes out at all. Poppler silently gives "" where the C library's character conversions are
// not installed. Returns what is wrong, empty if nothing is. Keeps those conversions loaded from then on.
std::string pdf_self_check();

}  // namespace imr
