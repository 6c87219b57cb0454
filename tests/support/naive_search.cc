// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_search.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <set>

#include "analyzers/sentence_fingerprint.h"
#include "analyzers/sentences.h"
#include "searcher/asking_words.h"
#include "searcher/citation_value.h"
#include "searcher/level_terms.h"
#include "searcher/notions.h"
#include "searcher/number_range.h"
#include "searcher/query_words.h"
#include "searcher/value_resolver.h"

namespace imr {

namespace {

using IssueSet = NaiveSearch::IssueSet;
using Strings = std::vector<std::string>;

const Strings kSearchedFields = {"treatment", "rationale", "summary"};

// `loose`: in best match.
bool is_stop_word(const QueryNode& node, bool loose) {
  const QueryWords words = analyze_words(node.text);
  return !words.words.empty() && std::ranges::all_of(words.words, [&](const QueryWord& word) {
    return word.stop_word || (loose && is_asking_word(word.surface));
  });
}

// In best match the parts of compounds are words of their own.
std::vector<QueryNode> single_words(const std::vector<QueryNode>& nodes, bool loose) {
  std::vector<QueryNode> out;
  for (const QueryNode& node : nodes) {
    const bool splits = loose && node.kind == QueryKind::word && analyze_words(node.text).words.size() > 1;
    if (!splits) out.push_back(node);
    if (!splits) continue;
    for (const QueryWord& word : analyze_words(node.text).words) {
      out.push_back(node);
      out.back().text = word.surface;
    }
  }
  return out;
}

bool is_empty(const QueryNode& node) { return analyze_words(node.text).words.empty(); }

IssueSet both(IssueSet a, const IssueSet& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = a[i] && b[i];
  return a;
}

IssueSet either(IssueSet a, const IssueSet& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = a[i] || b[i];
  return a;
}

std::string in_capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return text;
}

std::int32_t days(const Date& date) {
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::string band_of(int age) {
  for (int low = 20; low < 70; low += 10) {
    if (age >= low && age < low + 10) return std::to_string(low) + "-" + std::to_string(low + 9);
  }
  return age < 20 ? "<20" : "70+";
}

Strings without_repeats(const Strings& values) {
  Strings once;
  for (const std::string& value : values) {
    if (!value.empty() && std::ranges::find(once, value) == once.end()) once.push_back(value);
  }
  return once;
}

template <class Member>
Strings each(const std::vector<GuidelineCitation>& citations, Member member) {
  Strings values;
  for (const GuidelineCitation& citation : citations) values.push_back(citation.*member);
  return values;
}

bool names_words(const QueryNode& node) {
  return std::ranges::all_of(node.children,
                             [](const QueryNode& child) { return child.kind == QueryKind::word; });
}

}  // namespace

NaiveSearch::NaiveSearch(std::vector<Determination> letters) : letters_(std::move(letters)) {
  count_sentences();
  for (std::size_t letter = 0; letter < letters_.size(); ++letter) {
    for (std::size_t place = 0; place < letters_[letter].issues.size(); ++place) {
      Entry entry{letter, place};
      add_texts(entry);
      add_values(entry);
      issues_.push_back(std::move(entry));
    }
  }
}

std::string NaiveSearch::id(std::size_t number) const {
  return letter(number).case_number + "#" + std::to_string(issue(number).issue_no);
}

void NaiveSearch::count_sentences() {
  for (const Determination& letter : letters_) {
    std::set<std::uint64_t> fingerprints;
    for (const Issue& issue : letter.issues) {
      for (const auto& [begin, end] : sentences_of(issue.rationale)) {
        const auto known = sentence_fingerprint(issue.rationale.substr(begin, end - begin));
        if (known) fingerprints.insert(*known);
      }
    }
    for (const std::uint64_t fingerprint : fingerprints) ++sentences_[fingerprint];
  }
}

StandingText NaiveSearch::standing_in(const std::string& field, const std::string& text) const {
  if (field != "rationale") return {};
  return standing_text(text, [&](std::uint64_t fingerprint) {
    const auto known = sentences_.find(fingerprint);
    const double enough = 4 + std::sqrt(static_cast<double>(letters_.size())) / 30;
    return known != sentences_.end() && static_cast<double>(known->second) >= enough;
  });
}

void NaiveSearch::add_texts(Entry& entry) const {
  const Determination& letter = letters_[entry.letter];
  const Issue& issue = letter.issues[entry.place];
  const Strings claims = each(issue.claims_administrator_guidelines, &GuidelineCitation::as_written);
  Strings citations = claims;
  for (const auto& citation : issue.reviewer_guidelines) citations.push_back(citation.as_written);
  entry.texts = {{"treatment", {issue.treatment}},
                 {"rationale", {issue.rationale}},
                 {"summary", {letter.clinical_summary}},
                 {"diagnosis", letter.diagnoses},
                 {"citation", citations},
                 {"ca", claims}};
  for (const auto& [field, texts] : entry.texts) {
    for (const std::string& text : texts)
      entry.read[field].push_back(read_naively(text, standing_in(field, text)));
  }
}

void NaiveSearch::add_values(Entry& entry) const {
  const Determination& letter = letters_[entry.letter];
  const Issue& issue = letter.issues[entry.place];
  const auto& guidelines = issue.reviewer_guidelines;
  auto& values = entry.values;
  const auto named = [&](const char* field, const auto& value) {
    if (value) values[field] = {std::string(name_of(*value))};
  };
  named("decision", issue.decision);
  named("outcome", letter.outcome);
  named("priority", letter.priority);
  named("sex", letter.worker.sex);
  values["layout"] = {std::string(name_of(letter.layout))};
  values["specialty"] = without_repeats(letter.reviewer.specialties);
  values["state"] = without_repeats(letter.reviewer.states);
  values["guideline"] = without_repeats(each(guidelines, &GuidelineCitation::label));
  values["guideline_source"] = without_repeats(each(guidelines, &GuidelineCitation::source));
  values["guideline_topic"] = without_repeats(each(guidelines, &GuidelineCitation::topic));
  values["ca_guideline"] =
      without_repeats(each(issue.claims_administrator_guidelines, &GuidelineCitation::label));
  if (issue.facts.category) values["treatment_category"] = {*issue.facts.category};
  values["drug"] = without_repeats(issue.facts.drugs);
  Strings parts;
  for (const BodyPart& part : issue.facts.body_parts) parts.push_back(part.part);
  values["body_part"] = without_repeats(parts);
  values["spinal_level"] = without_repeats(issue.facts.spinal_levels);
  if (issue.facts.sessions) entry.numbers["sessions"] = *issue.facts.sessions;
  if (issue.facts.quantity) entry.numbers["quantity"] = *issue.facts.quantity;
  if (letter.layout != Layout::plain)
    entry.numbers["issues"] = static_cast<std::int32_t>(letter.issues.size());
  if (letter.worker.age) values["age_band"] = {band_of(*letter.worker.age)};
  if (letter.worker.age) entry.numbers["age"] = *letter.worker.age;
  if (letter.decision_date) values["decision_year"] = {iso_date(*letter.decision_date).substr(0, 4)};
  if (letter.decision_date) entry.numbers["decided"] = days(*letter.decision_date);
  if (letter.date_of_injury) entry.numbers["injured"] = days(*letter.date_of_injury);
}

const Strings& NaiveSearch::texts(std::size_t number, const std::string& field) const {
  return issues_[number].texts.at(field);
}

const Strings& NaiveSearch::values(std::size_t number, const std::string& facet) const {
  static const Strings none;
  const auto found = issues_[number].values.find(facet);
  return found == issues_[number].values.end() ? none : found->second;
}

template <class Holds>
IssueSet NaiveSearch::all_that(Holds holds) const {
  IssueSet set;
  for (const Entry& entry : issues_) set.push_back(holds(entry));
  return set;
}

// ---- queries ----

// `loose`: whether one of several bare words is enough here (--match any).
NaiveSearch::Meaning NaiveSearch::meaning(const QueryNode& node, const Field* field, bool loose) const {
  std::vector<const QueryNode*> children;
  for (const QueryNode& child : node.children) children.push_back(&child);
  switch (node.kind) {
    case QueryKind::nothing:
      return std::nullopt;
    case QueryKind::field:
      if (find_field(node.name)->kind == FieldKind::finding) return said_of(node.children[0], node.name);
      return meaning(node.children[0], find_field(node.name), false);
    case QueryKind::juxtaposition:
      return side_by_side(node, field, loose);
    case QueryKind::all_of:
      return combined(children, field, false, false);
    case QueryKind::any_of:
      return combined(children, field, true, loose);
    case QueryKind::negation: {
      Meaning excluded = meaning(node.children[0], field, false);
      if (excluded) excluded->flip();
      return excluded;
    }
    default:
      return leaf(node, field);
  }
}

NaiveSearch::Meaning NaiveSearch::combined(const std::vector<const QueryNode*>& nodes, const Field* field,
                                           bool any, bool loose) const {
  Meaning result;
  for (const QueryNode* node : nodes) {
    const Meaning part = meaning(*node, field, loose);
    if (part) result = !result ? *part : any ? either(*result, *part) : both(*result, *part);
  }
  return result;
}

NaiveSearch::Meaning NaiveSearch::side_by_side(const QueryNode& node, const Field* field, bool loose) const {
  const bool value =
      field && (field->kind == FieldKind::keyword || field->kind == FieldKind::citation) && names_words(node);
  if (value) {
    std::string text;
    for (const QueryNode& child : node.children) text += (text.empty() ? "" : " ") + child.text;
    if (field->kind == FieldKind::citation) return citing(text);
    return having(*field, labels(*field, text));
  }
  const bool only_stop_words =
      names_words(node) && std::ranges::all_of(node.children, [&](const auto& child) {
        return is_stop_word(child, loose) || is_empty(child);
      });
  std::vector<const QueryNode*> others;
  const std::vector<QueryNode> children = joined_words(node.children);
  Meaning found;
  const auto add = [&](const Meaning& part) {
    if (part) found = !found ? *part : loose ? either(*found, *part) : both(*found, *part);
  };
  for (std::size_t at = 0; at < children.size();) {
    std::size_t end = at;
    const bool text = !field || field->kind == FieldKind::text;
    while (end < children.size() && text && children[end].kind == QueryKind::word) ++end;
    if (end == at) {
      others.push_back(&children[at++]);
      continue;
    }
    const std::span<const QueryNode> run(children.data() + at, end - at);
    const std::vector<Notion> notions = notions_in(run);
    for (std::size_t i = 0; i < run.size();) {
      const auto notion = std::ranges::find(notions, i, &Notion::first);
      if (notion != notions.end()) {
        add(noted(*notion, run, field, loose));
        i += notion->count;
      } else {
        for (const QueryNode& one : single_words({run[i]}, loose)) {
          if (only_stop_words || !is_stop_word(one, loose)) add(literally(one, field));
        }
        ++i;
      }
    }
    at = end;
  }
  const Meaning required = combined(others, field, false, loose);
  if (!found || !required) return found ? found : required;
  return both(*found, *required);
}

// A concept by any name, or its words wherever they stand.
NaiveSearch::Meaning NaiveSearch::noted(const Notion& notion, std::span<const QueryNode> run,
                                        const Field* field, bool loose) const {
  Meaning words;
  for (std::size_t i = notion.first; i < notion.first + notion.count; ++i) {
    if (notion.count > 1 && is_stop_word(run[i], false)) continue;
    for (const QueryNode& one : single_words({run[i]}, loose)) {
      const Meaning part = literally(one, field);
      if (part) words = !words ? *part : loose ? either(*words, *part) : both(*words, *part);
    }
  }
  if (!words) return words;
  return either(*words, found_in(field, meaning_sought(notion.name)));
}

NaiveSearch::Meaning NaiveSearch::said_of(const QueryNode& node, const std::string& said) const {
  using Kind = QueryKind;
  if (node.kind != Kind::juxtaposition && node.kind != Kind::all_of && node.kind != Kind::any_of) {
    const auto sought = sought_in({.kind = QueryKind::field, .name = said, .children = {node}});
    return sought ? Meaning(found_in(nullptr, *sought)) : std::nullopt;
  }
  Meaning result;
  for (const QueryNode& child :
       node.kind == Kind::juxtaposition ? joined_words(node.children) : node.children) {
    const Meaning part = said_of(child, said);
    if (part)
      result = !result ? *part : node.kind == Kind::any_of ? either(*result, *part) : both(*result, *part);
  }
  return result;
}

NaiveSearch::IssueSet NaiveSearch::found_in(const Field* field, const Sought& sought) const {
  const Strings fields = field ? Strings{std::string(field->name)} : kSearchedFields;
  return all_that([&](const Entry& entry) {
    return std::ranges::any_of(fields, [&](const std::string& name) {
      const auto texts = entry.read.find(name);
      return texts != entry.read.end() && std::ranges::any_of(texts->second, [&](const NaiveText& text) {
               return is_found(text, sought);
             });
    });
  });
}

NaiveSearch::Meaning NaiveSearch::leaf(const QueryNode& node, const Field* field) const {
  if (field && field->kind == FieldKind::level) {
    IssueSet found(issues_.size());
    for (const std::string& name : level_terms(node.text).names) {
      found = either(found, found_in(nullptr, meaning_sought(name)));
    }
    return found;
  }
  const bool text = !field || field->kind == FieldKind::text;
  if (text && node.kind == QueryKind::word) {
    const auto notions = notions_in({&node, 1});
    if (!notions.empty()) return noted(notions[0], {&node, 1}, field, false);
  }
  return literally(node, field);
}

NaiveSearch::Meaning NaiveSearch::literally(const QueryNode& node, const Field* field) const {
  if (field && field->kind == FieldKind::keyword) return having(*field, labels(*field, node.text));
  if (field && field->kind == FieldKind::unique_id) return condition({std::string(field->name), node.text});
  if (field && field->kind == FieldKind::citation) return citing(node.text);
  if (field && field->kind == FieldKind::page) {
    const NumberRange range = number_range(*field, node);
    return all_that([&](const Entry& entry) { return cites(entry, "", {{range.low, range.high}}); });
  }
  if (field && field->kind != FieldKind::text) {
    const NumberRange range = number_range(*field, node);
    return all_that([&](const Entry& entry) {
      const auto value = entry.numbers.find(std::string(field->name));
      return value != entry.numbers.end() && range.holds(value->second);
    });
  }
  const auto sought = sought_in(node);
  if (!sought) return std::nullopt;
  return found_in(field, *sought);
}

// Whether either side cites the chapter with this id (empty: any), on one of these pages (none: anywhere).
bool NaiveSearch::cites(const Entry& entry, std::string_view id, const std::vector<PageRange>& pages) const {
  const Issue& issue = letters_[entry.letter].issues[entry.place];
  std::vector<GuidelineCitation> all = issue.claims_administrator_guidelines;
  all.insert(all.end(), issue.reviewer_guidelines.begin(), issue.reviewer_guidelines.end());
  for (const GuidelineCitation& citation : all) {
    if (!id.empty() && citation.id != id) continue;
    if (pages.empty()) return true;
    for (const PageRange& cited : citation.pages) {
      for (const PageRange& asked : pages) {
        if (std::max(cited.first, asked.first) <= std::min(cited.last, asked.last)) return true;
      }
    }
  }
  return false;
}

IssueSet NaiveSearch::citing(const std::string& text) const {
  const CitationValue value = citation_value(text, 0);
  return all_that([&](const Entry& entry) {
    return std::ranges::any_of(
        value.places, [&](const CitedPlace& place) { return cites(entry, place.chapter->id, place.pages); });
  });
}

// ---- conditions ----

Strings NaiveSearch::labels(const Field& field, const std::string& text) const {
  std::set<std::string> known;
  for (const Entry& entry : issues_) {
    const auto found = entry.values.find(std::string(field.name));
    if (found != entry.values.end()) known.insert(found->second.begin(), found->second.end());
  }
  return ValueResolver(field, {known.begin(), known.end()}).resolve(text, 0).labels;
}

IssueSet NaiveSearch::having(const Field& field, const Strings& labels) const {
  return all_that([&](const Entry& entry) {
    const auto values = entry.values.find(std::string(field.name));
    return values != entry.values.end() &&
           std::ranges::find_first_of(values->second, labels) != values->second.end();
  });
}

IssueSet NaiveSearch::condition(const Where& where) const {
  const Field& field = *find_field(where.field);
  if (field.kind == FieldKind::keyword) return having(field, labels(field, where.value));
  if (field.kind == FieldKind::unique_id) {
    return all_that([&](const Entry& entry) {
      const std::string& name = letters_[entry.letter].case_number;
      return name == where.value || name == in_capitals(where.value);
    });
  }
  const NumberRange range = number_range(field, where.value);
  return all_that([&](const Entry& entry) {
    const auto value = entry.numbers.find(where.field);
    return value != entry.numbers.end() && range.holds(value->second);
  });
}

IssueSet NaiveSearch::fulfilling(const std::vector<Where>& conditions, const std::string& except) const {
  std::map<std::string, IssueSet> by_field;
  for (const Where& where : conditions) {
    if (where.field == except) continue;
    const auto [set, fresh] = by_field.try_emplace(where.field, condition(where));
    if (!fresh) set->second = either(set->second, condition(where));
  }
  IssueSet all(issues_.size(), true);
  for (const auto& [field, set] : by_field) all = both(all, set);
  return all;
}

IssueSet NaiveSearch::meant_by(const SearchRequest& request) const {
  const QueryNode tree = request.plain ? plain_query(request.query) : parse_query(request.query);
  const bool everything = tree.kind == QueryKind::nothing;
  return meaning(tree, nullptr, request.match == Match::any).value_or(IssueSet(issues_.size(), everything));
}

IssueSet NaiveSearch::matches(const SearchRequest& request) const {
  return both(meant_by(request), fulfilling(request.where, ""));
}

std::uint64_t NaiveSearch::letters_in(const IssueSet& issues) const {
  std::set<std::size_t> letters;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    if (issues[i]) letters.insert(issues_[i].letter);
  }
  return letters.size();
}

