// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"

namespace imr {

// The values of a facet that a user's text means.
struct ResolvedValues {
  std::vector<std::string> labels;
  bool exact = false;  // a label, id or alias as it is; else all labels that hold its words
};

// What is known of a facet's values: the vocabulary's labels with ids and aliases, and what else the
// index holds. Texts are compared folded.
class ValueResolver {
 public:
  // `in_index`: the values of this facet that the index holds.
  ValueResolver(const Field& field, const std::vector<std::string>& in_index);

  // An exact label, id or alias wins, a treatment category with all its subcategories; then one in the other
  // number ("opioid", "Opioids"); else every label one of whose forms holds the words (a trailing * in a word
  // stands for any ending). Levels of the spine may be written in any way: "L4-5", "L4-S1" for both segments.
  // Throws QueryError("unknown_value") at `offset` naming the nearest values.
  ResolvedValues resolve(std::string_view text, std::size_t offset) const;
  // The same without an error: no labels if there are none.
  ResolvedValues find(std::string_view text) const;

 private:
  struct Value {
    std::string label;
    std::vector<std::string> exact;                  // folded label, ids and aliases
    std::vector<std::vector<std::string>> wordings;  // the words of each of those
  };
  void add_drugs();
  void add(std::string_view label, const std::vector<std::string_view>& aliases);
  ResolvedValues with_parts(const std::string& label) const;
  ResolvedValues labelled(const std::function<bool(const std::vector<std::string>&)>& test) const;
  std::string nearest(std::string_view folded) const;

  const Field& field_;
  std::vector<Value> values_;
};

}  // namespace imr
