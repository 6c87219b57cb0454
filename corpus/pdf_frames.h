// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace imr {

// What goes over the socket between a program and its PDF worker, in both directions: frames of a length
// (four bytes, least significant first) and that many bytes. The program sends what it asks for, a frame of
// its own, and the PDF in the next; the worker answers both with a status byte and what was asked for. Its
// first frame, sent unasked, says whether it is fit to work.
//
// Asked for is the text, by an empty frame, or the picture of a page, by its number in decimal, from 0.
enum class PdfStatus : char {
  text,           // the text of all pages, separated by form feeds, or a picture (PGM)
  not_a_pdf,      // or one too broken to read
  locked,         // a password is needed
  no_text_layer,  // pages with images and hardly any letters
  too_long,       // the text is longer than kMaxPdfText
  no_such_page,   // it has no picture of that page
  internal,       // the worker itself is at fault; the text says how
};

inline constexpr std::size_t kMaxPdfBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxPdfText = std::size_t{64} << 20;

using PdfDeadline = std::chrono::steady_clock::time_point;
inline constexpr PdfDeadline kNoDeadline = PdfDeadline::max();

enum class Transfer { done, closed, late, too_long };

// Sends one frame; `payload` must be shorter than 4 GiB. Raises no SIGPIPE.
Transfer send_frame(int socket, std::string_view payload, PdfDeadline deadline);

// Receives one frame into `payload`, which is unspecified unless the result is `done`. A frame announced as
// longer than `limit` is not received.
Transfer receive_frame(int socket, std::size_t limit, std::string& payload, PdfDeadline deadline);

}  // namespace imr
