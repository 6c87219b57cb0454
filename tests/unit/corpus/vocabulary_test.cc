// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace imr {
namespace {

const NamedValue* named(std::span<const NamedValue> values, std::string_view name) {
  const auto found = std::ranges::find(values, name, &NamedValue::name);
  return found == values.end() ? nullptr : &*found;
}

TEST_CASE("every chapter is complete and its id is there once") {
  std::set<std::string_view> ids;
  for (const GuidelineChapter& chapter : guideline_chapters()) {
    CAPTURE(chapter.id);
    CHECK(ids.insert(chapter.id).second);
    CHECK_FALSE(chapter.label.empty());
    CHECK_FALSE(chapter.source.empty());
    CHECK_FALSE(chapter.topic.empty());
    CHECK_FALSE(chapter.title.empty());
    for (const std::string_view form : chapter.written_forms) CHECK_FALSE(form.empty());
  }
  CHECK(ids.size() == 73);
}

TEST_CASE("a chapter is found by its id") {
  const GuidelineChapter* elbow = find_guideline_chapter("ACOEM2-10");
  REQUIRE(elbow != nullptr);
  CHECK(elbow->source == "MTUS");
  CHECK(elbow->topic == "Elbow");
  CHECK(elbow->chapter_no == 10);
  CHECK(elbow->years == std::vector<int>{2004, 2007});
  CHECK(std::ranges::count(elbow->written_forms, "Elbow Complaints") == 1);
  CHECK(find_guideline_chapter("ODG-NECK")->chapter_no == std::nullopt);
  CHECK(find_guideline_chapter("ACOEM2-99") == nullptr);
  CHECK(find_guideline_chapter("") == nullptr);
}

TEST_CASE("fifty states, the district and five territories have an abbreviation first") {
  std::set<std::string_view> abbreviations;
  for (const NamedValue& state : states()) {
    CAPTURE(state.name);
    REQUIRE_FALSE(state.aliases.empty());
    CHECK(state.aliases.front().size() == 2);
    CHECK(abbreviations.insert(state.aliases.front()).second);
  }
  CHECK(abbreviations.size() == 56);
}

TEST_CASE("a specialty lists its other names") {
  const NamedValue* family = named(specialties(), "Family Medicine");
  REQUIRE(family != nullptr);
  CHECK(std::ranges::count(family->aliases, "Family Practice") == 1);
  CHECK(named(specialties(), "Family Practice") == nullptr);
}

TEST_CASE("section titles come longest first and keep their commas") {
  const auto sections = guideline_sections();
  CHECK(sections.size() > 100);
  CHECK(std::ranges::is_sorted(sections, std::ranges::greater(),
                               [](const GuidelineSection& section) { return section.title.size(); }));
  CHECK(std::ranges::count(sections, "NSAIDs, GI symptoms & cardiovascular risk", &GuidelineSection::title) ==
        1);
}

}  // namespace
}  // namespace imr
