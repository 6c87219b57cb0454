// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/credentials.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analyzers/phrase_matcher.h"
#include "analyzers/text_words.h"
#include "corpus/vocabulary.h"

namespace imr {
namespace {

using OnProblem = std::function<void(std::string code, std::string message)>;
using Words = std::span<const TextWord>;

constexpr unsigned kSeparates = kGapComma | kGapAnd | kGapStop | kGapColon;

// A vocabulary with what matches it.
struct Names {
  std::span<const NamedValue> values;
  PhraseMatcher matcher = {};
  std::string_view problem_code;
};

Names names_of(std::span<const NamedValue> values, std::string_view problem_code, std::size_t first_alias) {
  Names names{values, {}, problem_code};
  for (std::size_t i = 0; i < values.size(); ++i) {
    names.matcher.add(values[i].name, static_cast<int>(i));
    for (std::size_t alias = first_alias; alias < values[i].aliases.size(); ++alias) {
      names.matcher.add(values[i].aliases[alias], static_cast<int>(i));
    }
  }
  return names;
}

const Names& specialty_names() {
  static const Names names = names_of(specialties(), "unmapped_specialty", 0);
  return names;
}

// Without the abbreviations: "in", "or" and "me" are words.
const Names& state_names() {
  static const Names names = names_of(states(), "unmapped_state", 1);
  return names;
}

bool is_word(Words words, std::size_t at, std::string_view word) {
  return at < words.size() && words[at].folded == word;
}

// With one wrong letter at most, as text recognition leaves it.
bool is_near(Words words, std::size_t at, std::string_view word) {
  return at < words.size() && (words[at].folded == word || one_slip_apart(words[at].folded, word));
}

class CredentialsReader {
 public:
  CredentialsReader(std::string_view text, const OnProblem& on_problem)
      : text_(text), on_problem_(on_problem), words_(text_words(text)), last_(words_.size() - 1) {}

  Reviewer read() {
    const auto states = label_of_states();
    const auto specialties = label_of_specialties();
    if (!states && !specialties) {
      read_prose();
      return std::move(reviewer_);
    }
    if (states) read_list(states->end, end_of_list(*states, specialties), state_names(), reviewer_.states);
    if (specialties) {
      read_list(specialties->end, end_of_list(*specialties, states), specialty_names(),
                reviewer_.specialties);
    }
    return std::move(reviewer_);
  }

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // "State(s) of Licensure:"
  std::optional<Range> label_of_states() const {
    for (std::size_t at = 0; at < last_; ++at) {
      const bool label = is_word(words_, at, "state") && is_word(words_, at + 1, "of") &&
                         (is_near(words_, at + 2, "licensure") || is_word(words_, at + 2, "license"));
      if (label) return Range{at, at + 3};
    }
    return std::nullopt;
  }

  // "Certification(s)/Specialty:"
  std::optional<Range> label_of_specialties() const {
    constexpr std::array<std::string_view, 4> kSpecialty = {"specialty", "specialtie", "speciality",
                                                            "specialitie"};
    for (std::size_t at = 0; at < last_; ++at) {
      if (!is_near(words_, at, "certification")) continue;
      const bool whole = std::ranges::find(kSpecialty, words_[at + 1].folded) != kSpecialty.end() ||
                         is_near(words_, at + 1, "specialty");
      const std::size_t end = whole ? at + 2 : at + 1;
      if (whole || (words_[end].gap & kGapColon) != 0) return Range{at, end};
    }
    return std::nullopt;
  }

  std::size_t end_of_list(const Range& label, const std::optional<Range>& other) const {
    return other && other->begin > label.begin ? other->begin : last_;
  }

  // Names separated by commas; what is between two commas and is no name is kept as written.
  void read_list(std::size_t at, std::size_t end, const Names& names, std::vector<std::string>& to) {
    while (at < end) {
      const auto match = name_at(at, end, names);
      if (match) {
        add(to, std::string(names.values[match->values.front()].name));
        at = match->end;
      } else if (const auto* state = &names == &state_names() ? abbreviated_state(at) : nullptr) {
        add(to, std::string(state->name));
        ++at;
      } else {
        at = keep_as_written(at, end, names, to);
      }
    }
  }

  // The longest name that ends where an item ends, or where the next name begins.
  std::optional<PhraseMatch> name_at(std::size_t at, std::size_t end, const Names& names) const {
    const Words words = Words(words_).first(end);
    auto match = names.matcher.longest_at(words, at);
    while (match && !ends_item(match->end, end) && !names.matcher.longest_at(words, match->end)) {
      match = names.matcher.longest_at(words, at, match->end - at - 1);
    }
    return match;
  }

  bool ends_item(std::size_t at, std::size_t end) const {
    return at == end || (words_[at].gap & (kSeparates | kGapHyphen | kGapOpen | kGapClose)) != 0;
  }

  // "CA", in capitals.
  const NamedValue* abbreviated_state(std::size_t at) const {
    const std::string_view word = text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
    const auto found = std::ranges::find_if(
        state_names().values, [&](const NamedValue& state) { return state.aliases.front() == word; });
    return found == state_names().values.end() ? nullptr : &*found;
  }

  std::size_t keep_as_written(std::size_t at, std::size_t end, const Names& names,
                              std::vector<std::string>& to) {
    std::size_t next = at + 1;
    while (next < end && (words_[next].gap & (kGapComma | kGapStop | kGapColon)) == 0) ++next;
    add_unmapped(at, next, names, to);
    return next;
  }

