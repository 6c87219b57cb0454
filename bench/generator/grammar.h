// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/generator/random.h"

namespace imr {

// Sentences with blanks. Each line of its source is "key<TAB>expansion"; in an expansion "{key}" stands
// for one of that key's expansions, chosen at random, and any other "{name}" for a fact that whoever expands
// fills in.
class Grammar {
 public:
  using Key = std::size_t;

  // Appends the fact of that name.
  using FillIn = std::function<void(std::string_view name, Random&, std::string& out)>;

  // `source` must outlive the grammar.
  explicit Grammar(std::string_view source);

  // Throws std::out_of_range for a key that has no expansion.
  Key key(std::string_view name) const;

  // Reads an expansion that is not in the source; pieces refer to `text`, which must outlive them.
  struct Piece {
    enum class Kind { literal, key, fact } kind;
    std::string_view text;
    Key key;
  };
  using Expansion = std::vector<Piece>;
  Expansion parse(std::string_view text) const;

  void expand(Key key, const FillIn& fill_in, Random& random, std::string& out) const;
  void expand(const Expansion& expansion, const FillIn& fill_in, Random& random, std::string& out) const;

 private:
  std::unordered_map<std::string_view, Key> keys_;
  std::vector<std::vector<Expansion>> rules_;
};

}  // namespace imr
