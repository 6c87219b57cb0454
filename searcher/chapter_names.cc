// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/chapter_names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

#include "analyzers/text_words.h"
#include "schema/edit_distance.h"

namespace imr {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kNearestListed = 3;
constexpr std::array<std::string_view, 10> kSaysNothing = {"chapter", "ch", "chap",       "guideline", "the",
                                                           "edition", "ca", "california", "practice",  "of"};

std::vector<Words> wordings_of(const GuidelineChapter& chapter) {
  std::vector<Words> wordings = {name_words(chapter.title), name_words(chapter.label)};
  for (const std::string_view form : chapter.written_forms) wordings.push_back(name_words(form));
  return wordings;
}

Chapters with_wording(const Chapters& among, const std::function<bool(const Words&)>& test) {
  Chapters found;
  for (const GuidelineChapter* chapter : among) {
    if (std::ranges::any_of(wordings_of(*chapter), test)) found.push_back(chapter);
  }
  return found;
}

bool holds_all(const Words& wording, const Words& words) {
  return std::ranges::all_of(
      words, [&](const std::string& word) { return std::ranges::find(wording, word) != wording.end(); });
}

// How far each word is from one of the wording, in all; none if one of them is not near.
std::optional<std::size_t> distance(const Words& wording, const Words& words) {
  std::size_t sum = 0;
  for (const std::string& word : words) {
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    const std::size_t limit = best;
    for (const std::string& known : wording) best = std::min(best, edit_distance(word, known));
    if (best == limit) return std::nullopt;
    sum += best;
  }
  return sum;
}

}  // namespace

bool says_nothing(std::string_view folded_word) {
  return std::ranges::find(kSaysNothing, folded_word) != kSaysNothing.end();
}

std::vector<std::string> name_words(std::string_view name) {
  Words words;
  for (const TextWord& word : text_words(name)) {
    const bool counts = word.depth == 0 && !word.folded.empty() && !says_nothing(word.folded);
    if (counts) words.push_back(word.folded);
  }
  return words;
}

Chapters chapters_named(const Chapters& among, const Words& words) {
  if (words.empty()) return {};
  Chapters found = with_wording(among, [&](const Words& wording) { return wording == words; });
  if (found.empty())
    found = with_wording(among, [&](const Words& wording) { return holds_all(wording, words); });
  Chapters editions;
  std::ranges::copy_if(among, std::back_inserter(editions), [&](const GuidelineChapter* chapter) {
    return std::ranges::find(found, chapter->label, &GuidelineChapter::label) != found.end();
  });
  return editions;
}

std::vector<std::string> nearest_chapters(const Chapters& among, const Words& words) {
  std::set<std::pair<std::size_t, std::string_view>> ranked;
  for (const GuidelineChapter* chapter : among) {
    for (const Words& wording : wordings_of(*chapter)) {
      const auto far = words.empty() ? std::nullopt : distance(wording, words);
      if (far) ranked.emplace(*far, chapter->label);
    }
  }
  std::vector<std::string> labels;
  for (const auto& [far, label] : ranked) {
    const bool listed = std::ranges::find(labels, label) != labels.end();
    if (!listed && labels.size() < kNearestListed) labels.emplace_back(label);
  }
  return labels;
}

}  // namespace imr
