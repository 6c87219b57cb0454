// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/summary_dates.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "corpus/dates.h"
#include "corpus/regex.h"

namespace imr {
namespace {

// Words that state a date. To tell where a group lies takes RE2 long in a large pattern, so a date that ends
// the words is no group, but looked for in what was found.
struct Statement {
  Regex pattern;
  bool ends_in_date = true;

  std::optional<std::string_view> date_in(std::string_view text) const {
    static const Regex date(std::string(R"(\b)") + kWrittenDate + "$");
    std::string_view groups[2];
    if (!pattern.search(text, 0, std::span(groups).first(ends_in_date ? 1 : 2))) return std::nullopt;
    if (ends_in_date) date.search(groups[0], 0, {&groups[1], 1});
    return groups[1];
  }
};

Statement before_date(const std::string& words) {
  return {Regex("(?i)" + words + R"(\(?\b)" + kWrittenDate)};
}

Statement around_date(const std::string& before, const std::string& after) {
  return {Regex("(?i)" + before + R"(\(?\b()" + kWrittenDate + ")" + after), false};
}

// True if the date is the beginning or end of a span: a cumulative injury has no date of its own.
bool is_in_span(std::string_view text, std::size_t offset) {
  constexpr char kTo[] = R"(\s*(?:-|\x{2013}|\x{2014}|to|through|thru|until|till)\s*\(?)";
  static const Regex begins(std::string("(?i)^") + kWrittenDate + R"(\)?)" + kTo + "(?:" + kWrittenDate +
                            R"(|(?:the )?(?:present|current)))");
  static const Regex ends(std::string("(?i)") + kWrittenDate + R"(\)?)" + kTo + "$");
  static const Regex between(R"((?i)\bbetween \(?$)");
  const auto before = text.substr(0, offset);
  return partial_match(text.substr(offset), begins) || partial_match(before, ends) ||
         partial_match(before, between);
}

using Clauses = std::vector<std::string_view>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool may_state_date(std::string_view text) {
  constexpr int kFewestDigits = 4;
  return std::ranges::count_if(text, is_digit) >= kFewestDigits;
}

bool states_date(std::string_view text) {
  static const Regex date(kWrittenDate);
  return may_state_date(text) && partial_match(text, date);
}

// The clauses that state a date. What is looked for lies within one clause, and few clauses have a date: only
// these are searched.
Clauses dated_clauses(std::string_view text) {
  Clauses clauses;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool in_date = i + 2 < text.size() && text[i] == '.' && is_digit(text[i + 2]);  // "Jan. 5, 2014"
    if (i < text.size() && ((text[i] != '.' && text[i] != ';') || in_date)) continue;
    const auto clause = text.substr(begin, i - begin);
    if (states_date(clause)) clauses.push_back(clause);
    begin = i + 1;
  }
  return clauses;
}

// The date of the first of these statements that is made; its offset is that in `text`.
std::optional<StatedDate> first_date(std::string_view text, const Clauses& clauses,
                                     std::initializer_list<const Statement*> statements) {
  for (const Statement* statement : statements) {
    std::optional<std::string_view> written;
    for (auto clause = clauses.begin(); clause != clauses.end() && !written; ++clause)
      written = statement->date_in(*clause);
    const auto date = written ? date_of_written(*written) : std::nullopt;
    if (date) return StatedDate{*date, static_cast<std::size_t>(written->data() - text.data())};
  }
  return std::nullopt;
}

constexpr char kReview[] = R"((?:utili[sz]ation review|\bUR\b))";
constexpr char kDenial[] =
    R"((?:non[- ]?certif|den(?:y|ied|ial)|modif|not medically necessary|failed to approve|partially approved|non[- ]?approv|being challenged))";

std::optional<StatedDate> injury_date(std::string_view summary, const Clauses& clauses) {
  static const auto named =
      before_date(R"(\b(?:injury date|date of (?:the )?injury|DOI)(?: \(DOI\))?(?: of| on| is| was|:)*\s+)");
  static const auto sustained = before_date(
      R"(\b(?:sustained|suffered|incurred|reported|had|with|an?)\b[^.;]{0,60}\b(?:injury|injuries|claim))"
      R"((?: [\w-]+){0,4}?,?(?: on| of| dated| from)?(?: or about)? )");
  static const auto injured = before_date(R"(\b(?:was injured (?:\w+ ){0,4}?|injured )on (?:or about )?)");
  static const auto before = around_date(R"(\b(?:an?|the|his|her|their|of) )",
                                         R"(\)? (?:date of (?:the )?injury|injury date|DOI)\b)");
  static const Regex injury(R"((?i)injur|claim|\bDOI\b)");
  Clauses of_injury;
  std::ranges::copy_if(clauses, std::back_inserter(of_injury),
                       [](std::string_view clause) { return partial_match(clause, injury); });
  const auto stated = first_date(summary, of_injury, {&named, &before, &sustained, &injured});
  return stated && is_in_span(summary, stated->offset) ? std::nullopt : stated;
}

// Sentences are short enough to be looked at one by one: a date belongs to the review of its sentence.
std::optional<StatedDate> denial_date_in(std::string_view sentence) {
  static const Regex denied(std::string("(?i)") + kDenial);
  static const auto date_first =
      around_date("^on ", std::string(",? (?:the )?(?:original |prior )?") + kReview);
  static const auto request_denied =
      around_date("^on ", std::string(R"(,? (?:an?|the) request .*\bby (?:the )?)") + kReview);
  static const auto review_first =
      before_date(std::string(kReview) + R"((?: \([A-Za-z ]+\))?,?(?:,? [\w-]+){0,8}?,? )");
  if (!may_state_date(sentence) || !partial_match(sentence, denied)) return std::nullopt;
  return first_date(sentence, {sentence}, {&date_first, &review_first, &request_denied});
}

// "Utilization Review of 10/24/14 found ...": its date, even if the outcome is told in other words.
std::optional<StatedDate> review_date(std::string_view summary, const Clauses& clauses) {
  static const auto dated =
      before_date(std::string(kReview) +
                  R"((?: \([A-Za-z ]+\))?(?: (?:determination|decision|report|form|documentation|letter))?)" +
                  R"((?: of| dated| on)? )");
  return first_date(summary, clauses, {&dated});
}

std::optional<StatedDate> denial_date(std::string_view summary, const Clauses& clauses) {
  if (clauses.empty()) return std::nullopt;
  auto rest = summary;
  for (;;) {
    const auto end = rest.find(". ");
    if (auto stated = denial_date_in(rest.substr(0, end))) {
      stated->offset += static_cast<std::size_t>(rest.data() - summary.data());
      return stated;
    }
    if (end == rest.npos) return review_date(summary, clauses);
    rest.remove_prefix(std::min(rest.find_first_not_of(' ', end + 1), rest.size()));
  }
}

std::optional<StatedDate> application_date(std::string_view summary, const Clauses& clauses) {
  constexpr char kApplication[] = R"(application for (?:an? )?(?:IMR|independent medical review))";
  static const Regex application(std::string("(?i)") + kApplication);
  static const auto date_first = around_date(
      R"(\bon )", std::string(R"([^.;]{0,60}\b(?:submitted|filed|received) (?:an? |the )?)") + kApplication);
  static const auto date_last =
      before_date(std::string(kApplication) + R"((?: \(IMR\))?(?: was)?(?: [a-z]+){0,3}? (?:on|dated) )");
  if (clauses.empty() || !partial_match(summary, application)) return std::nullopt;
  return first_date(summary, clauses, {&date_first, &date_last});
}

}  // namespace

SummaryDates summary_dates(std::string_view summary) {
  const auto clauses = dated_clauses(summary);
  return {injury_date(summary, clauses), denial_date(summary, clauses), application_date(summary, clauses)};
}

}  // namespace imr
