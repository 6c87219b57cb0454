// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/printable_text.h"
#include "searcher/printer.h"

namespace imr {
namespace {

using Row = std::vector<std::string>;

// A spreadsheet takes a value that begins like this for a formula and runs it; an apostrophe in front
// makes it text (OWASP, "CSV Injection"; with the full-width forms that some spreadsheets fold).
std::string guarded(std::string_view value) {
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    if (value.starts_with(start)) return "'" + std::string(value);
  }
  return std::string(value);
}

std::string joined(const std::vector<std::string>& values) {
  std::string result;
  for (const auto& value : values) result.append(result.empty() ? "" : "; ").append(value);
  return result;
}

std::string number(double value, int decimals) {
  if (!std::isfinite(value)) return "";
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, rounded(value, decimals)).ptr;
  return std::string(text, end);
}

std::string_view truth(bool value) { return value ? "true" : "false"; }

// RFC 4180, with line feeds alone as line ends.
std::string csv_text(std::string_view value) {
  auto text = without_controls(value);
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string tsv_text(std::string_view value) { return printable(value).text; }

class TableWriter {
 public:
  TableWriter(std::ostream& out, Format format) : out_(out), format_(format) {}

  void row(const Row& values) {
    std::string_view separator = "";
    for (const auto& value : values) {
      out_ << separator << (format_ == Format::csv ? csv_text(value) : tsv_text(value));
      separator = format_ == Format::csv ? "," : "\t";
    }
    out_ << '\n';
  }

 private:
  std::ostream& out_;
  Format format_;
};

Row hit_row(const Hit& hit) {
  return {std::to_string(hit.rank),
          number(hit.score, 6),
          guarded(hit.issue_id),
          guarded(hit.case_number),
          std::to_string(hit.issue_no),
          std::to_string(hit.issues_in_letter),
          guarded(hit.source),
          guarded(hit.treatment),
          std::string(hit.decision ? name_of(*hit.decision) : ""),
          std::string(hit.decision ? truth(*hit.decision == Decision::overturned) : ""),
          hit.decision_date ? iso_date(*hit.decision_date) : "",
          guarded(joined(hit.specialties)),
          guarded(joined(hit.states)),
          guarded(joined(hit.guidelines))};
}

Row facet_row(const Facet& facet, const FacetValue& value) {
  return {guarded(facet.name),
          guarded(value.value),
          std::to_string(value.issues),
          std::to_string(value.letters),
          std::to_string(value.overturned),
          value.rate ? number(*value.rate, 4) : "",
          value.ci95 ? number(value.ci95->first, 4) : "",
          value.ci95 ? number(value.ci95->second, 4) : "",
          std::string(truth(value.selected))};
}

void print_hits(const Response& response, bool with_header, TableWriter& table) {
  if (with_header) {
    table.row({"rank", "score", "issue_id", "case_number", "issue_no", "issues_in_letter", "source",
               "treatment", "decision", "treatment_approved", "decision_date", "specialties", "states",
               "guidelines"});
  }
  for (const auto& hit : response.hits) table.row(hit_row(hit));
}

void print_facets(const Response& response, TableWriter& table) {
  table.row(
      {"facet", "value", "issues", "letters", "overturned", "rate", "ci95_low", "ci95_high", "selected"});
  for (const auto& facet : response.facets) {
    for (const auto& value : facet.values) table.row(facet_row(facet, value));
  }
}

void print_table(const Response& response, const PrintOptions& options, TableWriter table) {
  options.facets_only ? print_facets(response, table) : print_hits(response, begins(options.part), table);
}

}  // namespace

void print_csv(const Response& response, const PrintOptions& options, std::ostream& out) {
  print_table(response, options, TableWriter(out, Format::csv));
}

void print_tsv(const Response& response, const PrintOptions& options, std::ostream& out) {
  print_table(response, options, TableWriter(out, Format::tsv));
}

}  // namespace imr
