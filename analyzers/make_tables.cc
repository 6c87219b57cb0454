// SPDX-License-Identifier: GPL-3.0-or-later
// Run when the program is built: reads the analyzers' tables with the analyzers' own code and writes them as
// images, as C++ source on standard output.
#include <exception>
#include <iomanip>
#include <iostream>
#include <string_view>

#include "analyzers/table_images.h"

namespace imr {

// Here the images that the tables are made by way of are made, too.
FlatView stem_image() {
  static const FlatImage made = make_stem_image();
  return made;
}

FlatView concept_image() {
  static const FlatImage made = make_concept_image();
  return made;
}

FlatView assertion_image() {
  static const FlatImage made = make_assertion_image();
  return made;
}

namespace {

constexpr int kNumbersPerLine = 8;

void write(std::string_view name, FlatView image) {
  std::cout << "constexpr std::uint64_t k" << name << "Image[] = {";
  int column = 0;
  for (const auto number : image) {
    if (column++ % kNumbersPerLine == 0) std::cout << '\n';
    std::cout << "0x" << number << ',';
  }
  std::cout << "};\nextern const FlatView kCompiled" << name << ";\n"
            << "constinit const FlatView kCompiled" << name << " = k" << name << "Image;\n";
}

void write_all() {
  std::cout << std::hex << "#include \"analyzers/flat_image.h\"\n#include <string_view>\nnamespace imr {\n"
            << "extern const std::string_view kCompiledProbe;\n"
            << "constinit const std::string_view kCompiledProbe = \"" << snowball_probe() << "\";\n";
  write("Stems", stem_image());
  write("Concepts", concept_image());
  write("Assertion", assertion_image());
  std::cout << "}  // namespace imr\n" << std::flush;
}

}  // namespace
}  // namespace imr

int main() {
  try {
    imr::write_all();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
