// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/citation_value.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

Strings ids(const CitationValue& value) {
  Strings ids;
  for (const CitedPlace& place : value.places) ids.emplace_back(place.chapter->id);
  return ids;
}

}  // namespace

TEST_CASE("a citation is read as people type it") {
  const Strings kNeck = {"ACOEM2-08"};
  const struct {
    std::string text;
    Strings ids;
    std::vector<PageRange> pages;
  } cases[] = {
      {"ACOEM ch 8 p 177-179", kNeck, {{177, 179}}},
      {"ACOEM ch. 8, pp. 177-9", kNeck, {{177, 179}}},
      {"acoem chapter 8 pages 177 to 179", kNeck, {{177, 179}}},
      {"ACOEM Ch8 p.177", kNeck, {{177, 177}}},
      {"ACOEM ch 8 at 177", kNeck, {{177, 177}}},
      {"ACOEM 8 pp177-179, 182", kNeck, {{177, 179}, {182, 182}}},
      {"ch 8", kNeck, {}},
      {"MTUS ACOEM Chapter 8", kNeck, {}},
      {"ACOEM2-08", kNeck, {}},
      {"acoem2-08 page 178", kNeck, {{178, 178}}},
      {"ACOEM Neck and Upper Back Complaints", kNeck, {}},
      {"Neck & Upper Back Complaints", kNeck, {}},
      {"MTUS ACOEM Chapter 8 Neck and Upper Back Complaints 2004", kNeck, {}},
      {"ACOEM chapters 8 and 12", {"ACOEM2-08", "ACOEM2-12"}, {}},
      {"ACOEM 2nd edition shoulder", {"ACOEM2-09"}, {}},
      {"ACOEM shoulder", {"ACOEM2-09", "A17-SHO"}, {}},
      {"ACOEM shoulder 2016", {"A17-SHO"}, {}},
      {"low back", {"ACOEM2-12", "A17-LB", "ODG-LB"}, {}},
      {"MTUS low back", {"ACOEM2-12", "A17-LB"}, {}},
      {"ODG low back", {"ODG-LB"}, {}},
      {"ODG-LB", {"ODG-LB"}, {}},
      {"ODG lumbar", {"ODG-LB"}, {}},
      {"Official Disability Guidelines (ODG), Low Back Chapter", {"ODG-LB"}, {}},
      {"MTUS Chronic Pain p 60", {"MTUS-CPMTG09", "MTUS-CPMTG16"}, {{60, 60}}},
      {"MTUS Chronic Pain 2009, page 60", {"MTUS-CPMTG09"}, {{60, 60}}},
      {"CA MTUS Chronic Pain Medical Treatment Guidelines", {"MTUS-CPMTG09", "MTUS-CPMTG16"}, {}},
      {"CPMTG", {"MTUS-CPMTG09", "MTUS-CPMTG16"}, {}},
      {"ACOEM chronic pain", {"A17-CP"}, {}},
      {"ACOEM 3rd edition", {"ACOEM3"}, {}},
      {"acupuncture guidelines", {"MTUS-ACU"}, {}},
      {"ODG (chapter not named)", {"ODG"}, {}},
      {"none cited", {"NONE"}, {}},
      {"Other guideline or medical evidence", {"OTHER"}, {}},
      {"Medical Treatment Utilization Schedule, postsurgical", {"MTUS-PSTG"}, {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const CitationValue value = citation_value(c.text, 0);
    CHECK(ids(value) == c.ids);
    CHECK_FALSE(value.loose);
    for (const CitedPlace& place : value.places) CHECK(place.pages == c.pages);
  }
}

TEST_CASE("what is written as in a letter is read as there, and said to be") {
  const struct {
    std::string text;
    Strings ids;
    std::vector<PageRange> pages;
  } cases[] = {
      {"MTUS ACOEM Neck and Upper Back Complaints 2004, Section(s): Special Studies, Page(s) 177-178",
       {"ACOEM2-08"},
       {{177, 178}}},
      {"ODG low back, lumbar fusion", {"ODG-LB"}, {}},
      {"MTUS Opioids 2009, section: weaning, p 3; MTUS Opioids 2007, p 5", {"MTUS-OPI16"}, {{3, 3}, {5, 5}}},
      {"MTUS Opioids 2009, section: weaning, p 3; MTUS Opioids 2007", {"MTUS-OPI16"}, {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const CitationValue value = citation_value(c.text, 0);
    CHECK(ids(value) == c.ids);
    CHECK(value.places[0].pages == c.pages);
    CHECK(value.loose);
    CHECK_FALSE(value.exact);
  }
}

TEST_CASE("the name of a guideline means all its chapters") {
  for (const std::string text : {"ACOEM", "acoem guidelines", "MTUS ACOEM"}) {
    CAPTURE(text);
    const CitationValue value = citation_value(text, 0);
    CHECK(value.said == Strings{"ACOEM"});
    for (const CitedPlace& place : value.places) CHECK(place.chapter->label.starts_with("ACOEM"));
    CHECK(value.places.size() ==
          static_cast<std::size_t>(std::ranges::count_if(
              guideline_chapters(), [](const auto& chapter) { return chapter.label.starts_with("ACOEM"); })));
  }
  for (const CitedPlace& place : citation_value("ODG p 3", 0).places)
    CHECK(place.chapter->label.starts_with("ODG"));
  CHECK(citation_value("ODG p 3", 0).said == Strings{"ODG p 3"});
  for (const CitedPlace& place : citation_value("MTUS", 0).places) CHECK(place.chapter->source == "MTUS");
}

TEST_CASE("what was understood can be typed again and means the same") {
  for (const std::string text :
       {"ACOEM ch 8 p 177-9, 182", "ACOEM shoulder", "low back p 3", "CPMTG", "ODG p 12-14",
        "MTUS Chronic Pain 2009", "ACOEM prevention 2018", "ACOEM2-01", "other", "acoem 3rd"}) {
    CAPTURE(text);
    const CitationValue value = citation_value(text, 0);
    Strings again;
    for (const std::string& said : value.said) {
      CAPTURE(said);
      const CitationValue reread = citation_value(said, 0);
      for (const std::string& id : ids(reread)) again.push_back(id);
      CHECK(reread.places[0].pages == value.places[0].pages);
    }
    CHECK(Strings(again) == ids(value));
  }
}

TEST_CASE("every id means that chapter, every label all its editions") {
  for (const GuidelineChapter& chapter : guideline_chapters()) {
    CAPTURE(chapter.id);
    const std::string pages = " p 12-14";
    const CitationValue labelled = citation_value(std::string(chapter.label) + pages, 0);
    CHECK(labelled.exact);
    CHECK(labelled.said == Strings{std::string(chapter.label) + pages});
    for (const CitedPlace& place : labelled.places) CHECK(place.chapter->label == chapter.label);
    const bool names_guideline = chapter.id == "ACOEM" || chapter.id == "ODG";
    if (!names_guideline) CHECK(ids(citation_value(chapter.id, 0)) == Strings{std::string(chapter.id)});
  }
}

TEST_CASE("a year says which edition is meant, of the ODG nothing") {
  CHECK(ids(citation_value("ODG low back 2016", 0)) == Strings{"ODG-LB"});
  for (const CitedPlace& place : citation_value("ACOEM 2004", 0).places)
    CHECK(place.chapter->id.starts_with("ACOEM2-"));
}

TEST_CASE("a long text is read quickly") {
  for (const std::string piece : {"at 1 ", "ODG MTUS ", "ch 8 ", "p 1-2 ", "shoulder ", "2016 "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 100'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    try {
      (void)citation_value("ACOEM " + text, 0);
    } catch (const QueryError&) {
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));  // quadratic would not pass
  }
}

TEST_CASE("what names no chapter is an error that names the nearest") {
  const struct {
    std::string text;
    std::string hint;
  } cases[] = {
      {"ACOEM sholder", "nearest: \"ACOEM Shoulder Complaints\", \"ACOEM Shoulder Disorders\""},
      {"ODG nek", "nearest: \"ODG Neck and Upper Back\""},
      {"frobnication", "imr-search facets --facet guideline lists those in the index"},
      {"ACOEM ch 99", "imr-search facets --facet guideline lists those in the index"},
      {"ACOEM ch 8 shoulder", "nearest: \"ACOEM Shoulder Complaints\", \"ACOEM Shoulder Disorders\""},
      {"ACOEM shoulder 1999", "nearest: \"ACOEM Shoulder Complaints\", \"ACOEM Shoulder Disorders\""},
      {"ACOEM or ODG", "imr-search facets --facet guideline lists those in the index"},
      {"p 60", "for pages of any guideline write page:60"},
      {"2004", "imr-search facets --facet guideline lists those in the index"},
      {",", "imr-search facets --facet guideline lists those in the index"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    try {
      (void)citation_value(c.text, 7);
      FAIL_CHECK("read");
    } catch (const QueryError& error) {
      CHECK(error.code() == "unknown_value");
      CHECK(error.offset() == 7);
      CHECK(error.hint() == c.hint);
    }
  }
}
