// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/layout_b_reader.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/dates.h"
#include "corpus/decision_list.h"
#include "corpus/older_draft.h"
#include "corpus/prose_issues.h"
#include "corpus/regex.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

class LayoutBReader {
 public:
  explicit LayoutBReader(const HeadedLines& letter)
      : sections_(older_sections(letter)), draft_(letter.lines) {}

  Determination read() {
    find_explanations();
    draft_.read_parts(sections_);
    read_disclaimer();
    join_lists();
    for (auto& listed : listed_) add_listed(listed);
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
    listed_ = listed_decisions(sections_.header);
    auto again = listed_decisions(sections_.decisions);
    if (listed_.empty()) std::swap(listed_, again);
    if (again.empty()) {
      const auto length = static_cast<std::ptrdiff_t>(length_of_first_list(listed_));
      again.assign(listed_.begin() + length, listed_.end());
      listed_.erase(listed_.begin() + length, listed_.end());
    }
    if (again.empty()) return;
    for (auto& second : again) join(second);
    if (again.size() < listed_.size()) {
      draft_.report(again.front().line, "list_mismatch",
                    "the second list of decisions is shorter than the first");
    }
  }

  // The second list is the decision proper.
  void join(const ListedDecision& second) {
    const auto same = [&](const ListedDecision& first) {
      return !joined(first) && same_treatment(first.treatment, second.treatment);
    };
    const auto first = std::ranges::find_if(listed_, same);
    if (first == listed_.end()) {
      draft_.report(second.line, "list_mismatch", "\"" + second.treatment + "\" is in the second list only");
      listed_.push_back(second);
    } else if (first->decision != second.decision) {
      draft_.report(second.line, "list_mismatch",
                    "the lists decide differently on \"" + second.treatment + "\"");
      first->decision = second.decision;
      disputed_.push_back(first->line);
    }
    joined_.push_back((first == listed_.end() ? listed_.back() : *first).line);
  }

  bool joined(const ListedDecision& decision) const {
    return std::ranges::find(joined_, decision.line) != joined_.end();
  }

  void add_listed(const ListedDecision& listed) {
    ToldIssue told;
    told.treatment = listed.treatment;
    told.decision = listed.decision;
    told.line = listed.line;
    if (const auto i = explanation_of(listed)) {
      used_[*i] = true;
      told.texts = prose_texts(explanations_[*i].body);
    }
    const bool disputed = std::ranges::find(disputed_, listed.line) != disputed_.end();
    if (disputed) told.decision = closing_decision(told.texts.rationale).value_or(listed.decision);
    draft_.add_told_issue(std::move(told));
  }

  // By name; else by place if there are as many of one as of the other.
  std::optional<std::size_t> explanation_of(const ListedDecision& listed) const {
    const auto place = static_cast<std::size_t>(&listed - listed_.data());
    if (explanations_.size() == listed_.size()) return place;
    for (const bool part : {false, true}) {
      for (std::size_t i = 0; i < explanations_.size(); ++i) {
        const auto title = treatment_of(explanations_[i]);
        if (part ? title.find(listed.treatment) != title.npos
                 : !used_[i] && same_treatment(title, listed.treatment)) {
          return i;
        }
      }
    }
    return std::nullopt;
  }

  static std::string treatment_of(const ProseIssue& issue) {
    return treatment_asked_for(one_paragraph(issue.title));
  }

  void add_unlisted(const ProseIssue& issue) {
    const auto line = issue.title.front().number;
    if (!listed_.empty()) {
      draft_.report(line, "list_mismatch", "\"" + treatment_of(issue) + "\" is in no list of decisions");
    }
    draft_.add_told_issue({treatment_of(issue), std::nullopt, prose_texts(issue.body), line});
  }

  OlderSections sections_;
  OlderDraft draft_;
  std::vector<ProseIssue> explanations_;
  std::vector<bool> used_;
  std::vector<ListedDecision> listed_;
  std::vector<std::size_t> joined_;    // lines of the first list
  std::vector<std::size_t> disputed_;  // of those on which the lists differ
};

}  // namespace

Determination read_layout_b(const HeadedLines& letter) { return LayoutBReader(letter).read(); }

}  // namespace imr
