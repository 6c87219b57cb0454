// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/level_finder.h"

#include <algorithm>
#include <string>

#include "analyzers/letters.h"
#include "analyzers/scan_text.h"
#include "analyzers/spinal_levels.h"

namespace imr {
namespace {

std::string lower(std::string_view text) {
  std::string out;
  append_lower(out, text);
  return out;
}

// Whether nothing but "and", commas and blanks parts two levels of a list.
bool is_list_gap(std::string_view gap) {
  while (!gap.empty()) {
    if (gap.starts_with("and")) {
      gap.remove_prefix(3);
    } else if (std::string_view(" ,&\n\t").find(gap.front()) != std::string_view::npos) {
      gap.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

class LevelFinder final : public MeaningFinder {
 public:
  void find(std::string_view text, std::vector<Token>& tokens, std::vector<Token>& found) const override {
    if (std::ranges::none_of(tokens, is_level)) return;
    const ScanText scan(text);
    const auto levels = spinal_levels(scan.view());
    auto token = tokens.begin();
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const auto begin = scan.original_begin(levels[i].begin);
      token = std::find_if(token, tokens.end(), [&](const Token& t) { return !t.compound && t.end > begin; });
      if (token == tokens.end()) break;
      for (std::string& name : names(scan.view(), levels, i)) {
        found.push_back({.term = std::move(name),
                         .begin = begin,
                         .end = scan.original_end(levels[i].end),
                         .position = token->position,
                         .kind = TermKind::meaning,
                         .token_class = TokenClass::level});
      }
    }
  }

 private:
  static bool is_level(const Token& token) { return token.token_class == TokenClass::level; }

  static std::vector<std::string> names(std::string_view scanned, const std::vector<SpinalLevels>& levels,
                                        std::size_t at) {
    std::vector<std::string> names;
    for (const auto& segment : levels[at].segments) names.push_back(lower(segment));
    if (!names.empty()) return names;
    const auto vertebra = written(scanned, levels[at]);
    names.push_back(vertebra);
    if (at + 1 == levels.size() || !levels[at + 1].segments.empty()) return names;
    const auto gap = scanned.substr(levels[at].end, levels[at + 1].begin - levels[at].end);
    const auto below = written(scanned, levels[at + 1]);
    if (is_list_gap(gap) && are_neighbours(vertebra, below)) names.push_back(vertebra + "-" + below);
    return names;
  }

  static std::string written(std::string_view scanned, const SpinalLevels& level) {
    return lower(scanned.substr(level.begin, level.end - level.begin));
  }
};

}  // namespace

std::shared_ptr<const MeaningFinder> level_finder() { return std::make_shared<const LevelFinder>(); }

}  // namespace imr
