// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_headings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace imr {
namespace {

constexpr std::size_t kWidest = 110;         // bytes of a line that may be a heading
constexpr std::size_t kMostLines = 4;        // of one heading
constexpr std::size_t kLettersPerSlip = 10;  // so many letters may hold one that is wrong
constexpr std::size_t kMostSlips = 4;

struct KnownHeading {
  Heading heading;
  std::string_view letters;
};

constexpr auto kHeadings = std::to_array<KnownHeading>({
    {Heading::made, "HOWTHEIMRFINALDETERMINATIONWASMADE"},
    {Heading::clinical_summary, "CLINICALCASESUMMARY"},
    {Heading::issues, "IMRISSUESDECISIONSANDRATIONALES"},
    {Heading::issues, "IMRISSUESDECISIONSRATIONALES"},
    {Heading::decisions, "IMRDECISIONSANDRATIONALES"},
    {Heading::decisions, "IMRDECISIONANDRATIONALE"},
    {Heading::decisions, "IMRDECISIONSRATIONALES"},
    {Heading::documents, "DOCUMENTSREVIEWED"},
    {Heading::documents, "DOCUMENTSREVIEWEDFORDETERMINATION"},
    {Heading::notice, "NOTICEOFINDEPENDENTMEDICALREVIEWDETERMINATION"},
    {Heading::review_decision, "INDEPENDENTMEDICALREVIEWDECISIONANDRATIONALE"},
    {Heading::review_decision, "INDEPENDENTMEDICALREVIEWDECISIONSANDRATIONALES"},
    {Heading::expert_qualifications, "MEDICALQUALIFICATIONSOFTHEEXPERTREVIEWER"},
    {Heading::expert_qualifications, "MEDICALQUALIFICATIONSOFTHEPHYSICIANREVIEWER"},
    {Heading::expert_qualifications, "MEDICALQUALIFICATIONSOFTHEPROFESSIONALREVIEWER"},
    {Heading::expert_summary, "EXPERTREVIEWERCASESUMMARY"},
    {Heading::expert_summary, "PHYSICIANREVIEWERCASESUMMARY"},
    {Heading::effect, "EFFECTOFTHEDECISION"},
    {Heading::effect, "EFFECTOFTHEDETERMINATION"},
    {Heading::professional_review, "MEDICALPROFESSIONALREVIEW"},
    {Heading::dispute, "ISSUEATDISPUTE"},
    {Heading::dispute, "ISSUESATDISPUTE"},
    {Heading::dispute, "ISSUESINDISPUTE"},
    {Heading::case_summary, "CASESUMMARY"},
    {Heading::guidelines, "MEDICALTREATMENTGUIDELINESRELIEDUPONBYPROFESSIONALREVIEWERANDWHY"},
    {Heading::guidelines, "MEDICALTREATMENTGUIDELINESRELIEDUPONBYTHEPROFESSIONALREVIEWERANDWHY"},
    {Heading::guidelines, "MEDICALTREATMENTGUIDELINESRELIEDUPON"},
    {Heading::rationale, "RATIONALEFORWHYTHEREQUESTEDTREATMENTSERVICEISWASNOTMEDICALLYNECESSARY"},
    {Heading::rationale, "RATIONALEFORWHYTHEREQUESTEDTREATMENTSERVICEISNOTMEDICALLYNECESSARY"},
    {Heading::rationale, "RATIONALEFORWHYTHEREQUESTEDTREATMENTSERVICEWASNOTMEDICALLYNECESSARY"},
    {Heading::rationale, "RATIONALEFORWHYTHEREQUESTEDTREATMENTSERVICEISWASMEDICALLYNECESSARY"},
    {Heading::rationale, "RATIONALEFORWHYTHEREQUESTEDTREATMENTSERVICEISMEDICALLYNECESSARY"},
    {Heading::rationale, "RATIONALEFORWHYTHEREQUESTEDTREATMENTSERVICEWASMEDICALLYNECESSARY"},
    {Heading::rationale, "RATIONALEFORWHYTHEREQUESTEDTREATMENTSERVICEISWASORISWASNOTMEDICALLYNECESSARY"},
    {Heading::rationale, "RATIONALEFORTHEDETERMINATION"},
    {Heading::qualifications, "MEDICALREVIEWERQUALIFICATIONS"},
    {Heading::qualifications, "PROFESSIONALREVIEWERQUALIFICATIONS"},
});

constexpr std::size_t kLongest = 76;  // letters, of the longest of these

// "I" and "l" look alike.
bool alike(char a, char b) { return a == b || ((a == 'I' || a == 'L') && (b == 'I' || b == 'L')); }

std::size_t slips_allowed(std::size_t letters) { return std::min(letters / kLettersPerSlip, kMostSlips); }

// What may be a heading on one line, and what follows its colon.
struct Candidate {
  std::string_view text;
  std::string_view rest;
};

Candidate candidate_of(std::string_view line) {
  const auto colon = colon_in(line);
  if (colon == line.npos) return {line, {}};
  return {line.substr(0, colon), trimmed(line.substr(colon + 1))};
}

// The first letters of all these, with I for L. So many letters of a line decide whether it may be one of
// them.
constexpr std::size_t kBeginning = 5;
constexpr auto kBeginnings =
    std::to_array<std::string_view>({"HOWTH", "CIINI", "IMRIS", "IMRDE", "DOCUM", "NOTIC", "INDEP", "MEDIC",
                                     "EXPER", "PHYSI", "EFFEC", "ISSUE", "CASES", "RATIO", "PROFE"});

struct Beginning {
  std::array<char, kBeginning + 1> letters = {};
};

// In capitals, with I for L; zeros if the line has fewer.
Beginning beginning_of(std::string_view line) {
  Beginning beginning;
  std::size_t count = 0;
  for (const char c : line) {
    const char capital = static_cast<char>(c & ~0x20);
    if (capital < 'A' || capital > 'Z') continue;
    beginning.letters[count++] = capital == 'L' ? 'I' : capital;
    if (count == beginning.letters.size()) break;
  }
  return beginning;
}

// For each place and letter, the set of the beginnings that have it there.
struct BeginningSets {
  std::array<std::array<std::uint16_t, 'Z' + 1>, kBeginning> at = {};

