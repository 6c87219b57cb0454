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

}  // namespace imr
