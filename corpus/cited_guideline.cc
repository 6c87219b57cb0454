// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/cited_guideline.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace imr {
namespace {

template <typename T>
void add_new(std::vector<T>& to, const std::vector<T>& more) {
  for (const T& one : more) {
    if (std::ranges::find(to, one) == to.end()) to.push_back(one);
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kMarks = " ,;:.(-/";
  constexpr std::array<std::string_view, 3> kConnectors = {" and", " the", " or"};
  while (!text.empty() && kMarks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  for (bool changed = true; changed;) {
    changed = false;
    while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    for (const std::string_view connector : kConnectors) {
      if (!text.ends_with(connector)) continue;
      text.remove_suffix(connector.size());
      changed = true;
    }
  }
  return text;
}

std::optional<int> implied_year(const GuidelineChapter& chapter) {
  if (chapter.years.empty() || chapter.source == "ODG") return std::nullopt;
  const bool first_edition = chapter.id.starts_with("ACOEM2-");
  if (chapter.years.size() > 1 && !first_edition) return std::nullopt;
  return chapter.years.front();
}

GuidelineCitation entry_of(const CitedGuideline& mention) {
  const GuidelineChapter& chapter = *mention.chapter;
  return {.id = std::string(chapter.id),
          .label = std::string(chapter.label),
          .source = std::string(chapter.source),
          .topic = std::string(chapter.topic),
          .year = mention.year};
}

}  // namespace

const GuidelineChapter* known_chapter(std::string_view id) {
  const GuidelineChapter* chapter = find_guideline_chapter(id);
  assert(chapter != nullptr);
  return chapter;
}

CitedGuideline cited(std::string_view id, std::size_t begin, std::size_t end) {
  CitedGuideline made;
  made.chapter = known_chapter(id);
  made.begin = begin;
  made.end = end;
  return made;
}

std::vector<GuidelineCitation> join_citations(std::string_view text, std::span<const TextWord> words,
                                              const std::vector<CitedGuideline>& mentions) {
  std::vector<GuidelineCitation> entries;
  for (const CitedGuideline& mention : mentions) {
    auto entry = std::ranges::find_if(entries, [&](const GuidelineCitation& other) {
      return other.id == mention.chapter->id && (!other.year || !mention.year || other.year == mention.year);
    });
    if (entry == entries.end()) entry = entries.insert(entries.end(), entry_of(mention));
    if (!entry->year) entry->year = mention.year;
    add_new(entry->sections, mention.sections);
    add_new(entry->pages, mention.pages);
    const std::size_t begin = words[mention.begin].begin;
    const std::string_view written = trimmed(text.substr(begin, words[mention.end].begin - begin));
    if (!entry->as_written.empty()) entry->as_written += "; ";
    entry->as_written += written;
  }
  for (GuidelineCitation& entry : entries) {
    if (!entry.year) entry.year = implied_year(*known_chapter(entry.id));
  }
  return entries;
}

}  // namespace imr
