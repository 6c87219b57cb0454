// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query_characters.h"
#include "searcher/query_error.h"
#include "searcher/query_lexer.h"
#include "searcher/query_tree.h"

namespace imr {
namespace {

// How tightly a part holds together; a part goes into brackets where something tighter is needed.
enum class Tightness : std::uint8_t { any_of, juxtaposition, all_of, negation, nearness, item };

Tightness tightness_of(QueryKind kind) {
  switch (kind) {
    case QueryKind::any_of:
      return Tightness::any_of;
    case QueryKind::juxtaposition:
      return Tightness::juxtaposition;
    case QueryKind::all_of:
      return Tightness::all_of;
    case QueryKind::negation:
      return Tightness::negation;
    case QueryKind::near:
    case QueryKind::same_sentence:
    case QueryKind::same_paragraph:
      return Tightness::nearness;
    default:
      return Tightness::item;
  }
}

// Whether `word`, standing behind `before`, is read as that word again.
bool reads_back(const std::string& before, const std::string& word) {
  try {
    const std::string text = before + word;
    const std::vector<QueryToken> tokens = query_tokens(text);
    const std::size_t place = before.empty() ? 0 : 1;
    return tokens.size() == place + 2 && tokens[place].kind == QueryTokenKind::word &&
           tokens[place].text == word;
  } catch (const QueryError&) {
    return false;
  }
}

class QueryPrinter {
 public:
  void print(const QueryNode& node, Tightness needed);
  std::string take() { return std::move(out_); }

 private:
  void print_bare(const QueryNode& node);
  void print_list(const QueryNode& node, const std::string& joint, Tightness needed);
  void print_near(const QueryNode& node);
  void print_range(const QueryNode& node);
  void print_field(const QueryNode& node);
  void print_word(const std::string& word);
  void print_quoted(const std::string& text);

  std::string out_;
  std::string before_;  // the field and colon that the next word follows directly
};

void QueryPrinter::print(const QueryNode& node, Tightness needed) {
  const bool in_brackets = tightness_of(node.kind) < needed;
  if (in_brackets) before_.clear();
  if (in_brackets) out_ += '(';
  print_bare(node);
  if (in_brackets) out_ += ')';
}

void QueryPrinter::print_bare(const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::nothing:
      return;
    case QueryKind::word:
      return print_word(node.text);
    case QueryKind::exact:
      out_ += '=' + node.text;
      return;
    case QueryKind::wildcard:
      out_ += node.text;
      return;
    case QueryKind::phrase:
      return print_quoted(node.text);
    case QueryKind::range:
      return print_range(node);
    case QueryKind::field:
      return print_field(node);
    case QueryKind::juxtaposition:
      return print_list(node, " ", Tightness::all_of);
    case QueryKind::all_of:
      return print_list(node, " AND ", Tightness::negation);
    case QueryKind::any_of:
      return print_list(node, " OR ", Tightness::juxtaposition);
    case QueryKind::negation:
      out_ += "NOT ";
      return print(node.children.front(), Tightness::negation);
    case QueryKind::near:
    case QueryKind::same_sentence:
    case QueryKind::same_paragraph:
      return print_near(node);
  }
}

void QueryPrinter::print_list(const QueryNode& node, const std::string& joint, Tightness needed) {
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) out_ += joint;
    print(child, needed);
  }
}

// Chains lean to the left, so only the right side needs brackets around another nearness.
void QueryPrinter::print_near(const QueryNode& node) {
  print(node.children.front(), Tightness::nearness);
  if (node.kind == QueryKind::same_sentence) out_ += " /s ";
  if (node.kind == QueryKind::same_paragraph) out_ += " /p ";
  if (node.kind == QueryKind::near)
    out_ += (node.ordered ? " pre/" : " w/") + std::to_string(node.distance) + ' ';
  print(node.children.back(), Tightness::item);
}

void QueryPrinter::print_range(const QueryNode& node) {
  if (node.low_excluded) {
    out_ += '>' + node.low;
  } else if (node.high_excluded) {
    out_ += '<' + node.high;
  } else {
    out_ += node.low + ".." + node.high;
  }
}

void QueryPrinter::print_field(const QueryNode& node) {
  before_ = node.name + ':';
  out_ += before_;
  print(node.children.front(), Tightness::item);
  before_.clear();
}

void QueryPrinter::print_word(const std::string& word) {
  if (reads_back(before_, word)) {
    out_ += word;
  } else {
    print_quoted(word);
  }
}

// A quote cannot stand inside quotes; between words it says no more than a blank.
void QueryPrinter::print_quoted(const std::string& text) {
  out_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t quote = quote_at(text, at);
    out_ += quote > 0 ? ' ' : text[at];
    at += quote > 0 ? quote : 1;
  }
  out_ += '"';
}

}  // namespace

std::string print_query(const QueryNode& query) {
  QueryPrinter printer;
  printer.print(query, Tightness::any_of);
  return printer.take();
}

}  // namespace imr
