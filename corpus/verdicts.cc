// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/verdicts.h"

#include "corpus/letter_lines.h"
#include "corpus/list_number.h"
#include "corpus/regex.h"

namespace imr {
namespace {

// "is not medically necessary and appropriate" with blanks lost or doubled.
constexpr char kIsNecessary[] =
    R"((?:\b(?:is|are|was|were)\s*)(?:(?:therefore|also|hereby|thus|deemed|considered|found|determined|to be|being)\s+)*)"
    R"((not|n't)?\s*(?:(?:deemed|considered|found|to be)\s+)*medically\s*necessary(?:\s*(?:and|or|&|/)\s*(?:medically\s*)?appropriate)?)";

// "Therefore, the request" names no treatment.
bool names_treatment(std::string_view treatment) {
  static const Regex nothing(
      R"((?i)(?:.*[,;]\s*)?(?:the|this|these|it|such|that)?\s*(?:(?:above|current|requested|disputed|following|original|associated|proposed)\s+)*)"
      R"((?:requests?|treatments?|services?|items?|procedures?|medications?|it|they)?(?:\s+(?:in dispute|at this time|as written))?)");
  return !treatment.empty() && !full_match(treatment, nothing);
}

bool begins_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '"' || c == '(')) return false;
  return text[at - 1] == '\n' || (text[at - 1] == ' ' && ends_sentence(text.substr(0, at)));
}

// Takes the last sentence off the text.
std::string_view take_last_sentence(std::string_view& text) {
  auto begin = text.size() - 1;
  while (begin > 0 && !begins_sentence(text, begin)) --begin;
  const auto sentence = text.substr(begin);
  text.remove_suffix(sentence.size());
  return sentence;
}

// Says nothing about the request as it was made.
bool is_passed_over(std::string_view sentence) {
  static const Regex pattern(
      R"((?i)\b(?:taper\w*|wean\w*|titrat\w*|detoxif\w*|withdrawal|discontinu\w*|if|when|whether|unless|until|should|must|guidelines? (?:states?|recommends?|indicates?|notes?)|utilization review|claims administrator)\b)");
  return partial_match(sentence, pattern);
}

bool says_no(std::string_view sentence) {
  static const Regex pattern(
      R"((?i)(?:\b(?:is|are)?not|n't|\bcannot|\bnever|\bnon|\bnor|\bneither|\bno)[\s-]*(?:[\w-]+\s+){0,3}?(?:be\s+)?medical(?:ly)?\s*(?:necess|appropriate|indicated|reasonable)|)"
      R"(\bmedical\s+necessity\b[^.;]{0,80}\b(?:not|lacking|cannot|unable|unproven|n't)\b|)"
      R"(\b(?:not|unable to|fails? to|cannot)\b[^.;]{0,40}\bmedical\s+necessity\b|\b(?:lacks?|no|without) medical necessity|)"
      R"(\bnot (?:supported|established|shown|documented|justified)\b[^.;]{0,60}\bmedically necessary|)"
      R"(\bnon-?\s?certifi|\bnot (?:be )?(?:certified|approved|authorized)|\b(?:is|are) (?:therefore |thus )?(?:denied|upheld)\b|)"
      R"(\b(?:is|are) not[.)]*\s*$|medically unnecessary)");
  return partial_match(sentence, pattern);
}

bool says_yes(std::string_view sentence) {
  static const Regex necessary(
      R"((?i)\b(?:is|are|was|were|be|as|deemed|considered|both|and|remains?|seems?|appears?)\s+(?:(?:also|therefore|thus|both|hereby|deemed|considered|found|to be|certainly|clearly|appropriate and)\s+)*medically\s*(?:necessary|appropriate)|)"
      R"(\bmedical\s+necessity\b[^.;]{0,60}\b(?:is|are|was|been|has)\s+(?:been\s+)?(?:established|supported|demonstrated|documented|met)|)"
      R"(\brequests?\b[^.;]{0,80}\b(?:is|are)\s+(?:therefore |thus )?(?:certified|approved|authorized|overturned))");
  return partial_match(sentence, necessary);
}

}  // namespace

std::string treatment_asked_for(std::string_view text) {
  static const Regex before(
      R"((?i)^(?:(?:whether|regarding|for)\s+)?(?:the\s+)?(?:(?:decision|determination|requests?|treatment)\s+(?:for|of)\s+)?(?:the\s+(?:requests?|decision)\s+(?:for|of)\s+)?)");
  static const Regex after(
      R"((?i)[\s,;]*(?:\b(?:is|are|was|were)\s+(?:or\s+(?:is|are|was|were)\s+not\s+)?medically\s*necessary(?:\s*(?:and|or)\s*appropriate)?)?[\s.:;,?]*$)");
  auto treatment = without_list_number(text);
  replace_first(treatment, before, "");
  replace_first(treatment, after, "");
  return treatment;
}

std::optional<TitleVerdict> title_verdict(std::string_view text) {
  static const Regex sentence(std::string(R"((?is)(.+?)[\s,;:]*)") + kIsNecessary + R"([\s.]*)");
  static const Regex bare(
      R"((?is)(.+?)\s*[:\x{2013}\x{2014}-]\s*(?:is\s+|are\s+)?(not)?\s*medically\s*necessary(?:\s*(?:and|or|&)\s*appropriate)?[\s.]*)");
  static const Regex decided(
      R"((?is)(.+?)(?:\s*:\s*|\s+(?:is|are)\s*:?\s*)(?:(upheld|denied|not certified|non-certified|not approved)|overturned|approved|certified)[\s.]*)");
  std::string treatment;
  std::string_view no;
  if (!full_match(text, sentence, &treatment, &no) && !full_match(text, bare, &treatment, &no) &&
      !full_match(text, decided, &treatment, &no)) {
    return std::nullopt;
  }
  treatment = treatment_asked_for(treatment);
  if (!names_treatment(treatment)) return std::nullopt;
  return TitleVerdict{treatment, no.empty() ? Decision::overturned : Decision::upheld};
}

std::optional<Decision> closing_decision(std::string_view rationale) {
  while (!rationale.empty()) {
    const auto sentence = take_last_sentence(rationale);
    if (is_passed_over(sentence)) continue;
    if (says_no(sentence)) return Decision::upheld;
    if (says_yes(sentence)) return Decision::overturned;
  }
  return std::nullopt;
}

}  // namespace imr
