// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token.h"

// Private to analyzers/.
namespace imr {

// What the analyzer makes of a written form of a concept.
struct FormWords {
  std::vector<std::string> surfaces = {};
  std::vector<std::string> stems = {};
  std::vector<bool> capitals = {};
  std::string compound = {};
};

// The words of many forms in one run of the analyzer, which is a fifth of the work of a run for each.
class AnalyzedForms {
 public:
  explicit AnalyzedForms(const std::vector<std::string_view>& forms);

  FormWords& operator[](std::size_t form) { return words_[form]; }

 private:
  void add(Token& token, FormWords& words) const;

  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<FormWords> words_;
};

}  // namespace imr
