// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/text_indexer.h"

#include <algorithm>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/text_marks.h"
#include "schema/schema.h"

namespace imr {

namespace {

// Between the values of a field, so that no phrase or nearness reaches from one to the next.
constexpr std::uint32_t kValueGap = 100;

// Where the last word of a field stands.
std::uint32_t last_position(const WordCodes& codes) {
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    position += codes[i] == 0 ? codes[++i] : 1 - codes[i] % 2;
  }
  return position;
}

}  // namespace

void TextIndexer::add(std::string_view text, unsigned weight, const StandingText& standing,
                      IndexedText& field) {
  const std::vector<Token> tokens = tokens_of(prose_analyzer(), text);
  placed_.clear();
  for (const Token& token : tokens) add_token(token, standing.covers(token.begin) ? 0 : weight, field);
  if (weight > 0) {
    for (const TextMark& mark : text_marks(text, tokens, standing)) {
      placed_.emplace_back(mark.position, vocabulary_.words.id_of(mark_token(mark.name)));
    }
  }
  // Words come before the marks at their place.
  std::ranges::stable_sort(placed_, {}, [](const auto& placed) { return placed.first; });
  write_codes(field);
}

void TextIndexer::add_token(const Token& token, unsigned frequency, IndexedText& field) {
  if (token.kind == TermKind::stem) return add_stem(token, frequency, field);
  if (token.kind == TermKind::meaning) {
    const std::string name = meaning_token(token.term);
    placed_.emplace_back(token.position, vocabulary_.words.id_of(name));
    field.stems.push_back({vocabulary_.stems.id_of(name), frequency});
    return;
  }
  const std::uint32_t word = vocabulary_.words.id_of(token.term);
  placed_.emplace_back(token.position, word);
  (token.compound ? compound_ : word_) = word;
}

void TextIndexer::add_stem(const Token& token, unsigned frequency, IndexedText& field) {
  // Of compounds only hyphenated words have a stem, that of the word they are without the hyphen.
  if (token.compound && token.term.find_first_of("-/") != std::string::npos) return;
  const std::uint32_t stem = vocabulary_.stems.id_of(token.term);
  // It ranks by its parts: counted once more it costs 5 % of nDCG@10 on cacm.
  field.stems.push_back({stem, token.compound ? 0 : frequency});
  vocabulary_.relate(token.compound ? compound_ : word_, stem);
}

void TextIndexer::write_codes(IndexedText& field) {
  const std::uint32_t base = field.codes.empty() ? 0 : last_position(field.codes) + kValueGap;
  WordCodesWriter writer(field.codes, base == 0 ? 0 : base - kValueGap);
  for (const auto& [position, word] : placed_) writer.add(base + position, word);
}

}  // namespace imr
