// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace imr {

extern const std::string_view kGuidelineChaptersTsv;
extern const std::string_view kGuidelineSectionsTsv;
extern const std::string_view kSpecialtiesTsv;
extern const std::string_view kStatesTsv;

namespace {

using Row = std::vector<std::string_view>;

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

// The rows of a table of that many columns; lines that start with "#" are comments.
std::vector<Row> read_table(std::string_view tsv, std::size_t columns) {
  std::vector<Row> rows;
  for (const std::string_view line : split(tsv, "\n")) {
    if (line.empty() || line.front() == '#') continue;
    Row row = split(line, "\t");
    row.resize(columns);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string_view> list_of(std::string_view cell) {
  if (cell.empty()) return {};
  return split(cell, "; ");
}

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
                           .written_forms = list_of(row[7])};
  for (const std::string_view year : split(row[6], " ")) {
    if (const auto number = number_of(year)) chapter.years.push_back(*number);
  }
  return chapter;
}

}  // namespace

std::span<const GuidelineChapter> guideline_chapters() {
  static const auto chapters = [] {
    std::vector<GuidelineChapter> made;
    for (const Row& row : read_table(kGuidelineChaptersTsv, 8)) made.push_back(chapter_of(row));
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
    for (const Row& row : read_table(kSpecialtiesTsv, 3)) made.push_back({row[0], list_of(row[2])});
    return made;
  }();
  return values;
}

std::span<const NamedValue> states() {
  static const auto values = [] {
    std::vector<NamedValue> made;
    for (const Row& row : read_table(kStatesTsv, 3)) {
      made.push_back({row[1], {row[0]}});
      const auto forms = list_of(row[2]);
      made.back().aliases.insert(made.back().aliases.end(), forms.begin(), forms.end());
    }
    return made;
  }();
  return values;
}

std::span<const std::string_view> guideline_section_titles() {
  static const auto titles = [] {
    std::vector<std::string_view> made;
    for (const Row& row : read_table(kGuidelineSectionsTsv, 3)) made.push_back(row[1]);
    std::ranges::stable_sort(made, std::ranges::greater(), &std::string_view::size);
    return made;
  }();
  return titles;
}

}  // namespace imr
