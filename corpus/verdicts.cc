// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/verdicts.h"

#include <utility>

#include "corpus/folded_letters.h"
#include "corpus/letter_lines.h"
#include "corpus/list_number.h"
#include "corpus/regex.h"
#include "corpus/verdict_phrase.h"

namespace imr {
namespace {

constexpr char kAdverbs[] =
    R"((?:(?:therefore|also|hereby|thus|now|both|indeed|deemed|considered|found|determined|to be|being|reasonable(?:,|\s+and|\s+or)?)\s*)*)";

// "not" and what it looks like when single letters are wrong or blanks got in.
constexpr char kNot[] = R"((not|n't|n\s?o\s?t|[a-z0-9]ot|riot|n[a-z0-9]t|no[flr1]|non))";

// "Therefore, the request" names no treatment.
bool names_treatment(std::string_view treatment) {
  static const Regex nothing(
      R"((?i)(?:.*[,;]\s*)?(?:the|this|these|it|such|that)?\s*(?:(?:above|current|requested|disputed|following|original|associated|proposed)\s+)*)"
      R"((?:requests?|treatments?|services?|items?|procedures?|medications?|it|they)?(?:\s+(?:in dispute|at this time|as written))?)");
  return !treatment.empty() && !full_match(treatment, nothing);
}

std::optional<TitleVerdict> verdict_on(std::string_view text, bool no) {
  auto treatment = treatment_asked_for(text);
  if (!names_treatment(treatment)) return std::nullopt;
  return TitleVerdict{std::move(treatment), no ? Decision::upheld : Decision::overturned};
}

// Of what stands before "medically necessary": "... is not", "...: not", or the verb grown onto the word
// before it.
std::optional<TitleVerdict> verdict_before(std::string_view text) {
  static const std::string negated = std::string(kAdverbs) + kNot + R"([\s-]*)" + kAdverbs;
  static const std::string maybe = std::string(kAdverbs) + "(?:" + kNot + R"([\s-]*)?)" + kAdverbs;
  static const Regex sentence(R"((?is)(.+?)[\s,;:]*\b(?:is|are|was|were|i\s?s|[1l]s)\s*)" + maybe);
  static const Regex bare(R"((?is)(.+?)\s*[:\x{2013}\x{2014}-]\s*(?:(?:is|are)\s+)?)" + maybe);
  static const Regex glued(R"((?is)(.+?[a-z])(?:is|are)\s*)" + negated);
  std::string_view treatment;
  std::string_view no;
  if (!full_match(text, sentence, &treatment, &no) && !full_match(text, bare, &treatment, &no) &&
      !full_match(text, glued, &treatment, &no)) {
    return std::nullopt;
  }
  return verdict_on(treatment, !no.empty());
}

}  // namespace

std::string treatment_asked_for(std::string_view text) {
  static const Regex before(
      R"((?i)^(?:(?:whether|regarding|for)\s+)?(?:the\s+)?(?:(?:decision|determination|requests?|treatment)\s+(?:for|of)\s+)?(?:the\s+(?:requests?|decision)\s+(?:for|of)\s+)?)");
  static const Regex after(
      R"((?i)[\s,;]*(?:\b(?:is|are|was|were)\s+(?:or\s+(?:is|are|was|were)\s+not\s+)?medically\s*necessary(?:\s*(?:and|or)\s*appropriate)?)?[\s.:;,?]*$)");
  static const Regex idle(
      R"((?i)^(?:(?:an?|the|requested|prescriptions? (?:of|for)|requests? (?:of|for))\s+)+)");
  static const Regex question(
      R"((?i)(?:is|are|was|were)\s+(.+?)\s+medically\s*necessary(?:\s*(?:and|or)\s*appropriate)?[\s?.]*)");
  static const Regex dispute(R"((?i)^(?:the\s+)?issues?\s+(?:at|in)\s+dispute\s+(?:is|are)\s*:?\s*)");
  static const Regex glued_number(R"(^\d{1,2}[.,]\s*[A-Za-z])");
  auto treatment = without_list_number(text);
  if (partial_match(treatment, glued_number)) {
    treatment.erase(0, treatment.find_first_not_of("0123456789., "));
  }
  replace_first(treatment, dispute, "");
  if (std::string asked; full_match(treatment, question, &asked)) treatment = asked;
  replace_first(treatment, before, "");
  for (const std::string_view words : {"regarding the request for", "the request for", "request for"}) {
    const auto length = length_of_words(treatment, words, 2);
    if (length > 0 && length < treatment.size())
      treatment = trimmed(std::string_view(treatment).substr(length));
  }
  replace_first(treatment, after, "");
  replace_first(treatment, idle, "");
  return treatment;
}

std::optional<TitleVerdict> title_verdict(std::string_view text) {
  static const Regex decided(
      R"((?is)(.+?)(?:\s*:\s*|\s+(?:is|are)\s*:?\s*)(?:(upheld|denied|not certified|non-certified|not approved)|overturned|approved|certified)[\s.]*)");
  std::string treatment;
  std::string_view no;
  if (const auto phrase = closing_verdict_phrase(text)) {
    auto verdict = verdict_before(text.substr(0, phrase->begin));
    if (verdict && phrase->negated) verdict->decision = Decision::upheld;
    return verdict;
  }
  if (!full_match(text, decided, &treatment, &no)) return std::nullopt;
  return verdict_on(treatment, !no.empty());
}

bool ends_in_verdict(std::string_view text) { return closing_verdict_phrase(text).has_value(); }

std::string treatment_before_verdict(std::string_view text) {
  static const Regex verb(R"((?i)\s+(?:is|are|was|were|i s)(?:\s+\S{1,6})?\s*$)");
  if (const auto phrase = closing_verdict_phrase(text)) text = text.substr(0, phrase->begin);
  std::string treatment(text);
  replace_first(treatment, verb, "");
  return treatment_asked_for(treatment);
}

}  // namespace imr
