// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "searcher/query_characters.h"
#include "searcher/query_error.h"
#include "searcher/query_lexer.h"
#include "searcher/query_range.h"
#include "searcher/query_tree.h"

namespace imr {
namespace {

// Deep trees are walked by recursion, here and wherever a query is built or printed.
constexpr unsigned kMaxDepth = 100;
constexpr unsigned kMaxNear = 100;  // a chain of them leans to the left, one level each

bool is_near(QueryTokenKind kind) {
  using enum QueryTokenKind;
  return kind == near || kind == same_sentence || kind == same_paragraph;
}

bool starts_item(QueryTokenKind kind) {
  using enum QueryTokenKind;
  return kind == word || kind == exact || kind == wildcard || kind == phrase || kind == field || kind == open;
}

bool starts_part(QueryTokenKind kind) { return starts_item(kind) || kind == QueryTokenKind::not_operator; }

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

[[noreturn]] void fail(const std::string& message, const QueryToken& at, const std::string& hint) {
  throw QueryError("query_syntax", message, at.begin, hint);
}

[[noreturn]] void fail_dangling(const QueryToken& token, std::string_view where) {
  const std::string text(token.text);
  fail(text + " needs something " + std::string(where), token,
       "to search for it as a word, write " + quoted(text));
}

[[noreturn]] void fail_unopened(const QueryToken& token) {
  fail(") without (", token, "open it, or leave it out");
}

QueryKind leaf_kind(QueryTokenKind kind) {
  using enum QueryTokenKind;
  if (kind == exact) return QueryKind::exact;
  if (kind == wildcard) return QueryKind::wildcard;
  return kind == phrase ? QueryKind::phrase : QueryKind::word;
}

QueryKind near_kind(QueryTokenKind kind) {
  if (kind == QueryTokenKind::same_sentence) return QueryKind::same_sentence;
  return kind == QueryTokenKind::near ? QueryKind::near : QueryKind::same_paragraph;
}

bool only_quotes(std::string_view text) {
  std::size_t at = 0;
  while (quote_at(text, at) > 0) at += quote_at(text, at);
  return at == text.size();
}

// One function for each level of precedence, the loosest first.
class QueryParser {
 public:
  explicit QueryParser(std::string_view text) : tokens_(query_tokens(text)) {}
  QueryNode parse();

 private:
  using Level = QueryNode (QueryParser::*)();
  using Joint = bool (QueryParser::*)();

  QueryNode any_of() { return list(QueryKind::any_of, &QueryParser::juxtaposition, &QueryParser::takes_or); }
  QueryNode juxtaposition() {
    return list(QueryKind::juxtaposition, &QueryParser::all_of, &QueryParser::goes_on);
  }
  QueryNode all_of() { return list(QueryKind::all_of, &QueryParser::negation, &QueryParser::takes_and); }
  QueryNode negation();
  QueryNode nearness();
  QueryNode item();
  QueryNode brackets();
  QueryNode field();
  QueryNode leaf();

  QueryNode list(QueryKind kind, Level part, Joint joint);
  bool takes_or() { return takes(QueryTokenKind::or_operator); }
  bool takes_and() { return takes(QueryTokenKind::and_operator); }
  bool takes(QueryTokenKind kind);
  bool goes_on() { return starts_part(next().kind); }

