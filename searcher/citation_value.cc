// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/citation_value.h"

#include <algorithm>
#include <array>

#include "analyzers/folding.h"
#include "corpus/citations.h"
#include "corpus/mtus_chapters.h"
#include "searcher/chapter_names.h"
#include "searcher/query_error.h"
#include "searcher/typed_citation.h"

namespace imr {

namespace {

using Strings = std::vector<std::string>;

Chapters all_chapters() {
  Chapters all;
  for (const GuidelineChapter& chapter : guideline_chapters()) all.push_back(&chapter);
  return all;
}

Chapters only(const Chapters& chapters, const auto& test) {
  Chapters kept;
  std::ranges::copy_if(chapters, std::back_inserter(kept), [&](const auto* one) { return test(*one); });
  return kept;
}

// The chapters under the name of a guideline, whatever the edition.
Chapters chapters_of(CitedSource source) {
  return only(all_chapters(), [&](const GuidelineChapter& chapter) {
    if (source == CitedSource::odg) return chapter.id.starts_with("ODG");
    if (source == CitedSource::acoem) return chapter.label.starts_with("ACOEM");
    return chapter.source == "MTUS";
  });
}

std::string_view name_of(CitedSource source) {
  if (source == CitedSource::odg) return "ODG";
  return source == CitedSource::acoem ? "ACOEM" : "MTUS";
}

bool is_bare_source(const TypedCitation& typed) {
  return typed.source && typed.title.empty() && typed.chapter_numbers.empty() && typed.years.empty() &&
         !typed.second_edition;
}

// Those of a label or id; "ACOEM" and "ODG" are rather all of their chapters.
Chapters exactly(const TypedCitation& typed) {
  const std::string folded = fold(typed.name);
  return only(all_chapters(), [&](const GuidelineChapter& chapter) {
    const bool id = chapter.id != name_of(CitedSource::acoem) && chapter.id != name_of(CitedSource::odg);
    return (id && fold(chapter.id) == folded) || fold(chapter.label) == folded;
  });
}

bool any_of(const std::vector<int>& wanted, const std::vector<int>& values) {
  return std::ranges::find_first_of(wanted, values) != wanted.end();
}

// Nothing in it but what a citation is made of.
bool is_plain(const TypedCitation& typed) {
  const bool says_enough = typed.source || !typed.title.empty() || !typed.chapter_numbers.empty();
  return says_enough && !typed.other_words && !typed.other_source;
}

// The chapters among which a title is looked for.
Chapters candidates(const TypedCitation& typed) {
  return typed.source ? chapters_of(*typed.source) : all_chapters();
}

bool names_title(const TypedCitation& typed) {
  return !chapters_named(candidates(typed), typed.title).empty();
}

// Where the MTUS has a guideline of its own by that title, ACOEM's chapter of the MTUS is not meant.
Chapters of_the_state(const Chapters& chapters) {
  const Chapters own =
      only(chapters, [](const GuidelineChapter& chapter) { return chapter.label.starts_with("MTUS "); });
  return own.empty() ? chapters : own;
}

// The table has no years of the ODG, which appears anew each year.
Chapters described(const TypedCitation& typed) {
  Chapters found = candidates(typed);
  if (!typed.title.empty()) found = chapters_named(found, typed.title);
  if (!typed.title.empty() && typed.source == CitedSource::mtus) found = of_the_state(found);
  return only(found, [&](const GuidelineChapter& chapter) {
    const bool numbered = chapter.chapter_no && any_of(typed.chapter_numbers, {*chapter.chapter_no});
    const bool dated = chapter.source == "ODG" || any_of(typed.years, chapter.years);
    return (typed.chapter_numbers.empty() || numbered) && (typed.years.empty() || dated) &&
           (!typed.second_edition || is_second_edition(chapter));
  });
}

// Editions of several years are one place; one of them without pages means the chapter at all.
void add_place(std::vector<CitedPlace>& places, const CitedPlace& place) {
  const auto known = std::ranges::find(places, place.chapter, &CitedPlace::chapter);
  if (known == places.end()) {
    places.push_back(place);
  } else if (known->pages.empty() || place.pages.empty()) {
    known->pages.clear();
  } else {
    known->pages.insert(known->pages.end(), place.pages.begin(), place.pages.end());
  }
}

// What the reader of letters finds in it, if it is a chapter by name.
std::vector<CitedPlace> as_in_letters(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kUntold = {"ACOEM", "ACOEM3", "NONE", "ODG", "OTHER"};
  std::vector<CitedPlace> places;
  for (const GuidelineCitation& citation : read_citations(text, {})) {
    const bool told = std::ranges::find(kUntold, citation.id) == kUntold.end();
    if (told) add_place(places, {find_guideline_chapter(citation.id), citation.pages});
  }
  return places;
}

[[noreturn]] void refuse(std::string_view text, const TypedCitation& typed, std::size_t offset) {
  std::string hint;
  for (const std::string& label : nearest_chapters(candidates(typed), typed.title))
    hint += (hint.empty() ? "nearest: \"" : ", \"") + label + "\"";
  const bool pages_alone = typed.name.empty() && !typed.pages.empty();
  if (pages_alone) hint = "for pages of any guideline write page:" + std::to_string(typed.pages[0].first);
  if (hint.empty()) hint = "imr-search facets --facet guideline lists those in the index";
  throw QueryError("unknown_value", "\"" + std::string(text) + "\" names no chapter of a guideline", offset,
                   hint);
}

std::string pages_said(const std::vector<PageRange>& pages) {
  std::string said;
  for (const PageRange& range : pages) {
    said += (said.empty() ? " p " : ", ") + std::to_string(range.first);
    if (range.last != range.first) said += "-" + std::to_string(range.last);
  }
  return said;
}

void add_new(Strings& names, const std::string& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

// A label stands for all its editions, or else the id for one.
void name_places(CitationValue& value) {
  for (const CitedPlace& place : value.places) {
    const std::string pages = pages_said(place.pages);
    const Chapters editions =
        only(all_chapters(), [&](const GuidelineChapter& one) { return one.label == place.chapter->label; });
    const bool all_meant = std::ranges::all_of(editions, [&](const auto* edition) {
      return std::ranges::any_of(value.places, [&](const CitedPlace& other) {
        return other.chapter == edition && other.pages == place.pages;
      });
    });
    add_new(value.names, std::string(place.chapter->label) + pages);
    add_new(value.said, std::string(all_meant ? place.chapter->label : place.chapter->id) + pages);
  }
}

}  // namespace

CitationValue citation_value(std::string_view text, std::size_t offset) {
  const TypedCitation typed = read_typed_citation(text);
  CitationValue value;
  Chapters chapters = typed.other_words ? Chapters() : exactly(typed);
  value.exact = !chapters.empty();
  if (!value.exact && is_plain(typed)) chapters = described(typed);
  for (const GuidelineChapter* chapter : chapters) value.places.push_back({chapter, typed.pages});
  if (chapters.empty() && !(is_plain(typed) && names_title(typed))) {
    value.places = as_in_letters(text);
    value.loose = true;
  }
  if (value.places.empty()) refuse(text, typed, offset);
  name_places(value);
  if (!value.exact && !value.loose && is_bare_source(typed))
    value.said = {std::string(name_of(*typed.source)) + pages_said(typed.pages)};
  return value;
}

}  // namespace imr
