// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schema.h"

#include <algorithm>
#include <cstdio>

#include <xxhash.h>

#include "schema/edit_distance.h"

namespace imr {

namespace {

using enum FieldKind;
using enum FieldLevel;

constexpr Field kFields[] = {
    // name           prefix       kind       level   multi  help, example
    {"treatment", "XT", text, issue, false, "what was asked for; for a split request the part in dispute",
     "treatment:\"physical therapy\""},
    {"rationale", "", text, issue, false, "why the reviewer decided so", "rationale:\"red flag\""},
    {"summary", "", text, letter, false, "the clinical summary of the letter", "summary:radiculopathy"},
    {"diagnosis", "XD", text, letter, true, "diagnoses that the summary lists", "diagnosis:sprain"},
    {"citation", "XC", text, issue, true, "guideline citations of both sides, as written",
     "citation:\"special studies\""},
    {"ca", "", text, issue, true, "the claims administrator's citations, as written", "ca:acupuncture"},
    {"cite", "XCITE", citation, issue, true, "a guideline chapter, or pages of it, that either side cites",
     "cite:\"ACOEM ch 8 p 177-179\""},
    {"page", "XPAGE", page, issue, true, "pages of any guideline that either side cites", "page:177..179"},
    {"case", "Q", unique_id, letter, false, "the case number", "case:CM00-0000123"},
    {"decision", "XDECISION", keyword, issue, false, "upheld: denial stands; overturned: treatment approved",
     "decision:overturned"},
    {"outcome", "XOUTCOME", keyword, letter, false,
     "the letter as a whole: upheld, overturned, partly_overturned", "outcome:partly_overturned"},
    {"specialty", "XSPECIALTY", keyword, letter, true, "the reviewer's certificates",
     "specialty:\"pain medicine\""},
    {"state", "XSTATE", keyword, letter, true, "the reviewer's states of licensure", "state:CA"},
    {"guideline", "XGUIDELINE", keyword, issue, true, "guideline chapters the reviewer relied on",
     "guideline:\"low back\""},
    {"guideline_source", "XGSOURCE", keyword, issue, true, "MTUS, ACOEM, ODG, Other or None",
     "guideline_source:ODG"},
    {"guideline_topic", "XGTOPIC", keyword, issue, true,
     "the body area or subject of those chapters, all editions", "guideline_topic:shoulder"},
    {"ca_guideline", "XCAGUIDELINE", keyword, issue, true,
     "guideline chapters the claims administrator relied on", "ca_guideline:\"ODG Pain\""},
    {"treatment_category", "XCATEGORY", keyword, issue, false,
     "kind of treatment, \"Category > Subcategory\"", "treatment_category:acupuncture"},
    {"drug", "XDRUG", keyword, issue, true, "drugs asked for, by generic name; a brand or class finds them",
     "drug:norco"},
    {"body_part", "XBODYPART", keyword, issue, true, "parts of the body that the treatment names",
     "body_part:shoulder"},
    {"spinal_level", "XLEVEL", keyword, issue, true, "segments of the spine that the treatment names",
     "spinal_level:L5-S1"},
    {"sex", "XSEX", keyword, letter, false, "of the injured worker", "sex:female"},
    {"age_band", "XAGEBAND", keyword, letter, false, "of the injured worker: <20, 20-29, ... 70+",
     "age_band:40-49"},
    {"decision_year", "XYEAR", keyword, letter, false, "year of the decision", "decision_year:2016"},
    {"priority", "XPRIORITY", keyword, letter, false, "standard or expedited", "priority:expedited"},
    {"layout", "XLAYOUT", keyword, letter, false, "form of the letter, A to G by era; plain: no letter",
     "layout:F"},
    {"age", "", number, letter, false, "age of the injured worker in years", "age:40..59"},
    {"sessions", "", number, issue, false, "visits asked for in all", "sessions:>12"},
    {"quantity", "", number, issue, false, "the number after # or QTY: in the treatment", "quantity:..30"},
    {"issues", "", number, letter, false, "how many issues the letter decides", "issues:>3"},
    {"decided", "", date, letter, false, "date of the decision", "decided:2016-12..2017-02"},
    {"level", "", level, issue, false,
     "spinal segments named in treatment, rationale or summary; L4: any that touches L4", "level:C5-C7"},
    {"finding", "", finding, issue, false, "said of this worker, in treatment, rationale or summary",
     "finding:radiculopathy"},
    {"nofinding", "", finding, issue, false, "denied or ruled out", "nofinding:\"red flag\""},
    {"undocumented", "", finding, issue, false, "said to be missing from the records",
     "undocumented:\"functional improvement\""},
    {"injured", "", date, letter, false, "date of injury", "injured:2016"},
};

// The treatment is a dozen words among hundreds: one mention there says what the issue is about.
constexpr SearchedField kSearched[] = {{"treatment", 8}, {"rationale", 2}, {"summary", 1}};

static_assert(kFields[kTextFields - 1].kind == text && kFields[kTextFields].kind != text);

constexpr std::size_t kMaxTermBytes = 200;  // Xapian takes 245

// Xapian stores a NUL byte as two.
std::size_t stored_bytes(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::ranges::count(term, '\0'));
}

std::string capped(std::string term) {
  if (stored_bytes(term) <= kMaxTermBytes) return term;
  char digest[17];
  std::snprintf(digest, sizeof digest, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(term.data(), term.size())));
  std::size_t cut = std::min(term.size(), kMaxTermBytes - 16);
  while (stored_bytes(std::string_view(term).substr(0, cut)) > kMaxTermBytes - 16) --cut;
  while (cut > 0 && cut < term.size() && (static_cast<unsigned char>(term[cut]) & 0xC0) == 0x80) --cut;
  return term.substr(0, cut) + digest;
}