  void add_unmapped(std::size_t at, std::size_t next, const Names& names, std::vector<std::string>& to) {
    const std::size_t begin = words_[at].begin;
    std::size_t end = words_[next - 1].end;
    const bool in_brackets = words_[next - 1].depth > words_[at].depth;
    if (in_brackets && end < text_.size() && text_[end] == ')') ++end;
    const std::string written(text_.substr(begin, end - begin));
    on_problem_(std::string(names.problem_code), "\"" + written + "\" is not in the vocabulary");
    add(to, written);
  }

  static void add(std::vector<std::string>& to, std::string name) {
    if (std::ranges::find(to, name) == to.end()) to.push_back(std::move(name));
  }

  // "is Board Certified in …, has a subspecialty in … and is licensed to practice in …"
  void read_prose() {
    for (std::size_t at = 0; at < last_;) {
      if (const std::size_t names = after_state_words(at)) {
        const bool profession = is_word(words_, at + 1, "in") && !is_state(names);
        at = profession ? read_sentence_part(names, specialty_names(), reviewer_.specialties)
                        : read_sentence_part(names, state_names(), reviewer_.states);
      } else if (const std::size_t first = after_specialty_words(at)) {
        at = read_sentence_part(first, specialty_names(), reviewer_.specialties);
      } else if (is_word(words_, at, "is")) {
        at = read_profession(at + 1);
      } else {
        ++at;
      }
    }
  }

  // "Licensed in Dentistry" names no state.
  bool is_state(std::size_t at) const {
    return state_names().matcher.longest_at(Words(words_).first(last_), at).has_value();
  }

  // "licensed to practice [medicine] in"; 0 if this is not what stands there.
  std::size_t after_state_words(std::size_t at) const {
    if (!words_[at].folded.starts_with("license") && !is_word(words_, at, "licensure")) return 0;
    if (!is_word(words_, at + 1, "to") && !is_word(words_, at + 1, "in")) return 0;
    constexpr std::size_t kFarthest = 8;
    for (std::size_t next = at + 1; next < std::min(at + kFarthest, last_); ++next) {
      if ((words_[next].gap & kGapStop) != 0) return 0;
      if (is_word(words_, next, "in")) return after_article(next + 1);
    }
    return 0;
  }

  // "the District of Columbia", "the State of Utah"
  std::size_t after_article(std::size_t at) const {
    while (is_word(words_, at, "the") || is_word(words_, at, "state") || is_word(words_, at, "of")) ++at;
    return at;
  }

  std::size_t after_specialty_words(std::size_t at) const {
    constexpr std::array<std::string_view, 10> kAnnounce = {
        "subspecialtie", "specialtie",   "certified", "certification", "certificate",
        "certificatio",  "subspecialty", "specialty", "specialize",    "specialist"};
    if (std::ranges::find(kAnnounce, words_[at].folded) == kAnnounce.end() || !is_word(words_, at + 1, "in"))
      return 0;
    return at + 2;
  }

  // Names joined by commas and "and", up to the first word that is no name. The first must be one.
  std::size_t read_sentence_part(std::size_t at, const Names& names, std::vector<std::string>& to) {
    const std::size_t begin = at;
    while (at < last_) {
      const bool sentence_ended = at > begin && (words_[at].gap & kGapStop) != 0;
      if (sentence_ended || (at > begin && announces(at))) break;
      const std::size_t name = &names == &state_names() ? after_article(at) : at;
      if (const auto match = names.matcher.longest_at(Words(words_).first(last_), name)) {
        add(to, std::string(names.values[match->values.front()].name));
        at = match->end;
      } else if (at == begin) {
        at = keep_in_sentence(at, names, to);
      } else {
        break;
      }
    }
    return std::max(at, begin);
  }

  bool announces(std::size_t at) const {
    return after_state_words(at) != 0 || after_specialty_words(at) != 0;
  }

  // Up to the next comma, "and" or verb.
  std::size_t keep_in_sentence(std::size_t at, const Names& names, std::vector<std::string>& to) {
    std::size_t next = at + 1;
    while (next < last_ && (words_[next].gap & kSeparates) == 0 && !is_word(words_, next, "is")) ++next;
    add_unmapped(at, next, names, to);
    return next;
  }

  // "is a licensed Psychologist", "is a Doctor of Chiropractic".
  std::size_t read_profession(std::size_t at) {
    if (is_word(words_, at, "a") || is_word(words_, at, "an")) ++at;
    constexpr std::array<std::string_view, 6> kQualifiers = {"board",      "certified", "licensed",
                                                             "practicing", "duly",      "currently"};
    while (std::ranges::find(kQualifiers, words_[at].folded) != kQualifiers.end() && !announces(at)) ++at;
    if (const auto match = specialty_names().matcher.longest_at(Words(words_).first(last_), at)) {
      add(reviewer_.specialties, std::string(specialty_names().values[match->values.front()].name));
      return match->end;
    }
    return at;
  }

  std::string_view text_;
  const OnProblem& on_problem_;
  std::vector<TextWord> words_;
  std::size_t last_;
  Reviewer reviewer_;
};

}  // namespace

Reviewer read_credentials(std::string_view text, const OnProblem& on_problem) {
  return CredentialsReader(text, on_problem).read();
}

}  // namespace imr
