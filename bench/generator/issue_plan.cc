// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/issue_plan.h"

#include <cctype>

#include "bench/generator/tail_words.h"

namespace imr {
namespace {

constexpr char kQuantityMark = '\x01';  // stands for the quantity until it is known

std::string capitalised(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string with_quantity(std::string_view text, std::string_view quantity) {
  std::string out;
  for (const char c : text) {
    if (c == kQuantityMark) {
      out += quantity;
    } else {
      out += c;
    }
  }
  return out;
}

std::string expand_part(const Area& area, Random& random) {
  std::string part;
  const auto& grammar = tables().grammar;
  grammar.expand(
      grammar.key("part." + std::string(area.key)), [](auto, auto&, auto&) {}, random, part);
  return part;
}

// The title with a mark in place of the quantity.
std::string expand_title(const Treatment& treatment, const Area& area, const std::string& part,
                         Random& random) {
  const auto& grammar = tables().grammar;
  const auto fill_in = [&](std::string_view name, Random& r, std::string& out) {
    if (name == "q") out += kQuantityMark;
    if (name == "part") out += part;
    if (name == "Part") out += capitalised(part);
    if (name == "levels") {
      grammar.expand(
          grammar.key("levels." + std::string(area.key)), [](auto, auto&, auto&) {}, r, out);
    }
    if (name == "Tail_brand") {
      const auto start = out.size();
      append_tail_word(TailKind::brand, r.zipf(kTailOctaves), out);
      out[start] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[start])));
    }
    if (name == "tail") append_tail_word(TailKind::anatomy, r.zipf(kTailOctaves), out);
  };
  std::string title;
  grammar.expand(treatment.title, fill_in, random, title);
  return title;
}

// "X was the original request. ..." for two quantities that were drawn; only the rest was decided.
void split_request(PlannedIssue& issue, std::string_view marked, int asked, int granted) {
  issue.treatment = with_quantity(marked, std::to_string(asked - granted));
  issue.title =
      with_quantity(marked, std::to_string(asked)) + " was the original request. " +
      with_quantity(marked, std::to_string(granted)) +
      " was authorized by the Claims Administrator. The remaining IMR eligible portion of the original "
      "request, " +
      issue.treatment + " is";
}

void set_title(PlannedIssue& issue, const Treatment& treatment, const Area& area, Random& random) {
  const std::string marked = expand_title(treatment, area, issue.part, random);
  const auto& quantities = treatment.quantities;
  if (quantities.size() > 1 && random.per_thousand(190)) {
    const std::size_t asked = 1 + random.below(quantities.size() - 1);
    const std::size_t granted = random.below(asked);
    split_request(issue, marked, std::stoi(std::string(quantities[asked])),
                  std::stoi(std::string(quantities[granted])));
    return;
  }
  const auto quantity = quantities.empty() ? std::string_view() : quantities[random.below(quantities.size())];
  issue.treatment = issue.title = with_quantity(marked, quantity);
}

// In per cent: nothing, outside the MTUS only, both; else the MTUS alone.
struct CitationHabit {
  std::size_t nothing, outside, both;
};
constexpr CitationHabit kClaimsHabit = {18, 20, 25};
constexpr CitationHabit kReviewerHabit = {6, 15, 12};

std::vector<Guide> draw_guides(std::string_view mtus, std::string_view odg, const Area& area,
                               CitationHabit habit, Random& random) {
  const std::size_t roll = random.below(100);
  if (roll < habit.nothing || (mtus.empty() && odg.empty())) return {};
  const bool outside = roll < habit.nothing + habit.outside;
  const bool both = !outside && roll < habit.nothing + habit.outside + habit.both;
  std::vector<Guide> guides;
  if (!mtus.empty() && !(outside && !odg.empty())) guides.push_back(guide_of(mtus, area));
  if (!odg.empty() && (outside || both || mtus.empty())) guides.push_back(guide_of(odg, area));
  return guides;
}

bool follows_operation(const LetterPlan& plan) {
  return !plan.issues.empty() &&
         (plan.issues.back().group == "surgery" || plan.issues.back().group == "inherit");
}

PlannedIssue associated_service(const LetterPlan& plan, const Area& area, Random& random) {
  const auto& services = tables().associated;
  const auto& service = services[random.below(services.size())];
  PlannedIssue issue;
  issue.title = issue.treatment = "Associated surgical service: " + std::string(service.name);
  issue.category = "Surgery > Adjunct Surgical Services";
  issue.group = "inherit";
  issue.part = plan.issues.back().part;
  issue.overturned = plan.issues.back().overturned;
  issue.claims = draw_guides({}, service.odg_guide, area, kClaimsHabit, random);
  return issue;
}

}  // namespace

void add_issue(LetterPlan& plan, const Area& area, unsigned leniency, Random& random) {
  if (follows_operation(plan) && random.per_thousand(750)) {
    plan.issues.push_back(associated_service(plan, area, random));
    return;
  }
  const auto position = static_cast<std::size_t>(&area - tables().areas.data());
  const auto& treatment = draw_treatment(position, random);
  PlannedIssue issue;
  issue.category = treatment.category;
  issue.group = treatment.group;
  issue.part = expand_part(area, random);
  set_title(issue, treatment, area, random);
  issue.overturned = random.per_thousand(treatment.overturned_per_thousand * leniency / 100);
  issue.claims = draw_guides(treatment.mtus_guide, treatment.odg_guide, area, kClaimsHabit, random);
  issue.reviewer = draw_guides(treatment.mtus_guide, treatment.odg_guide, area, kReviewerHabit, random);
  plan.issues.push_back(issue);
}

}  // namespace imr