// A capital or a colon after the prefix would read as part of it.
std::string prefixed(std::string_view prefix, std::string_view term) {
  std::string out(prefix);
  const bool ambiguous = !term.empty() && ((term[0] >= 'A' && term[0] <= 'Z') || term[0] == ':');
  if (prefix.size() > 1 && ambiguous) out += ':';
  out += term;
  return capped(std::move(out));
}

}  // namespace

std::span<const Field> fields() { return kFields; }

std::span<const Field> text_fields() { return std::span(kFields).first(kTextFields); }

std::size_t text_field_number(const Field& field) { return static_cast<std::size_t>(&field - kFields); }

std::span<const SearchedField> searched_fields() { return kSearched; }

bool is_searched(const Field& field) {
  return std::ranges::any_of(kSearched, [&](const SearchedField& s) { return s.name == field.name; });
}

const Field* find_field(std::string_view name) {
  const auto found = std::ranges::find(kFields, name, &Field::name);
  return found == std::end(kFields) ? nullptr : &*found;
}

std::string nearest_field(std::string_view name) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const Field& field : kFields) {
    const std::size_t distance = edit_distance(name, field.name);
    if (distance < best_distance) best = field.name, best_distance = distance;
  }
  return best;
}

std::string meaning_token(std::string_view name) { return "~" + std::string(name); }

std::string mark_token(std::string_view name) { return "!" + std::string(name); }

std::string field_stem_term(const Field& field, std::string_view stem) {
  return prefixed(field.prefix, stem);
}

bool has_stem_terms(const Field& field) { return !field.prefix.empty(); }

std::string stem_term(std::string_view stem) { return prefixed("Z", stem); }

std::vector<std::string> case_spellings(std::string_view typed) {
  std::string upper(typed);
  for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  if (upper == typed) return {upper};
  return {std::string(typed), upper};
}

std::string value_term(const Field& field, std::string_view value) { return prefixed(field.prefix, value); }

}  // namespace imr
