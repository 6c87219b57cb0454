// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/layout_b_reader.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/dates.h"
#include "corpus/decision_list.h"
#include "corpus/list_number.h"
#include "corpus/older_draft.h"
#include "corpus/prose_issues.h"
#include "corpus/regex.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

// A decision of the first list, or of the second only.
struct Item {
  ListedDecision said;
  bool joined = false;    // with its like in the second list
  bool disputed = false;  // the lists decide differently
};

class LayoutBReader {
 public:
  explicit LayoutBReader(const HeadedLines& letter)
      : sections_(older_sections(letter)), draft_(letter.lines) {}

  Determination read() {
    find_explanations();
    draft_.read_parts(sections_);
    read_disclaimer();
    join_lists();
    for (std::size_t i = 0; i < items_.size(); ++i) add_listed(i);
    for (std::size_t i = 0; i < explanations_.size(); ++i) {
      if (!used_[i]) add_unlisted(explanations_[i]);
    }
    draft_.require_issues();
    draft_.check_end();
    return draft_.finish(Layout::b);
  }

 private:
  // They follow the documents, or the summary if the heading between is lost.
  void find_explanations() {
    explanations_ = prose_issues(sections_.documents);
    if (explanations_.empty()) {
      explanations_ = prose_issues(sections_.summary);
      if (!explanations_.empty()) {
        const auto line = explanations_.front().title.front().number;
        std::erase_if(sections_.summary, [&](const auto& one) { return one.number >= line; });
      }
    }
    used_.resize(explanations_.size());
  }

  // The utilization review from which the summary was copied.
  void read_disclaimer() {
    static const Regex dated(std::string("(?i)dated\\s+(") + kWrittenDate + ")");
    std::string written;
    if (!partial_match(sections_.disclaimer, dated, &written)) return;
    draft_.settle_denial(date_of_written(written), sections_.summary);
  }

  void join_lists() {
    auto listed = listed_decisions(sections_.header);
    auto again = listed_decisions(sections_.decisions);
    if (listed.empty()) std::swap(listed, again);
    if (again.empty()) {
      const auto length = static_cast<std::ptrdiff_t>(length_of_first_list(listed));
      again.assign(listed.begin() + length, listed.end());
      listed.erase(listed.begin() + length, listed.end());
    }
    for (auto& said : listed) items_.push_back({std::move(said)});
    join(again);
    if (!again.empty() && again.size() < listed.size()) {
      draft_.report(again.front().line, "list_mismatch",
                    "the second list of decisions is shorter than the first");
    }
  }

  // The second list is the decision proper. What only that has comes after what stands before it there.
  void join(const std::vector<ListedDecision>& again) {
    const auto partners = partners_of(again);
    for (std::size_t k = 0; k < again.size(); ++k) {
      if (partners[k]) settle(items_[*partners[k]], again[k]);
    }
    std::vector<Item> joined;
    auto taken = items_.begin();
    for (std::size_t k = 0; k < again.size(); ++k) {
      if (partners[k]) {
        const auto end = items_.begin() + static_cast<std::ptrdiff_t>(*partners[k]) + 1;
        for (; taken < end; ++taken) joined.push_back(*taken);
        continue;
      }
      draft_.report(again[k].line, "list_mismatch",
                    "\"" + again[k].treatment + "\" is in the second list only");
      joined.push_back({again[k], true});
    }
    joined.insert(joined.end(), taken, items_.end());
    items_ = std::move(joined);
  }

  void settle(Item& item, const ListedDecision& second) {
    if (item.said.decision == second.decision) return;
    draft_.report(second.line, "list_mismatch",
                  "the lists decide differently on \"" + second.treatment + "\"");
    item.said.decision = second.decision;
    item.disputed = true;
  }

  // The place in the first list of each of the second: of that name, else of a like name and with the same
  // number, which a slip in one list makes of it.
  std::vector<std::optional<std::size_t>> partners_of(const std::vector<ListedDecision>& again) {
    std::vector<std::optional<std::size_t>> partners(again.size());
    for (const bool by_number : {false, true}) {
      for (std::size_t k = 0; k < again.size(); ++k) {
        if (!partners[k]) partners[k] = partner_of(again[k], by_number);
      }
    }
    return partners;
  }

  std::optional<std::size_t> partner_of(const ListedDecision& second, bool by_number) {
    const auto item = std::ranges::find_if(items_, [&](const Item& first) {
      const auto& said = first.said;
      if (first.joined) return false;
      if (!by_number) return same_treatment(said.treatment, second.treatment);
      return said.number == second.number && like_treatment(said.treatment, second.treatment);
    });
    if (item == items_.end()) return std::nullopt;
    item->joined = true;
    return static_cast<std::size_t>(item - items_.begin());
  }

  void add_listed(std::size_t place) {
    const auto& item = items_[place];
    ToldIssue told;
    told.treatment = item.said.treatment;
    told.decision = item.said.decision;
    told.line = item.said.line;
    if (const auto i = explanation_of(place)) {
      used_[*i] = true;
      told.texts = prose_texts(explanations_[*i].body);
    }
    if (item.disputed) told.decision = draft_.decision_of_rationale(told).value_or(item.said.decision);
    draft_.add_told_issue(std::move(told));
  }

  // By name; else by place if there are as many of one as of the other.
  std::optional<std::size_t> explanation_of(std::size_t place) const {
    if (explanations_.size() == items_.size()) return place;
    const auto& treatment = items_[place].said.treatment;
    const auto find = [&](const auto& fits) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < explanations_.size(); ++i) {
        if (fits(i, treatment_of(explanations_[i]))) return i;
      }
      return std::nullopt;
    };
    if (const auto same = find([&](std::size_t i, const std::string& title) {
          return !used_[i] && same_treatment(title, treatment);
        })) {
      return same;
    }
    const auto number = items_[place].said.number;
    if (const auto like = find([&](std::size_t i, const std::string& title) {
          return !used_[i] && number_of(explanations_[i]) == number && like_treatment(title, treatment);
        })) {
      return like;
    }
    return find([&](std::size_t, const std::string& title) { return title.find(treatment) != title.npos; });
  }

  static std::string treatment_of(const ProseIssue& issue) {
    return treatment_asked_for(one_paragraph(issue.title));
  }

  static int number_of(const ProseIssue& issue) { return list_number(one_paragraph(issue.title)); }

  void add_unlisted(const ProseIssue& issue) {
    const auto line = issue.title.front().number;
    if (!items_.empty()) {
      draft_.report(line, "list_mismatch", "\"" + treatment_of(issue) + "\" is in no list of decisions");
    }
    draft_.add_told_issue({treatment_of(issue), std::nullopt, prose_texts(issue.body), line});
  }

  OlderSections sections_;
  OlderDraft draft_;
  std::vector<ProseIssue> explanations_;
  std::vector<bool> used_;
  std::vector<Item> items_;
};

}  // namespace

Determination read_layout_b(const HeadedLines& letter) { return LayoutBReader(letter).read(); }

}  // namespace imr