std::map<std::string, NaiveSearch::Count> NaiveSearch::facet(const IssueSet& meant,
                                                             const std::vector<Where>& conditions,
                                                             const std::string& name) const {
  const IssueSet set = both(meant, fulfilling(conditions, name));
  std::map<std::string, Count> counts;
  std::map<std::string, std::set<std::size_t>> letters;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (!set[i]) continue;
    for (const std::string& value : values(i, name)) {
      Count& count = counts[value];
      ++count.issues;
      if (issue(i).decision) ++count.decided;
      if (issue(i).decision == Decision::overturned) ++count.overturned;
      letters[value].insert(issues_[i].letter);
      count.letters = letters[value].size();
    }
  }
  return counts;
}

Strings NaiveSearch::selected(const std::vector<Where>& conditions, const std::string& name) const {
  std::set<std::string> chosen;
  for (const Where& where : conditions) {
    if (where.field != name) continue;
    const Strings more = labels(*find_field(name), where.value);
    chosen.insert(more.begin(), more.end());
  }
  return {chosen.begin(), chosen.end()};
}

// ---- highlights ----

namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

void collect_sought(const std::optional<Sought>& sought, const NaiveText& text, Ranges& ranges) {
  if (!sought) return;
  const auto found = matched_bytes(text, *sought);
  ranges.insert(ranges.end(), found.begin(), found.end());
}

