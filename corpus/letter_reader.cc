// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/citations.h"
#include "corpus/corpus_error.h"
#include "corpus/credentials.h"
#include "corpus/diagnoses.h"
#include "corpus/header_table.h"
#include "corpus/issue_blocks.h"
#include "corpus/issue_title.h"
#include "corpus/letter_layout.h"
#include "corpus/letter_lines.h"
#include "corpus/letter_sections.h"
#include "corpus/letter_split.h"
#include "corpus/regex.h"
#include "corpus/summary_dates.h"
#include "corpus/treatment_facts.h"
#include "corpus/worker_facts.h"

namespace imr {
namespace {

// Without what stands before the last table, such as the case number on a cover page.
LetterLineSpan from_last_table(LetterLineSpan lines) {
  static const Regex first_row(R"((?i)^(?:IMR )?Case (?:Number|No\.?))");
  for (auto i = lines.size(); i-- > 1;) {
    if (is_header_row(lines[i].text) && partial_match(lines[i - 1].text, first_row)) {
      return lines.subspan(i - 1);
    }
  }
  return lines;
}

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
  explicit ModernReader(const LetterLines& lines) : sections_(letter_sections(lines)) {
    last_line_ = lines.empty() ? 0 : lines.back().number;
  }

  Determination read() {
    const auto on_problem = [this](const Problem& problem) { letter_.problems.push_back(problem); };
    read_header(on_problem);
    read_summary();
    read_reviewer();
    const auto blocks = issue_blocks(sections_.issues, on_problem);
    for (const auto& block : blocks) read_issue(block);
    if (letter_.issues.empty()) {
      throw CorpusError("no_determination", "no issue with a decision", last_line_);
    }
    report_cut_end(blocks.back());
    letter_.outcome = outcome_of(letter_.issues);
    letter_.layout = layout_of_signs(signs_with_citations(blocks));
    std::ranges::stable_sort(letter_.problems, {}, &Problem::line);
    return std::move(letter_);
  }

 private:
  void report(std::size_t line, const char* code, std::string message) {
    letter_.problems.push_back({line, code, std::move(message)});
  }

  void read_header(const std::function<void(const Problem&)>& on_problem) {
    auto table = read_header_table(from_last_table(sections_.header), on_problem);
    if (!table.found) report(0, "no_header", "no header table");
    if (table.found && table.case_number.empty())
      report(0, "no_header", "no case number in the header table");
    letter_.case_number = std::move(table.case_number);
    letter_.date_assigned = table.date_assigned;
    letter_.date_of_injury = table.date_of_injury;
    letter_.decision_date = table.decision_date;
    letter_.ur_denial_date = table.ur_denial_date;
    letter_.application_received = table.application_received;
    letter_.priority = table.priority;
    signs_.decision_date = table.decision_date;
  }

  void read_summary() {
    letter_.clinical_summary = running_text(sections_.summary);
    if (letter_.clinical_summary.empty()) {
      report(0, "no_summary", "no clinical case summary");
      return;
    }
    letter_.worker = worker_facts(letter_.clinical_summary);
    letter_.diagnoses = diagnoses_in(letter_.clinical_summary);
    const auto dates = summary_dates(letter_.clinical_summary);
    settle(letter_.date_of_injury, dates.date_of_injury, "date of injury");
    settle(letter_.ur_denial_date, dates.ur_denial_date, "UR denial date");
    settle(letter_.application_received, dates.application_received, "date of the application");
  }

  // The header counts; a date of the summary stands in for one that the header does not have.
  void settle(std::optional<Date>& date, const std::optional<StatedDate>& stated, const std::string& name) {
    if (!stated || date == stated->date) return;
    const auto line = summary_line_at(stated->offset);
    const auto said = iso_date(stated->date);
    if (date) {
      report(line, "date_mismatch", name + ": the summary says " + said + ", the header " + iso_date(*date));
      return;
    }
    date = stated->date;
    report(line, "date_from_summary", name + " taken from the summary: " + said);
  }

  std::size_t summary_line_at(std::size_t offset) const {
    const LetterLineSpan lines = sections_.summary;
    std::size_t count = 1;
    while (count < lines.size() && running_text(lines.first(count)).size() <= offset) ++count;
    return lines[count - 1].number;
  }

