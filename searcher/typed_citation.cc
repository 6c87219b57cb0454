// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/typed_citation.h"

#include <algorithm>
#include <array>

#include "analyzers/text_words.h"
#include "corpus/page_ranges.h"
#include "corpus/regex.h"
#include "searcher/chapter_names.h"

namespace imr {

namespace {

// "ch8" and "p.177" are two words, and "at 177" names a page.
std::string spaced(std::string_view text) {
  static const Regex kBeforeNumber("(?i)\\b(?:(at) +|((?:chapters?|chap|ch|pages?|pgs?|pp?)\\.?))(\\d)");
  std::string out;
  std::array<std::string_view, 4> groups;
  std::size_t from = 0;
  while (kBeforeNumber.search(text, from, groups)) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    out += text.substr(from, begin - from);
    out += groups[1].empty() ? groups[2] : "page";
    out += ' ';
    from = begin + groups[0].size() - 1;
  }
  return out += text.substr(from);
}

class TypedReader {
 public:
  explicit TypedReader(std::string_view text) : text_(spaced(text)), words_(text_words(text_)) {}

  TypedCitation read() {
    read_pages_at_end();
    read_sources();
    while (at_ < end_) read_word();
    return std::move(typed_);
  }

 private:
  std::size_t last() const { return words_.size() - 1; }

  void read_pages_at_end() {
    while (end_ < last() && !is_page_label(words_, end_)) ++end_;
    typed_.name = text_.substr(0, words_[end_].begin);
    typed_.name.erase(typed_.name.find_last_not_of(" ,;:") + 1);
    std::size_t at = end_;
    while (is_page_label(words_, at)) {
      const auto pages = read_pages(words_, ++at);
      typed_.pages.insert(typed_.pages.end(), pages.begin(), pages.end());
    }
    typed_.other_words = at < last();
  }

  void read_sources() {
    sources_ = source_mentions({text_, words_, 0, end_});
    for (const SourceMention& mention : sources_) {
      const bool within_mtus =
          typed_.source && mention.source != CitedSource::odg && typed_.source != CitedSource::odg;
      const bool same = typed_.source == mention.source;
      typed_.other_source = typed_.other_source || mention.source == CitedSource::other ||
                            (typed_.source && !same && !within_mtus);
      if (!typed_.source || mention.source == CitedSource::acoem) typed_.source = mention.source;
    }
  }

  void read_word() {
    const auto mention = std::ranges::find(sources_, at_, &SourceMention::begin);
    if (mention != sources_.end()) {
      at_ = mention->end;
      return;
    }
    const TextWord& word = words_[at_++];
    if (const int year = year_of(word)) {
      typed_.years.push_back(year);
    } else if (is_chapter_number(at_ - 1)) {
      typed_.chapter_numbers.push_back(number_of(word));
    } else if (word.folded == "2nd" || word.folded == "second") {
      typed_.second_edition = true;
    } else if (!says_nothing(word.folded)) {
      typed_.title.push_back(word.folded);
    }
  }

  // "chapter 8", "chapters 8 and 12", "ACOEM 8".
  bool is_chapter_number(std::size_t at) const {
    static constexpr std::array<std::string_view, 3> kChapter = {"chapter", "ch", "chap"};
    if (number_of(words_[at]) < 0) return false;
    const bool labelled = at > 0 && std::ranges::find(kChapter, words_[at - 1].folded) != kChapter.end();
    const bool listed = at > 0 && number_of(words_[at - 1]) >= 0 && year_of(words_[at - 1]) == 0;
    return labelled || listed || typed_.source == CitedSource::acoem;
  }

  std::string text_;
  std::vector<TextWord> words_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;  // of what stands before the pages
  std::vector<SourceMention> sources_;
  TypedCitation typed_;
};

}  // namespace

TypedCitation read_typed_citation(std::string_view text) { return TypedReader(text).read(); }

}  // namespace imr
