// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

#include "corpus/minimal_pdf.h"

// What the tests of PDFs and of the programs that read them share.
namespace imr {

// A page that is one black pixel, with `content` drawn beside it.
inline std::string pdf_with_image(std::string_view content) {
  return pdf_of_objects(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject "
       "<< /X 5 0 R >> /Font << /F 6 0 R >> >> >>",
       pdf_stream("q 612 0 0 792 0 0 cm /X Do Q " + std::string(content)),
       pdf_stream(std::string(1, '\0'),
                  "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
                  "/ColorSpace /DeviceGray"),
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"});
}

// A program of a few shell commands, removed at the end.
class Script {
 public:
  explicit Script(const std::string& commands)
      : path_(std::filesystem::temp_directory_path() /
              ("imr_script_" + std::to_string(getpid()) + "_" + std::to_string(++made) + ".sh")) {
    std::ofstream(path_) << "#!/bin/sh\n" << commands << "\n";
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
  }
  ~Script() { std::filesystem::remove(path_); }
  Script(Script&&) = delete;
  std::string path() const { return path_; }

 private:
  static inline int made = 0;
  std::filesystem::path path_;
};

}  // namespace imr
