// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace imr {

// Eras of the letters' form, oldest first; `plain` is a record that is no letter.
enum class Layout { a, b, c, d, e, f, g, plain };

// What was decided of one disputed item. Upheld: the denial stands, treatment is not approved.
enum class Decision { upheld, overturned };

// The letter as a whole, derived from its issues.
enum class Outcome { upheld, overturned, partly_overturned };

enum class Priority { standard, expedited };
enum class Sex { female, male };
enum class Side { left, right, bilateral };
using Date = std::chrono::year_month_day;

// Pages as cited, both ends included.
struct PageRange {
  int first = 0;
  int last = 0;
  friend bool operator==(const PageRange&, const PageRange&) = default;
};

// One guideline chapter of one edition as cited by one side. `id`, `label`, `source` and
// `topic` are those of corpus/vocabulary/guideline_chapters.tsv.
struct GuidelineCitation {
  std::string id;
  std::string label;
  std::string source;
  std::string topic;
  std::optional<int> year = {};
  std::vector<std::string> sections = {};  // what "Section(s):" lists
  std::vector<PageRange> pages = {};
  std::string as_written = {};
  friend bool operator==(const GuidelineCitation&, const GuidelineCitation&) = default;
};

// A part of the body, by label of analyzers/body_parts.tsv.
struct BodyPart {
  std::string part;
  std::optional<Side> side = {};
  friend bool operator==(const BodyPart&, const BodyPart&) = default;
};

// What was asked for, as the text of the treatment says it; docs/letter-record.md.
struct TreatmentFacts {
  std::optional<std::string> category = {};     // "Category > Subcategory"
  std::vector<std::string> drugs = {};          // generic names
  std::vector<BodyPart> body_parts = {};        // each once a side
  std::vector<std::string> spinal_levels = {};  // segments, "L4-L5"
  std::optional<int> sessions = {};             // visits in all
  std::optional<int> quantity = {};             // the number after "#" or "QTY:"
  friend bool operator==(const TreatmentFacts&, const TreatmentFacts&) = default;
};

// One disputed item or service.
struct Issue {
  int issue_no = 0;                       // from 1, in the letter's order
  std::string treatment;                  // what was decided; of a split request only the eligible part
  std::string title;                      // the heading as written, without the decision
  std::optional<Decision> decision = {};  // always there in a letter, never in a plain record
  TreatmentFacts facts = {};              // empty in a plain record
  std::vector<GuidelineCitation> claims_administrator_guidelines = {};
  std::vector<GuidelineCitation> reviewer_guidelines = {};
  std::string rationale = {};
  friend bool operator==(const Issue&, const Issue&) = default;
};

// Canonical names, in the letter's order, each once.
struct Reviewer {
  std::vector<std::string> specialties = {};
  std::vector<std::string> states = {};
  friend bool operator==(const Reviewer&, const Reviewer&) = default;
};

struct Worker {
  std::optional<int> age = {};
  std::optional<Sex> sex = {};
  friend bool operator==(const Worker&, const Worker&) = default;
};

// Something in a letter that looks wrong; reading went on.
struct Problem {
  std::size_t line = 0;  // from 1; 0: the letter as a whole
  std::string code;      // stable, such as "no_header"
  std::string message;
  friend bool operator==(const Problem&, const Problem&) = default;
};

// What one letter says. Whatever it does not say is empty.
struct Determination {
  std::string case_number;
  std::string source = {};  // the path as given or found
  Layout layout = Layout::plain;
  std::optional<Date> date_assigned = {};
  std::optional<Date> date_of_injury = {};
  std::optional<Date> decision_date = {};
  std::optional<Date> ur_denial_date = {};
  std::optional<Date> application_received = {};
  std::optional<Priority> priority = {};
  Reviewer reviewer = {};
  Worker worker = {};
  std::optional<Outcome> outcome = {};
  std::vector<std::string> diagnoses = {};
  std::string clinical_summary = {};
  std::vector<Issue> issues = {};
  std::vector<Problem> problems = {};
  friend bool operator==(const Determination&, const Determination&) = default;
};

// "CM00-0000123#1", the name of an issue.
std::string issue_id(std::string_view case_number, int issue_no);

// The outcome that follows from the decisions; none without a decision.
std::optional<Outcome> outcome_of(const std::vector<Issue>& issues);

// The names used in records and facets ("A", "upheld", "partly_overturned", "standard", "female"), and back.
std::string_view name_of(Layout layout);
std::string_view name_of(Decision decision);
std::string_view name_of(Outcome outcome);
std::string_view name_of(Priority priority);
std::string_view name_of(Sex sex);
std::string_view name_of(Side side);
std::optional<Layout> layout_of(std::string_view name);
std::optional<Decision> decision_of(std::string_view name);
std::optional<Outcome> outcome_of(std::string_view name);
std::optional<Priority> priority_of(std::string_view name);
std::optional<Sex> sex_of(std::string_view name);
std::optional<Side> side_of(std::string_view name);

// ISO 8601, "2016-12-09", and back; none for anything else or for a day that does not exist.
std::string iso_date(Date date);
std::optional<Date> date_of_iso(std::string_view text);

}  // namespace imr
