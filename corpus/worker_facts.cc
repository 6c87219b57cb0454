// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/worker_facts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/ascii.h"
#include "corpus/regex.h"

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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool matches(std::string_view text, const Regex& pattern) { return partial_match(text, pattern); }

// From the last sentence end in `text` on.
std::string_view last_clause(std::string_view text) {
  const auto line = text.rfind('\n');
  if (line != text.npos) text.remove_prefix(line + 1);
  const auto end = text.rfind(". ");
  return end == text.npos ? text : text.substr(end + 2);
}

// Up to the first word that no longer describes the person.
std::string_view description(std::string_view text) {
  static const Regex end(
      R"((?i)[.;:\n]|,? (?:who|that|which|whose|with|is|was|were|has|had|sustained|suffered|presents|reports|complains|)"
      R"(in|on|at|by|from|while|during|due|since|his|her|s?he|the|for)\b)");
  std::string_view found;
  if (!end.search(text, 0, {&found, 1})) return text;
  return text.substr(0, static_cast<std::size_t>(found.data() - text.data()));
}

int number_of_words(std::string_view tens, std::string_view ones) {
  constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                     "sixty",  "seventy", "eighty", "ninety"};
  constexpr std::array<std::string_view, 9> kOnes = {"one", "two",   "three", "four", "five",
                                                     "six", "seven", "eight", "nine"};
  const auto place = [](const auto& words, std::string_view word) {
    return static_cast<int>(std::ranges::find(words, word) - words.begin());
  };
  if (tens == "eighteen" || tens == "nineteen") return tens == "eighteen" ? 18 : 19;
  return (place(kTens, tens) + 2) * 10 + (ones.empty() ? 0 : place(kOnes, ones) + 1);
}

std::size_t find_y(std::string_view text, std::size_t from) {
  const auto found = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(),
                                  [](char c) { return c == 'y' || c == 'Y'; });
  return static_cast<std::size_t>(found - text.begin());
}

// Where the word or number ends that stands before "years", "-year-old", "y/o", which begin at `y`.
std::size_t end_before(std::string_view text, std::size_t y) {
  constexpr std::size_t kMostBlanks = 3;
  auto end = y;
  while (end > 0 && y - end < kMostBlanks && (text[end - 1] == ' ' || text[end - 1] == '-')) --end;
  return end;
}

// True if some years have no figure before them.
bool may_hold_age_in_words(std::string_view text) {
  for (auto y = find_y(text, 0); y < text.size(); y = find_y(text, y + 1)) {
    if (!begins_with(text.substr(y), "year")) continue;
    const auto end = end_before(text, y);
    if (end > 0 && end < y && !is_digit(text[end - 1])) return true;
  }
  return false;
}

// "fifty-two year old" and "fifty two (52) year old" with the age in figures, all hyphens plain ones.
std::string plainly_written(std::string_view summary) {
  static const Regex hyphen(R"([\x{2010}\x{2011}]|\b[\x{2012}\x{2013}\x{2212}]\b)");
  static const Regex words(
      R"((?i)\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|eighteen|nineteen))"
      R"((?:[- ]+(one|two|three|four|five|six|seven|eight|nine))?(?: \(\d+\))?([- ]{1,2}years?\b))");
  std::string text(summary);
  if (text.find('\xE2') != text.npos) replace_all(text, hyphen, "-");
  if (!may_hold_age_in_words(text)) return text;
  std::string_view groups[4];
  while (words.search(text, 0, groups)) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    auto lower = [](std::string_view word) {
      std::string result(word);
      std::ranges::transform(result, result.begin(), [](char c) { return static_cast<char>(c | 0x20); });
      return result;
    };
    const auto age = std::to_string(number_of_words(lower(groups[1]), lower(groups[2])));
    text.replace(begin, groups[0].size(), age + std::string(groups[3]));
  }
  return text;
}

// An age with the words around it.
struct AgeStatement {
  int age = 0;
  std::string_view before;  // in the same sentence
  std::string_view after;   // what describes the person
  std::string_view letter;  // of "54 y/o F"
};

