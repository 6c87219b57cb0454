// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_scanner.h"

#include <algorithm>

#include "analyzers/assertion_gaps.h"
#include "analyzers/sentences.h"

namespace imr {
namespace {

constexpr std::size_t kLongestItem = 4;         // words between the commas of a list
constexpr std::size_t kLongestQuotation = 300;  // words

}  // namespace

AssertionScanner::AssertionScanner(std::string_view text, std::span<const AssertionWord> words,
                                   std::vector<AssertionScope>& scopes)
    : text_(text),
      words_(words),
      scopes_(scopes),
      joins_(rules_.group("@joins")),
      alternatives_(rules_.group("@alternatives")),
      verbs_(rules_.group("@verbs")),
      settings_(rules_.group("@settings")),
      links_(rules_.group("@links")),
      auxiliaries_(rules_.group("@auxiliaries")),
      pronouns_(rules_.group("@pronouns")),
      finite_(rules_.group("@finite")),
      told_(rules_.group("@told")),
      subjects_(rules_.group("@tests") | rules_.group("@records")) {}

void AssertionScanner::scan() {
  for (const auto& [begin, end] : sentences_of(text_)) {
    read_items(end);
    if (!items_.empty()) scan_sentence();
  }
  if (open_) close(words_.size());
}

void AssertionScanner::read_items(std::size_t sentence_end) {
  items_.clear();
  for (; next_word_ < words_.size() && words_[next_word_].begin < sentence_end; ++next_word_) {
    const auto& word = words_[next_word_];
    const auto gap_begin = next_word_ == 0 ? 0 : words_[next_word_ - 1].end;
    const auto gap = assertion_gap(text_, gap_begin, word.begin);
    const auto cue = rules_.word(word.term);
    items_.push_back({cue, static_cast<std::uint32_t>(next_word_), gap});
    if (cue.second == 0) continue;
    items_.back().cue = rules_.word_of(cue.id);
    items_.push_back({rules_.word_of(cue.second), static_cast<std::uint32_t>(next_word_), 0});
  }
}

void AssertionScanner::scan_sentence() {
  free_ = items_[0].word;
  groups_ = 0;
  depth_ = 0;
  barrier_ = 0;
  for (std::size_t at = 0; at < items_.size();) {
    pass_gap(at);
    const auto match = items_[at].cue.id == 0 ? Match{} : match_at(at);
    if (match.rule != nullptr) apply(at, match);
    const auto next =
        match.rule == nullptr ? at + 1 : (match.rule->kind == CueKind::scope ? match.cue_end : match.end);
    for (; at < next; ++at) groups_ |= items_[at].cue.groups;
  }
  if (open_ && !open_->quoted) close(next_word_);
}

// Closes the scope that ends with a mark before the item, or with its reach.
void AssertionScanner::pass_gap(std::size_t at) {
  const auto gap = items_[at].gap;
  const auto word = items_[at].word;
  if (gap != 0) {
    if ((gap & kBreak) != 0) groups_ = 0;
    if ((gap & kComma) != 0 && is_in(at, joins_)) groups_ &= ~subjects_;
    if ((gap & kOpen) != 0) ++depth_;
    if ((gap & kClose) != 0) depth_ = std::max(0, depth_ - 1);
  }
  if (!open_) return;
  if (open_->strong && (gap & (kQuoteOpens | kQuoteCloses)) != 0) open_->quoted = (gap & kQuoteOpens) != 0;
  if (word >= open_->limit) return close(open_->limit);
  if (open_->quoted || word == open_->first) return;
  if (ends_at_mark(at)) close(word);
}

// Guidelines are cited with colons and semicolons; else these end a scope. So does a statement of its own.
bool AssertionScanner::ends_at_mark(std::size_t at) const {
  const auto gap = items_[at].gap;
  if (at == 0 || ((gap & kClose) != 0 && depth_ < open_->depth)) return true;
  if ((gap & (kBreak | kColon)) != 0) return !open_->strong;
  if (open_->assertion != Assertion::other && begins_statement(at)) return true;
  return (gap & kComma) != 0 && (open_->one_item || (open_->fronted && begins_item(at)));
}

// The longest phrase that begins here and whose condition holds.
AssertionScanner::Match AssertionScanner::match_at(std::size_t at) const {
  Match found;
  Path path;
  follow(path, 0, at, found);
  if (found.rule == nullptr || found.rule->kind != CueKind::scope) return found;
  if (found.rule->in_phrase || found.rule->direction == CueDirection::backward) return found;
  while (found.cue_end < items_.size() && is_in(found.cue_end, links_) &&
         (items_[found.cue_end].gap & kAnyMark) == 0) {
    ++found.cue_end;
  }
  return found;
}

// Goes on from `node` with `item`. A word that goes on with a phrase may as well fill a place in another.
void AssertionScanner::follow(Path& path, std::uint32_t node, std::size_t item, Match& found) const {
  if (item == items_.size() || path.size + 1 == path.ends.size()) return;
  if (node != 0 && (items_[item].gap & kAnyMark) != 0) return;
  if (const auto next = rules_.step(node, items_[item].cue.id); next != 0) {
    path.ends[++path.size] = item + 1;
    take_longer(path, next, found);
    follow(path, next, item + 1, found);
    --path.size;
  }
  if (node != 0 && (rules_.fillers_at(node) & items_[item].cue.groups) != 0)
    follow(path, node, item + 1, found);
}

void AssertionScanner::take_longer(const Path& path, std::uint32_t node, Match& found) const {
  const auto end = path.ends[path.size];
  if (found.rule != nullptr && end <= found.end) return;
  for (const auto& rule : rules_.rules_at(node)) {
    if (!holds(rule)) continue;
    const bool goes_on = rule.cue_size < path.size && !rule.in_phrase;  // behind fillers of the cue
    found = {&rule, goes_on ? path.ends[rule.cue_size + 1U] - 1 : path.ends[rule.cue_size], end};
    return;
  }
}

bool AssertionScanner::holds(const AssertionRule& rule) const {
  return (rule.after == 0 || (groups_ & rule.after) != 0) && (groups_ & rule.unless) == 0;
}

void AssertionScanner::apply(std::size_t at, const Match& match) {
  if (open_ && open_->quoted) return;
  if (match.rule->kind == CueKind::end) apply_end(at, *match.rule);
  if (match.rule->kind == CueKind::scope) apply_cue(at, match);
}

void AssertionScanner::apply_end(std::size_t at, const AssertionRule& rule) {
  if (rule.ends == EndsScope::all) groups_ &= ~subjects_;
  if (rule.ends == EndsScope::all || rule.ends == EndsScope::finding ||
      (rule.ends == EndsScope::clause && begins_clause(at))) {
    barrier_ = at;
  }
  if (!open_) return;
  const bool other = open_->assertion == Assertion::other;
  const bool first = items_[at].word == open_->first;
  bool ends = false;
  switch (rule.ends) {
    case EndsScope::all:
      ends = true;
      break;
    case EndsScope::finding:
      ends = !other && !first;
      break;
    case EndsScope::clause:
      ends = begins_clause(at) && !first && (!other || open_->strong);
      break;
    case EndsScope::item:
      ends = begins_item(at) && !first && !other;
      break;
  }
  if (ends) close(items_[at].word);
}

void AssertionScanner::apply_cue(std::size_t at, const Match& match) {
  const auto direction = direction_of(at, match);
  if (direction != CueDirection::forward) go_back(at, match);
  if (direction == CueDirection::forward || direction == CueDirection::both) go_forward(at, match);
}

// "Numbness: denied", "Fever - no": with nothing behind it the cue speaks of what is before it.
CueDirection AssertionScanner::direction_of(std::size_t at, const Match& match) const {
  const auto next = match.cue_end;
  const bool last = next == items_.size() || (items_[next].gap & kAnyMark & ~kOpen & ~kColon) != 0;
  const auto direction = match.rule->direction;
  if (direction == CueDirection::forward && last && (items_[at].gap & kColon) != 0) {
    return CueDirection::backward;
  }
  if (direction != CueDirection::either) return direction;
  return last || is_in(next, joins_ | settings_) ? CueDirection::backward : CueDirection::forward;
}

void AssertionScanner::go_forward(std::size_t at, const Match& match) {
  const auto& rule = *match.rule;
  if (!may_open(at, rule)) return;
  if (match.cue_end < items_.size() && (items_[match.cue_end].gap & kStop) != 0) return;  // "No. 5"
  if (open_) close(items_[at].word);
  const auto last = items_[match.cue_end - 1].word;
  Open scope{.assertion = rule.assertion,
             .cue_begin = words_[items_[at].word].begin,
             .cue_end = words_[last].end,
             .first = last + 1U};
  scope.limit = scope.first + (rule.reach != 0 ? rule.reach : kLongestQuotation);
  if (rule.in_phrase) scope.limit = items_[match.end - 1].word;
  scope.depth = depth_;
  scope.one_item = rule.one_item;
  scope.fronted = rule.fronted && at == 0;
  scope.strong = rule.strong;
  open_ = scope;
}

bool AssertionScanner::may_open(std::size_t at, const AssertionRule& rule) const {
  if (!open_ || rule.strong || open_->assertion == Assertion::possible) return true;
  if (open_->assertion == Assertion::other) return rule.assertion == Assertion::other && !open_->strong;
  if (rule.assertion == Assertion::other) return false;
  if (rule.assertion == open_->assertion && depth_ > open_->depth) return false;
  return rule.assertion != Assertion::possible || begins_clause(at);
}

// Whether a new clause can begin here: after a mark or a joining word.
bool AssertionScanner::begins_clause(std::size_t at) const {
  return at == 0 || (items_[at].gap & kAnyMark) != 0 ||
         (is_in(at - 1, joins_) && !is_in(at - 1, alternatives_));
}

// "no loss, and reflexes are normal", but not "no swelling and redness were noted".
bool AssertionScanner::begins_statement(std::size_t at) const {
  if (!begins_clause(at) || is_in(at, joins_)) return false;
  const auto end = std::min(at + kLongestItem + 1, items_.size());
  for (auto next = at + 1; next < end && (items_[next].gap & kAnyMark) == 0; ++next) {
    if (is_in(next, finite_)) return next + 1 < items_.size() && !is_in(next + 1, told_ | auxiliaries_);
    if (is_in(next, joins_ | pronouns_)) return false;
  }
  return false;
}

// "no swelling, mild tenderness", but not "no swelling, mild tenderness, or redness".
bool AssertionScanner::begins_item(std::size_t at) const {
  if (!begins_clause(at)) return false;
  for (auto next = at + 1; next < items_.size() && (items_[next].gap & kBreak) == 0; ++next) {
    if (is_in(next, alternatives_)) return false;
  }
  return true;
}

bool AssertionScanner::is_in(std::size_t at, std::uint32_t groups) const {
  return (items_[at].cue.groups & groups) != 0;
}

void AssertionScanner::close(std::size_t end_word) {
  emit(*open_, open_->first, std::min(end_word, open_->limit));
  open_.reset();
}

void AssertionScanner::emit(const Open& scope, std::size_t first, std::size_t end_word) {
  while (end_word > first && (rules_.word(words_[end_word - 1].term).groups & joins_) != 0) --end_word;
  if (end_word <= first) return;
  scopes_.push_back(
      {words_[first].begin, words_[end_word - 1].end, scope.assertion, scope.cue_begin, scope.cue_end});
  free_ = end_word;
}

}  // namespace imr
