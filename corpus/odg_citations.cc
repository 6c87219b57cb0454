// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/odg_citations.h"

#include <algorithm>
#include <array>
#include <set>

#include "analyzers/phrase_matcher.h"
#include "corpus/page_ranges.h"

namespace imr {
namespace {

constexpr unsigned kEndsTitle =
    kGapComma | kGapAnd | kGapHyphen | kGapStop | kGapColon | kGapOpen | kGapClose;
constexpr unsigned kJoinsTitles = kGapComma | kGapAnd | kGapHyphen | kGapStop | kGapOpen | kGapClose;

// Words that may stand between the name of the guidelines and a chapter.
constexpr std::array<std::string_view, 31> kBeforeChapter = {
    "annual", "based", "chapter",   "comp",      "compensation", "duration", "disability", "edition",
    "for",    "from",  "guideline", "htm",       "html",         "in",       "index",      "integrated",
    "of",     "on",    "online",    "procedure", "section",      "summary",  "the",        "treatment",
    "twc",    "under", "updated",   "version",   "web",          "worker",   "workers"};
constexpr std::array<std::string_view, 5> kChapterWords = {"chapter", "section", "procedure", "chap", "ch"};
constexpr std::array<std::string_view, 8> kAfterChapter = {"chapter",   "section", "procedure", "summary",
                                                           "guideline", "updated", "chap",      "ch"};

template <std::size_t N>
bool is_any(const TextWord& word, const std::array<std::string_view, N>& known) {
  return std::ranges::find(known, word.folded) != known.end();
}

// Guidelines for a kind of treatment, which no body part names.
bool is_treatment_guideline(const GuidelineChapter& chapter) {
  return chapter.id == "ODG-PTG" || chapter.id == "ODG-CHIR" || chapter.id == "ODG-DRUG";
}

const PhraseMatcher& odg_titles() {
  static const auto matcher = [] {
    PhraseMatcher made;
    const auto chapters = guideline_chapters();
    for (std::size_t row = 0; row < chapters.size(); ++row) {
      if (!chapters[row].id.starts_with("ODG-")) continue;
      made.add(chapters[row].title, static_cast<int>(row));
      for (const std::string_view form : chapters[row].written_forms) made.add(form, static_cast<int>(row));
    }
    return made;
  }();
  return matcher;
}

class OdgReader {
 public:
  OdgReader(const CitedPart& part, bool named) : part_(part), words_(part.words), named_(named) {
    const std::size_t before = part.begin == 0 ? 0 : part.begin - 1;
    base_depth_ = std::min(words_[before].depth, words_[part.begin].depth);
    for (PhraseMatch match : odg_titles().find_all(words_.first(part.end).subspan(part.begin))) {
      match.begin += part.begin;
      match.end += part.begin;
      titles_.push_back({match, &guideline_chapters()[match.values.front()]});
    }
  }

  std::vector<CitedGuideline> read() {
    for (Title& title : titles_) title.counts = in_place(title);
    for (std::size_t i = titles_.size(); i-- > 0;) {
      titles_[i].counts = titles_[i].counts || opens_list(i);
    }
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      titles_[i].counts = titles_[i].counts || continues_list(i);
    }
    if (std::ranges::none_of(titles_, &Title::counts) && named_) choose_only_one();
    return entries();
  }

 private:
  struct Title {
    PhraseMatch words;
    const GuidelineChapter* chapter = nullptr;
    bool counts = false;
  };

  bool in_brackets(const Title& title) const { return words_[title.words.begin].depth > base_depth_; }

  // The first word after a title that is not in brackets: "Low Back (Acute & Chronic) Chapter".
  std::size_t after_brackets(std::size_t at, int depth) const {
    while (at < part_.end && words_[at].depth > depth) ++at;
    return at;
  }

  bool chapter_follows(const Title& title) const {
    const std::size_t next = after_brackets(title.words.end, words_[title.words.begin].depth);
    return next < part_.end && is_any(words_[next], kChapterWords) &&
           (words_[next].gap & (kGapComma | kGapAnd | kGapStop | kGapColon)) == 0;
  }

  bool is_ended(const Title& title) const {
    return title.words.end == part_.end || (words_[title.words.end].gap & kEndsTitle) != 0;
  }

  bool stands_first(const Title& title) const {
    return std::ranges::all_of(
        words_.subspan(part_.begin, title.words.begin - part_.begin), [&](const TextWord& word) {
          return word.depth > base_depth_ || is_any(word, kBeforeChapter) || is_edition(word);
        });
  }

  static bool is_edition(const TextWord& word) {
    return !word.folded.empty() && word.folded[0] >= '0' && word.folded[0] <= '9';
  }

