// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/standing_text.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/analyzer.h"
#include "analyzers/sentence_fingerprint.h"
#include "analyzers/text_marks.h"

using namespace imr;

namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

const std::string kShared = "Heat is an option for stiffness of the back at home.";
const std::string kOfCase = "The patient has stiffness of the back and the neck.";

Recurs only(const std::string& sentence) {
  return [known = sentence_fingerprint(sentence)](std::uint64_t fingerprint) { return fingerprint == known; };
}

// The words that a mark stands at.
std::vector<std::string> marked(std::string_view name, const std::string& text,
                                const StandingText& standing) {
  const std::vector<Token> tokens = tokens_of(prose_analyzer(), text);
  std::vector<std::string> words;
  for (const TextMark& mark : text_marks(text, tokens, standing)) {
    if (mark.name != name) continue;
    const auto at = std::ranges::find_if(
        tokens, [&](const Token& token) { return is_word(token) && token.position == mark.position; });
    REQUIRE(at != tokens.end());
    words.push_back(text.substr(at->begin, at->end - at->begin));
  }
  return words;
}

}  // namespace

TEST_CASE("a fingerprint is of the letters, whatever their case, the blanks, marks and numbers") {
  const auto fingerprint =
      sentence_fingerprint("The therapist's plan of 12/3/16 is not a medical necessity here.");
  REQUIRE(fingerprint);
  for (const char* same : {"THE THERAPIST'S PLAN OF 1/4/17 IS NOT A MEDICAL NECESSITY HERE",
                           "The therapist\u2019s  plan of\n(2016) is not a medical-necessity, here..."}) {
    CAPTURE(same);
    CHECK(sentence_fingerprint(same) == fingerprint);
  }
  CHECK(sentence_fingerprint("The therapist's plan of 12/3/16 is now a medical necessity here.") !=
        fingerprint);
  CHECK(sentence_fingerprint("The café is open to all of us today.") ==
        sentence_fingerprint("the CAFE is open to all of us today"));
}

TEST_CASE("a sentence of fewer than eight words has no fingerprint") {
  CHECK_FALSE(sentence_fingerprint(""));
  CHECK_FALSE(sentence_fingerprint("The request is not a medical necessity."));
  CHECK_FALSE(sentence_fingerprint("The 3 requests of 2016 are no medical necessity."));
  CHECK_FALSE(sentence_fingerprint("The patient's request is no medical necessity."));
  CHECK(sentence_fingerprint("The request is certainly not a medical necessity."));
}

TEST_CASE("sentences that recur are standing text, and quotations are") {
  const std::string text =
      "Own words. " + kShared + " The ODG states, \"" + kShared + " " + kShared + "\" Own words.";
  const StandingText standing = standing_text(text, only(kShared));
  const std::size_t first = text.find(kShared);
  const std::size_t quote = text.find('"');
  const std::size_t last = text.rfind(kShared);
  CHECK(standing.quoted == Ranges{{quote, text.rfind('"') + 1}});
  REQUIRE(standing.recurring.size() >= 1);
  CHECK(standing.recurring[0] == std::pair(first, first + kShared.size()));
  for (const std::size_t at : {first, first + kShared.size() - 1, quote, last + 3})
    CHECK(standing.covers(at));
  for (const std::size_t at : {std::size_t{0}, first - 1, first + kShared.size(), text.size() - 1})
    CHECK_FALSE(standing.covers(at));
}

TEST_CASE("recurring sentences are found again by the words at which they are marked") {
  const std::string text = "Own words (2016). " + kShared + " More. " + kShared + " \"ODG\": " + kOfCase;
  const std::vector<Token> tokens = tokens_of(prose_analyzer(), text);
  const StandingText standing = standing_text(text, only(kShared));
  REQUIRE(standing.recurring.size() == 2);
  std::vector<std::uint32_t> positions;
  for (const TextMark& mark : text_marks(text, tokens, standing)) {
    if (mark.name == kRecurringMark) positions.push_back(mark.position);
  }
  CHECK(positions.size() == 2);
  CHECK(standing_text(text, tokens, positions) == standing);
  CHECK(standing_text(text, tokens, {}).recurring.empty());
}

TEST_CASE("standing text is said of others, unless it speaks of the case") {
  const std::string text = "There is no fever. " + kShared + " " + kOfCase;
  CHECK(marked("other", text, {}).empty());
  const auto shared = marked("other", text, standing_text(text, only(kShared)));
  CHECK(shared.size() == 11);
  CHECK(shared.front() == "Heat");
  CHECK(shared.back() == "home");
  CHECK(marked("recurring", text, standing_text(text, only(kShared))) == std::vector<std::string>{"Heat"});
  CHECK(marked("other", text, standing_text(text, only(kOfCase))).empty());
  CHECK(marked("recurring", text, standing_text(text, only(kOfCase))) == std::vector<std::string>{"The"});
}

TEST_CASE("what standing text denies is not denied of the worker") {
  const std::string text = "There is no evidence of benefit from heat in any trial.";
  CHECK_FALSE(marked("negated", text, {}).empty());
  CHECK(marked("negated", text, standing_text(text, only(text))).empty());
}

TEST_CASE("a sentence speaks of the case by the worker or the records at hand") {
  for (const char* text :
       {"The patient's back is stiff.", "No records of heat.", "He is stiff.", "In this case, no."})
    CHECK(speaks_of_case(text));
  for (const char* text :
       {"Patients are stiff.", "Heat helps in such a case.", "Heat had no effect (He, 2004)."})
    CHECK_FALSE(speaks_of_case(text));
}
