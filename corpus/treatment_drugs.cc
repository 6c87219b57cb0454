// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/treatment_drugs.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "analyzers/data_tables.h"
#include "analyzers/drug_lexicon.h"

namespace imr {

extern const std::string_view kDrugFormsTsv;

namespace {

struct Form {
  bool patch = false;
  bool topical = false;  // gel, cream, ointment, lotion
  bool percent = false;
  bool milligrams = false;
  bool solution = false;
  bool suspension = false;
  bool extended = false;
  bool transmucosal = false;
  bool injected = false;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_cream_word(std::string_view word) {
  return is_one_of(word, {"gel", "cream", "ointment", "lotion", "topical", "topically", "transdermal",
                          "emulsion", "rub", "crm", "oint", "cre", "salve", "spray"});
}

bool is_compound_word(std::string_view word) {
  return word.starts_with("compound") || is_one_of(word, {"base", "cmpd", "mediderm", "penderm", "lipoderm"});
}

// What words [begin, end) say of the form; a strength in per cent shows by its sign.
Form form_of(const RequestText& request, std::size_t begin, std::size_t end) {
  Form form;
  for (auto i = begin; i < end; ++i) {
    const std::string_view word = request.words[i].folded;
    form.patch |= is_one_of(word, {"patch", "patche", "pad", "film", "ptch"});
    form.topical |= is_cream_word(word) && word != "spray";
    form.percent |= word == "percent" || word.ends_with("percent");
    form.milligrams |=
        word.ends_with("mg") || word.ends_with("mcg") || is_one_of(word, {"tablet", "tab", "capsule"});
    form.solution |= is_one_of(word, {"solution", "drop", "soln"});
    form.suspension |= word == "suspension";
    form.extended |= is_one_of(word, {"er", "xr", "cr", "sr", "xl", "extended"});
    form.transmucosal |=
        is_one_of(word, {"lozenge", "buccal", "transmucosal", "sublingual", "lollipop", "nasal"});
    form.injected |=
        word.starts_with("inject") || is_one_of(word, {"block", "im", "iv", "intramuscular", "epidural"});
  }
  if (begin < end) {
    const auto from = request.words[begin].begin;
    const auto to = request.words[end].begin;
    form.percent |= request.text.find('%', from) < to;
  }
  return form;
}

struct DrugForm {
  const Drug* drug;
  std::string_view form;
  const Drug* becomes;  // null: not listed
};

std::span<const DrugForm> drug_forms() {
  static const auto table = [] {
    std::vector<DrugForm> made;
    for (const auto& row : table_rows(kDrugFormsTsv, 3))
      made.push_back({find_drug(row[0]), row[1], find_drug(row[2])});
    return made;
  }();
  return table;
}

bool has_form(const Form& form, std::string_view name) {
  if (name == "patch") return form.patch;
  if (name == "solution") return form.solution;
  if (name == "suspension") return form.suspension;
  if (name == "extended") return form.extended;
  if (name == "transmucosal") return form.transmucosal;
  if (name == "injected") return form.injected && !form.patch && !form.topical;
  return form.topical || form.percent || form.patch;
}

const Drug* in_form(const Drug* drug, const Form& form) {
  for (const auto& row : drug_forms()) {
    if (row.drug == drug && has_form(form, row.form)) return row.becomes;
  }
  return drug;
}

// "Vitamin D level" is a test.
bool is_measured(const RequestText& request, const DrugMention& mention) {
  return is_one_of(request.words[mention.end].folded, {"level", "test", "assay", "lab", "battery"});
}

bool has_ingredient(std::string_view combination, std::string_view name) {
  for (std::size_t begin = 0; begin <= combination.size();) {
    const auto end = std::min(combination.find('/', begin), combination.size());
    if (combination.substr(begin, end - begin) == name) return true;
    begin = end + 1;
  }
  return false;
}

std::string_view first_word(std::string_view name) { return name.substr(0, name.find_first_of(" /")); }

// Whether a mention only says again what the one before it did: the generic name of a brand in brackets or
// right behind it, or the second ingredient with its own strength ("hydrocodone 10mg/acetaminophen 325mg").
bool repeats(const RequestText& request, const DrugMention& before, const DrugMention& mention) {
  const auto& word = request.words[mention.begin];
  const auto name = mention.drug->name;
  const auto earlier = before.drug->name;
  const bool bracketed = (word.gap & kGapOpen) != 0 || word.depth > 0;
  const bool adjacent = mention.begin == before.end && (word.gap & (kGapComma | kGapAnd | kGapStop)) == 0;
  if ((bracketed || adjacent) && first_word(name) == first_word(earlier)) return true;
  const bool joined = bracketed || (word.gap & (kGapHyphen | kGapAnd)) != 0 || adjacent;
  return joined && mention.begin - before.end <= 3 &&
         (has_ingredient(earlier, name) || has_ingredient(name, earlier));
}

constexpr std::string_view kCreamIngredientClasses[] = {
    "NSAIDs",  "Anti-epilepsy Drugs",      "Muscle Relaxants", "Antidepressants",
    "Opioids", "Miscellaneous Analgesics", "Topical Compounds"};

bool is_made_into_creams(const Drug& drug) {
  return std::ranges::find(kCreamIngredientClasses, drug.drug_class) != std::end(kCreamIngredientClasses);
}

// The name of the one ingredient that a mention stands for: "hydrocodone" alone is listed with acetaminophen.
std::string_view single_ingredient(const RequestText& request, const DrugMention& mention) {
  const auto name = mention.drug->name;
  const auto first = name.substr(0, name.find('/'));
  const bool alone = first.size() == name.size() || request.words[mention.begin].folded == first;
  return alone ? first_word(name) : std::string_view();
}

// The combination of two drugs in one tablet: "acetaminophen 300mg/codeine 30mg". Null if it is not known.
const Drug* combination(const RequestText& request, const DrugMention& one, const DrugMention& other) {
  const bool joined =
      (request.words[other.begin].gap & ~kGapStop) == kGapHyphen && other.begin - one.end <= 2;
  const std::string a(single_ingredient(request, one));
  const std::string b(single_ingredient(request, other));
  if (!joined || a.empty() || b.empty()) return nullptr;
  const Drug* found = find_drug(a + "/" + b);
  if (found == nullptr) found = find_drug(b + "/" + a);
  return found != nullptr && !found->drug_class.starts_with("Topical") ? found : nullptr;
}

class DrugReader {
 public:
  explicit DrugReader(const RequestText& request)
      : request_(request), mentions_(drug_mentions(request.words)) {
    std::erase_if(mentions_, [&](const DrugMention& mention) { return is_measured(request_, mention); });
    join_combinations();
  }

