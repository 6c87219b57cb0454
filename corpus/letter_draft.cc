// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_draft.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/citations.h"
#include "corpus/consistency.h"
#include "corpus/corpus_error.h"
#include "corpus/credentials.h"
#include "corpus/diagnoses.h"
#include "corpus/header_table.h"
#include "corpus/regex.h"
#include "corpus/summary_dates.h"
#include "corpus/title_finder.h"
#include "corpus/treatment_facts.h"
#include "corpus/worker_facts.h"

namespace imr {
namespace {

bool is_first_row(std::string_view line) {
  static constexpr std::string_view kBeginnings[] = {"case number", "case no", "imr case number",
                                                     "imr case no"};
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view beginning) { return begins_with(line, beginning); });
}

// Without what stands before the last table, such as the case number on a cover page.
LetterLineSpan from_last_table(LetterLineSpan lines) {
  for (auto i = lines.size(); i-- > 1;) {
    if (is_first_row(lines[i - 1].text) && is_header_row(lines[i].text)) {
      return lines.subspan(i - 1);
    }
  }
  return lines;
}

}  // namespace

CredentialsText credentials_in(const std::string& text) {
  static const Regex list(
      R"((?i)State\(?s?\)? of Licen\w{3,6}\s*:|Certifications?\W(?s:.{0,20})Specialty\s*:)");
  static const Regex prose(
      R"((?i)(?:the |this )?(?:expert |physician )?reviewer (?:is|has|holds)\b[^.]*(?:\.[^ ][^.]*)*\b(?:certified|licensed)\b[^.]*(?:\.[^ ][^.]*)*\.)");
  // A label with a slip in it is still a label behind the words that announce the list.
  static const Regex announced(R"((?is)\bfollowing credentials\s*:\s*(\S[^:.]{0,40}:))");
  const auto from = [&](std::string_view found) {
    return text.substr(static_cast<std::size_t>(found.data() - text.data()));
  };
  std::string_view found;
  if (list.search(text, 0, {&found, 1}) || partial_match(text, announced, &found))
    return {CredentialsForm::list, from(found)};
  if (!prose.search(text, 0, {&found, 1})) return {};
  return {CredentialsForm::prose, from(found)};
}

LetterDraft::LetterDraft(const LetterLines& lines) : last_line_(lines.empty() ? 0 : lines.back().number) {}

void LetterDraft::report(std::size_t line, std::string code, std::string message) {
  letter_.problems.push_back({line, std::move(code), std::move(message)});
}

std::function<void(const Problem&)> LetterDraft::on_problem() {
  return [this](const Problem& problem) { letter_.problems.push_back(problem); };
}

void LetterDraft::read_header(LetterLineSpan lines) {
  auto table = read_header_table(from_last_table(lines), on_problem());
  if (!table.found) report(0, "no_header", "no header table");
  if (table.found && table.case_number.empty()) report(0, "no_header", "no case number in the header table");
  letter_.case_number = std::move(table.case_number);
  letter_.date_assigned = table.date_assigned;
  letter_.date_of_injury = table.date_of_injury;
  letter_.decision_date = table.decision_date;
  letter_.ur_denial_date = table.ur_denial_date;
  letter_.application_received = table.application_received;
  letter_.priority = table.priority;
}

void LetterDraft::read_outcome(LetterLineSpan lines) {
  static const Regex pattern(
      R"((?i)final determination\s*[:;]?\s*(?:(part\w*\s+overturn\w*)|(overturn\w*)|(uph[eo]ld))\b)");
  std::string_view partly;
  std::string_view overturned;
  std::string_view upheld;
  const auto text = running_text(lines);
  if (!partial_match(text, pattern, &partly, &overturned, &upheld)) return;
  const auto& word = !partly.empty() ? partly : !overturned.empty() ? overturned : upheld;
  stated_outcome_ = !partly.empty()       ? Outcome::partly_overturned
                    : !overturned.empty() ? Outcome::overturned
                                          : Outcome::upheld;
  outcome_line_ = line_at(lines, static_cast<std::size_t>(word.data() - text.data()));
}

