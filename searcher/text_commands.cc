// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_commands.h"

#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/common_options.h"
#include "cli/program.h"
#include "schema/schema.h"
#include "searcher/json_printer.h"
#include "searcher/printable_text.h"
#include "searcher/query_error.h"
#include "searcher/quotation_check.h"
#include "searcher/searcher.h"
#include "searcher/text_parts.h"
#include "searcher/token_report.h"

namespace imr {

namespace {

constexpr std::string_view kProgram = "imr-search";

constexpr OptionSpec kVerifyOptions[] = {kIndex, {"case", "CASE", "", "the letter"}, kTextOrJson, kHelp};
constexpr OptionSpec kTermsOptions[] = {kIndex, {"limit", "N", "100", "terms at most"}, kTextOrJson, kHelp};
constexpr OptionSpec kAnalyzeOptions[] = {
    {"field", "FIELD", "rationale", "as text of this field; all text fields are read alike"},
    {"as", "WHAT", "letter", "letter, or query: capitals matter less", false, "letter query"},
    {"format", "FORMAT", "text", "text, json or jsonl", false, "text json jsonl"},
    kHelp};

constexpr std::string_view kTokenFormats[] = {"text", "json", "jsonl"};
constexpr std::string_view kTypings[] = {"letter", "query"};

// ---- analyze ----

void check_is_text(const std::string& name) {
  const Field* field = find_field(name);
  if (!field) {
    const std::string near = nearest_field(name);
    throw UsageError("no field \"" + name + "\"" + (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
  }
  const bool words =
      field->kind == FieldKind::text || field->kind == FieldKind::level || field->kind == FieldKind::finding;
  if (!words) throw UsageError("the field \"" + name + "\" holds values, which are not cut into words");
}

ExitStatus run_analyze(const ParsedOptions& options) {
  check_is_text(options.value("field"));
  const bool text_format = options.choice("format", kTokenFormats) == "text";
  const Typing typing = options.choice("as", kTypings) == "query" ? Typing::query : Typing::letter;
  const auto print = [&](const std::string& text) {
    std::cout << (text_format ? token_lines(text, typing) : json_line(token_json(text, typing)) + "\n");
  };
  if (!options.words.empty()) {
    print(joined(options.words, " "));
    return ExitStatus::done;
  }
  for (std::string line; std::getline(std::cin, line);) print(line);
  return ExitStatus::done;
}

// ---- verify ----

std::string_view name_of(QuotationStatus status) {
  switch (status) {
    case QuotationStatus::exact:
      return "exact";
    case QuotationStatus::altered:
      return "altered";
    case QuotationStatus::absent:
      return "absent";
  }
  return "";
}

nlohmann::ordered_json check_json(const std::string& case_number, const QuotationCheck& check) {
  nlohmann::ordered_json json = {{"format_version", 1}, {"type", "verify"}, {"case_number", case_number}};
  json["status"] = name_of(check.status);
  const bool found = check.status != QuotationStatus::absent;
  using Json = nlohmann::ordered_json;
  json["field"] = found ? Json(check.field) : Json();
  json["issue_no"] = check.issue_no > 0 ? Json(check.issue_no) : Json();
  json["begin"] = found ? Json(check.begin) : Json();
  json["end"] = found ? Json(check.end) : Json();
  json["text"] = found ? Json(check.text) : Json();
  json["differences"] = Json::array();
  for (const QuotationDifference& difference : check.differences) {
    json["differences"].push_back({{"quoted", difference.quoted}, {"found", difference.found}});
  }
  return json;
}

std::string said(const QuotationDifference& difference) {
  if (difference.quoted.empty()) return "left out: " + difference.found;
  if (difference.found.empty()) return "put in: " + difference.quoted;
  return "changed: " + difference.found + " to " + difference.quoted;
}

void print_check(const std::string& case_number, const QuotationCheck& check) {
  std::string place = case_number;
  if (check.issue_no > 0) place += "#" + std::to_string(check.issue_no);
  std::cout << name_of(check.status);
  if (check.status == QuotationStatus::absent) {
    std::cout << ": not in " << place << "\n";
    return;
  }
  std::cout << ": " << check.field << " of " << place << ", bytes " << check.begin << " to " << check.end
            << "\n  " << printable(check.text).text << "\n";
  for (const QuotationDifference& difference : check.differences) {
    std::cout << "  " << without_controls(said(difference)) << "\n";
  }
}

ExitStatus run_verify(const ParsedOptions& options) {
  const bool json = options.choice("format", kTextOrJsonChoices) == "json";
  const std::string case_number = options.value("case");
  if (case_number.empty()) throw UsageError("no --case given");
  if (options.words.empty()) throw UsageError("no quotation given");
  const auto letter = Searcher(index_folder(options)).letter(case_number);
  if (!letter) {
    complain(kProgram, "no letter " + case_number + " in this index");
    if (json) {
      std::cout << json_text(error_json({"not_found", "no letter " + case_number + " in this index", {}, ""}))
                << "\n";
    }
    return ExitStatus::absent;
  }
  const QuotationCheck check = check_quotation(*letter, joined(options.words, " "));
  if (json) {
    std::cout << json_text(check_json(letter->case_number, check)) << "\n";
  } else {
    print_check(letter->case_number, check);
  }
  return ExitStatus::done;
}

// ---- terms ----

ExitStatus run_terms(const ParsedOptions& options) {
  const bool json = options.choice("format", kTextOrJsonChoices) == "json";
  const std::string prefix = joined(options.words, " ");
  VocabularyList list;
  try {
    list = Searcher(index_folder(options)).vocabulary(prefix, options.number("limit", UINT32_MAX));
  } catch (const QueryError& error) {
    complain(kProgram, std::string(error.what()) + "; " + error.hint());
    if (json) std::cout << json_text(error_json({error.code(), error.what(), {}, error.hint()})) << "\n";
    return ExitStatus::usage;
  }
  if (json) {
    nlohmann::ordered_json out = {{"format_version", 1}, {"type", "terms"}, {"prefix", prefix}};
    out["terms"] = nlohmann::ordered_json::array();
    for (const auto& [term, issues] : list.terms)
      out["terms"].push_back({{"term", term}, {"issues", issues}});
    out["more"] = list.more;
    std::cout << json_text(out) << "\n";
    return ExitStatus::done;
  }
  for (const auto& [term, issues] : list.terms) std::cout << issues << "\t" << without_controls(term) << "\n";
  if (list.more) complain(kProgram, "there are more; see --limit");
  return ExitStatus::done;
}

constexpr Command kCommands[] = {
    {"verify", "QUOTATION", "whether a quotation stands in a letter: exact, altered or absent",
     kVerifyOptions, run_verify},
    {"terms", "[FIELD:]PREFIX", "words and values of the index that begin so, with their issues",
     kTermsOptions, run_terms},
    {"analyze", "[TEXT]", "the words of a text as indexed; no TEXT: a text a line on stdin", kAnalyzeOptions,
     run_analyze},
};

}  // namespace

std::span<const Command> text_commands() { return kCommands; }

}  // namespace imr
