// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/value_resolver.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/body_parts.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/folding.h"
#include "analyzers/spinal_levels.h"
#include "corpus/vocabulary.h"
#include "schema/edit_distance.h"
#include "searcher/query_error.h"

namespace imr {

namespace {

using Aliases = std::vector<std::string_view>;

constexpr std::size_t kNearestListed = 3;

const std::map<std::string_view, std::map<std::string_view, Aliases>>& small_vocabularies() {
  static const std::map<std::string_view, std::map<std::string_view, Aliases>> vocabularies = {
      {"decision",
       {{"upheld", {"uphold", "denied", "denial upheld", "not approved"}},
        {"overturned", {"overturn", "approved", "granted"}}}},
      {"outcome",
       {{"upheld", {"uphold", "denied"}},
        {"overturned", {"overturn", "approved", "granted"}},
        {"partly_overturned", {"partly overturned", "partially overturned", "partial overturn", "partial"}}}},
      {"sex", {{"female", {"f", "woman"}}, {"male", {"m", "man"}}}},
      {"priority", {{"standard", {}}, {"expedited", {}}}},
      {"age_band",
       {{"<20", {}}, {"20-29", {}}, {"30-39", {}}, {"40-49", {}}, {"50-59", {}}, {"60-69", {}}, {"70+", {}}}},
      {"layout",
       {{"A", {}}, {"B", {}}, {"C", {}}, {"D", {}}, {"E", {}}, {"F", {}}, {"G", {}}, {"plain", {}}}},
  };
  return vocabularies;
}

// "opioid" means "Opioids".
std::string singular(std::string word) {
  const bool plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
                      !word.ends_with("us") && !word.ends_with("is");
  if (plural) word.pop_back();
  return word;
}

// In the singular.
std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded) {
    const bool inside =
        std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) || (c == '*' && !word.empty());
    if (inside) word += c;
    if (!inside && !word.empty()) words.push_back(singular(std::exchange(word, {})));
  }
  if (!word.empty()) words.push_back(singular(word));
  std::erase(words, "and");  // "Physical Medicine & Rehabilitation"
  return words;
}

bool matches_word(std::string_view wanted, std::string_view word) {
  return wanted.ends_with('*') ? word.starts_with(wanted.substr(0, wanted.size() - 1)) : word == wanted;
}

bool holds_all(const std::vector<std::string>& wanted, const std::vector<std::string>& words) {
  return !wanted.empty() && std::ranges::all_of(wanted, [&](const std::string& w) {
    return std::ranges::any_of(words, [&](const std::string& word) { return matches_word(w, word); });
  });
}

