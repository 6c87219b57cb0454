// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary.h"

#include <algorithm>
#include <charconv>

#include "analyzers/data_tables.h"

namespace imr {

extern const std::string_view kGuidelineChaptersTsv;
extern const std::string_view kGuidelineSectionsTsv;
extern const std::string_view kSpecialtiesTsv;
extern const std::string_view kStatesTsv;
extern const std::string_view kTreatmentCategoriesTsv;

namespace {

using Row = std::vector<std::string_view>;

std::optional<int> number_of(std::string_view cell) {
  int number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

GuidelineChapter chapter_of(const Row& row) {
  GuidelineChapter chapter{.id = row[0],
                           .label = row[1],
                           .source = row[2],
                           .topic = row[3],
                           .chapter_no = number_of(row[4]),
                           .title = row[5],
                           .years = {},
                           .written_forms = cell_entries(row[7])};
  for (auto cell = row[6]; !cell.empty();) {
    const auto end = std::min(cell.find(' '), cell.size());
    if (const auto year = number_of(cell.substr(0, end))) chapter.years.push_back(*year);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return chapter;
}

}  // namespace

std::span<const GuidelineChapter> guideline_chapters() {
  static const auto chapters = [] {
    std::vector<GuidelineChapter> made;
    for (const Row& row : table_rows(kGuidelineChaptersTsv, 8)) made.push_back(chapter_of(row));
    return made;
  }();
  return chapters;
}

const GuidelineChapter* find_guideline_chapter(std::string_view id) {
  const auto chapters = guideline_chapters();
  const auto found = std::ranges::find(chapters, id, &GuidelineChapter::id);
  return found == chapters.end() ? nullptr : &*found;
}

std::span<const NamedValue> specialties() {
  static const auto values = [] {
    std::vector<NamedValue> made;
    for (const Row& row : table_rows(kSpecialtiesTsv, 3)) made.push_back({row[0], cell_entries(row[2])});
    return made;
  }();
  return values;
}

std::span<const NamedValue> states() {
  static const auto values = [] {
    std::vector<NamedValue> made;
    for (const Row& row : table_rows(kStatesTsv, 3)) {
      made.push_back({row[1], {row[0]}});
      const auto forms = cell_entries(row[2]);
      made.back().aliases.insert(made.back().aliases.end(), forms.begin(), forms.end());
    }
    return made;
  }();
  return values;
}

std::span<const GuidelineSection> guideline_sections() {
  static const auto sections = [] {
    std::vector<GuidelineSection> made;
    for (const Row& row : table_rows(kGuidelineSectionsTsv, 3)) made.push_back({row[0], row[1]});
    std::ranges::stable_sort(made, std::ranges::greater(),
                             [](const GuidelineSection& section) { return section.title.size(); });
    return made;
  }();
  return sections;
}

std::span<const std::string_view> treatment_categories() {
  static const auto labels = [] {
    std::vector<std::string_view> made;
    for (const Row& row : table_rows(kTreatmentCategoriesTsv, 1)) made.push_back(row[0]);
    return made;
  }();
  return labels;
}

}  // namespace imr
