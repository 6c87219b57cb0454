// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/prose_citations.h"

#include "corpus/regex.h"

namespace imr {
namespace {

constexpr char kMtus[] =
    R"((?:(?:California\s+)?(?:Medical Treatment Utilization Schedule|MTUS)(?:\s*\(MTUS\))?))";

bool cites_nothing(const std::string& text) {
  static const Regex pattern(
      R"((?i)\b(?:did not (?:cite|reference|provide|list|specify|identify|rely|use)|cited no|cites no|references no|no (?:guidelines?|evidence|citations?) (?:was|were) (?:cited|given|provided))\b)");
  static const Regex based(R"((?i)\b(?:based (?:its|his|her|their|his/her)|relied (?:up)?on)\b)");
  return partial_match(text, pattern) && !partial_match(text, based);
}

// Sentences about guidelines that are not relied upon.
void drop_idle_sentences(std::string& text) {
  static const Regex idle(
      std::string(
          R"((?i)(?:the provider|the requesting physician|the employee) did not dispute [^.]*\.\s*|)"
          R"((?:the [\w ]{0,30}reviewer (?:stated|indicated|noted|found) (?:that )?)?(?:there (?:is|was|are|were) )?no (?:sections?|part) of the )") +
      kMtus +
      R"([^.]*\.\s*|)"
      R"((?:the [\w ]{0,30}reviewer (?:stated|indicated|noted|found) (?:that )?)?the )" +
      kMtus +
      R"( (?:does not|did not|do not|is silent|are silent|was silent)[^.]*\.\s*|)"
      R"(per the strength of evidence (?:hierarchy )?established by [^.]{0,140}?(?:Workers['\x{2019}]? ?Compensation),?\s*)");
  replace_all(text, idle, "");
}

// "..., which is part of the MTUS" moved to where the form of later years has it. True if it was there.
bool move_mtus_forward(std::string& text) {
  static const Regex outside(R"((?i),?\s*(?:which|that)?\s*(?:(?:is|are)\s+)?not\s+(?:a\s+)?part of the )" +
                             std::string(kMtus));
  static const Regex part(R"((?i),?\s*\(?(?:(?:which|that)\s+)?(?:(?:is|are)\s+)?(?:a\s+)?part of the )" +
                          std::string(kMtus) + R"(\)?)");
  static const Regex place(R"((?i)\bdecisions?\s+on\s+(?:the\s+)?((?:[^M]|M[^T]).{2}))");
  replace_all(text, outside, "");
  std::string_view cited;
  if (!replace_all(text, part, "") || !partial_match(text, place, &cited)) return false;
  text.insert(static_cast<std::size_t>(cited.data() - text.data()), "MTUS ");
  return true;
}

void say_based_on(std::string& text) {
  static const Regex relied(
      R"((?i)\b(?:relied (?:up)?on|(?:both )?based (?:its|his|her|their|his/her|his or her) decisions? (?:up)?on|(?:cited|used|utilized|referenced))\s)");
  replace_all(text, relied, "based their decision on ");
}

std::vector<GuidelineCitation> nothing_cited(std::string_view text, const CitationContext& context) {
  auto none = read_citations("did not cite any medical evidence", context);
  none.front().as_written = text.substr(0, text.find_last_not_of(". ") + 1);
  return none;
}

std::vector<GuidelineCitation> citations(std::string text, const CitationContext& context) {
  if (text.empty()) return {};
  if (cites_nothing(text)) return nothing_cited(text, context);
  drop_idle_sentences(text);
  say_based_on(text);
  const bool moved = move_mtus_forward(text);
  auto result = read_citations(text, context);
  for (auto& citation : result) {
    if (moved && citation.as_written.starts_with("MTUS ")) citation.as_written.erase(0, 5);
  }
  return result;
}

// "found the guidelines used by the Claims Administrator relevant and appropriate", "found the MTUS section
// relevant", "relied on the same guidelines"
const Regex& judgement() {
  static const Regex pattern(
      R"((?i)the [\w ]{0,30}reviewer (?:(?:also|then)\s+)?()"
      R"((?:found|finds|agreed|agrees|considered)\b[^.]*\b(?:guidelines?|sections?|MTUS)\b[^.]*\bby the claims administrator\b[^.]*|)"
      R"((?:found|finds|considered) (?:the|these|this|that|both) (?:(?:referenced|cited|same|above|MTUS)\s+)*(?:guidelines?|sections?)(?: of the MTUS)?(?: (?:cited|referenced|used|above))? (?:(?:is|are|was|were|to be|as|both)\s+)*(?:relevant|appropriate|applicable)[^.]*|)"
      R"((?:relied (?:up)?on|used|utilized|cited|based (?:his/her|his or her|their|his|her|its) decision (?:up)?on) (?:the|these) same (?:MTUS )?(?:guidelines?|sections?)[^.]*)"
      R"()\.?\s*)");
  return pattern;
}

bool takes_over(std::string_view text) {
  static const Regex refused(R"((?i)\bnot\b|\binappropriate|\binapplicable|\birrelevant)");
  std::string_view said;
  return partial_match(text, judgement(), &said) && !partial_match(said, refused);
}

// The same sentence when it says no, or when it is followed by what else was cited.
std::string without_judgement(std::string_view text) {
  std::string result(text);
  replace_first(result, judgement(), "");
  return result;
}

}  // namespace

ProseCitations prose_citations(std::string_view claims_administrator, std::string_view reviewer,
                               const CitationContext& context) {
  ProseCitations both;
  auto side = context;
  side.claims_administrator = true;
  both.claims_administrator = citations(std::string(claims_administrator), side);
  side.claims_administrator = false;
  if (takes_over(reviewer)) both.reviewer = citations(std::string(claims_administrator), side);
  const auto own = citations(without_judgement(reviewer), side);
  both.reviewer.insert(both.reviewer.end(), own.begin(), own.end());
  return both;
}

}  // namespace imr
