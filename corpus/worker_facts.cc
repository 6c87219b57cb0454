// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/worker_facts.h"

#include <string>

#include <re2/re2.h>

namespace imr {
namespace {

constexpr int kYoungest = 10;
constexpr int kOldest = 110;

constexpr char kSexWord[] = R"(\b(females?|males?|wom[ae]n|m[ae]n|gentlem[ae]n|lad(?:y|ies))\b)";
constexpr char kWorkerWord[] =
    R"(\b(?:worker|patient|applicant|claimant|employee|individual|IW|person|case involves)\b)";
constexpr char kRelative[] =
    R"(\b(?:mother|father|parents?|brother|sister|sibling|son|daughter|child|children|wife|husband|spouse|partner|aunt|uncle|grand\w+|niece|nephew|cousin|family)\b)";

std::optional<Sex> sex_of_word(std::string_view word) {
  if (word.empty()) return std::nullopt;
  const char first = static_cast<char>(word.front() | 0x20);
  return first == 'f' || first == 'w' || first == 'l' ? Sex::female : Sex::male;
}

bool matches(std::string_view text, const RE2& pattern) { return RE2::PartialMatch(text, pattern); }

// From the last sentence end in `text` on.
std::string_view last_clause(std::string_view text) {
  const auto end = text.rfind(". ");
  return end == text.npos ? text : text.substr(end + 2);
}

std::string_view first_clause(std::string_view text) {
  static const RE2 end(R"([.,;]| who | that | which )");
  re2::StringPiece rest = text;
  re2::StringPiece found;
  if (!end.Match(rest, 0, rest.size(), RE2::UNANCHORED, &found, 1)) return text;
  return text.substr(0, static_cast<std::size_t>(found.data() - text.data()));
}

// An age with the words around it.
struct AgeStatement {
  int age = 0;
  std::string_view before;  // in the same sentence
  std::string_view after;   // in the same clause
  std::string_view letter;  // of "54 y/o F"
};

bool is_of_worker(const AgeStatement& statement) {
  static const RE2 relative(std::string("(?i)") + kRelative);
  static const RE2 person(std::string("(?i)") + kSexWord + "|" + kWorkerWord +
                          R"(|^[- ]?(?:right|left)[- ]hand)");
  static const RE2 worker(std::string("(?i)") + kWorkerWord +
                          R"(.{0,40}$|\b(?:s?he|this) (?:is|was) .{0,20}$)");
  static const RE2 thing(
      R"((?i)^\W*(?:\w+ ){0,2}(?:injury|claim|scar|fracture|MRI|surgery|fusion|study|accident|history)\b)");
  if (statement.age < kYoungest || statement.age > kOldest) return false;
  if (matches(statement.before, relative) || matches(statement.after, relative)) return false;
  if (!statement.letter.empty() || matches(statement.after, person)) return true;
  return matches(statement.before, worker) && !matches(statement.after, thing);
}

std::optional<AgeStatement> age_statement(std::string_view summary) {
  static const RE2 pattern(
      R"((?i)\b(\d{1,3})[- ]{0,2}(?:(?:years?|yrs?)\.?[- ]{0,2}olds?|y[/.]?o\.?|years? of age)(?:[ ,]*(?-i:([FM]))\b)?)");
  re2::StringPiece groups[3];
  for (std::size_t from = 0; pattern.Match(summary, from, summary.size(), RE2::UNANCHORED, groups, 3);) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - summary.data());
    from = begin + groups[0].size();
    const AgeStatement statement = {std::stoi(std::string(groups[1])), last_clause(summary.substr(0, begin)),
                                    first_clause(summary.substr(from)), groups[2]};
    if (is_of_worker(statement)) return statement;
  }
  return std::nullopt;
}

// "The injured worker, age 54," and "aged 54".
std::optional<int> age_after_word(std::string_view summary) {
  static const RE2 pattern(R"((?i)\b(?:aged?|age of|age is)[: ]+(\d{2})\b)");
  int age = 0;
  if (!RE2::PartialMatch(summary, pattern, &age)) return std::nullopt;
  return age;
}

std::optional<Sex> sex_in(std::string_view text) {
  static const RE2 pattern(std::string("(?i)") + kSexWord);
  std::string word;
  if (!RE2::PartialMatch(text, pattern, &word)) return std::nullopt;
  return sex_of_word(word);
}

// "The injured worker is a female who ...", "this male patient".
std::optional<Sex> sex_of_subject(std::string_view summary) {
  static const RE2 after(std::string("(?i)") + kWorkerWord +
                         R"((?: \(IW\))?,? (?:is|was) (?:an? |now )*(?:[\w-]+ ){0,3}?)" + kSexWord);
  static const RE2 before(std::string(R"((?i)\b(?:this|the|an?)(?: [\w-]+){0,3} )") + kSexWord +
                          R"( (?:injured )?)" + kWorkerWord);
  std::string word;
  if (RE2::PartialMatch(summary, after, &word) || RE2::PartialMatch(summary, before, &word)) {
    return sex_of_word(word);
  }
  return std::nullopt;
}

std::optional<Sex> sex_of_pronouns(std::string_view summary) {
  static const RE2 she(R"((?i)\b(?:she|hers?|herself)\b)");
  static const RE2 he(R"((?i)\b(?:he|his|him|himself)\b)");
  static const RE2 other(std::string(R"((?i)\b(?:he/she|s/he|his/her)\b|)") + kRelative);
  const bool female = matches(summary, she);
  const bool male = matches(summary, he);
  if (female == male || matches(summary, other)) return std::nullopt;
  return female ? Sex::female : Sex::male;
}

}  // namespace

Worker worker_facts(std::string_view summary) {
  Worker worker;
  if (const auto statement = age_statement(summary)) {
    worker.age = statement->age;
    worker.sex = sex_of_word(statement->letter);
    if (!worker.sex) worker.sex = sex_in(statement->after);
    if (!worker.sex) worker.sex = sex_in(statement->before);
  } else {
    worker.age = age_after_word(summary);
  }
  if (!worker.sex) worker.sex = sex_of_subject(summary);
  if (!worker.sex) worker.sex = sex_of_pronouns(summary);
  return worker;
}

}  // namespace imr