// "l4-5" names L4-L5, "L4-S1" two segments.
std::vector<std::string> segments_in(std::string_view text) {
  std::string capitals(text);
  std::ranges::transform(capitals, capitals.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::vector<std::string> segments;
  for (const SpinalLevels& levels : spinal_levels(capitals))
    segments.insert(segments.end(), levels.segments.begin(), levels.segments.end());
  return segments;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_year(std::string_view text) { return text.size() == 4 && std::ranges::all_of(text, is_digit); }

}  // namespace

ValueResolver::ValueResolver(const Field& field, const std::vector<std::string>& in_index) : field_(field) {
  const std::string_view name = field.name;
  if (const auto small = small_vocabularies().find(name); small != small_vocabularies().end()) {
    for (const auto& [label, aliases] : small->second) add(label, aliases);
  }
  if (name == "specialty") {
    for (const NamedValue& value : specialties()) add(value.name, value.aliases);
  }
  if (name == "state") {
    for (const NamedValue& value : states()) add(value.name, value.aliases);
  }
  if (name == "treatment_category") {
    for (const std::string_view label : treatment_categories()) add(label, {});
  }
  if (name == "body_part") {
    for (const BodyPartName& part : body_part_names()) add(part.label, part.written_as);
  }
  if (name == "drug") add_drugs();
  for (const GuidelineChapter& chapter : guideline_chapters()) {
    if (name == "guideline" || name == "ca_guideline") add(chapter.label, {chapter.id});
    if (name == "guideline_source") add(chapter.source, {});
    if (name == "guideline_topic") add(chapter.topic, {});
  }
  for (const std::string& value : in_index) add(value, {});
}

void ValueResolver::add(std::string_view label, const Aliases& aliases) {
  auto value = std::ranges::find(values_, label, &Value::label);
  if (value == values_.end()) {
    const std::string folded = fold(label);
    value = values_.insert(value, {std::string(label), {folded}, {words_of(folded)}});
  }
  for (const std::string_view alias : aliases) {
    value->exact.push_back(fold(alias));
    value->wordings.push_back(words_of(value->exact.back()));
  }
}

// A class means all its drugs.
void ValueResolver::add_drugs() {
  for (const Drug& drug : drugs()) {
    Aliases aliases = drug.brands;
    aliases.push_back(drug.drug_class);
    add(drug.name, aliases);
  }
}

ResolvedValues ValueResolver::find(std::string_view text) const {
  const std::string folded = fold(text);
  ResolvedValues resolved{{}, true};
  for (const Value& value : values_) {
    if (value.exact.front() == folded) return with_parts(value.label);
    if (std::ranges::find(value.exact, folded) != value.exact.end()) resolved.labels.push_back(value.label);
  }
  if (!resolved.labels.empty()) return resolved;
  if (field_.name == "decision_year" && is_year(folded)) return {{folded}, true};
  if (field_.name == "spinal_level") resolved = {segments_in(text), false};
  const std::vector<std::string> wanted = words_of(folded);
  // Of numbers the signs around them count: "<20" is not 20.
  const bool in_words = !wanted.empty() && std::ranges::none_of(folded, is_digit);
  if (resolved.labels.empty() && in_words)
    resolved = labelled([&](const auto& words) { return words == wanted; });
  if (resolved.labels.empty())
    resolved = labelled([&](const auto& words) { return holds_all(wanted, words); });
  return resolved;
}

ResolvedValues ValueResolver::resolve(std::string_view text, std::size_t offset) const {
  ResolvedValues resolved = find(text);
  if (!resolved.labels.empty()) return resolved;
  throw QueryError("unknown_value",
                   "\"" + std::string(text) + "\" is no value of \"" + std::string(field_.name) + "\"",
                   offset, nearest(fold(text)));
}

// "Surgery" means "Surgery > Spine" and its other parts too.
ResolvedValues ValueResolver::with_parts(const std::string& label) const {
  ResolvedValues resolved{{label}, true};
  if (field_.name != "treatment_category") return resolved;
  for (const Value& value : values_) {
    if (value.label.starts_with(label + " > ")) resolved.labels.push_back(value.label);
  }
  resolved.exact = resolved.labels.size() == 1;
  return resolved;
}

// The values one of whose wordings passes.
ResolvedValues ValueResolver::labelled(
    const std::function<bool(const std::vector<std::string>&)>& test) const {
  ResolvedValues resolved;
  for (const Value& value : values_) {
    if (std::ranges::any_of(value.wordings, test)) resolved.labels.push_back(value.label);
  }
  return resolved;
}

// Near is what differs in a third of its letters at most, as mistyped words do.
std::string ValueResolver::nearest(std::string_view folded) const {
  const std::size_t limit = std::max<std::size_t>(1, folded.size() / 3);
  std::set<std::pair<std::size_t, std::string>> ranked;
  for (const Value& value : values_) {
    std::size_t best = limit + 1;
    for (const std::string& form : value.exact) best = std::min(best, edit_distance(folded, form));
    for (const std::string& word : value.wordings[0]) best = std::min(best, edit_distance(folded, word));
    if (best <= limit) ranked.emplace(best, value.label);
  }
  if (ranked.empty())
    return "imr-search facets --facet " + std::string(field_.name) + " lists those in the index";
  std::string hint;
  std::size_t listed = 0;
  for (const auto& [distance, label] : ranked) {
    if (listed++ == kNearestListed) break;
    hint += (hint.empty() ? "nearest: \"" : ", \"") + label + "\"";
  }
  return hint;
}

}  // namespace imr
