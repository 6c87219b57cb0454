// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/treatment_cues.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "analyzers/data_lines.h"
#include "analyzers/data_tables.h"
#include "analyzers/phrase_matcher.h"

namespace imr {

extern const std::string_view kOrdinaryWordsTxt;
extern const std::string_view kTreatmentCuesTsv;
extern const std::string_view kTreatmentCodesTsv;

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// A form that counts only in capitals is marked by "="; its value is odd.
PhraseMatcher read_cues(std::vector<CueKind>& kinds) {
  PhraseMatcher matcher;
  for (const auto word : data_lines(kOrdinaryWordsTxt)) matcher.add_word(word);
  for (const auto& row : table_rows(kTreatmentCuesTsv, 4)) {
    const auto same = std::ranges::find(kinds, row[0], &CueKind::name);
    const auto value = 2 * static_cast<int>(same - kinds.begin());
    if (same == kinds.end()) kinds.push_back({row[0], row[1][0] - '0', row[2]});
    for (const auto form : cell_entries(row[3])) {
      const bool capitals = form.starts_with('=');
      matcher.add(form.substr(capitals ? 1 : 0), value + (capitals ? 1 : 0));
    }
  }
  return matcher;
}

struct Cues {
  std::vector<CueKind> kinds;
  PhraseMatcher matcher = read_cues(kinds);
};

const Cues& cues() {
  static const Cues kCues;
  return kCues;
}

struct CodeRange {
  std::string_view first;
  std::string_view last;
  int kind;
};

std::span<const CodeRange> codes() {
  static const auto table = [] {
    std::vector<CodeRange> made;
    for (const auto& row : table_rows(kTreatmentCodesTsv, 3)) {
      made.push_back({row[0], row[1], find_cue_kind(row[2])});
    }
    return made;
  }();
  return table;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Five digits, or a letter and four. The narrowest range holds; -1 for no code.
int kind_of_code(const TextWord& word) {
  std::string code = word.folded;
  if (code.size() != 5 || !std::ranges::all_of(code.substr(1), is_digit)) return -1;
  if (code[0] >= 'a' && code[0] <= 'z') code[0] = static_cast<char>(code[0] - 32);
  int best = -1;
  long width = 1'000'000;
  for (const auto& range : codes()) {
    if (code < range.first || code > range.last) continue;
    const long wide = std::stol(std::string(range.last.substr(1))) -
                      std::stol(std::string(range.first.substr(1))) +
                      (range.last[0] - range.first[0]) * 10'000L;
    if (wide < width) best = range.kind, width = wide;
  }
  return best;
}

bool is_operation(std::string_view kind) {
  return is_one_of(
      kind, {"surgery", "surgery_word", "arthroscopy", "spine_surgery", "injection", "injection_generic"});
}

// Whether what begins at word `at` has been done: "status post right knee arthroscopy", "post-injection".
bool is_past(const RequestText& request, std::size_t at) {
  const auto& words = request.words;
  for (std::size_t back = 0; back < 6 && back < at; ++back) {
    if ((words[at - back].gap & (kGapComma | kGapStop | kGapColon)) != 0) return false;
    const auto& word = words[at - back - 1].folded;
    if (is_one_of(word, {"for", "with", "and", "of", "to"}) && back > 2) return false;
    if (is_one_of(word, {"following", "after", "before", "statu", "status", "sp"})) return true;
    if (word == "prior" || (word == "to" && at > back + 1 && words[at - back - 2].folded == "prior"))
      return true;
    if (word == "post" && (back == 0 || words[at - back].folded != "op")) return true;
    if (word == "p" && at > back + 1 && words[at - back - 2].folded == "s") return true;
  }
  return false;
}

}  // namespace

std::span<const CueKind> cue_kinds() { return cues().kinds; }

int find_cue_kind(std::string_view name) {
  const auto found = std::ranges::find(cue_kinds(), name, &CueKind::name);
  return found == cue_kinds().end() ? -1 : static_cast<int>(found - cue_kinds().begin());
}

std::vector<Cue> treatment_cues(const RequestText& request) {
  std::vector<Cue> found;
  for (const PhraseMatch& match : cues().matcher.find_all(request.words)) {
    const auto& first = request.words[match.begin];
    const bool capitals =
        in_capitals(std::string_view(request.text).substr(first.begin, first.end - first.begin));
    for (const int value : match.values) {
      if (value % 2 == 0 || capitals) {
        found.push_back({match.begin, match.end, value / 2});
        break;
      }
    }
  }
  for (std::size_t i = 0; i + 1 < request.words.size(); ++i) {
    const int kind = kind_of_code(request.words[i]);
    if (kind >= 0) found.push_back({i, i + 1, kind});
  }
  std::ranges::stable_sort(found, {}, &Cue::begin);
  auto left = found;
  std::erase_if(left, [&](const Cue& cue) {
    return is_operation(cue_kinds()[static_cast<std::size_t>(cue.kind)].name) && is_past(request, cue.begin);
  });
  return left.empty() ? found : left;
}

}  // namespace imr