  constexpr BeginningSets() {
    static_assert(kBeginnings.size() <= 16);
    for (std::size_t b = 0; b < kBeginnings.size(); ++b) {
      for (std::size_t k = 0; k < kBeginning; ++k)
        at[k][static_cast<std::size_t>(kBeginnings[b][k])] |= static_cast<std::uint16_t>(1U << b);
    }
  }
};

// Cheap to ask of every line: of some beginning three of the five letters are there, at most one place off.
// Counts for all beginnings at once: `one`, `two` and `three` are the sets with so many letters or more.
bool may_be_heading(std::string_view line) {
  static constexpr BeginningSets kSets;
  const auto letters = beginning_of(line).letters;
  unsigned one = 0, two = 0, three = 0;
  for (std::size_t k = 0; k < kBeginning; ++k) {
    const auto has = [&](std::size_t place) {
      return unsigned{kSets.at[k][static_cast<std::size_t>(letters[place])]};
    };
    const unsigned here = has(k) | has(k + 1) | (k > 0 ? has(k - 1) : 0U);
    three |= two & here;
    two |= one & here;
    one |= here;
  }
  return three != 0;
}

// First or last letter agree, and nearly all others.
bool is_near(std::string_view letters, std::string_view known) {
  if (letters.size() > known.size() + kMostSlips || known.size() > letters.size() + kMostSlips) return false;
  return alike(letters.front(), known.front()) + alike(letters.back(), known.back()) > 0 &&
         nearly_equal(letters, known);
}

std::optional<Heading> heading_of(std::string_view letters) {
  const auto same = std::ranges::find(kHeadings, letters, &KnownHeading::letters);
  if (same != kHeadings.end()) return same->heading;
  const auto near = std::ranges::find_if(
      kHeadings, [&](const KnownHeading& known) { return is_near(letters, known.letters); });
  if (near != kHeadings.end()) return near->heading;
  return std::nullopt;
}

// Only a line that could be the beginning of a heading is read on.
bool may_begin(std::string_view letters) {
  return std::ranges::any_of(kHeadings, [&](const KnownHeading& known) {
    return letters.size() < known.letters.size() && is_near(letters, known.letters.substr(0, letters.size()));
  });
}

std::string written_on(LetterLineSpan lines) {
  std::string written;
  for (const auto& line : lines) {
    if (!written.empty()) written += ' ';
    written += candidate_of(line.text).text;
  }
  return written;
}

bool may_hold_heading(std::string_view line) { return line.size() <= kWidest && !line.ends_with('.'); }

}  // namespace

