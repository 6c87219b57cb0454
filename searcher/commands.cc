// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands.h"

#include <charconv>
#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/common_options.h"
#include "cli/pager.h"
#include "cli/program.h"
#include "corpus/letter_json.h"
#include "schema/index_error.h"
#include "searcher/description_commands.h"
#include "searcher/explain_command.h"
#include "searcher/explain_printer.h"
#include "searcher/field_list.h"
#include "searcher/json_printer.h"
#include "searcher/letter_printer.h"
#include "searcher/printer.h"
#include "searcher/query_error.h"
#include "searcher/request_json.h"
#include "searcher/searcher.h"
#include "searcher/text_commands.h"
#include "searcher/text_parts.h"

namespace imr {

namespace {

constexpr std::string_view kProgram = "imr-search";

constexpr OptionSpec kWhere = {"where", "FIELD=VALUE", "",
                               "only issues with this value; again: OR within a field, AND across fields",
                               true};
constexpr OptionSpec kMatch = {"match", "HOW",    "all", "all: every bare word must occur; any: best match",
                               false,   "all any"};
constexpr OptionSpec kPlain = {"plain", "", "", "the words as plain text, no operators"};
constexpr OptionSpec kNoExpand = {"no-expand", "", "",
                                  "the words as they are: no abbreviations, concepts, feedback"};
constexpr OptionSpec kFacet = {"facet", "NAME[:N]", "", "count values of this field, N at most (10)", true};
constexpr OptionSpec kFormat = {"format", "FORMAT",
                                "text",   "text, json, jsonl, csv, tsv, trec or ids",
                                false,    "text json jsonl csv tsv trec ids"};
constexpr OptionSpec kVersion = {"format-version", "N", "1", "the version of the output format"};
constexpr OptionSpec kColor = {"color", "WHEN", "auto", "auto, always or never", false, "auto always never"};
constexpr OptionSpec kTimeout = {"timeout", "SECONDS", "", "answer with what was found by then (status 5)"};
constexpr OptionSpec kFailEmpty = {"fail-empty", "", "", "exit status 1 if nothing was found"};

constexpr OptionSpec kQueryOptions[] = {
    kIndex,
    kWhere,
    kMatch,
    kPlain,
    kNoExpand,
    kFacet,
    {"limit", "N", "10", "hits at most; all: every one"},
    {"offset", "N", "0", "hits to pass over"},
    {"cursor", "CURSOR", "", "the page behind the one whose next_cursor this is"},
    {"sort", "KEY", "score", "score, decision_date or case_number; - in front descends", false,
     "score decision_date -decision_date case_number -case_number"},
    {"group", "BY", "issue", "issue, or letter: one hit a letter, its best issue", false, "issue letter"},
    {"passages", "N", "3", "passages a hit at most"},
    kFormat,
    {"topic", "ID", "1", "the topic of a trec run"},
    kVersion,
    kColor,
    kNoPager,
    kTimeout,
    kFailEmpty,
    kHelp};
constexpr OptionSpec kFacetFormat = {
    "format", "FORMAT", "text", "text, json, jsonl, csv or tsv", false, "text json jsonl csv tsv"};
constexpr OptionSpec kFacetOptions[] = {kIndex,   kWhere,       kMatch,   kPlain, kNoExpand,
                                        kFacet,   kFacetFormat, kVersion, kColor, kNoPager,
                                        kTimeout, kFailEmpty,   kHelp};
constexpr OptionSpec kExplainOptions[] = {
    kIndex, {"id", "CASE#ISSUE", "", "the issue"}, kWhere, kMatch, kPlain, kNoExpand, kTextOrJson, kColor,
    kHelp};
constexpr OptionSpec kShowFormat = {
    "format", "FORMAT", "text", "text, json, jsonl or ids", false, "text json jsonl ids"};
constexpr OptionSpec kShowOptions[] = {
    kIndex, kShowFormat, {"cite", "", "", "a line to paste for each issue"}, kColor, kNoPager, kHelp};
constexpr OptionSpec kFieldsOptions[] = {kTextOrJson, kHelp};
constexpr OptionSpec kBatchOptions[] = {kIndex, kHelp};

constexpr std::string_view kColorChoices[] = {"auto", "always", "never"};
constexpr std::string_view kGroupChoices[] = {"issue", "letter"};

// What `facets` counts when no facet is named.
constexpr std::string_view kUsualFacets[] = {"decision", "specialty", "guideline", "decision_year"};

PrintOptions print_options(const ParsedOptions& options) {
  PrintOptions print;
  const auto format = format_of(options.value("format"));
  if (!format)
    throw UsageError("no format \"" + options.value("format") + "\"; " + std::string(kFormat.help));
  print.format = *format;
  print.color = wants_color(options.choice("color", kColorChoices));
  print.width = terminal_width();
  if (options.has("topic")) print.topic = options.value("topic");
  return print;
}

bool wants_pager(const ParsedOptions& options, const PrintOptions& print) {
  return print.format == Format::text && !options.has("no-pager");
}

// None if version 1 is wanted, the one there is.
std::optional<ExitStatus> wrong_version(const ParsedOptions& options) {
  const std::size_t version = options.number("format-version", 1'000'000);
  if (version == 1) return std::nullopt;
  complain(kProgram, "format version " + std::to_string(version) + " is " +
                         (version < 1 ? "too old" : "too new") + "; this program writes version 1");
  return version < 1 ? ExitStatus::too_old : ExitStatus::too_new;
}

SearchRequest base_request(const ParsedOptions& options) {
  SearchRequest request;
  request.query = joined(options.words, " ");
  request.plain = options.has("plain");
  request.match = parse_match(options.value("match"));
  request.expand = !options.has("no-expand");
  if (options.has("timeout")) request.timeout = parse_timeout(options.value("timeout"));
  for (const std::string& where : options.values("where")) request.where.push_back(parse_where(where));
  for (const std::string& facet : options.values("facet")) request.facets.push_back(parse_facet(facet));
  return request;
}

ErrorResponse error_response(const QueryError& error, const std::string& query) {
  ErrorResponse response{error.code(), error.what(), std::nullopt, error.hint()};
  response.query_text = query;
  if (error.offset() != QueryError::kNoOffset) response.column = column_of(query, error.offset());
  return response;
}

std::string message_of(const ErrorResponse& error) {
  std::string message = error.message;
  if (error.column) message += " at " + std::to_string(*error.column);
  if (!error.hint.empty()) message += "; " + error.hint;
  return message;
}

ExitStatus report_error(const QueryError& error, const std::string& query, const PrintOptions& print) {
  const ErrorResponse response = error_response(error, query);
  complain(kProgram, message_of(response));
  print_error(response, print, std::cout);
  return error.code() == "too_many_expansions" ? ExitStatus::budget : ExitStatus::usage;
}

ExitStatus search_and_print(const ParsedOptions& options, const SearchRequest& request,
                            const PrintOptions& print) {
  const Searcher searcher(index_folder(options));
  const bool in_pieces = print.format != Format::text && print.format != Format::json && !print.facets_only;
  PrintOptions piece = print;
  piece.part = Part::first;
  const auto print_piece = [&](const Response& some) {
    print_response(some, piece, std::cout);
    piece.part = Part::middle;
  };
  const Response response = in_pieces ? searcher.search(request, print_piece) : searcher.search(request);
  const Pager pager(wants_pager(options, print));
  piece.part = piece.part == Part::first ? Part::whole : Part::last;
  print_response(response, piece, std::cout);
  if (response.timed_out) {
    complain(kProgram, response.warnings.back());
    return ExitStatus::budget;
  }
  return response.total_issues == 0 && options.has("fail-empty") ? ExitStatus::absent : ExitStatus::done;
}

ExitStatus run_query(const ParsedOptions& options) {
  const PrintOptions print = print_options(options);
  if (const auto wrong = wrong_version(options)) return *wrong;
  try {
    SearchRequest request = base_request(options);
    const bool all = options.value("limit") == "all";
    request.limit = all ? SIZE_MAX : options.number("limit", UINT32_MAX);
    request.offset = options.number("offset", UINT32_MAX);
    if (options.has("cursor")) request.cursor = options.value("cursor");
    request.passages = options.number("passages", 100);
    request.suggest_facet = print.format == Format::text;
    request.group_by_letter = options.choice("group", kGroupChoices) == "letter";
    parse_sort(options.value("sort"), request);
    return search_and_print(options, request, print);
  } catch (const QueryError& error) {
    return report_error(error, joined(options.words, " "), print);
  }
}

ExitStatus run_facets(const ParsedOptions& options) {
  PrintOptions print = print_options(options);
  print.facets_only = true;
  if (print.format == Format::trec || print.format == Format::ids) {
    throw UsageError("facets have no format \"" + options.value("format") + "\"; " +
                     std::string(kFacetFormat.help));
  }
  if (const auto wrong = wrong_version(options)) return *wrong;
  try {
    SearchRequest request = base_request(options);
    request.limit = 0;
    if (request.facets.empty()) {
      for (const std::string_view name : kUsualFacets) request.facets.push_back({std::string(name)});
    }
    return search_and_print(options, request, print);
  } catch (const QueryError& error) {
    return report_error(error, joined(options.words, " "), print);
  }
}

// CASE or CASE#ISSUE.
struct Named {
  std::string case_number;
  std::optional<int> issue_no;
};

Named named_of(const std::string& word) {
  const std::size_t mark = word.rfind('#');
  int number = 0;
  if (mark == std::string::npos) return {word, std::nullopt};
  const char* begin = word.data() + mark + 1;
  const char* end = word.data() + word.size();
  const auto [at, error] = std::from_chars(begin, end, number);
  if (begin == end || error != std::errc() || at != end) return {word, std::nullopt};
  return {word.substr(0, mark), number};
}

bool has_issue(const Determination& letter, const Named& named) {
  for (const Issue& issue : letter.issues) {
    if (!named.issue_no || issue.issue_no == *named.issue_no) return true;
  }
  return false;
}

void print_citations(const Determination& letter, const Named& named) {
  for (const Issue& issue : letter.issues) {
    if (!named.issue_no || issue.issue_no == *named.issue_no)
      std::cout << citation_line(letter, issue) << '\n';
  }
}

// A plain record's id may hold a # of its own, so the whole word is tried first.
std::optional<std::pair<Determination, Named>> find_named(const Searcher& searcher, const std::string& word) {
  if (auto letter = searcher.letter(word)) return std::pair(std::move(*letter), Named{word, std::nullopt});
  Named named = named_of(word);
  if (!named.issue_no) return std::nullopt;
  auto letter = searcher.letter(named.case_number);
  if (!letter || !has_issue(*letter, named)) return std::nullopt;
  return std::pair(std::move(*letter), std::move(named));
}

ExitStatus run_show(const ParsedOptions& options) {
  const PrintOptions print = print_options(options);
  if (options.words.empty()) throw UsageError("no CASE given");
  if (print.format == Format::csv || print.format == Format::tsv || print.format == Format::trec) {
    throw UsageError("show has no format \"" + options.value("format") + "\"; " +
                     std::string(kShowFormat.help));
  }
  const Searcher searcher(index_folder(options));
  ExitStatus status = ExitStatus::done;
  const Pager pager(wants_pager(options, print) && !options.has("cite"));
  bool first = true;
  for (const std::string& word : options.words) {
    const auto found = find_named(searcher, word);
    if (!found) {
      complain(kProgram, "no " + std::string(word.find('#') == std::string::npos ? "letter " : "issue ") +
                             word + " in this index");
      status = ExitStatus::absent;
      print_error({"not_found", "no such letter or issue in this index: " + word, std::nullopt, ""}, print,
                  std::cout);
      continue;
    }
    if (options.has("cite")) {
      print_citations(found->first, found->second);
    } else {
      if (!first && print.format == Format::text) std::cout << '\n';
      print_letter(found->first, found->second.issue_no, print, std::cout);
    }
    first = false;
  }
  return status;
}

ExitStatus run_fields(const ParsedOptions& options) {
  const bool json = options.choice("format", kTextOrJsonChoices) == "json";
  std::cout << (json ? field_list_json() : field_list_text());
  return ExitStatus::done;
}

ExitStatus run_explain(const ParsedOptions& options) {
  if (options.value("id").empty()) throw UsageError("no --id given");
  options.choice("format", kTextOrJsonChoices);
  options.choice("color", kColorChoices);
  try {
    return run_explain(options, base_request(options));
  } catch (const QueryError& error) {
    PrintOptions print;
    print.format = *format_of(options.value("format"));
    return report_error(error, joined(options.words, " "), print);
  }
}

nlohmann::ordered_json explain_json(const Searcher& searcher, const BatchRequest& request) {
  auto explanation = searcher.explain(request.search, request.issue_id);
  if (!explanation) {
    return error_json({"not_found", "no issue " + request.issue_id + " in this index", std::nullopt, ""},
                      request.id);
  }
  explanation->warnings.insert(explanation->warnings.end(), request.warnings.begin(), request.warnings.end());
  return explanation_json(*explanation, request.id);
}

nlohmann::ordered_json show_json(const Searcher& searcher, const BatchRequest& request) {
  const auto letter = searcher.letter(request.case_number);
  if (!letter) {
    return error_json({"not_found", "no letter " + request.case_number + " in this index", std::nullopt, ""},
                      request.id);
  }
  nlohmann::ordered_json response = {{"format_version", 1}, {"type", "show"}};
  if (request.id) response["id"] = *request.id;
  response["letter"] = letter_json(*letter);
  return response;
}

nlohmann::ordered_json answer(const Searcher& searcher, const std::string& line) {
  BatchRequest request;
  try {
    request = read_request(line);
    if (request.type == "show") return show_json(searcher, request);
    if (request.type == "explain") return explain_json(searcher, request);
    Response response = searcher.search(request.search);
    response.warnings.insert(response.warnings.end(), request.warnings.begin(), request.warnings.end());
    return request.type == "facets" ? facets_json(response, request.id) : response_json(response, request.id);
  } catch (const QueryError& error) {
    ErrorResponse response = error_response(error, request.search.query);
    response.pointer = pointer_of(request, error);
    return error_json(response, request_id(line));
  } catch (const IndexError& error) {
    ErrorResponse response{"index", error.what(), std::nullopt, ""};
    response.query_text = request.search.query;
    return error_json(response, request_id(line));
  }
}

ExitStatus run_batch(const ParsedOptions& options) {
  const Searcher searcher(index_folder(options));
  for (std::string line; std::getline(std::cin, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::cout << json_line(answer(searcher, line)) << std::endl;
  }
  return ExitStatus::done;
}

constexpr Command kCommands[] = {
    {"query", "QUERY...", "find issues; the command when none is named", kQueryOptions, run_query},
    {"facets", "[QUERY...]", "counts and overturn rates, no list of hits", kFacetOptions, run_facets},
    {"show", "CASE[#ISSUE]...", "a letter, or one issue of it, for reading", kShowOptions, run_show},
    {"explain", "QUERY...", "why an issue is a hit, term by term, or which clause fails", kExplainOptions,
     run_explain},
    {"fields", "", "every field, its kind and an example", kFieldsOptions, run_fields},
    {"batch", "", "requests as JSON Lines on standard input, responses on standard output", kBatchOptions,
     run_batch},
};

}  // namespace

std::span<const Command> search_commands() {
  static const auto commands = [] {
    std::vector<Command> all(std::begin(kCommands), std::end(kCommands));
    all.insert(all.end(), text_commands().begin(), text_commands().end());
    all.insert(all.end(), description_commands().begin(), description_commands().end());
    return all;
  }();
  return commands;
}

}  // namespace imr
