// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/grammar.h"

#include <stdexcept>

#include "bench/generator/rows.h"

namespace imr {

Grammar::Grammar(std::string_view source) {
  const auto rows = rows_of(source);
  for (const auto& row : rows) keys_.try_emplace(row.at(0), keys_.size());
  rules_.resize(keys_.size());
  for (const auto& row : rows) rules_[key(row[0])].push_back(parse(row.at(1)));
}

Grammar::Key Grammar::key(std::string_view name) const {
  const auto found = keys_.find(name);
  if (found == keys_.end()) throw std::out_of_range("no expansion of \"" + std::string(name) + "\"");
  return found->second;
}

Grammar::Expansion Grammar::parse(std::string_view text) const {
  Expansion pieces;
  while (!text.empty()) {
    const auto open = text.find('{');
    if (open != 0) pieces.push_back({Piece::Kind::literal, text.substr(0, open), 0});
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    const auto name = text.substr(open + 1, close - open - 1);
    const auto found = keys_.find(name);
    const bool is_key = found != keys_.end();
    pieces.push_back({is_key ? Piece::Kind::key : Piece::Kind::fact, name, is_key ? found->second : 0});
    text.remove_prefix(close + 1);
  }
  return pieces;
}

void Grammar::expand(Key key, const FillIn& fill_in, Random& random, std::string& out) const {
  const auto& choices = rules_[key];
  expand(choices[random.below(choices.size())], fill_in, random, out);
}

void Grammar::expand(const Expansion& expansion, const FillIn& fill_in, Random& random,
                     std::string& out) const {
  for (const auto& piece : expansion) {
    switch (piece.kind) {
      case Piece::Kind::literal:
        out += piece.text;
        break;
      case Piece::Kind::key:
        expand(piece.key, fill_in, random, out);
        break;
      case Piece::Kind::fact:
        fill_in(piece.text, random, out);
        break;
    }
  }
}

}  // namespace imr
