// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/determination.h"
#include "corpus/letter_lines.h"

namespace imr {

enum class CredentialsForm { none, list, prose };

// The part of a text that tells the reviewer's credentials.
struct CredentialsText {
  CredentialsForm form = CredentialsForm::none;
  std::string text = {};
};

CredentialsText credentials_in(const std::string& text);

// A determination that is being read: what the readers of all layouts do alike, with the problems that they
// report alike. Header first: citations and the dates of the summary depend on it.
class LetterDraft {
 public:
  explicit LetterDraft(const LetterLines& lines);

  void report(std::size_t line, std::string code, std::string message);
  std::function<void(const Problem&)> on_problem();

  void read_header(LetterLineSpan lines);
  // What a cover letter says of the whole: "Final Determination: PARTIAL OVERTURN".
  void read_outcome(LetterLineSpan lines);
  void read_summary(LetterLineSpan lines);
  // `credentials` in list form or prose; `line` is where they end.
  void read_reviewer(std::string_view credentials, std::size_t line);
  std::vector<GuidelineCitation> citations(std::string_view text, bool claims_administrator) const;
  // Numbers the issue; its title stands on `line`.
  void add_issue(Issue issue, std::size_t line);

  // Takes the title that the end of the letter cuts off away from the last rationale, and reports it.
  void drop_cut_title(LetterLines& rationale);
  // A letter ends with the full stop of its last rationale; reports one that does not. Requires issues.
  void check_end();

  std::optional<Outcome> stated_outcome() const { return stated_outcome_; }
  const Determination& letter() const { return letter_; }
  std::size_t last_line() const { return last_line_; }

  // Throws CorpusError "no_determination" if there is no issue.
  void require_issues() const;
  // The whole, with what does not agree in it reported. Requires issues.
  Determination finish(Layout layout);

  // The date of the utilization review as the summary's disclaimer states it.
  void settle_denial(const std::optional<Date>& date, LetterLineSpan summary);

 private:
  void settle(std::optional<Date>& date, const std::optional<Date>& stated, std::size_t line,
              const std::string& name);
  void check_outcome();

  Determination letter_;
  std::optional<Outcome> stated_outcome_;
  std::size_t outcome_line_ = 0;
  bool has_cut_title_ = false;
  std::vector<std::size_t> title_lines_;  // one an issue
  std::size_t last_line_ = 0;
};

}  // namespace imr
