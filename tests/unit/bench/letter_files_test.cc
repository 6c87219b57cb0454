// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/letter_files.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include "bench/generator/letter_generator.h"

namespace {

namespace fs = std::filesystem;

// A folder that is gone again at the end.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "imr-letters-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a collection made in pieces is the one made at once") {
  const Folder folder;
  imr::write_letter_files({.letters = 6, .seed = 3, .out = folder / "whole.jsonl"});
  imr::write_letter_files({.letters = 2, .seed = 3, .out = folder / "begin"});
  imr::write_letter_files({.letters = 4, .seed = 3, .first = 2, .out = folder / "end.jsonl"});
  for (const std::string ending : {".jsonl", ".truth.jsonl"}) {
    CAPTURE(ending);
    const auto whole = contents(folder / ("whole" + ending));
    CHECK(std::count(whole.begin(), whole.end(), '\n') == 6);
    CHECK(whole == contents(folder / ("begin" + ending)) + contents(folder / ("end" + ending)));
  }
}

TEST_CASE("a text folder holds the letters by case number, a thousand to a subfolder") {
  const Folder folder;
  imr::write_letter_files(
      {.letters = 2, .seed = 3, .first = 999, .text_folder = true, .out = folder / "letters"});
  const auto last_of_first = imr::generate_letter(3, 999);
  const auto first_of_second = imr::generate_letter(3, 1000);
  CHECK(contents(folder / ("letters/00000/" + last_of_first.id + ".txt")) == last_of_first.text);
  CHECK(contents(folder / ("letters/00001/" + first_of_second.id + ".txt")) == first_of_second.text);
  CHECK(contents(folder / "letters.truth.jsonl") ==
        last_of_first.truth + "\n" + first_of_second.truth + "\n");
}

TEST_CASE("a place that cannot be written is reported with its path") {
  const Folder folder;
  const auto path = folder / "absent/letters";
  CHECK_THROWS_WITH(imr::write_letter_files({.letters = 1, .out = path}),
                    ("\"" + path + ".truth.jsonl\": cannot write").c_str());
}
