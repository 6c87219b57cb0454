// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// One row of corpus/vocabulary/guideline_chapters.tsv.
struct GuidelineChapter {
  std::string_view id;
  std::string_view label;
  std::string_view source;  // MTUS, ACOEM, ODG, Other, None
  std::string_view topic;
  std::optional<int> chapter_no;
  std::string_view title;
  std::vector<int> years;  // of its editions
  std::vector<std::string_view> written_forms;
};

// A title within a guideline, as "Section(s):" lists it.
struct GuidelineSection {
  std::string_view guideline;  // "Chronic Pain", "Postsurgical" ...
  std::string_view title;
};

// A canonical name with the other forms in which it is written (matched without regard to case).
struct NamedValue {
  std::string_view name;
  std::vector<std::string_view> aliases;
};

// The tables are read once, on first use, from data compiled in; views stay valid for ever.
std::span<const GuidelineChapter> guideline_chapters();
const GuidelineChapter* find_guideline_chapter(std::string_view id);  // null if there is none
std::span<const NamedValue> specialties();
std::span<const NamedValue> states();                      // the USPS abbreviation is the first alias
std::span<const GuidelineSection> guideline_sections();    // the longest title first
std::span<const std::string_view> treatment_categories();  // labels, "Category > Subcategory"

}  // namespace imr
