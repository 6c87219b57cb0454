// SPDX-License-Identifier: GPL-3.0-or-later
// Reads letters without an index and prints what was decided:  read_letters PATH...
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "corpus/input.h"

namespace {

void print_decisions(const imr::Determination& letter) {
  for (const imr::Issue& issue : letter.issues) {
    std::cout << imr::issue_id(letter.case_number, issue.issue_no) << '\t'
              << (issue.decision ? imr::name_of(*issue.decision) : "-") << '\t' << issue.treatment << '\n';
  }
  // What looked wrong in the letter did not stop it from being read.
  for (const imr::Problem& problem : letter.problems) {
    std::cerr << letter.source << ':' << problem.line << ": " << problem.message << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: read_letters PATH...\n";
    return 2;
  }
  // PDFs are read by the program imr-pdf-worker: the one beside this program, the one that IMR_PDF_WORKER
  // names, or the installed one. Without it a PDF is rejected like any input that cannot be read.
  bool all_read = true;
  try {
    imr::read_inputs(std::vector<std::string>(argv + 1, argv + argc),
                     {.on_letter = print_decisions, .on_rejected = [&](const imr::Rejection& rejection) {
                        std::cerr << rejection.source << ": " << rejection.reason << '\n';
                        all_read = false;
                      }});
  } catch (const std::exception& error) {  // a path that does not exist
    std::cerr << "read_letters: " << error.what() << '\n';
    return 1;
  }
  return all_read ? 0 : 4;
}
