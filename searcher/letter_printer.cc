// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/letter_printer.h"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <vector>

#include "corpus/letter_json.h"
#include "searcher/text_layout.h"
#include "searcher/text_parts.h"

namespace imr {
namespace {

constexpr int kIndent = 2;

std::string_view outcome_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::upheld:
      return "Upheld: treatment not approved";
    case Outcome::overturned:
      return "Overturned: treatment approved";
    case Outcome::partly_overturned:
      break;
  }
  return "Partly overturned: treatment approved in part";
}

Style style_of(Outcome outcome) {
  if (outcome == Outcome::partly_overturned) return Style::bold;
  return outcome == Outcome::upheld ? Style::bad : Style::good;
}

std::string worker_text(const Worker& worker) {
  auto text = worker.age ? std::to_string(*worker.age) + " years" : std::string();
  if (worker.sex) text.append(text.empty() ? "" : ", ").append(name_of(*worker.sex));
  return text;
}

std::string pages_text(const std::vector<PageRange>& pages) {
  std::string text;
  for (const auto& page : pages) {
    text += (text.empty() ? "" : ", ") + std::to_string(page.first);
    if (page.last != page.first) text += "–" + std::to_string(page.last);
  }
  const bool single = pages.size() == 1 && pages[0].first == pages[0].last;
  return text.empty() ? text : (single ? "page " : "pages ") + text;
}

constexpr std::string_view kNothingCited = "NONE";
constexpr std::string_view kOtherSource = "OTHER";

// The label names the chapter, sections and pages say where in it. What is outside the known guidelines is
// named by the letter's own words.
std::string citation_text(const GuidelineCitation& citation) {
  if (citation.id == kNothingCited) return "nothing";
  if (citation.id == kOtherSource && !citation.as_written.empty()) return citation.as_written;
  auto text = citation.label.empty() ? citation.id : citation.label;
  if (citation.year) text += " " + std::to_string(*citation.year);
  const auto sections = joined(citation.sections, "; ");
  if (!sections.empty()) text += (citation.sections.size() == 1 ? ", section " : ", sections ") + sections;
  const auto pages = pages_text(citation.pages);
  if (!pages.empty()) text += ", " + pages;
  return text;
}

void write_citations(std::string_view side, const std::vector<GuidelineCitation>& citations,
                     TextWriter& writer) {
  if (citations.size() == 1) {
    write_present(std::string(side) + ":", citation_text(citations[0]), kIndent, writer);
  } else if (!citations.empty()) {
    writer.line(kIndent, std::string(side) + ":");
    for (const auto& citation : citations) {
      writer.line(2 * kIndent, citation_text(citation), Style::plain, kIndent);
    }
  }
}

void write_date(std::string_view label, const std::optional<Date>& date, TextWriter& writer) {
  if (date) write_present(label, iso_date(*date), kIndent, writer);
}

void write_header(const Determination& letter, TextWriter& writer) {
  writer.line(0, letter.case_number, Style::bold);
  if (letter.outcome) writer.line(kIndent, outcome_words(*letter.outcome), style_of(*letter.outcome));
  write_date("Decided:", letter.decision_date, writer);
  write_date("Date of injury:", letter.date_of_injury, writer);
  write_date("Denied by utilization review:", letter.ur_denial_date, writer);
  write_date("Application received:", letter.application_received, writer);
  write_date("Assigned:", letter.date_assigned, writer);
  if (letter.priority) write_present("Priority:", name_of(*letter.priority), kIndent, writer);
  write_present("Reviewer:", credentials(letter.reviewer.specialties, letter.reviewer.states), kIndent,
                writer);
  write_present("Worker:", worker_text(letter.worker), kIndent, writer);
  write_present("Diagnoses:", joined(letter.diagnoses, "; "), kIndent, writer);
  write_present("Source:", letter.source, kIndent, writer);
}

void write_summary(const Determination& letter, TextWriter& writer) {
  if (printable(letter.clinical_summary).text.empty()) return;
  writer.blank();
  writer.line(0, "Clinical summary", Style::bold);
  writer.paragraphs(kIndent, letter.clinical_summary);
}

// A plain record is one document: its title and text, no issue to speak of.
void write_issue(const Determination& letter, const Issue& issue, TextWriter& writer) {
  auto heading = issue.treatment;
  if (letter.layout != Layout::plain) {
    heading = "Issue " + std::to_string(issue.issue_no);
    if (letter.issues.size() > 1) heading += " of " + std::to_string(letter.issues.size());
    heading += ": " + issue.treatment;
  }
  writer.blank();
  if (!heading.empty()) writer.line(0, heading, Style::bold, kIndent);
  write_decision(issue.decision, kIndent, writer);
  if (printable(issue.title).text != printable(issue.treatment).text) {
    write_present("As written:", issue.title, kIndent, writer);
  }
  write_citations("Claims administrator cited", issue.claims_administrator_guidelines, writer);
  write_citations("Reviewer cited", issue.reviewer_guidelines, writer);
  if (printable(issue.rationale).text.empty()) return;
  writer.blank();
  writer.paragraphs(kIndent, issue.rationale);
}

bool is_wanted(const Issue& issue, std::optional<int> issue_no) {
  return !issue_no || issue.issue_no == *issue_no;
}

void print_record(Determination letter, std::optional<int> issue_no, std::ostream& out) {
  std::erase_if(letter.issues, [&](const Issue& issue) { return !is_wanted(issue, issue_no); });
  out << letter_record(letter) << '\n';
}

void print_issue_ids(const Determination& letter, std::optional<int> issue_no, std::ostream& out) {
  for (const auto& issue : letter.issues) {
    if (is_wanted(issue, issue_no))
      out << printable(issue_id(letter.case_number, issue.issue_no)).text << '\n';
  }
}

}  // namespace

void print_letter(const Determination& letter, std::optional<int> issue_no, const PrintOptions& options,
                  std::ostream& out) {
  if (options.format == Format::json || options.format == Format::jsonl)
    return print_record(letter, issue_no, out);
  if (options.format == Format::ids) return print_issue_ids(letter, issue_no, out);
  TextWriter writer(out, options.width, options.color);
  write_header(letter, writer);
  write_summary(letter, writer);
  for (const auto& issue : letter.issues) {
    if (is_wanted(issue, issue_no)) write_issue(letter, issue, writer);
  }
}

std::string citation_line(const Determination& letter, const Issue& issue) {
  auto line = letter.case_number;
  if (letter.layout != Layout::plain) line += ", issue " + std::to_string(issue.issue_no);
  if (letter.decision_date) line += " (" + iso_date(*letter.decision_date) + ")";
  if (!issue.treatment.empty()) line += ", " + issue.treatment;
  if (issue.decision) line.append("; ").append(decision_words(*issue.decision));
  if (!letter.reviewer.specialties.empty())
    line += "; reviewer: " + joined(letter.reviewer.specialties, ", ");
  std::vector<std::string> guidelines;
  for (const auto& citation : issue.reviewer_guidelines) {
    if (citation.id != kNothingCited) guidelines.push_back(citation_text(citation));
  }
  if (!guidelines.empty()) line += "; guideline: " + joined(guidelines, "; ");
  return printable(line).text;
}

}  // namespace imr