void LetterDraft::read_summary(LetterLineSpan lines) {
  letter_.clinical_summary = running_text(lines);
  if (letter_.clinical_summary.empty()) {
    report(0, "no_summary", "no clinical case summary");
    return;
  }
  letter_.worker = worker_facts(letter_.clinical_summary);
  letter_.diagnoses = diagnoses_in(letter_.clinical_summary);
  const auto dates = summary_dates(letter_.clinical_summary);
  const auto settle_stated = [&](std::optional<Date>& date, const std::optional<StatedDate>& stated,
                                 const std::string& name) {
    if (stated && date != stated->date) settle(date, stated->date, line_at(lines, stated->offset), name);
  };
  settle_stated(letter_.date_of_injury, dates.date_of_injury, "date of injury");
  settle_stated(letter_.ur_denial_date, dates.ur_denial_date, "UR denial date");
  settle_stated(letter_.application_received, dates.application_received, "date of the application");
}

// The header counts; a date of the summary stands in for one that the header does not have.
void LetterDraft::settle(std::optional<Date>& date, const std::optional<Date>& stated, std::size_t line,
                         const std::string& name) {
  const auto said = iso_date(*stated);
  if (date) {
    report(line, "date_mismatch", name + ": the summary says " + said + ", the header " + iso_date(*date));
    return;
  }
  date = stated;
  report(line, "date_from_summary", name + " taken from the summary: " + said);
}

void LetterDraft::settle_denial(const std::optional<Date>& date, LetterLineSpan summary) {
  if (!date || date == letter_.ur_denial_date) return;
  settle(letter_.ur_denial_date, date, summary.empty() ? 0 : summary.front().number, "UR denial date");
}

void LetterDraft::read_reviewer(std::string_view credentials, std::size_t line) {
  letter_.reviewer = read_credentials(credentials, [&](std::string code, std::string message) {
    report(line, std::move(code), std::move(message));
  });
  if (letter_.reviewer.specialties.empty() && letter_.reviewer.states.empty()) {
    report(line, "no_credentials", "no credentials of the reviewer");
  }
}

std::vector<GuidelineCitation> LetterDraft::citations(std::string_view text,
                                                      bool claims_administrator) const {
  return read_citations(text, {claims_administrator, letter_.decision_date});
}

void LetterDraft::add_issue(Issue issue, std::size_t line) {
  issue.facts = treatment_facts(issue.treatment);
  issue.issue_no = static_cast<int>(letter_.issues.size()) + 1;
  const auto place = "issue \"" + issue.treatment + "\": ";
  if (issue.reviewer_guidelines.empty()) report(line, "no_citation", place + "no guideline of the reviewer");
  if (issue.rationale.empty()) report(line, "no_rationale", place + "no rationale");
  letter_.issues.push_back(std::move(issue));
  title_lines_.push_back(line);
}

void LetterDraft::require_issues() const {
  if (letter_.issues.empty()) throw CorpusError("no_determination", "no issue with a decision", last_line_);
}

void LetterDraft::drop_cut_title(LetterLines& rationale) {
  const auto begin = begin_of_cut_title(rationale);
  if (begin == rationale.size()) return;
  const auto title = one_paragraph(LetterLineSpan(rationale).subspan(begin));
  report(rationale[begin].number, "no_decision",
         "issue \"" + title + "\": the letter ends before its decision");
  rationale.resize(begin);
  has_cut_title_ = true;
}

void LetterDraft::check_end() {
  const auto& rationale = letter_.issues.back().rationale;
  if (has_cut_title_ || rationale.empty() || !ends_sentence(rationale)) {
    report(last_line_, "truncated", "the letter ends in the middle");
  }
}

void LetterDraft::check_outcome() {
  if (!stated_outcome_ || stated_outcome_ == letter_.outcome) return;
  report(outcome_line_, "outcome_mismatch",
         "the letter's outcome is \"" + std::string(name_of(*stated_outcome_)) + "\", that of its issues \"" +
             std::string(name_of(*letter_.outcome)) + "\"");
}

Determination LetterDraft::finish(Layout layout) {
  letter_.outcome = outcome_of(letter_.issues);
  check_outcome();
  letter_.layout = layout;
  std::vector<Problem> found;
  check_consistency(letter_, title_lines_, [&](const Problem& problem) { found.push_back(problem); });
  letter_.problems.insert(letter_.problems.end(), found.begin(), found.end());
  std::ranges::stable_sort(letter_.problems, {}, &Problem::line);
  return std::move(letter_);
}

}  // namespace imr
