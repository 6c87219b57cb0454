// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/synonyms.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "analyzers/analyzer.h"
#include "searcher/asking_words.h"

namespace imr {

extern const std::string_view kMeshSynonymsTxt;

namespace {

constexpr std::size_t kMostWords = 4;  // of a name, as mesh_synonyms.py has it

// Finds the lines of a file that hold a term. The file stays as it is: a table of places in it, looked up by
// the hash of the term that stands there, is made in a few milliseconds. Comments do no harm: nobody asks for
// their text.
class TermLines {
 public:
  explicit TermLines(std::string_view file) : file_(file), slots_(slots_for(file)) {
    std::size_t begin = 0;
    std::uint32_t hash = kNoBytes;
    for (std::size_t at = 0; at < file.size(); ++at) {
      if (file[at] != '|' && file[at] != '\n') {
        hash = with_byte(hash, file[at]);
        continue;
      }
      insert(begin, hash);
      begin = at + 1;
      hash = kNoBytes;
    }
  }

  // The other terms of all lines that hold `term`.
  std::vector<std::string_view> others_of(std::string_view term) const {
    std::vector<std::string_view> others;
    for (std::size_t slot = first_slot(hash_of(term)); slots_[slot] != kEmpty; slot = next(slot)) {
      if (term_at(slots_[slot]) == term) add_others(slots_[slot], term, others);
    }
    return others;
  }

 private:
  static constexpr std::uint32_t kEmpty = UINT32_MAX;

  static std::vector<std::uint32_t> slots_for(std::string_view file) {
    const auto terms =
        static_cast<std::size_t>(std::ranges::count(file, '|') + std::ranges::count(file, '\n'));
    return std::vector<std::uint32_t>(std::bit_ceil(terms + terms / 2 + 2), kEmpty);
  }

  // FNV-1a: made byte by byte, in one pass over the file.
  static constexpr std::uint32_t kNoBytes = 2'166'136'261;
  static std::uint32_t with_byte(std::uint32_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 16'777'619;
  }
  static std::uint32_t hash_of(std::string_view term) {
    std::uint32_t hash = kNoBytes;
    for (const char byte : term) hash = with_byte(hash, byte);
    return hash;
  }

  std::size_t first_slot(std::uint32_t hash) const { return (hash ^ hash >> 16) & (slots_.size() - 1); }
  std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  std::string_view term_at(std::size_t at) const {
    return file_.substr(at, std::min(file_.find_first_of("|\n", at), file_.size()) - at);
  }

  void insert(std::size_t begin, std::uint32_t hash) {
    std::size_t slot = first_slot(hash);
    while (slots_[slot] != kEmpty) slot = next(slot);
    slots_[slot] = static_cast<std::uint32_t>(begin);
  }

  void add_others(std::size_t at, std::string_view term, std::vector<std::string_view>& others) const {
    const std::size_t before = file_.rfind('\n', at);
    const std::size_t end = std::min(file_.find('\n', at), file_.size());
    for (at = before == std::string_view::npos ? 0 : before + 1; at < end; at += term_at(at).size() + 1) {
      if (term_at(at) != term) others.push_back(term_at(at));
    }
  }

  std::string_view file_;
  std::vector<std::uint32_t> slots_;
};

const TermLines& mesh() {
  static const TermLines lines(kMeshSynonymsTxt);
  return lines;
}

std::string singular(std::string word) {
  const bool plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
                      !word.ends_with("us") && !word.ends_with("is");
  if (plural) word.pop_back();
  return word;
}

struct Word {
  std::string singular;
  bool names_nothing;  // by itself
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  const auto stream = prose_analyzer().analyze(text);
  for (Token token; stream->next(token);) {
    if (token.compound || token.kind != TermKind::surface) continue;
    words.push_back({singular(token.term), token.stop_word || is_asking_word(token.term)});
  }
  return words;
}

}  // namespace

std::vector<Synonyms> synonyms_in(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  std::vector<Synonyms> found;
  for (std::size_t begin = 0; begin < words.size();) {
    Synonyms longest;
    std::size_t length = 1;
    std::string term;
    for (std::size_t count = 1; count <= std::min(kMostWords, words.size() - begin); ++count) {
      term += (count == 1 ? "" : " ") + words[begin + count - 1].singular;
      if (count == 1 && words[begin].names_nothing) continue;
      std::vector<std::string_view> others = mesh().others_of(term);
      if (others.empty()) continue;
      longest = {term, std::move(others)};
      length = count;
    }
    begin += length;
    if (!longest.others.empty()) found.push_back(std::move(longest));
  }
  return found;
}

}  // namespace imr
