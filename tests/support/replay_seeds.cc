// SPDX-License-Identifier: GPL-3.0-or-later
// The main of a fuzz target that is built without libFuzzer: gives it every file of the folders named.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void replay(const fs::path& file) {
  std::cerr << file.filename().string() << std::endl;  // flushed, so that the last one named is the culprit
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  const std::vector<char> bytes(std::istreambuf_iterator<char>(stream), {});
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t replayed = 0;
  try {
    for (int i = 1; i < argc; ++i) {
      for (const auto& file : files_under(argv[i])) {
        replay(file);
        ++replayed;
      }
    }
  } catch (const std::exception& error) {
    std::cerr << "replay_seeds: " << error.what() << '\n';
    return 1;
  }
  if (replayed == 0) std::cerr << "replay_seeds: no seeds\n";
  return replayed == 0 ? 1 : 0;
}