  TreatmentDrugs read() {
    if (!mentions_.empty()) note_compound();
    for (std::size_t i = 0; i < mentions_.size(); ++i) add(i);
    add_counterirritants();
    if (!result_.names.empty() && result_.drug_class.empty()) {
      result_.drug_class = find_drug(result_.names.front())->drug_class;
    }
    if (compound_ && !result_.names.empty()) result_.drug_class = "Topical Compounds";
    return std::move(result_);
  }

 private:
  void join_combinations() {
    for (std::size_t i = 1; i < mentions_.size();) {
      const Drug* both = combination(request_, mentions_[i - 1], mentions_[i]);
      if (both == nullptr) {
        ++i;
        continue;
      }
      mentions_[i - 1].drug = both;
      mentions_[i - 1].end = mentions_[i].end;
      mentions_.erase(mentions_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  Form own_form(std::size_t i) const {
    const auto end = i + 1 < mentions_.size() ? mentions_[i + 1].begin : request_.words.size() - 1;
    return form_of(request_, mentions_[i].begin, end);
  }

  // A cream of several drugs, or one that says that it is made to order. A drug with a count of its own is no
  // ingredient.
  void note_compound() {
    whole_ = form_of(request_, 0, request_.words.size() - 1);
    const bool says_so =
        std::ranges::any_of(request_.words, [](const auto& word) { return is_compound_word(word.folded); });
    std::size_t in_percent = 0;
    bool ingredients_only = true;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Form form = own_form(i);
      in_percent += form.percent ? 1 : 0;
      const bool taken_alone = form.milligrams || (!says_so && is_counted(i));
      if (taken_alone && !form.percent) ingredients_only = false;
    }
    const bool several = mentions_.size() > 1 && !repeats(request_, mentions_[0], mentions_[1]);
    const bool cream_of_several = several && is_made_into_creams(*mentions_[0].drug) &&
                                  is_made_into_creams(*mentions_[1].drug) && whole_.topical;
    const bool in_parts = in_percent > 1 || (in_percent == 1 && several && !whole_.patch) || cream_of_several;
    const bool made_to_order = says_so && (whole_.topical || whole_.percent || several);
    compound_ = ingredients_only && (made_to_order || (several && in_parts));
  }

  // Whether "#" stands between a drug and the next.
  bool is_counted(std::size_t i) const {
    const auto begin = request_.words[mentions_[i].begin].begin;
    const auto end =
        i + 1 < mentions_.size() ? request_.words[mentions_[i + 1].begin].begin : request_.text.size();
    return std::string_view(request_.text).substr(begin, end - begin).find('#') != std::string_view::npos;
  }

  void add(std::size_t i) {
    const auto& mention = mentions_[i];
    const auto& words = request_.words;
    result_.places.emplace_back(words[mention.begin].begin, words[mention.end - 1].end);
    if (i > 0 && repeats(request_, mentions_[i - 1], mention)) {
      mentions_[i].drug = mentions_[i - 1].drug;
      return;
    }
    Form form = own_form(i);
    form.injected = whole_.injected;
    form.topical |= compound_ || (whole_.topical && i == 0 && !form.milligrams);
    form.patch |= whole_.patch && mentions_.size() == 1;
    const Drug* drug = in_form(mention.drug, form);
    if (drug == nullptr) return;
    if (!result_.first) {
      result_.first = mention.begin;
      const bool cream = (form.percent || form.topical) && !form.patch && !form.injected && !form.suspension;
      if (cream && is_made_into_creams(*drug)) result_.drug_class = "Topical Compounds";
    }
    add_name(drug->name);
  }

  void add_name(std::string_view name) {
    if (std::ranges::find(result_.names, name) == result_.names.end()) result_.names.emplace_back(name);
  }

  // Menthol and methyl salicylate are listed together, or with capsaicin and lidocaine as what Terocin is.
  void add_counterirritants() {
    const auto at = [&](std::string_view word) {
      return std::ranges::find(request_.words, word, &TextWord::folded);
    };
    const auto menthol = at("menthol");
    const auto salicylate = at("methyl");
    const auto none = request_.words.end();
    if (menthol == none || salicylate == none) return;
    const auto has = [&](std::string_view name) {
      return std::ranges::any_of(
          result_.names, [&](const auto& n) { return first_word(n) == name && n.find('/') == n.npos; });
    };
    const auto first = static_cast<std::size_t>(std::min(menthol, salicylate) - request_.words.begin());
    if (has("capsaicin") && has("lidocaine")) {
      std::erase_if(result_.names, [](const auto& n) {
        return first_word(n) == "capsaicin" || first_word(n) == "lidocaine";
      });
      add_name("capsaicin/lidocaine/menthol/methyl salicylate");
    } else if (!std::ranges::any_of(result_.names,
                                    [](const auto& n) { return has_ingredient(n, "menthol"); })) {
      add_name("menthol/methyl salicylate");
    }
    result_.first = std::min(result_.first.value_or(first), first);
  }

  const RequestText& request_;
  std::vector<DrugMention> mentions_;
  Form whole_;
  bool compound_ = false;
  TreatmentDrugs result_;
};

}  // namespace

TreatmentDrugs treatment_drugs(const RequestText& request) { return DrugReader(request).read(); }

}  // namespace imr
