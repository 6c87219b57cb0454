// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/letter_files.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "bench/generator/letter_generator.h"

namespace imr {
namespace {

constexpr std::string_view kEnding = ".jsonl";
constexpr std::uint64_t kFilesOfFolder = 1000;

// A file of which nothing is lost in silence.
class OutputFile {
 public:
  explicit OutputFile(const std::string& path) : path_(path), stream_(path, std::ios::binary) { check(); }

  void write(const std::string& bytes) {
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    check();
  }

  void close() {
    stream_.close();
    check();
  }

 private:
  void check() {
    if (!stream_) throw std::runtime_error("\"" + path_ + "\": cannot write");
  }

  std::string path_;
  std::ofstream stream_;
};

std::string base_of(const std::string& out) {
  return out.ends_with(kEnding) ? out.substr(0, out.size() - kEnding.size()) : out;
}

void write_text_file(const std::string& folder, std::uint64_t index, const GeneratedLetter& letter) {
  char name[32];
  std::snprintf(name, sizeof name, "/%05u", static_cast<unsigned>(index / kFilesOfFolder));
  std::filesystem::create_directories(folder + name);
  OutputFile file(folder + name + "/" + letter.id + ".txt");
  file.write(letter.text);
  file.close();
}

std::string json_line(const GeneratedLetter& letter) {
  std::string line;
  line.reserve(letter.text.size() + letter.text.size() / 16);
  line.append("{\"id\":\"").append(letter.id).append("\",\"text\":");
  append_json_string(letter.text, line);
  return line += "}\n";
}

}  // namespace

void write_letter_files(const LetterFilesOptions& options) {
  const std::string base = base_of(options.out);
  if (options.text_folder) std::filesystem::create_directories(base);
  OutputFile truth(base + ".truth.jsonl");
  std::optional<OutputFile> lines;
  if (!options.text_folder) lines.emplace(base + std::string(kEnding));
  for (std::uint64_t index = options.first; index < options.first + options.letters; ++index) {
    const auto letter = generate_letter(options.seed, index);
    if (lines) {
      lines->write(json_line(letter));
    } else {
      write_text_file(base, index, letter);
    }
    truth.write(letter.truth + "\n");
  }
  if (lines) lines->close();
  truth.close();
}

}  // namespace imr
