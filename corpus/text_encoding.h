// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace imr {

struct DecodedText {
  std::string text;                 // valid UTF-8 without a byte order mark
  std::string converted_from = {};  // the encoding it was read as; empty if it was UTF-8 already
};

// Text of an encoding that nobody told us. What is valid UTF-8 is UTF-8; else a byte order mark decides; else
// the encoding is guessed from the bytes around the first that cannot be UTF-8. ISO-8859-1 is read as
// windows-1252, which has letters and quotation marks where the former has control characters.
// Bytes that mean nothing become U+FFFD. `bytes` must be shorter than 2 GiB.
DecodedText decode_text(std::string bytes);

}  // namespace imr
