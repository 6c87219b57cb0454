// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/modern_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/issue_blocks.h"
#include "corpus/issue_title.h"
#include "corpus/letter_draft.h"
#include "corpus/letter_layout.h"
#include "corpus/letter_sections.h"
#include "corpus/regex.h"

namespace imr {
namespace {

// Sentences that cite: what is left of them when "Decision rationale:" is missing.
bool is_citation_sentence(std::string_view sentence) {
  static const Regex pattern(R"((?i)^(?:the expert reviewer|the claims administrator|decision based on)\b)");
  return partial_match(sentence, pattern);
}

// Where the sentence that begins the text ends, its blank included.
std::size_t sentence_length(std::string_view text) {
  static const Regex end(R"([.?!][")]*\s+[A-Z0-9"(])");
  std::string_view found;
  const std::string_view piece = text;
  if (!end.search(piece, 0, {&found, 1})) return text.size();
  return static_cast<std::size_t>(found.end() - piece.data()) - 1;
}

// Parts a citation from the rationale that follows it without its label: at the paragraph's end if
// there is one, else after the sentences that cite.
std::pair<std::string, std::string> citation_and_rationale(const std::string& text) {
  auto end = text.find("\n\n");
  if (end == text.npos) {
    end = 0;
    while (end < text.size() && is_citation_sentence(std::string_view(text).substr(end))) {
      end += sentence_length(std::string_view(text).substr(end));
    }
  }
  const auto view = std::string_view(text);
  auto rest = view.substr(end);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \n"), rest.size()));
  return {std::string(trimmed(view.substr(0, end))), std::string(rest)};
}

// Reads the letters of the forms D to G, which differ in their credentials and citations only.
class ModernReader {
 public:
  explicit ModernReader(HeadedLines letter)
      : draft_(letter.lines), sections_(letter_sections(std::move(letter))) {}

  Determination read() {
    draft_.read_header(sections_.header);
    draft_.read_outcome(sections_.header);
    draft_.read_summary(sections_.summary);
    read_reviewer();
    auto blocks = issue_blocks(std::move(sections_.issues), draft_.on_problem());
    if (!blocks.empty()) draft_.drop_cut_title(blocks.back().rationale);
    for (const auto& block : blocks) read_issue(block);
    draft_.require_issues();
    draft_.check_end();
    return draft_.finish(layout_of_signs(signs_with_citations(blocks)));
  }

 private:
  void read_reviewer() {
    const auto credentials = credentials_in(one_paragraph(sections_.made));
    signs_.list_credentials = credentials.form == CredentialsForm::list;
    signs_.prose_credentials = credentials.form == CredentialsForm::prose;
    draft_.read_reviewer(credentials.text, sections_.made.empty() ? 0 : sections_.made.back().number);
  }

  void read_issue(const IssueBlock& block) {
    const auto heading =
        issue_title(one_paragraph(block.title), static_cast<int>(draft_.letter().issues.size()) + 1);
    const auto line = block.title.front().number;
    if (!heading) {
      draft_.report(line, "no_decision", "a decision without a title");
      return;
    }
    if (!heading->slip.empty()) {
      draft_.report(line, "decision_slip",
                    "issue \"" + heading->treatment + "\": \"" + heading->slip + "\" is read as " +
                        std::string(name_of(heading->decision)));
    }
    Issue issue;
    issue.treatment = heading->treatment;
    issue.title = heading->title;
    issue.decision = heading->decision;
    auto [citation, rationale] = reviewer_texts(block);
    issue.claims_administrator_guidelines = draft_.citations(one_paragraph(claims_lines(block)), true);
    issue.reviewer_guidelines = draft_.citations(citation, false);
    issue.rationale = std::move(rationale);
    draft_.add_issue(std::move(issue), line);
  }

  // What stands between title and the reviewer's guidelines are the other side's, label or not.
  LetterLineSpan claims_lines(const IssueBlock& block) {
    const bool lost = block.has_reviewer && block.claims_administrator.empty() && !block.unlabelled.empty();
    if (!lost) return block.claims_administrator;
    draft_.report(block.unlabelled.front().number, "no_guideline_label",
                  "no \"Claims Administrator guideline:\" before its guidelines");
    return block.unlabelled;
  }

  // Citation and rationale of the reviewer, the label between them being there or not.
  std::pair<std::string, std::string> reviewer_texts(const IssueBlock& block) {
    if (block.has_rationale) return {one_paragraph(block.reviewer), running_text(block.rationale)};
    auto texts = citation_and_rationale(running_text(block.has_reviewer ? block.reviewer : block.unlabelled));
    if (!texts.second.empty()) {
      draft_.report(block.title.front().number, "no_rationale_label",
                    "no \"Decision rationale:\" before the rationale");
    }
    return texts;
  }

  LayoutSigns signs_with_citations(const std::vector<IssueBlock>& blocks) {
    citations_.clear();
    for (const auto& block : blocks) {
      citations_ += one_paragraph(block.claims_administrator) + "\n" + one_paragraph(block.reviewer) + "\n";
    }
    signs_.citations = citations_;
    signs_.decision_date = draft_.letter().decision_date;
    return signs_;
  }

  LetterDraft draft_;
  LetterSections sections_;
  LayoutSigns signs_;
  std::string citations_;
};

}  // namespace

Determination read_modern_letter(HeadedLines letter) { return ModernReader(std::move(letter)).read(); }

}  // namespace imr
