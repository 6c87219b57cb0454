// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_words.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "searcher/asking_words.h"

namespace imr {

namespace {

using Nodes = std::vector<QueryNode>;

// Whether a token reaches over the blank at each of these offsets.
std::vector<bool> bridged(const std::string& text, const std::vector<std::size_t>& blanks) {
  std::vector<bool> bridges(blanks.size(), false);
  const auto stream = prose_analyzer().analyze(text);
  for (Token token; stream->next(token);) {
    if (token.compound || token.kind == TermKind::meaning) continue;
    auto blank = std::ranges::lower_bound(blanks, token.begin);
    for (; blank != blanks.end() && *blank < token.end; ++blank) {
      bridges[static_cast<std::size_t>(blank - blanks.begin())] = true;
    }
  }
  return bridges;
}

void append_run(Nodes::const_iterator first, Nodes::const_iterator last, Nodes& out) {
  std::string text = first->text;
  std::vector<std::size_t> blanks;
  for (auto node = first + 1; node != last; ++node) {
    blanks.push_back(text.size());
    text += " " + node->text;
  }
  const std::vector<bool> bridges = bridged(text, blanks);
  out.push_back(*first);
  for (std::size_t i = 0; i < bridges.size(); ++i) {
    const QueryNode& node = *(first + static_cast<std::ptrdiff_t>(i) + 1);
    if (bridges[i]) {
      out.back().text += " " + node.text;
      out.back().end = node.end;
    } else {
      out.push_back(node);
    }
  }
}

}  // namespace

Nodes joined_words(const Nodes& nodes) {
  Nodes out;
  const auto is_word = [](const QueryNode& node) { return node.kind == QueryKind::word; };
  for (auto at = nodes.begin(); at != nodes.end();) {
    const auto end = std::find_if_not(at, nodes.end(), is_word);
    if (at == end) {
      out.push_back(*at++);
    } else {
      append_run(at, end, out);
      at = end;
    }
  }
  return out;
}

bool is_passed_over(const QueryNode& word, Match match) {
  const QueryWords words = analyze_words(word.text);
  return !words.words.empty() && std::ranges::all_of(words.words, [&](const QueryWord& one) {
    return one.stop_word || (match == Match::any && is_asking_word(one.surface));
  });
}

std::vector<QueryNode> words_apart(const QueryNode& word) {
  const QueryWords words = analyze_words(word.text);
  if (words.words.size() < 2) return {word};
  std::vector<QueryNode> parts(words.words.size(), word);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].text = words.words[i].surface;
  return parts;
}

QueryWords analyze_words(std::string_view text) {
  QueryWords result;
  std::size_t compounds = 0;
  std::size_t outside = 0;  // parts that belong to no compound
  std::size_t compound_end = 0;
  const auto stream = prose_analyzer().analyze(text);
  for (Token token; stream->next(token);) {
    if (token.compound) {
      const bool joined = token.kind == TermKind::stem && token.term.find_first_of("-/") == std::string::npos;
      if (joined) result.joined = token.term;
      if (token.kind != TermKind::surface) continue;
      ++compounds;
      compound_end = token.end;
      result.compound = token.term;
    } else if (token.kind == TermKind::surface) {
      if (token.begin >= compound_end) ++outside;
      result.words.push_back({token.term, token.term, token.stop_word});
    } else if (token.kind == TermKind::stem && !result.words.empty()) {
      result.words.back().stem = token.term;
    }
  }
  if (compounds != 1 || outside > 0) {
    result.compound.clear();
    result.joined.clear();
  }
  result.any_order =
      result.compound.find('/') != std::string::npos && result.compound.find('-') == std::string::npos;
  return result;
}

}  // namespace imr