  void read_reviewer() {
    const auto text = one_paragraph(sections_.made);
    static const Regex list(
        R"((?is)(?:credentials\s*:\s*)?(State\(?s?\)? of Licensure\s*:.*|Certifications?\W.{0,20}Specialty\s*:.*))");
    static const Regex prose(
        R"((?i)((?:the |this )?(?:expert |physician )?reviewer (?:is|has|holds)\b[^.]*(?:\.[^ ][^.]*)*\b(?:certified|licensed)\b[^.]*(?:\.[^ ][^.]*)*\.))");
    std::string credentials;
    signs_.list_credentials = partial_match(text, list, &credentials);
    std::string_view sentence;
    if (!signs_.list_credentials && partial_match(text, prose, &sentence)) {
      signs_.prose_credentials = true;
      credentials = text.substr(static_cast<std::size_t>(sentence.data() - text.data()));
    }
    const auto line = sections_.made.empty() ? 0 : sections_.made.back().number;
    letter_.reviewer = read_credentials(credentials, [&](std::string code, std::string message) {
      letter_.problems.push_back({line, std::move(code), std::move(message)});
    });
    if (letter_.reviewer.specialties.empty() && letter_.reviewer.states.empty()) {
      report(line, "no_credentials", "no credentials of the reviewer");
    }
  }

  void read_issue(const IssueBlock& block) {
    const auto heading = issue_title(one_paragraph(block.title));
    const auto line = block.title.front().number;
    if (!heading) {
      report(line, "no_decision", "a decision without a title");
      return;
    }
    Issue issue;
    issue.issue_no = static_cast<int>(letter_.issues.size()) + 1;
    issue.treatment = heading->treatment;
    issue.title = heading->title;
    issue.decision = heading->decision;
    issue.facts = treatment_facts(issue.treatment);
    auto [citation, rationale] = reviewer_texts(block);
    issue.claims_administrator_guidelines = citations(one_paragraph(claims_lines(block)), true);
    issue.reviewer_guidelines = citations(citation, false);
    issue.rationale = std::move(rationale);
    const auto place = "issue \"" + issue.treatment + "\": ";
    if (citation.empty()) report(line, "no_citation", place + "no guideline of the reviewer");
    if (issue.rationale.empty()) report(line, "no_rationale", place + "no rationale");
    letter_.issues.push_back(std::move(issue));
  }

  // What stands between title and the reviewer's guidelines are the other side's, label or not.
  LetterLineSpan claims_lines(const IssueBlock& block) {
    const bool lost = block.has_reviewer && block.claims_administrator.empty() && !block.unlabelled.empty();
    if (!lost) return block.claims_administrator;
    report(block.unlabelled.front().number, "no_guideline_label",
           "no \"Claims Administrator guideline:\" before its guidelines");
    return block.unlabelled;
  }

  // Citation and rationale of the reviewer, the label between them being there or not.
  std::pair<std::string, std::string> reviewer_texts(const IssueBlock& block) {
    if (block.has_rationale) return {one_paragraph(block.reviewer), running_text(block.rationale)};
    auto texts = citation_and_rationale(running_text(block.has_reviewer ? block.reviewer : block.unlabelled));
    if (!texts.second.empty()) {
      report(block.title.front().number, "no_rationale_label",
             "no \"Decision rationale:\" before the rationale");
    }
    return texts;
  }

  std::vector<GuidelineCitation> citations(const std::string& text, bool claims_administrator) const {
    return read_citations(text, {claims_administrator, letter_.decision_date});
  }

  // A letter ends with the full stop of its last rationale.
  void report_cut_end(const IssueBlock& last) {
    if (!letter_.issues.back().rationale.empty() && last.has_rationale &&
        ends_sentence(letter_.issues.back().rationale)) {
      return;
    }
    report(last_line_, "truncated", "the letter ends in the middle");
  }

  LayoutSigns signs_with_citations(const std::vector<IssueBlock>& blocks) {
    citations_.clear();
    for (const auto& block : blocks) {
      citations_ += one_paragraph(block.claims_administrator) + "\n" + one_paragraph(block.reviewer) + "\n";
    }
    signs_.citations = citations_;
    return signs_;
  }

  LetterSections sections_;
  Determination letter_;
  LayoutSigns signs_;
  std::string citations_;
  std::size_t last_line_ = 0;
};

[[noreturn]] void refuse(const char* layout) {
  throw CorpusError("unsupported_layout",
                    std::string("a letter of layout ") + layout + ", which is not read yet");
}

Determination read_form(const LetterLines& lines) {
  switch (letter_form(lines)) {
    case LetterForm::a:
      refuse("A");
    case LetterForm::b:
      refuse("B");
    case LetterForm::c:
      refuse("C");
    case LetterForm::d_to_g:
      return ModernReader(lines).read();
    case LetterForm::none:
      break;
  }
  throw CorpusError("no_determination", "no determination: none of its headings is there");
}

}  // namespace

Determination read_letter(std::string_view text, const std::function<void(const Problem&)>& on_problem) {
  const auto letters = split_letters(text);
  const auto lines = letter_lines(letters.front().text);
  if (lines.empty()) throw CorpusError("empty", "no text");
  auto letter = read_form(lines);
  if (letters.size() > 1) {
    letter.problems.push_back(
        {letters[1].first_line, "second_letter", "another letter begins here; it is not read"});
  }
  if (on_problem) std::ranges::for_each(letter.problems, on_problem);
  return letter;
}

}  // namespace imr
