// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_rules.h"

#include <algorithm>

#include "analyzers/assertion_rule_reader.h"
#include "analyzers/table_images.h"

namespace imr {

AssertionRules::AssertionRules(std::string_view table) : own_(AssertionRuleReader().read(table)) {
  read(FlatReader(own_));
}

AssertionRules::AssertionRules(FlatView image) { read(FlatReader(image)); }

void AssertionRules::read(FlatReader image) {
  words_ = WordIndex(image);
  cues_ = image.next<CueWord>();
  roots_ = image.next<std::uint32_t>();
  nodes_ = image.next<Node>();
  edges_ = image.next<Edge>();
  rules_ = image.next<AssertionRule>();
  groups_ = WordIndex(image);
}

std::uint32_t AssertionRules::group(std::string_view name) const {
  const auto number = groups_.find(name);
  return number == 0 ? 0U : std::uint32_t{1} << (number - 1);
}

std::uint32_t AssertionRules::next_of(const Node& node, std::uint16_t id) const {
  const auto edges = edges_.subspan(node.first_edge, node.edges);
  const auto found = std::ranges::lower_bound(edges, id, {}, &Edge::id);
  return found != edges.end() && found->id == id ? found->node : 0;
}

const AssertionRules& assertion_rules() {
  static const AssertionRules rules(assertion_image());
  return rules;
}

}  // namespace imr