  const QueryToken& next() const { return tokens_[at_]; }
  const QueryToken& take() { return tokens_[at_++]; }
  void enter(const QueryToken& token);
  void leave() { --depth_; }
  void check_field_value(const QueryToken& name) const;

  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  unsigned depth_ = 0;
  unsigned near_ = 0;
  const QueryToken* field_ = nullptr;  // the one whose value is being read
};

QueryNode QueryParser::parse() {
  if (next().kind == QueryTokenKind::end) return {};
  QueryNode query = any_of();
  if (next().kind == QueryTokenKind::close) fail_unopened(next());
  return query;
}

void QueryParser::enter(const QueryToken& token) {
  if (++depth_ <= kMaxDepth) return;
  fail("brackets and NOT are nested deeper than " + std::to_string(kMaxDepth), token,
       "leave out brackets that change nothing");
}

bool QueryParser::takes(QueryTokenKind kind) {
  if (next().kind != kind) return false;
  const QueryToken& token = take();
  if (!starts_part(next().kind)) fail_dangling(token, "on both sides");
  return true;
}

QueryNode QueryParser::list(QueryKind kind, Level part, Joint joint) {
  const std::size_t begin = next().begin;
  QueryNode node = (this->*part)();
  if (!(this->*joint)()) return node;
  QueryNode group{.kind = kind, .begin = begin};
  group.children.push_back(std::move(node));
  do {
    group.children.push_back((this->*part)());
  } while ((this->*joint)());
  group.end = tokens_[at_ - 1].end;
  node = std::move(group);  // one variable to return, so that a single word is not moved at each level
  return node;
}

QueryNode QueryParser::negation() {
  if (next().kind != QueryTokenKind::not_operator) return nearness();
  const QueryToken& token = take();
  if (!starts_part(next().kind)) fail_dangling(token, "after it");
  enter(token);
  QueryNode node{.kind = QueryKind::negation, .begin = token.begin};
  node.children.push_back(negation());
  leave();
  node.end = tokens_[at_ - 1].end;
  return node;
}

QueryNode QueryParser::nearness() {
  const std::size_t begin = next().begin;
  QueryNode left = item();
  while (is_near(next().kind)) {
    const QueryToken& token = take();
    if (next().kind == QueryTokenKind::not_operator) {
      fail("nothing can be excluded beside " + std::string(token.text), next(),
           "exclude it apart: (a " + std::string(token.text) + " b) NOT c");
    }
    if (!starts_item(next().kind)) fail_dangling(token, "on both sides");
    if (++near_ > kMaxNear) {
      fail("more than " + std::to_string(kMaxNear) + " times w/n, pre/n, /s or /p", token,
           "search for fewer words near each other");
    }
    QueryNode node{.kind = near_kind(token.kind), .distance = token.distance, .ordered = token.ordered};
    node.children.push_back(std::move(left));
    node.children.push_back(item());
    node.begin = begin;
    node.end = tokens_[at_ - 1].end;
    left = std::move(node);
  }
  return left;
}

QueryNode QueryParser::item() {
  if (next().kind == QueryTokenKind::open) return brackets();
  if (next().kind == QueryTokenKind::field) return field();
  if (next().kind == QueryTokenKind::close) fail_unopened(next());
  if (!starts_item(next().kind)) fail_dangling(next(), "on both sides");
  return leaf();
}

QueryNode QueryParser::brackets() {
  const QueryToken& open = take();
  if (next().kind == QueryTokenKind::close) {
    fail("nothing between the brackets", open, "write something there, or leave the brackets out");
  }
  if (next().kind == QueryTokenKind::end) fail("( is never closed", open, "close it, or leave it out");
  enter(open);
  QueryNode inner = any_of();
  leave();
  if (next().kind != QueryTokenKind::close) {
    fail("( is never closed", open, "close it with ) where the group ends, or leave it out");
  }
  inner.begin = open.begin;
  inner.end = take().end;
  return inner;
}

void QueryParser::check_field_value(const QueryToken& name) const {
  if (starts_item(next().kind)) return;
  const std::string with_colon = std::string(name.text) + ":";
  if (next().text == "-") fail("- goes before the field", next(), "write -" + with_colon + "value");
  fail(std::string(next().text) + " cannot be the value of " + with_colon, next(),
       "to search for it as a word, write " + with_colon + quoted(next().text));
}

QueryNode QueryParser::field() {
  const QueryToken& name = take();
  if (field_ != nullptr) {
    fail("the field " + quoted(name.text) + " inside the field " + quoted(field_->text), name,
         "write the fields side by side, or the value in quotes");
  }
  check_field_value(name);
  QueryNode node{.kind = QueryKind::field, .name = std::string(name.text), .begin = name.begin};
  field_ = &name;
  node.children.push_back(item());
  field_ = nullptr;
  node.end = tokens_[at_ - 1].end;
  return node;
}

QueryNode QueryParser::leaf() {
  const QueryToken& token = take();
  if (field_ != nullptr) {
    if (auto range = read_range(token)) return std::move(*range);
  }
  return {
      .kind = leaf_kind(token.kind), .text = std::string(token.text), .begin = token.begin, .end = token.end};
}

}  // namespace

bool operator==(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.name == b.name && a.low == b.low && a.high == b.high &&
         a.low_excluded == b.low_excluded && a.high_excluded == b.high_excluded && a.distance == b.distance &&
         a.ordered == b.ordered && a.children == b.children;
}

QueryNode parse_query(std::string_view text) { return QueryParser(text).parse(); }

QueryNode plain_query(std::string_view text) {
  QueryNode query{.kind = QueryKind::juxtaposition};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && blank_at(text, at) == 0) at += character_length(text, at);
    if (!only_quotes(text.substr(begin, at - begin))) {
      query.children.push_back({.kind = QueryKind::word,
                                .text = std::string(text.substr(begin, at - begin)),
                                .begin = begin,
                                .end = at});
    }
    if (at < text.size()) at += blank_at(text, at);
  }
  if (query.children.empty()) return {};
  if (query.children.size() == 1) return std::move(query.children.front());
  query.begin = query.children.front().begin;
  query.end = query.children.back().end;
  return query;
}

}  // namespace imr
