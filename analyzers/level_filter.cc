// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/level_filter.h"

#include <algorithm>
#include <string>

#include "analyzers/added_tokens.h"
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

class LevelStream final : public AddedTokens {
 public:
  LevelStream(std::unique_ptr<TokenStream> input, std::string_view text)
      : AddedTokens(std::move(input)), text_(text) {}

 protected:
  std::vector<Token> added(std::vector<Token>& tokens) override {
    std::vector<Token> meanings;
    if (std::ranges::none_of(tokens, is_level)) return meanings;
    const ScanText scan(text_);
    const auto levels = spinal_levels(scan.view());
    auto token = tokens.begin();
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const auto begin = scan.original_begin(levels[i].begin);
      token = std::find_if(token, tokens.end(), [&](const Token& t) { return !t.compound && t.end > begin; });
      if (token == tokens.end()) break;
      Token meaning{.term = {},
                    .begin = begin,
                    .end = scan.original_end(levels[i].end),
                    .position = token->position,
                    .kind = TermKind::meaning,
                    .token_class = TokenClass::level};
      for (std::string& name : names(scan.view(), levels, i)) {
        meaning.term = std::move(name);
        meanings.push_back(meaning);
      }
    }
    return meanings;
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

  std::string_view text_;
};

}  // namespace

TokenFilter level_filter() {
  return [](std::unique_ptr<TokenStream> input, std::string_view text) {
    return std::make_unique<LevelStream>(std::move(input), text);
  };
}

}  // namespace imr
