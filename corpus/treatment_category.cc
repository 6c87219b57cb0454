// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/treatment_category.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "analyzers/data_tables.h"
#include "corpus/treatment_cues.h"

namespace imr {

extern const std::string_view kTreatmentRulesTsv;

namespace {

// What a rule asks for: a kind of cue, a drug ("=name") or a fact of the whole ("@visits").
struct Condition {
  int kind = -1;
  std::string_view name;
};

struct Rule {
  std::vector<Condition> all;
  std::vector<Condition> unless;
  bool in_order = false;
  int becomes = -1;
};

std::vector<Condition> conditions_of(std::string_view cell) {
  std::vector<Condition> conditions;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(' '), cell.size());
    const auto name = cell.substr(0, end);
    if (name != "<") conditions.push_back({find_cue_kind(name), name});
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return conditions;
}

std::span<const Rule> rules() {
  static const auto table = [] {
    std::vector<Rule> made;
    for (const auto& row : table_rows(kTreatmentRulesTsv, 3)) {
      made.push_back({conditions_of(row[0]), conditions_of(row[1]), row[0].find('<') != row[0].npos,
                      find_cue_kind(row[2])});
    }
    return made;
  }();
  return table;
}

// A kind or a drug class at its word.
struct Sign {
  std::size_t begin = 0;
  int kind = -1;  // -1: the drug
  int sureness = 0;
};

constexpr int kDrugSureness = 6;
constexpr int kMergedSureness = 6;

class CategoryReader {
 public:
  CategoryReader(const RequestText& request, const RequestFacts& facts) : facts_(facts) {
    for (const Cue& cue : treatment_cues(request)) {
      signs_.push_back({cue.begin, cue.kind, kind(cue.kind).sureness});
    }
    if (facts.drugs.first) {
      const auto at =
          std::ranges::find_if(signs_, [&](const Sign& s) { return s.begin >= *facts.drugs.first; });
      signs_.insert(at, {*facts.drugs.first, -1, kDrugSureness});
    }
  }

  std::optional<std::string> read() {
    for (const Rule& rule : rules()) apply(rule);
    const auto best = std::ranges::max_element(signs_, {}, &Sign::sureness);
    if (best == signs_.end() || best->sureness == 0) return std::nullopt;
    if (best->kind >= 0) return std::string(kind(best->kind).category);
    return "Pharmaceuticals > " + facts_.drugs.drug_class;
  }

 private:
  static const CueKind& kind(int index) { return cue_kinds()[static_cast<std::size_t>(index)]; }

  std::vector<Sign>::iterator find(int kind) { return std::ranges::find(signs_, kind, &Sign::kind); }

  bool holds(const Condition& condition) {
    if (condition.kind >= 0) return find(condition.kind) != signs_.end();
    if (condition.name == "@visits") return facts_.in_visits;
    if (condition.name == "@part") return !facts_.body_parts.empty();
    if (condition.name == "@spine") return is_spinal();
    const auto name = condition.name.substr(1);
    return std::ranges::find(facts_.drugs.names, name) != facts_.drugs.names.end();
  }

  bool is_spinal() const {
    return facts_.has_levels || std::ranges::any_of(facts_.body_parts, [](const BodyPart& part) {
             return part.part == "Neck" || part.part == "Upper Back" || part.part == "Low Back" ||
                    part.part == "Spine" || part.part == "Back";
           });
  }

  void apply(const Rule& rule) {
    for (const auto& condition : rule.unless) {
      if (holds(condition)) return;
    }
    std::size_t first = static_cast<std::size_t>(-1);
    std::size_t before = 0;
    for (const auto& condition : rule.all) {
      if (!holds(condition)) return;
      const auto sign = find(condition.name.starts_with('=') ? -1 : condition.kind);
      if (condition.name.starts_with('@') || sign == signs_.end()) continue;
      if (rule.in_order && sign->begin < before) return;
      before = sign->begin;
      first = std::min(first, sign->begin);
    }
    merge(rule, first);
  }

  void merge(const Rule& rule, std::size_t first) {
    for (const auto& condition : rule.all) {
      if (condition.name.starts_with('@')) continue;
      const int kind = condition.name.starts_with('=') ? -1 : condition.kind;
      std::erase_if(signs_, [&](const Sign& sign) { return sign.kind == kind; });
    }
    const auto at = std::ranges::find_if(signs_, [&](const Sign& s) { return s.begin >= first; });
    signs_.insert(at, {first, rule.becomes, std::max(kMergedSureness, kind(rule.becomes).sureness)});
  }

  const RequestFacts& facts_;
  std::vector<Sign> signs_;  // from left to right
};

}  // namespace

std::optional<std::string> treatment_category(const RequestText& request, const RequestFacts& facts) {
  return CategoryReader(request, facts).read();
}

bool counts_sessions(std::string_view category) {
  constexpr std::string_view kCounted[] = {
      "Rehabilitation", "Therapies",   "Psychological Services",    "Evaluation and Management > Medical",
      "Programs",       "Home Health", "Surgery > Surgical Consult"};
  return std::ranges::any_of(kCounted,
                             [&](std::string_view counted) { return category.starts_with(counted); });
}

}  // namespace imr
