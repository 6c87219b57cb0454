// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/lexeme.h"

namespace imr {

// Shorthand that starts with a letter. Each reads at `at`, where a word starts; false, and `found`
// undefined, if there is none of its kind. Private to analyzers/.

// ICD-10 codes with a point (M54.5, S83.2xx) and HCPCS codes (E0730).
bool read_code(std::string_view text, std::size_t at, Lexeme& found);

// Single letters with points, "U.S.", "e.g.", without the points: "us", "eg", so that "M.D." meets "MD".
bool read_dotted_letters(std::string_view text, std::size_t at, Lexeme& found);

// "P&S", "PM&R", "R & D": one or two letters and one; "PT & OT" are two words.
bool read_letters_with_ampersand(std::string_view text, std::size_t at, Lexeme& found);

// "X-ray", "x ray", "xrays", "H-wave", however they are joined: "x-ray", "x-rays", "h-wave".
bool read_ray_or_wave(std::string_view text, std::size_t at, Lexeme& found);

// The end of a plain word at `at`: three ASCII letters or more, as most words are, with which none of the
// above begins and which nothing continues. `at` if there is none.
std::size_t plain_word_end(std::string_view text, std::size_t at);

// Any word: letters, digits and marks, with apostrophes between letters.
void read_word(std::string_view text, std::size_t at, Lexeme& found);

}  // namespace imr
