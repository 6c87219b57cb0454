// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/mtus_chapters.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace imr {
namespace {

using std::chrono::December;

constexpr Date kNewChapters = std::chrono::year{2017} / December / 1;

// The editions that a title can mean.
struct Editions {
  const GuidelineChapter* second = nullptr;   // ACOEM, second edition
  const GuidelineChapter* state = nullptr;    // California's own guidelines
  const GuidelineChapter* adopted = nullptr;  // ACOEM chapters adopted from December 2017 on
};

bool is_adopted(const GuidelineChapter& chapter) { return chapter.id.starts_with("A17-"); }

bool has_year(const GuidelineChapter* chapter, int year) {
  return chapter != nullptr && std::ranges::find(chapter->years, year) != chapter->years.end();
}

Editions editions_of(const PhraseMatch& title) {
  Editions editions;
  for (const int row : title.values) {
    if (row == kGeneralApproaches) continue;
    const GuidelineChapter& chapter = guideline_chapters()[row];
    if (is_second_edition(chapter)) {
      editions.second = &chapter;
    } else if (is_adopted(chapter)) {
      editions.adopted = &chapter;
    } else {
      editions.state = &chapter;
    }
  }
  return editions;
}

bool means_adopted(const Editions& editions, std::optional<int> year, const CitationContext& context) {
  if (editions.adopted == nullptr) return false;
  const bool older = year && (has_year(editions.second, *year) || has_year(editions.state, *year) ||
                              (editions.state != nullptr && *year == 2016));
  if (older) return false;
  if (context.decision_date) return adopted_chapters_count(context);
  return year && has_year(editions.adopted, *year);
}

// The Chronic Pain guideline has two editions under one title; an undated one is the first.
const GuidelineChapter* state_edition(const GuidelineChapter* chapter, std::optional<int> year) {
  if (chapter->id == "MTUS-CPMTG09" && year == 2016) return known_chapter("MTUS-CPMTG16");
  return chapter;
}

}  // namespace

const PhraseMatcher& mtus_titles() {
  static const auto matcher = [] {
    PhraseMatcher made;
    const auto chapters = guideline_chapters();
    for (std::size_t row = 0; row < chapters.size(); ++row) {
      const GuidelineChapter& chapter = chapters[row];
      const bool wanted =
          is_second_edition(chapter) || is_adopted(chapter) || chapter.id.starts_with("MTUS-");
      if (!wanted || chapter.id == "MTUS-CPMTG16") continue;
      made.add(chapter.title, static_cast<int>(row));
      for (const std::string_view form : chapter.written_forms) made.add(form, static_cast<int>(row));
    }
    made.add("General Approaches", kGeneralApproaches);
    return made;
  }();
  return matcher;
}

const GuidelineChapter* second_edition_chapter(int number) {
  const auto chapters = guideline_chapters();
  const auto found = std::ranges::find(chapters, std::optional<int>(number), &GuidelineChapter::chapter_no);
  return found == chapters.end() ? nullptr : &*found;
}

bool is_second_edition(const GuidelineChapter& chapter) { return chapter.id.starts_with("ACOEM2-"); }

bool is_acoem_chapter(const GuidelineChapter& chapter) {
  return is_second_edition(chapter) || is_adopted(chapter) || chapter.id == "ACOEM3";
}

bool adopted_chapters_count(const CitationContext& context) {
  return context.decision_date && *context.decision_date >= kNewChapters;
}

bool is_telling_title(std::span<const TextWord> title) {
  static constexpr std::array<std::string_view, 5> kTelling = {"complaint", "condition", "disorder",
                                                               "guideline", "treatment"};
  return title.size() >= 4 || std::ranges::any_of(title, [](const TextWord& word) {
           return std::ranges::find(kTelling, word.folded) != kTelling.end();
         });
}

const GuidelineChapter* edition_of(const PhraseMatch& title, std::span<const TextWord> words,
                                   std::optional<int> year, CitationPlace place,
                                   const CitationContext& context) {
  const Editions editions = editions_of(title);
  if (means_adopted(editions, year, context)) return editions.adopted;
  const bool outside = place == CitationPlace::acoem_outside;
  const auto title_words = words.subspan(title.begin, title.end - title.begin);
  if (editions.second != nullptr) {
    const bool other_edition = year && !has_year(editions.second, *year);
    const bool third = outside && (other_edition || !is_telling_title(title_words));
    return third ? known_chapter("ACOEM3") : editions.second;
  }
  if (editions.state != nullptr) return outside ? nullptr : state_edition(editions.state, year);
  return place == CitationPlace::elsewhere ? nullptr : known_chapter("ACOEM3");
}

}  // namespace imr
