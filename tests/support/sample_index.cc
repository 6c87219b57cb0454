// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_index.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "corpus/input.h"
#include "indexer/index_writer.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSteps = 3;

Determination as_it_was_before(Determination letter) {
  letter.clinical_summary += " This summary was longer once, and spoke of zebras.";
  letter.worker.age = 17;
  if (letter.issues.size() > 1) letter.issues.pop_back();
  letter.issues[0].rationale = "Nothing was decided yet.";
  letter.outcome = outcome_of(letter.issues);
  return letter;
}

Determination stranger(const Determination& letter) {
  Determination other = as_it_was_before(letter);
  other.case_number = "removed-" + letter.case_number;
  return other;
}

}  // namespace

std::vector<Determination> letters_in(const std::vector<std::string>& paths) {
  std::map<std::string, Determination> by_case;
  read_inputs(paths, {.on_letter =
                          [&](Determination letter) {
                            std::string name = letter.case_number;
                            by_case.insert_or_assign(std::move(name), std::move(letter));
                          },
                      .on_rejected = [](const Rejection&) {}});
  std::vector<Determination> letters;
  for (auto& [name, letter] : by_case) letters.push_back(std::move(letter));
  return letters;
}

std::vector<Determination> sample_letters() {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(IMR_SOURCE_DIR) / "corpus" / "sample")) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".txt" || ending == ".pdf") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  return letters_in(paths);
}

std::vector<Determination> real_letters() {
  const char* corpus = std::getenv("IMR_CORPUS");
  if (!corpus) return {};
  std::vector<std::string> paths;
  for (const char* name : {"pdf", "text"}) {
    const fs::path folder = fs::path(corpus) / name;
    if (fs::is_directory(folder)) paths.push_back(folder.string());
  }
  return letters_in(paths);
}

void build_index(const fs::path& folder, const std::vector<Determination>& letters) {
  IndexWriter writer = IndexWriter::fresh(folder);
  for (const Determination& letter : letters) writer.add(letter);
  writer.commit();
}

void grow_index(const fs::path& folder, const std::vector<Determination>& letters) {
  for (std::size_t step = 0; step < kSteps; ++step) {
    IndexWriter writer = step == 0 ? IndexWriter::fresh(folder) : IndexWriter::changing(folder);
    for (std::size_t i = step; i < letters.size(); i += kSteps) {
      writer.add(i % 2 == 0 ? as_it_was_before(letters[i]) : letters[i]);
      if (i % 5 == 0) writer.add(stranger(letters[i]));
    }
    writer.commit();
  }
  IndexWriter writer = IndexWriter::changing(folder);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    writer.add(letters[i]);
    if (i % 5 == 0) writer.remove("removed-" + letters[i].case_number);
  }
  writer.commit();
}

}  // namespace imr