std::string_view name_of(Heading heading) {
  switch (heading) {
    case Heading::made:
      return "HOW THE IMR FINAL DETERMINATION WAS MADE";
    case Heading::clinical_summary:
      return "CLINICAL CASE SUMMARY";
    case Heading::issues:
      return "IMR ISSUES, DECISIONS AND RATIONALES";
    case Heading::decisions:
      return "IMR DECISION(S) AND RATIONALE(S)";
    case Heading::documents:
      return "DOCUMENTS REVIEWED";
    case Heading::notice:
      return "NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION";
    case Heading::review_decision:
      return "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE";
    case Heading::expert_qualifications:
      return "MEDICAL QUALIFICATIONS OF THE EXPERT REVIEWER";
    case Heading::expert_summary:
      return "EXPERT REVIEWER CASE SUMMARY";
    case Heading::effect:
      return "EFFECT OF THE DECISION";
    case Heading::professional_review:
      return "MEDICAL PROFESSIONAL REVIEW";
    case Heading::dispute:
      return "ISSUE AT DISPUTE";
    case Heading::case_summary:
      return "CASE SUMMARY";
    case Heading::guidelines:
      return "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON";
    case Heading::rationale:
      return "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY";
    case Heading::qualifications:
      return "MEDICAL REVIEWER QUALIFICATIONS";
  }
  return {};
}

bool nearly_equal(std::string_view letters, std::string_view known) {
  return within_slips(letters, known, slips_allowed(known.size()));
}

bool within_slips(std::string_view letters, std::string_view known, std::size_t slips) {
  if (letters == known) return true;
  const auto longer = std::max(letters.size(), known.size());
  if (longer - std::min(letters.size(), known.size()) > slips || known.size() > kLongest) return false;
  if (slips == 0) return letters == known;
  // Rows of the table of edit distances, near its diagonal only; given up once all of a row are too far.
  std::array<std::size_t, kLongest + 2> row;
  std::fill_n(row.begin(), known.size() + 1, slips + 1);
  for (std::size_t k = 0; k <= slips; ++k) row[k] = k;
  for (std::size_t l = 1; l <= letters.size(); ++l) {
    const auto from = l > slips ? l - slips : 1;
    auto diagonal = row[from - 1];
    row[from - 1] = from == 1 ? l : slips + 1;
    auto least = row[from - 1];
    for (std::size_t k = from; k <= std::min(known.size(), l + slips); ++k) {
      const auto changed = diagonal + (alike(letters[l - 1], known[k - 1]) ? 0U : 1U);
      diagonal = row[k];
      row[k] = std::min({changed, row[k] + 1, row[k - 1] + 1});
      least = std::min(least, row[k]);
    }
    if (least > slips) return false;
  }
  return row[known.size()] <= slips;
}

std::optional<FoundHeading> heading_at(LetterLineSpan lines, std::size_t i) {
  if (!may_be_heading(lines[i].text)) return std::nullopt;
  std::optional<FoundHeading> longest;
  std::string letters;
  for (auto last = i; last < std::min(lines.size(), i + kMostLines); ++last) {
    const std::string_view line = lines[last].text;
    if (!may_hold_heading(line) && colon_in(line) == line.npos) break;
    const auto [text, rest] = candidate_of(line);
    const auto more = letters_only(text);
    if (more.empty() || letters.size() + more.size() > kLongest + kMostSlips) break;
    letters += more;
    if (const auto heading = heading_of(letters)) {
      longest = FoundHeading{*heading, i, last + 1 - i, written_on(lines.subspan(i, last + 1 - i)),
                             std::string(rest)};
    }
    if (colon_in(line) != line.npos || !may_begin(letters)) break;
  }
  return longest;
}

HeadedLines with_headings(LetterLines lines) {
  std::vector<FoundHeading> headings;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto found = heading_at(lines, i);
    if (!found) continue;
    i += found->lines - 1;
    headings.push_back(std::move(*found));
  }
  return {std::move(lines), std::move(headings)};
}

}  // namespace imr
