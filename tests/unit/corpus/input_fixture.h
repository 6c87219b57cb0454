// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/input.h"
#include "corpus/minimal_pdf.h"

// What the tests of reading inputs share.
namespace imr {

inline const std::vector<std::string> kLetterLines = {
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
    "The Expert Reviewer has the following credentials:",
    "State(s) of Licensure: California",
    "Certification(s)/Specialty: Family Practice",
    "CLINICAL CASE SUMMARY",
    "The expert reviewer developed the following clinical case summary based on a review of the",
    "case file, including all medical records:",
    "The injured worker is a 45 year old female with knee pain.",
    "IMR ISSUES, DECISIONS AND RATIONALES",
    "The Final Determination was based on decisions for the disputed items/services set forth below:",
    "MRI of the left knee: Upheld",
    "Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.",
    "MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.",
    "Decision rationale: The request is not medically necessary.",
};

// The text of a letter, with a header table if `case_number` is given. `remark` ends its rationale.
inline std::string letter_text(std::string_view case_number = {}, std::string_view remark = {}) {
  std::string text;
  if (!case_number.empty()) {
    text += "Case Number:          " + std::string(case_number) + "\n";
    text += "Date Assigned:        11/09/2016                      Date of Injury:      10/13/2016\n";
    text += "Decision Date:        12/09/2016                      UR Denial Date:      11/03/2016\n\n";
  }
  for (const auto& line : kLetterLines) text += line + "\n\n";
  return text.append(remark).append("\n");
}

inline std::string letter_pdf() {
  std::string content = "BT /F 10 Tf 12 TL 40 760 Td ";
  for (const auto& line : kLetterLines) {
    content += "(";
    for (const char c : line) content += c == '(' || c == ')' ? std::string("\\") + c : std::string(1, c);
    content += ") Tj T* T* ";
  }
  return pdf_of_pages({content + "ET"});
}

inline std::string record(std::string_view id) {
  return R"({"id": ")" + std::string(id) + R"(", "title": "note", "text": "knee pain"})";
}

// An empty folder, removed at the end.
class Folder {
 public:
  Folder() {
    std::string name = std::filesystem::temp_directory_path() / "imr_input_XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(Folder&&) = delete;

  std::string write(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path_ / name;
  }
  std::string path(const std::string& name = {}) const { return name.empty() ? path_ : path_ / name; }

 private:
  std::filesystem::path path_;
};

struct Read {
  std::vector<Determination> letters;
  std::vector<Rejection> rejections;
  std::vector<InputProgress> progress;

  std::vector<std::string> sources() const {
    std::vector<std::string> result;
    for (const auto& letter : letters) result.push_back(letter.source);
    return result;
  }
  std::vector<std::string> case_numbers() const {
    std::vector<std::string> result;
    for (const auto& letter : letters) result.push_back(letter.case_number);
    return result;
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const auto& rejection : rejections) result.push_back(rejection.code);
    return result;
  }
};

inline Read read(const std::vector<std::string>& paths, const InputOptions& options = {}) {
  Read result;
  read_inputs(paths,
              {.on_letter = [&](Determination letter) { result.letters.push_back(std::move(letter)); },
               .on_rejected = [&](const Rejection& rejection) { result.rejections.push_back(rejection); },
               .on_progress = [&](const InputProgress& progress) { result.progress.push_back(progress); }},
              options);
  return result;
}

}  // namespace imr