bool names_person(const AgeStatement& statement) {
  static const Regex person(std::string("(?i)") + kSexWord + "|" + kWorkerWord +
                            R"(|^[- ,]*(?:right|left)[- ]hand)");
  return !statement.letter.empty() || matches(statement.after, person);
}

// How surely the age is the worker's: 0 not at all, 3 where it is said of the worker as the subject.
int certainty(const AgeStatement& statement) {
  static const std::string worker(std::string("(?i)") + kWorkerWord);
  static const std::string relative(std::string("(?i)") + kRelative);
  constexpr char kFillers[] =
      R"((?: (?:an?|a ?\(n\)|now|currently|presently|approximately|represented))* *$)";
  static const Regex is_worker(worker + "(?:.{0,80} is|,)" + kFillers + "|(?i)^s?he is" + kFillers);
  static const Regex was_worker(worker + ".{0,80} was" + kFillers);
  static const Regex this_one(std::string(R"((?i)\bthis(?: is| was| case involves)?)") + kFillers);
  static const Regex of_relative(relative + R"((?: (?:is|was|who is|who was)|,)?)" + kFillers);
  static const Regex anywhere(relative);
  static const Regex right_after(R"((?i)^[- ,]*(?:[\w-]+ ){0,2})" + std::string(kRelative));
  static const Regex near(worker + R"(.{0,40}$|(?i)\b(?:s?he|this) (?:is|was) .{0,20}$)");
  static const Regex thing(
      R"((?i)^\W*(?:\w+ ){0,2}(?:injury|claim|scar|fracture|MRI|surgery|fusion|study|accident|history)\b)");
  if (statement.age < kYoungest || statement.age > kOldest || matches(statement.after, thing)) return 0;
  if (matches(statement.before, of_relative)) return 0;
  if (matches(statement.before, is_worker)) return 3;
  if (matches(statement.before, this_one) && names_person(statement)) return 3;
  if (matches(statement.before, was_worker)) return 2;
  if (matches(statement.before, anywhere) || matches(statement.after, right_after)) return 0;
  return names_person(statement) || matches(statement.before, near) ? 1 : 0;
}

// Where the number begins that stands before the "y" at `y`.
std::optional<std::size_t> number_before(std::string_view text, std::size_t y) {
  const auto end = end_before(text, y);
  auto begin = end;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  return begin < end ? std::optional(begin) : std::nullopt;
}

// The surest statement; of equal ones the first.
std::optional<AgeStatement> age_statement(std::string_view summary) {
  static const Regex pattern(
      R"((?i)\b(\d{1,3})[- ]{0,3}(?:(?:years?|yrs?)\.?[- ]{0,3}olds?|y[/.]?o\.?|years? of age)(?:[ ,]*(?-i:([FM]))\b)?)");
  std::optional<AgeStatement> best;
  int most = 0;
  std::string_view groups[3];
  for (auto y = find_y(summary, 0); y < summary.size(); y = find_y(summary, y + 1)) {
    const auto begin = number_before(summary, y);
    if (!begin || !pattern.match(summary, *begin, Regex::Anchor::start, groups)) continue;
    const auto end = *begin + groups[0].size();
    const AgeStatement statement = {std::stoi(std::string(groups[1])), last_clause(summary.substr(0, *begin)),
                                    description(summary.substr(end)), groups[2]};
    const int sure = certainty(statement);
    if (sure > most) best = statement;
    most = std::max(most, sure);
  }
  return best;
}

// "The injured worker, age 54," and "aged 54".
std::optional<int> age_after_word(std::string_view summary) {
  static const Regex after_age(R"((?i)\b(?:aged?|age of|age is)[: ]+(\d{2})\b)");
  static const Regex after_worker(std::string("(?i)") + kWorkerWord +
                                  R"( is (?:now )?(\d{2})(?:[.,;]| and ))");
  static const Regex after_sex(R"((?i)\b(?:fem|m)ale of (\d{2}) years\b)");
  for (const Regex* pattern : {&after_age, &after_worker, &after_sex}) {
    int age = 0;
    if (partial_match(summary, *pattern, &age)) return age;
  }
  return std::nullopt;
}

