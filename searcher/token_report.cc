// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/token_report.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "analyzers/analyzer.h"
#include "analyzers/text_marks.h"
#include "searcher/printable_text.h"
#include "searcher/text_parts.h"

namespace imr {

namespace {

using Strings = std::vector<std::string>;

std::string_view name_of(TokenClass token_class) {
  switch (token_class) {
    case TokenClass::word:
      return "word";
    case TokenClass::number:
      return "number";
    case TokenClass::dose:
      return "dose";
    case TokenClass::quantity:
      return "quantity";
    case TokenClass::code:
      return "code";
    case TokenClass::level:
      return "level";
    case TokenClass::date:
      return "date";
    case TokenClass::score:
      return "score";
    case TokenClass::drug:
      return "drug";
    case TokenClass::abbreviation:
      return "abbreviation";
  }
  return "";
}

struct Report {
  Token token;
  std::string_view surface;  // as written
  std::string stem;
  Strings concepts;
  std::size_t levels = 0;  // of the concepts
  Assertion assertion = Assertion::affirmed;
  std::string_view cue;

  // The steps that made it what it is, in order.
  Strings filters() const {
    Strings steps = {"word_tokenizer"};
    if (token.term != surface) steps.emplace_back("case_filter");
    if (token.term.find('~') != std::string::npos) steps.emplace_back("length_filter");
    if (token.stop_word) steps.emplace_back("stop_filter");
    if (!token.compound && stem != token.term) steps.emplace_back("stem_filter");
    if (levels > 0) steps.emplace_back("level_finder");
    if (concepts.size() > levels) steps.emplace_back("concept_finder");
    if (assertion != Assertion::affirmed) steps.emplace_back("assertion");
    return steps;
  }
};

void add_meanings(const Token& meaning, std::vector<Report>& reports) {
  for (Report& report : reports) {
    if (report.token.position != meaning.position || report.token.begin != meaning.begin) continue;
    report.concepts.push_back(meaning.term);
    if (meaning.token_class == TokenClass::level) ++report.levels;
    return;
  }
}

std::vector<Report> reports_of(std::string_view text, Typing typing) {
  const Analyzer& analyzer = typing == Typing::query ? query_analyzer() : prose_analyzer();
  const std::vector<Token> tokens = tokens_of(analyzer, text);
  std::vector<Report> reports;
  for (const Token& token : tokens) {
    if (token.kind == TermKind::surface) {
      reports.push_back({token, text.substr(token.begin, token.end - token.begin), {}, {}, 0, {}, {}});
    } else if (token.kind == TermKind::meaning) {
      add_meanings(token, reports);
    } else if (!token.compound) {
      const auto same = std::find_if(reports.rbegin(), reports.rend(), [&](const Report& report) {
        return !report.token.compound && report.token.position == token.position;
      });
      if (same != reports.rend()) same->stem = token.term;
    }
  }
  for (const AssertionScope& scope : assertion_scopes(text, tokens)) {
    for (Report& report : reports) {
      if (report.token.begin < scope.begin || report.token.end > scope.end) continue;
      report.assertion = scope.assertion;
      report.cue = text.substr(scope.cue_begin, scope.cue_end - scope.cue_begin);
    }
  }
  return reports;
}

void pad(std::string& line, std::size_t width) { line.resize(std::max(width, line.size() + 1), ' '); }

}  // namespace

std::string token_lines(std::string_view text, Typing typing) {
  std::string out;
  for (const Report& report : reports_of(text, typing)) {
    const Token& token = report.token;
    std::string line = std::to_string(token.position);
    pad(line, 5);
    line += std::to_string(token.begin) + "-" + std::to_string(token.end);
    pad(line, 15);
    line += name_of(token.token_class);
    pad(line, 28);
    line += without_controls(token.term);
    if (!report.stem.empty() && report.stem != token.term) line += "  stem " + without_controls(report.stem);
    if (token.compound) line += "  compound";
    if (token.stop_word) line += "  stop word";
    if (!report.concepts.empty()) line += "  = " + joined(report.concepts, " = ");
    if (report.assertion != Assertion::affirmed) {
      line += "  " + std::string(name_of(report.assertion)) + " by \"" + printable(report.cue).text + "\"";
    }
    out += line + "  [" + joined(report.filters(), " ") + "]\n";
  }
  return out;
}

nlohmann::ordered_json token_json(std::string_view text, Typing typing) {
  nlohmann::ordered_json json = {{"text", text}, {"tokens", nlohmann::ordered_json::array()}};
  for (const Report& report : reports_of(text, typing)) {
    const Token& token = report.token;
    nlohmann::ordered_json item = {{"term", token.term},
                                   {"surface", report.surface},
                                   {"begin", token.begin},
                                   {"end", token.end},
                                   {"position", token.position},
                                   {"class", name_of(token.token_class)},
                                   {"stem", report.stem.empty() ? token.term : report.stem},
                                   {"stop_word", token.stop_word},
                                   {"compound", token.compound},
                                   {"concepts", report.concepts},
                                   {"assertion", name_of(report.assertion)}};
    item["cue"] = report.cue.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(report.cue);
    item["filters"] = report.filters();
    json["tokens"].push_back(std::move(item));
  }
  return json;
}

}  // namespace imr
