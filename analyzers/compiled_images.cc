// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include "analyzers/table_images.h"

namespace imr {

// Written by make_tables.cc when the program is built.
extern const std::string_view kCompiledProbe;
extern const FlatView kCompiledStems;
extern const FlatView kCompiledConcepts;
extern const FlatView kCompiledAssertion;

namespace {

bool has_stemmer_of_build() {
  static const bool same = snowball_probe() == kCompiledProbe;
  return same;
}

}  // namespace

FlatView stem_image() {
  if (has_stemmer_of_build()) return kCompiledStems;
  static const FlatImage made = make_stem_image();
  return made;
}

FlatView concept_image() {
  if (has_stemmer_of_build()) return kCompiledConcepts;
  static const FlatImage made = make_concept_image();
  return made;
}

FlatView assertion_image() { return kCompiledAssertion; }

}  // namespace imr
