// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/prose_texts.h"

#include <algorithm>
#include <array>

#include "corpus/letter_headings.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr auto kRationaleLabels = std::to_array<std::string_view>(
    {"THEPHYSICIANREVIEWERSDECISIONRATIONALE", "THEPHYSICIANEXPERTREVIEWERSDECISIONRATIONALE",
     "THEEXPERTREVIEWERSDECISIONRATIONALE", "THEMEDICALREVIEWERSDECISIONRATIONALE",
     "THEPROFESSIONALREVIEWERSDECISIONRATIONALE", "THEREVIEWERSDECISIONRATIONALE",
     "REVIEWERSDECISIONRATIONALE", "THEDECISIONRATIONALE", "DECISIONRATIONALE", "RATIONALEFORTHEDECISION",
     "RATIONALEFORDECISION", "RATIONALEFORTHEDETERMINATION", "RATIONALEFORHISHERDECISION", "RATIONALE"});

// Where the rationale begins behind the sentences of the form if no label tells.
std::size_t end_of_form_sentences(std::string_view text) {
  static const Regex form(
      std::string(R"((?i)^(?:the claims administrator|the provider did not dispute|per the strength of|)") +
      kReviewer + R"( (?:based|did not|found|relied|cited|stated|used)|the guidelines? used by)\b)");
  static const Regex end(R"([.]["\x{201D})\]]*\s+[A-Z"(])");
  std::size_t at = 0;
  while (at < text.size() && partial_match(text.substr(at), form)) {
    std::string_view found;
    const std::string_view piece = text;
    if (!end.search(piece, at, {&found, 1})) return text.size();
    at = static_cast<std::size_t>(found.end() - piece.data()) - 1;
  }
  return at;
}

// Parts the sentences about guidelines at the reviewer's first one; what both cite counts for both.
void part_guidelines(const std::string& text, ProseTexts& texts) {
  static const Regex both(std::string("(?i)the claims administrator and ") + kReviewer);
  static const Regex reviewer(std::string(R"((?i)(?:^|[.:)\n]\s*)()") + kReviewer +
                              R"(\b|per the strength of evidence|maximus guidelines?\s*[:;]))");
  if (partial_match(text, both)) {
    texts.claims_administrator = texts.reviewer = text;
    return;
  }
  std::string_view found;
  if (!partial_match(text, reviewer, &found)) {
    texts.claims_administrator = text;
    return;
  }
  const auto at = static_cast<std::size_t>(found.data() - text.data());
  texts.claims_administrator = trimmed(std::string_view(text).substr(0, at));
  texts.reviewer = text.substr(at);
}

std::string_view trimmed_lines(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
  return text;
}

std::string as_one_paragraph(std::string text) {
  static const Regex gap("\n+");
  replace_all(text, gap, " ");
  return text;
}

}  // namespace

std::optional<std::string_view> after_rationale_label(std::string_view line) {
  constexpr std::size_t kLongest = 70;
  const auto colon = line.substr(0, kLongest).find_first_of(":;");
  if (colon == line.npos) return std::nullopt;
  const auto letters = letters_only(line.substr(0, colon));
  const bool found = std::ranges::any_of(
      kRationaleLabels, [&](std::string_view label) { return nearly_equal(letters, label); });
  return found ? std::optional(trimmed(line.substr(colon + 1))) : std::nullopt;
}

ProseTexts prose_texts(LetterLineSpan body) {
  static const Regex schedule(
      R"((?i)sections? of the medical treatment utilization schedule relied upon by the [\w ]{0,30}reviewer to make (?:his/her|his or her|their|its) decision\s*[:.]?\s*)");
  ProseTexts texts;
  const auto label = std::ranges::find_if(
      body, [](const auto& line) { return after_rationale_label(line.text).has_value(); });
  texts.has_label = label != body.end();
  auto text = running_text(body.first(static_cast<std::size_t>(label - body.begin())));
  replace_all(text, schedule, "");
  if (texts.has_label) {
    LetterLines lines(label, body.end());
    lines.front().text = *after_rationale_label(label->text);
    if (lines.front().text.empty()) lines.erase(lines.begin());
    texts.rationale = running_text(lines);
  } else {
    const auto begin = end_of_form_sentences(text);
    texts.rationale = trimmed_lines(std::string_view(text).substr(begin));
    text.resize(begin);
  }
  part_guidelines(as_one_paragraph(std::string(trimmed(text))), texts);
  return texts;
}

}  // namespace imr
