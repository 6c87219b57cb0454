// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/letter_lines.h"

namespace imr {

// Takes out what a page repeats around its text: page numbers, and at the edges of later pages the case
// number and the rows of the header table. The first header table stays.
void remove_page_furniture(LetterLines& lines);

}  // namespace imr