  // Whether a title stands where chapters are named, whatever its neighbours.
  bool in_place(const Title& title) const {
    const bool first = stands_first(title);
    if (first && (is_ended(title) || chapter_follows(title))) return true;
    if (in_brackets(title)) return false;
    if (first && named_ && title.words.end - title.words.begin > 1) return true;
    const unsigned gap = words_[title.words.begin].gap;
    if (is_treatment_guideline(*title.chapter)) return (gap & kGapStop) != 0 && is_ended(title);
    if (chapter_follows(title)) return true;
    return (gap & (kGapComma | kGapStop)) != 0 && is_ended(title) && begins_with_capital(title);
  }

  bool begins_with_capital(const Title& title) const {
    const char first = part_.text[words_[title.words.begin].begin];
    return first >= 'A' && first <= 'Z';
  }

  // Whether two titles are neighbours in a list: nothing between them but marks, brackets and "chapter".
  bool are_neighbours(const Title& left, const Title& right) const {
    const int depth = words_[left.words.begin].depth;
    for (std::size_t at = left.words.end; at < right.words.begin; ++at) {
      const TextWord& word = words_[at];
      if (word.depth <= depth && !is_any(word, kAfterChapter)) return false;
    }
    const unsigned gap = words_[right.words.begin].gap;
    return gap != 0 && (gap & ~kJoinsTitles) == 0;
  }

  bool can_be_listed(const Title& title) const {
    return !in_brackets(title) && !is_treatment_guideline(*title.chapter);
  }

  // "Low Back and neck Chapter": what names the second as a chapter names the first.
  bool opens_list(std::size_t i) const {
    return i + 1 < titles_.size() && can_be_listed(titles_[i]) && chapter_follows(titles_[i + 1]) &&
           titles_[i + 1].counts && are_neighbours(titles_[i], titles_[i + 1]);
  }

  bool continues_list(std::size_t i) const {
    return i > 0 && titles_[i - 1].counts && can_be_listed(titles_[i]) && is_ended(titles_[i]) &&
           are_neighbours(titles_[i - 1], titles_[i]);
  }

  // "MRI shoulder": a topic that names one chapter only. Pain and stress are in too many topics.
  void choose_only_one() {
    const auto decides = [](const Title& title) {
      const bool stress = title.chapter->id == "ODG-MIS" && title.words.end - title.words.begin == 1;
      return title.chapter->id != "ODG-PAIN" && !stress;
    };
    std::set<const GuidelineChapter*> parts;
    std::set<const GuidelineChapter*> treatments;
    for (const Title& title : titles_) {
      if (decides(title)) (is_treatment_guideline(*title.chapter) ? treatments : parts).insert(title.chapter);
    }
    const auto& chosen = parts.empty() ? treatments : parts;
    if (chosen.size() != 1) return;
    std::ranges::find(titles_, *chosen.begin(), &Title::chapter)->counts = true;
  }

  std::vector<CitedGuideline> entries() const {
    std::vector<CitedGuideline> found;
    for (const Title& title : titles_) {
      const bool repeats = !found.empty() && found.back().chapter == title.chapter;
      if (!title.counts || repeats) continue;
      const std::size_t begin = found.empty() ? part_.begin : title.words.begin;
      if (!found.empty()) found.back().end = begin;
      found.push_back(cited(title.chapter->id, begin, part_.end));
    }
    if (found.empty()) {
      if (!named_) return found;
      found.push_back(cited("ODG", part_.begin, part_.end));
      found.back().unnamed = true;
    }
    found.front().year = year_of_edition();
    add_pages(found);
    return found;
  }

  // The year of the edition stands between the name of the guidelines and the chapter.
  std::optional<int> year_of_edition() const {
    for (std::size_t at = part_.begin; at < part_.end; ++at) {
      const TextWord& word = words_[at];
      const int year = year_of(word);
      if (year != 0 && (word.gap & kGapHyphen) == 0) return year;
      if (!is_any(word, kBeforeChapter) && !is_edition(word)) break;
    }
    return std::nullopt;
  }

  void add_pages(std::vector<CitedGuideline>& found) const {
    for (CitedGuideline& one : found) {
      for (std::size_t at = one.begin; at < one.end; ++at) {
        if (!is_page_label(words_.first(one.end), at)) continue;
        const auto pages = read_pages(words_.first(one.end), ++at);
        one.pages.insert(one.pages.end(), pages.begin(), pages.end());
      }
    }
  }

  const CitedPart& part_;
  std::span<const TextWord> words_;
  bool named_;
  int base_depth_ = 0;
  std::vector<Title> titles_;
};

}  // namespace

std::vector<CitedGuideline> read_odg_citations(const CitedPart& part, bool named) {
  return OdgReader(part, named).read();
}

}  // namespace imr