void collect_notions(std::span<const QueryNode> nodes, const NaiveText& text, Ranges& ranges) {
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    std::size_t end = at;
    while (end < nodes.size() && nodes[end].kind == QueryKind::word) ++end;
    if (end == at) continue;
    for (const Notion& notion : notions_in(nodes.subspan(at, end - at))) {
      collect_sought(meaning_sought(notion.name), text, ranges);
    }
    at = end;
  }
}

// What is asked for in a field of levels or findings.
void collect_said(const QueryNode& node, const NaiveText& text, Ranges& ranges) {
  using enum QueryKind;
  const QueryNode& value = node.children[0];
  if (find_field(node.name)->kind == FieldKind::level) {
    for (const std::string& name : level_terms(value.text).names) {
      collect_sought(meaning_sought(name), text, ranges);
    }
    return;
  }
  const bool group = value.kind == juxtaposition || value.kind == all_of || value.kind == any_of;
  for (const QueryNode& part : group ? value.children : node.children) {
    collect_sought(sought_in({.kind = QueryKind::field, .name = node.name, .children = {part}}), text,
                   ranges);
  }
}

void collect(const QueryNode& node, const Strings& scope, const std::string& field, const NaiveText& text,
             Ranges& ranges) {
  if (node.kind == QueryKind::negation) return;
  const Field* named = node.kind == QueryKind::field ? find_field(node.name) : nullptr;
  const bool here = std::ranges::find(scope, field) != scope.end();
  if (named && (named->kind == FieldKind::level || named->kind == FieldKind::finding)) {
    if (here) collect_said(node, text, ranges);
    return;
  }
  if (named && named->kind != FieldKind::text) return;
  if (node.kind == QueryKind::near || node.kind == QueryKind::same_sentence ||
      node.kind == QueryKind::same_paragraph) {
    if (here) collect_sought(sought_in(node), text, ranges);
    return;
  }
  const bool beside = node.kind == QueryKind::juxtaposition;
  const std::vector<QueryNode> children = beside ? joined_words(node.children) : node.children;
  const Strings inner = named ? Strings{std::string(named->name)} : scope;
  for (const QueryNode& child : children) collect(child, inner, field, text, ranges);
  if (!here) return;
  if (beside) collect_notions(children, text, ranges);
  if (!node.children.empty()) return;
  if (node.kind == QueryKind::word) collect_notions({&node, 1}, text, ranges);
  collect_sought(sought_in(node), text, ranges);
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> NaiveSearch::asked_for(const QueryNode& query,
                                                                        const std::string& field,
                                                                        const std::string& text) const {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  collect(query, kSearchedFields, field, read_naively(text, standing_in(field, text)), ranges);
  return ranges;
}

}  // namespace imr
