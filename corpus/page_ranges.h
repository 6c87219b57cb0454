// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analyzers/text_words.h"
#include "corpus/determination.h"

namespace imr {

// Whether word `at` is "Page(s):", "pages", "pg" or "p." before a number.
bool is_page_label(std::span<const TextWord> words, std::size_t at);

// Reads the pages from word `at` on and sets `at` to the first word that is none: "177-8 182" is
// [177, 178] and [182, 182]; "98 of 127" is page 98.
std::vector<PageRange> read_pages(std::span<const TextWord> words, std::size_t& at);

}  // namespace imr