std::optional<Sex> sex_in(std::string_view text) {
  static const Regex pattern(std::string("(?i)") + kSexWord);
  std::string word;
  if (!partial_match(text, pattern, &word)) return std::nullopt;
  return sex_of_word(word);
}

// "The injured worker is a female who ...", "this male patient".
std::optional<Sex> sex_of_subject(std::string_view summary) {
  static const Regex after(std::string("(?i)") + kWorkerWord +
                           R"((?: \(IW\))?,? (?:is|was) (?:an? |now )*(?:[\w-]+ ){0,3}?)" + kSexWord);
  static const Regex before(std::string(R"((?i)\b(?:this|the)(?: [\w-]+){0,3} )") + kSexWord +
                            R"( (?:injured )?)" + kWorkerWord);
  std::string word;
  if (partial_match(summary, after, &word) || partial_match(summary, before, &word)) {
    return sex_of_word(word);
  }
  return std::nullopt;
}

// "Sex: Female", "Gender - M".
std::optional<Sex> sex_of_label(std::string_view summary) {
  static const Regex label(R"((?i)\b(?:sex|gender)\s*[:=-]\s*(female|male|f|m)\b)");
  std::string word;
  if (!partial_match(summary, label, &word)) return std::nullopt;
  return sex_of_word(word);
}

// Pronouns after a relative of their sex may be the relative's, until the worker is named again.
std::optional<Sex> sex_of_pronouns(std::string_view summary) {
  static const Regex word(
      R"((?i)(\b(?:he/she|s/he|she/he|his/her|him/her)\b)|\b(s?he|hers?|herself|his|him|himself)\b|)"
      R"(\b((?:grand)?mother|sister|daughter|wife|aunt|niece)\b|)"
      R"(\b((?:grand)?father|brother|son|husband|uncle|nephew)\b|)"
      R"(\b(parents?|sibling|child|children|spouse|partner|grand\w+|cousin)\b|)" +
      std::string(kWorkerWord));
  bool said_female = false, said_male = false;    // of the worker
  bool other_female = false, other_male = false;  // spoken of last
  std::string_view groups[6];
  for (std::size_t from = 0; word.search(summary, from, groups);) {
    from = static_cast<std::size_t>(groups[0].end() - summary.data());
    const auto& pronoun = groups[2];
    if (!pronoun.empty()) {
      const bool she = (pronoun[0] | 0x20) == 's' || ((pronoun[1] | 0x20) == 'e' && pronoun.size() > 2);
      if (she && !other_female) said_female = true;
      if (!she && !other_male) said_male = true;
    } else if (groups[1].empty()) {
      const bool any = !groups[5].empty();
      const bool worker = groups[3].empty() && groups[4].empty() && !any;
      other_female = !worker && (other_female || any || !groups[3].empty());
      other_male = !worker && (other_male || any || !groups[4].empty());
    }
  }
  if (said_female == said_male) return std::nullopt;
  return said_female ? Sex::female : Sex::male;
}

}  // namespace

Worker worker_facts(std::string_view written) {
  const auto summary = plainly_written(written);
  Worker worker;
  if (const auto statement = age_statement(summary)) {
    worker.age = statement->age;
    worker.sex = sex_of_word(statement->letter);
    if (!worker.sex) worker.sex = sex_in(statement->after);
    if (!worker.sex) worker.sex = sex_in(statement->before);
  } else {
    worker.age = age_after_word(summary);
  }
  if (!worker.sex) worker.sex = sex_of_label(summary);
  if (!worker.sex) worker.sex = sex_of_subject(summary);
  if (!worker.sex) worker.sex = sex_of_pronouns(summary);
  return worker;
}

}  // namespace imr
