// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/polarity.h"

#include <string>

#include "corpus/regex.h"
#include "corpus/verdict_phrase.h"

namespace imr {
namespace {

constexpr char kAdministrator[] =
    R"((?:claims administrators?|administrator|utilization review\w*|UR|denial|non-?certification))";
constexpr char kProvider[] =
    R"((?:providers?|physicians?|doctors?|surgeons?|Dr|treater|chiropractor|attorney|employee|claimant|applicant|patient))";
constexpr char kHolds[] =
    R"((?:argue[sd]?|contend(?:s|ed)?|assert(?:s|ed)?|claim(?:s|ed)|believe[sd]?|feels?|felt|opine[sd]?|maintain(?:s|ed)?|)"
    R"(state[sd]?|says?|said|held|holds|suggest(?:s|ed)?))";

// Says nothing about the request as it was made.
bool is_passed_over(std::string_view sentence) {
  static const Regex pattern(
      R"((?i)\b(?:taper\w*|wean\w*|titrat\w*|detoxif\w*|withdrawal|discontinu\w*|if|when|whether|unless|until|should|must|guidelines? (?:states?|recommends?|indicates?|notes?)|utilization review|claims administrator)\b)");
  return partial_match(sentence, pattern);
}

// "The provider argued that the brace is medically necessary."
bool is_of_provider(std::string_view sentence) {
  static const Regex held(std::string("(?i)") + kProvider + R"(\b[^.;,]{0,40}?\b)" + kHolds +
                          R"(\s+(?:\w+\s+){0,2}?that\b[^.;,]*\bmedically\s*necessary)");
  static const Regex reviewer(R"((?i)\breviewer\b)");
  return partial_match(sentence, held) && !partial_match(sentence, reviewer);
}

bool is_of_administrator(std::string_view sentence) {
  static const Regex held(std::string(R"((?i)\b)") + kAdministrator + R"(\b)");
  return partial_match(sentence, held);
}

// Negations that take nothing back: "not only", "no doubt".
std::string without_idle_negations(std::string_view sentence) {
  static const Regex idle(
      R"((?i)\b(?:not only|no (?:question|doubt)|without (?:a |any )?(?:question|doubt)|(?:do(?:es)?|did) not (?:dispute|doubt|deny)|cannot be (?:denied|disputed|doubted)|)"
      R"(not (?:be )?(?:unreasonable|unwarranted|unusual|uncommon|unexpected|unnecessary|inappropriate|improper|inconsistent))\b)");
  std::string result(sentence);
  replace_all(result, idle, "");
  return result;
}

// "Neither X nor Y is", "no evidence that it is", "cannot find that it is medically necessary"; not "neither
// helped, so surgery is".
bool says_no_from_afar(std::string_view sentence) {
  static const Regex none(R"((?i)\b(?:neither|nor|none)\b([^.;,]{0,200})\bmedically\s*necessary)");
  static const Regex that(
      R"((?i)\b(?:(?:cannot|can ?not|could ?not|can't|unable to|fail(?:s|ed)? to|failure to|(?:do|does|did) ?not|don't|doesn't|didn't)\s+(?:\w+ly\s+)?)"
      R"((?:find|show|establish|demonstrate|support|believe|think|agree|document|prove|indicate|suggest|convince|explain|justify|see|conclude|say|determine|make|provide)|)"
      R"(not (?:been )?(?:clear|evident|established|shown|apparent|demonstrated|documented|convinced|persuaded|supported|proven|obvious)|unclear|doubtful|unproven|)"
      R"((?:no|insufficient|inadequate|lack of|little|without) (?:[\w-]+ ){0,3}?(?:evidence|indication|documentation|proof|showing|information|support|basis|reason|rationale))\b)"
      R"([^.;,]{0,60}\b(?:that|how|why|believe|think|find|to (?:find|conclude|say))\b([^.;,]{0,160})\bmedically\s*necessary)");
  static const Regex conclusion(R"((?i)\b(?:so|thus|therefore|hence)\b)");
  std::string_view between;
  return (partial_match(sentence, none, &between) || partial_match(sentence, that, &between)) &&
         !partial_match(between, conclusion);
}

bool says_no(std::string_view sentence) {
  static const Regex usual(
      R"((?i)(?:\b(?:is|are)?not|n't|\bcannot|\bnever|\bnon|\bnor|\bneither|\bno)[\s-]*(?:[\w-]+\s+){0,3}?(?:be\s+)?medical(?:ly)?\s*(?:necess|appropriate|indicated|reasonable))");
  static const Regex other(
      R"((?i)\bmedical\s+necessity\b[^.;]{0,80}\b(?:not|lacking|cannot|unable|unproven|n't)\b|)"
      R"(\b(?:not|unable to|fails? to|cannot)\b[^.;]{0,40}\bmedical\s+necessity\b|\b(?:lacks?|no|without) medical necessity|)"
      R"(\bnot (?:supported|established|shown|documented|justified)\b[^.;]{0,60}\bmedically necessary|)"
      R"(\bnon-?\s?certifi|\bnot (?:be )?(?:certified|approved|authorized)|\b(?:is|are) (?:therefore |thus )?(?:denied|upheld)\b|)"
      R"(\b(?:is|are) not[.)]*\s*$|medically unnecessary)");
  return partial_match(sentence, usual) || partial_match(sentence, other) || says_no_from_afar(sentence);
}

bool says_yes(std::string_view sentence) {
  static const Regex usual(
      R"((?i)\b(?:is|are|was|were|be|as|deemed|considered|both|and|remains?|seems?|appears?)\s+(?:(?:also|therefore|thus|both|hereby|indeed|still|now|deemed|considered|found|to be|certainly|clearly|appropriate and)\s+)*medically\s*(?:necessary|appropriate))");
  static const Regex other(
      R"((?i)\bmedical\s+necessity\b[^.;]{0,60}\b(?:is|are|was|been|has)\s+(?:been\s+)?(?:established|supported|demonstrated|documented|met)|)"
      R"(\brequests?\b[^.;]{0,80}\b(?:is|are)\s+(?:therefore |thus )?(?:certified|approved|authorized|overturned))");
  return partial_match(sentence, usual) || partial_match(sentence, other);
}

bool says_would(std::string_view sentence) {
  static const Regex pattern(R"((?i)\b(?:would|might|may|could)\b[^.;,]{0,30}\bmedically\s*necessary)");
  return partial_match(sentence, pattern);
}

// "The denial is reversed", "should be authorized", "I agree with the claims administrator".
Polarity ruling_of(std::string_view sentence) {
  static const Regex reversed(
      R"((?i)\b(?:denial|non-?certification|determination|decision)\b[^.;]{0,60}\b(?:is|are|should be|must be)\s+(?:(?:therefore|thus|hereby)\s+)?(?:overturned|reversed|set aside)\b|)"
      R"(\bshould (?:(?:therefore|thus) )?be (?:authorized|approved|certified)\b)");
  static const Regex condition(
      R"((?i)\b(?:if|when|whether|unless|until|only|guidelines? (?:states?|recommends?|indicates?|notes?))\b)");
  static const Regex view(std::string(R"((?i)\b(dis)?agrees?\s+with\b[^.;,]{0,40}?\b(?:()") + kAdministrator +
                          ")|" + kProvider + R"()\b)");
  static const Regex negated(R"((?i)\bnot\s+agree)");
  const bool reverses = partial_match(sentence, reversed);
  std::string_view differs;
  std::string_view administrator;
  if (!reverses && !partial_match(sentence, view, &differs, &administrator)) return Polarity::none;
  if (partial_match(sentence, condition)) return Polarity::none;
  if (reverses) return Polarity::yes;
  const bool disagrees = !differs.empty() || partial_match(sentence, negated);
  return disagrees == administrator.empty() ? Polarity::no : Polarity::yes;
}

// "medically necessary" with few letters wrong, written right.
std::string with_necessity_mended(std::string sentence) {
  static const Regex right(R"((?i)medically\s*(?:necess|appropriate))");
  if (partial_match(sentence, right)) return sentence;
  if (const auto phrase = last_verdict_phrase(sentence)) {
    sentence.replace(phrase->begin, phrase->end - phrase->begin,
                     phrase->negated ? "medically unnecessary" : "medically necessary");
  }
  return sentence;
}

}  // namespace

Polarity polarity_of(std::string_view sentence) {
  if (const auto ruling = ruling_of(sentence); ruling != Polarity::none) return ruling;
  if (is_passed_over(sentence) || is_of_provider(sentence)) return Polarity::none;
  const auto words = with_necessity_mended(without_idle_negations(sentence));
  if (says_no(words)) return Polarity::no;
  if (says_would(words)) return Polarity::would;
  return says_yes(words) ? Polarity::yes : Polarity::none;
}

Polarity polarity_of_reply(std::string_view held, std::string_view reply) {
  static const Regex bare(
      R"((?i)^\W*(?:however,?\s+)?(?:I|the \w+ reviewer|this reviewer|we)\s+(?:do(?:es)? not|(?:\w+ )?(dis)?)\s*agrees?\b)");
  static const Regex differs(R"((?i)\bdisagree|\bnot agree)");
  if (!partial_match(reply, bare)) return Polarity::none;
  const bool disagrees = partial_match(reply, differs);
  if (is_of_administrator(held)) return disagrees ? Polarity::yes : Polarity::no;
  if (!is_of_provider(held)) return Polarity::none;
  return disagrees == says_no(held) ? Polarity::yes : Polarity::no;
}

}  // namespace imr
