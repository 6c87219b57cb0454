// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/notions.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/concept_table.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/folding.h"

namespace imr {

namespace {

// A run of words as one text, and which bytes of it each node has; only those of its tokens.
class Run {
 public:
  explicit Run(std::span<const QueryNode> nodes) {
    std::vector<std::size_t> ends;
    for (const QueryNode& node : nodes) {
      text_ += (text_.empty() ? "" : " ") + node.text;
      ends.push_back(text_.size());
    }
    bytes_.resize(nodes.size(), {std::string::npos, 0});
    for (Token& token : tokens_of(query_analyzer(), text_)) {
      if (token.kind == TermKind::meaning) {
        if (token.token_class != TokenClass::level) meanings_.push_back(std::move(token));
        continue;
      }
      const auto node = std::ranges::lower_bound(ends, token.end) - ends.begin();
      Bytes& bytes = bytes_[static_cast<std::size_t>(node)];
      bytes = {std::min(bytes.begin, token.begin), std::max(bytes.end, token.end)};
    }
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
      if (bytes_[i].end == 0) continue;
      by_begin_.emplace(bytes_[i].begin, i);
      by_end_.emplace(bytes_[i].end, i);
    }
  }

  const std::string& text() const { return text_; }
  const std::vector<Token>& meanings() const { return meanings_; }

  // Whether the words of a meaning are this name.
  bool says(const std::string& name, const Token& meaning) const {
    return fold(std::string_view(text_).substr(meaning.begin, meaning.end - meaning.begin)) == name;
  }

  // The nodes that a token fills from the first of their words to the last; none if it cuts one.
  std::optional<std::pair<std::size_t, std::size_t>> nodes_of(const Token& token) const {
    const auto first = by_begin_.find(token.begin);
    const auto last = by_end_.find(token.end);
    if (first == by_begin_.end() || last == by_end_.end() || last->second < first->second)
      return std::nullopt;
    return std::pair(first->second, last->second - first->second + 1);
  }

 private:
  struct Bytes {
    std::size_t begin;
    std::size_t end;
  };
  std::string text_;
  std::vector<Bytes> bytes_;
  std::unordered_map<std::size_t, std::size_t> by_begin_;  // nodes by the first byte of their words
  std::unordered_map<std::size_t, std::size_t> by_end_;
  std::vector<Token> meanings_;
};

void describe(Notion& notion, std::string_view typed) {
  const ConceptTable& table = ConceptTable::standard();
  const std::string folded = fold(typed);
  for (std::string& form : table.forms_of(table.find(notion.name))) {
    const bool capitals = std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
    if (fold(form) != folded) {
      notion.forms.push_back(std::move(form));
    } else if (capitals) {
      notion.kind = "abbreviation";
    }
  }
  if (find_drug(notion.name)) notion.kind = "drug";
}

}  // namespace

std::vector<Notion> notions_in(std::span<const QueryNode> words) {
  const Run run(words);
  std::vector<Notion> notions;
  for (const Token& meaning : run.meanings()) {
    const auto nodes = run.nodes_of(meaning);
    if (!nodes) continue;
    const auto [first, count] = *nodes;
    Notion notion{first, count, meaning.term, {}, "concept"};
    const bool apart = notions.empty() || first >= notions.back().first + notions.back().count;
    // Of several meanings of one form the one of this very name comes first, then the last row of the table.
    const bool better = !apart && (count > notions.back().count ||
                                   (first == notions.back().first && count == notions.back().count &&
                                    !run.says(notions.back().name, meaning)));
    if (better) notions.pop_back();
    if (apart || better) notions.push_back(std::move(notion));
  }
  for (Notion& notion : notions) {
    std::string typed;
    for (std::size_t i = 0; i < notion.count; ++i)
      typed += (i == 0 ? "" : " ") + words[notion.first + i].text;
    describe(notion, typed);
  }
  return notions;
}

}  // namespace imr
