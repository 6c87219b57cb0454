// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/body_parts.h"

#include <algorithm>

#include "analyzers/data_lines.h"
#include "analyzers/data_tables.h"
#include "analyzers/phrase_matcher.h"

namespace imr {

extern const std::string_view kBodyPartsTsv;
extern const std::string_view kOrdinaryWordsTxt;

namespace {

// With the last row, which has no label: what only looks like a part.
const std::vector<BodyPartName>& all_rows() {
  static const auto table = [] {
    std::vector<BodyPartName> made;
    for (const auto& row : table_rows(kBodyPartsTsv, 3)) {
      made.push_back({row[0], row[1], cell_entries(row[2])});
    }
    return made;
  }();
  return table;
}

// A form that counts only in capitals is marked by "="; its value is odd.
const PhraseMatcher& part_names() {
  static const auto matcher = [] {
    PhraseMatcher made;
    for (const auto word : data_lines(kOrdinaryWordsTxt)) made.add_word(word);
    int value = 0;
    for (const BodyPartName& row : all_rows()) {
      for (const auto form : row.written_as) {
        const bool capitals = form.starts_with('=');
        made.add(form.substr(capitals ? 1 : 0), value + (capitals ? 1 : 0));
      }
      value += 2;
    }
    return made;
  }();
  return matcher;
}

bool in_capitals(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::span<const BodyPartName> body_part_names() { return std::span(all_rows()).first(all_rows().size() - 1); }

const BodyPartName* find_body_part(std::string_view label) {
  const auto found = std::ranges::find(body_part_names(), label, &BodyPartName::label);
  return found == body_part_names().end() ? nullptr : &*found;
}

std::vector<BodyPartMention> body_part_mentions(std::string_view text, std::span<const TextWord> words) {
  std::vector<BodyPartMention> mentions;
  for (const PhraseMatch& match : part_names().find_all(words)) {
    const auto begin = words[match.begin].begin;
    const bool capitals = in_capitals(text.substr(begin, words[match.begin].end - begin));
    BodyPartMention mention{match.begin, match.end, {}};
    for (const int value : match.values) {
      const auto& row = all_rows()[static_cast<std::size_t>(value) / 2];
      if ((value % 2 == 0 || capitals) && !row.label.empty()) mention.parts.push_back(&row);
    }
    if (!mention.parts.empty()) mentions.push_back(std::move(mention));
  }
  return mentions;
}

}  // namespace imr
