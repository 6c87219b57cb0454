// SPDX-License-Identifier: GPL-3.0-or-later
// Holds what is read from made-up requests against what their author meant by them.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/treatment_facts.h"

using namespace imr;

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  if (text.empty()) return {""};
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& entry : list) text += (text.empty() ? "" : ";") + entry;
  return text;
}

std::string parts_text(const std::vector<BodyPart>& parts) {
  std::vector<std::string> list;
  for (const auto& part : parts) {
    list.push_back(part.part + (part.side ? ":" + std::string(name_of(*part.side)) : ""));
  }
  return joined(list);
}

std::string number_text(const std::optional<int>& number) { return number ? std::to_string(*number) : ""; }

constexpr const char* kFields[] = {"category", "drugs", "body parts", "levels", "sessions", "quantity"};
constexpr std::size_t kFieldCount = std::size(kFields);

struct Tally {
  std::size_t lines = 0;
  std::size_t right[kFieldCount] = {};

  double fraction(std::size_t field) const {
    return static_cast<double>(right[field]) / static_cast<double>(lines);
  }
};

// As the file has them: treatment, category, drugs, body parts, levels, sessions, quantity.
void compare(const std::vector<std::string>& line, Tally& tally) {
  const TreatmentFacts facts = treatment_facts(line[0]);
  const std::string read[kFieldCount] = {facts.category.value_or(""),  joined(facts.drugs),
                                         parts_text(facts.body_parts), joined(facts.spinal_levels),
                                         number_text(facts.sessions),  number_text(facts.quantity)};
  ++tally.lines;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto wanted = split(line[i + 1], '|');
    const bool right = i == 0 ? std::ranges::find(wanted, read[0]) != wanted.end() : read[i] == line[i + 1];
    tally.right[i] += right ? 1 : 0;
    if (!right)
      MESSAGE(line[0] << ": " << std::string(kFields[i]) << " \"" << read[i] << "\", meant \"" << line[i + 1]
                      << "\"");
  }
}

void print(const std::string& name, const Tally& tally) {
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    std::cout << name << ": " << kFields[i] << ": " << tally.right[i] << " of " << tally.lines << "\n";
  }
}

}  // namespace

TEST_CASE("requests say what their author meant by them") {
  std::ifstream file(IMR_SOURCE_DIR "/tests/unit/corpus/treatment_lines.tsv");
  Tally tuned;
  Tally kept_aside;
  std::size_t number = 0;
  for (std::string text; std::getline(file, text);) {
    if (text.starts_with('#')) continue;
    auto line = split(text, '\t');
    line.resize(kFieldCount + 1);
    ++number;
    compare(line, number % 2 == 0 ? kept_aside : tuned);
  }
  print("requests", tuned);
  print("requests kept aside", kept_aside);
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    CAPTURE(std::string(kFields[i]));
    CHECK(tuned.fraction(i) >= 0.97);
    CHECK(kept_aside.fraction(i) >= 0.95);
  }
}
