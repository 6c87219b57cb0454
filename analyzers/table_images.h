// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "analyzers/flat_image.h"

// The tables of the analyzers as images. Private to analyzers/.
namespace imr {

// Those of the data compiled in. They are made when the program is built (make_tables.cc); only if the
// stemmer at hand is not the one of the build are they made anew, at first use.
FlatView stem_image();
FlatView concept_image();
FlatView assertion_image();

// Made from the readable tables.
FlatImage make_stem_image();
FlatImage make_concept_image();  // by way of stem_image()
FlatImage make_assertion_image();

// What the Snowball stemmer makes of a list of words: it differs between releases.
std::string snowball_probe();

}  // namespace imr
