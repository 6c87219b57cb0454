// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/workplace.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace imr {

namespace fs = std::filesystem;

RunResult Workplace::index(const Words& arguments, RunOptions options) const {
  options.folder = path();
  return run_program(program_folder() / "imr-index", arguments, options);
}

RunResult Workplace::search(const Words& arguments, RunOptions options) const {
  options.folder = path();
  return run_program(program_folder() / "imr-search", arguments, options);
}

void Workplace::write(const std::string& name, std::string_view text) const {
  const fs::path file = path() / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string Workplace::read(const std::string& name) const { return file_text(path() / name); }

void Workplace::take_samples(const std::string& begin, const std::string& folder) const {
  fs::create_directories(path() / folder);
  bool any = false;
  for (const auto& entry : fs::directory_iterator(samples())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(begin)) continue;
    fs::copy_file(entry.path(), path() / folder / name);
    any = true;
  }
  if (!any) throw std::runtime_error("no sample letter begins " + begin);
}

fs::path samples() { return fs::path(IMR_SOURCE_DIR) / "corpus" / "sample"; }

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

Words lines_of(const std::string& text) {
  Words lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string letter_text(const MadeUpLetter& letter) {
  return "Case Number:           " + letter.case_number + R"(
Date Assigned:         12/08/2016                      Date of Injury:      11/03/2016
Decision Date:         01/03/2017                      UR Denial Date:      11/29/2016
Priority:              Standard                        Application          12/02/2016
                                                       Received:

                 HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services gave the whole case file to one expert reviewer. This letter is made up.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California, New York
Certification(s)/Specialty: Family Practice

                                 CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:

A review of the records shows a 45 year old female clerk who sustained a neck injury on
11-3-16, when a shelf fell. Diagnosis: cervical strain.

                      IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

)" + letter.treatment +
         ": " + letter.decision + R"(

Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004,
Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s):
Special Studies.

Decision rationale: )" +
         letter.rationale + "\n";
}

}  // namespace imr
