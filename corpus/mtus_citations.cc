// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/mtus_citations.h"

#include <algorithm>
#include <array>

#include "corpus/page_ranges.h"
#include "corpus/section_list.h"

namespace imr {
namespace {

template <std::size_t N>
bool is_any(const TextWord& word, const std::array<std::string_view, N>& known) {
  return std::ranges::find(known, word.folded) != known.end();
}

// Words that may stand between "MTUS" and a title, or between a title and its year.
constexpr std::array<std::string_view, 21> kBeforeTitle = {
    "acoem", "american",     "ca",       "california", "chapter", "college", "edition",
    "2nd",   "guideline",    "in",       "medical",    "mtus",    "of",      "environmental",
    "part",  "occupational", "practice", "second",     "the",     "title",   "medicine"};
constexpr std::array<std::string_view, 19> kBeforeYear = {
    "acoem",  "dated",     "effective", "edition",  "guideline", "rev",   "revised",
    "april",  "february",  "january",   "june",     "july",      "march", "may",
    "august", "september", "october",   "november", "december"};

class MtusReader {
 public:
  MtusReader(const CitedPart& part, CitationPlace place, const CitationContext& context)
      : part_(part), words_(part.words), place_(place), context_(context) {}

  std::vector<CitedGuideline> read() {
    find_starts();
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      read_piece(starts_[i], i + 1 < starts_.size() ? starts_[i + 1].begin : part_.end);
    }
    if (starts_.empty()) read_sections_alone();
    const bool named = std::ranges::any_of(
        cited_, [](const CitedGuideline& one) { return !one.unnamed && is_acoem_chapter(*one.chapter); });
    if (named) std::erase_if(cited_, &CitedGuideline::unnamed);
    if (place_ == CitationPlace::acoem_outside && (cited_.empty() || names_third_edition()))
      add_unchaptered();
    return std::move(cited_);
  }

 private:
  // Where a chapter is named.
  struct Start {
    std::size_t begin = 0;
    std::size_t end = 0;                        // after the title
    const GuidelineChapter* chapter = nullptr;  // null: the sections tell
    std::optional<int> year = {};
    bool bare_acoem = false;
  };

  bool is_section_label(std::size_t at) const {
    if (words_[at].folded != "section") return false;
    const auto after = part_.text.substr(words_[at].end);
    return after.starts_with(":") || after.starts_with(" :");
  }

  void find_starts() {
    bool in_sections = false;
    for (std::size_t at = part_.begin; at < part_.end;) {
      if (is_section_label(at)) {
        in_sections = true;
      } else if (auto start = start_at(at, in_sections)) {
        at = start->end;
        if (in_sections) start->begin = with_name_of_source(start->begin);
        starts_.push_back(*start);
        in_sections = false;
        continue;
      }
      ++at;
    }
  }

  // "Section(s): Opioids. MTUS Chronic Pain 2017": the name of the source is no section.
  std::size_t with_name_of_source(std::size_t begin) const {
    static constexpr std::array<std::string_view, 4> kNames = {"mtus", "acoem", "ca", "california"};
    const std::size_t from = starts_.empty() ? part_.begin : starts_.back().end;
    while (begin > from && is_any(words_[begin - 1], kNames)) --begin;
    return begin;
  }

  std::optional<Start> start_at(std::size_t at, bool in_sections) const {
    if (!in_sections) {
      if (auto numbered = numbered_chapter_at(at)) return numbered;
    }
    const auto title = mtus_titles().longest_at(words_.first(part_.end), at);
    if (title && title_counts(*title, in_sections)) {
      const auto year = year_around(*title);
      Start start{at, title->end, nullptr, year, false};
      if (title->values.front() == kGeneralApproaches) return start;
      start.chapter = edition_of(*title, words_, year, place_, context_);
      if (start.chapter != nullptr) return start;
    }
    if (place_ == CitationPlace::mtus && words_[at].folded == "acoem" && !explains_title(at)) {
      return Start{at, at + 1, nullptr, std::nullopt, true};
    }
    return std::nullopt;
  }

  // "Knee Disorders Guideline (ACOEM September 21, 2020)"
  bool explains_title(std::size_t at) const {
    if (starts_.empty() || (words_[at].gap & kGapOpen) == 0) return false;
    const std::size_t title = starts_.back().end;
    return std::ranges::all_of(words_.subspan(title, at - title),
                               [](const TextWord& word) { return is_any(word, kBeforeYear); });
  }

  // A chapter's number says nothing where another book may be named before it.
  bool numbers_count(std::size_t at) const {
    return place_ != CitationPlace::elsewhere || !starts_.empty() || stands_first(at);
  }

  // "Chapter 8 Neck and Upper Back Complaints", "Chapters 8 and 12": the title wins over the number.
  std::optional<Start> numbered_chapter_at(std::size_t at) const {
    static constexpr std::array<std::string_view, 3> kChapter = {"chapter", "ch", "chap"};
    std::size_t number_at = at;
    if (is_any(words_[at], kChapter) && numbers_count(at)) {
      number_at = at + 1;
    } else if (!follows_numbered_chapter(at)) {
      return std::nullopt;
    }
    if (number_at >= part_.end) return std::nullopt;
    const GuidelineChapter* chapter = second_edition_chapter(number_of(words_[number_at]));
    if (chapter == nullptr) return std::nullopt;
    Start start{at, number_at + 1, chapter, std::nullopt, false};
    if (const auto title = mtus_titles().longest_at(words_.first(part_.end), start.end)) {
      const auto* titled = edition_of(*title, words_, std::nullopt, CitationPlace::mtus, {});
      if (titled != nullptr && is_second_edition(*titled)) start.chapter = titled;
      start.end = title->end;
      start.year = year_after(start.end);
    }
    return start;
  }

  bool follows_numbered_chapter(std::size_t at) const {
    return !starts_.empty() && starts_.back().end == at && number_of(words_[at - 1]) > 0 &&
           (words_[at].gap & ~(kGapComma | kGapAnd)) == 0;
  }

  bool title_counts(const PhraseMatch& title, bool in_sections) const {
    if (title.begin > part_.begin && is_section_label(title.begin - 1)) return false;
    if (year_after(title.end) || (title.end < part_.end && is_section_label(title.end))) return true;
    const auto words = words_.subspan(title.begin, title.end - title.begin);
    if (is_drug_list(title)) return true;
    if (!in_sections && continues_list(title)) return true;
    if (in_sections) {
      static constexpr std::array<std::string_view, 2> kNeverSections = {"complaint", "guideline"};
      return std::ranges::any_of(words, [](const TextWord& word) { return is_any(word, kNeverSections); });
    }
    if (title.values.front() == kGeneralApproaches || is_telling_title(words)) return true;
    return place_ != CitationPlace::elsewhere && stands_first(title.begin);
  }

  // "; MTUS Drug Formulary" and "; Drug List: Exempt", but not "Opioids, specific drug list".
  bool is_drug_list(const PhraseMatch& title) const {
    if (title.begin == part_.begin || title.values.front() == kGeneralApproaches ||
        guideline_chapters()[title.values.front()].id != "MTUS-DRUG")
      return false;
    return (words_[title.begin].gap & kGapStop) != 0 || words_[title.begin].folded == "mtus";
  }

  // "Shoulder Disorders; Chronic Pain; Opioids": titles of the new MTUS, which are short, in a row.
  bool continues_list(const PhraseMatch& title) const {
    constexpr unsigned kJoins = kGapComma | kGapAnd | kGapStop;
    if (!adopted_chapters_count(context_) || starts_.empty()) return false;
    const unsigned after = words_[title.end].gap;
    const bool joined = (words_[title.begin].gap & kJoins) != 0;
    const bool ended = title.end == part_.end || (after & kJoins) != 0;
    const std::size_t last = starts_.back().end;
    return joined && ended &&
           std::ranges::all_of(words_.subspan(last, title.begin - last), [](const TextWord& word) {
             return is_any(word, kBeforeYear) || year_of(word) != 0;
           });
  }

  // Whether only words like "ACOEM guidelines" stand before it in the part.
  bool stands_first(std::size_t at) const {
    return std::ranges::all_of(words_.subspan(part_.begin, at - part_.begin), [](const TextWord& word) {
      return is_any(word, kBeforeTitle) || year_of(word) != 0;
    });
  }

  std::optional<int> year_after(std::size_t at) const {
    constexpr std::size_t kFarthest = 6;
    for (std::size_t i = at; i < std::min(at + kFarthest, part_.end); ++i) {
      if ((words_[i].gap & (kGapStop | kGapColon)) != 0) break;
      if (const int year = year_of(words_[i])) return year;
      const bool day = number_of(words_[i]) >= 1 && number_of(words_[i]) <= 31 && i > at;
      if (!is_any(words_[i], kBeforeYear) && !day) break;
    }
    return std::nullopt;
  }

  // "Chronic Pain Medical Treatment 2016", also "2016 Chronic Pain Guidelines" at the start.
  std::optional<int> year_around(const PhraseMatch& title) const {
    if (const auto year = year_after(title.end)) return year;
    const bool before =
        title.begin > part_.begin && stands_first(title.begin) && words_[title.begin].gap == 0;
    const int year = before ? year_of(words_[title.begin - 1]) : 0;
    return year == 0 ? std::nullopt : std::optional(year);
  }

  void read_piece(const Start& start, std::size_t end) {
    CitedGuideline one;
    one.chapter = start.chapter;
    one.year = start.year;
    one.begin = start.begin;
    one.end = end;
    for (std::size_t at = start.end; at < end;) {
      if (is_section_label(at)) {
        const std::size_t last = end_of_sections(at + 1, end);
        one.sections = read_section_list(text_between(at, last));
        at = last;
      } else if (is_page_label(words_.first(end), at)) {
        const auto pages = read_pages(words_.first(end), ++at);
        one.pages.insert(one.pages.end(), pages.begin(), pages.end());
      } else {
        ++at;
      }
    }
    if (one.chapter != nullptr) {
      cited_.push_back(std::move(one));
    } else {
      add_chapters_of_sections(std::move(one));
    }
  }

  std::size_t end_of_sections(std::size_t at, std::size_t end) const {
    while (at < end && !is_page_label(words_.first(end), at)) ++at;
    return at;
  }

  // What stands between the colon of a label and a later word.
  std::string_view text_between(std::size_t label, std::size_t last) const {
    const std::size_t colon = part_.text.find(':', words_[label].end);
    return part_.text.substr(colon + 1, words_[last].begin - colon - 1);
  }

  // "General Approaches 2004, Section(s): Initial Approaches to Treatment": each section is a chapter. What
  // is none, and a bare "ACOEM", stays unnamed.
  void add_chapters_of_sections(CitedGuideline whole) {
    CitedGuideline unnamed = cited("ACOEM", whole.begin, whole.end);
    unnamed.unnamed = true;
    unnamed.year = whole.year;
    for (const std::string& section : whole.sections) {
      const auto words = text_words(section);
      const auto title = mtus_titles().longest_at(words, 0);
      const bool is_title = title && title->end + 1 == words.size();
      const auto* chapter = is_title ? edition_of(*title, words, whole.year, place_, context_) : nullptr;
      if (chapter == nullptr) {
        unnamed.sections.push_back(section);
        continue;
      }
      CitedGuideline one = whole;
      one.chapter = chapter;
      one.sections = {section};
      cited_.push_back(std::move(one));
    }
    if (whole.sections.empty()) unnamed.pages = whole.pages;
    if (whole.sections.empty() || !unnamed.sections.empty()) {
      unnamed.unnamed = unnamed.sections.empty();
      cited_.push_back(std::move(unnamed));
    }
  }

  // "MTUS: Weaning of medications, page 124": sections that only the Chronic Pain guidelines have.
  void read_sections_alone() {
    if (place_ != CitationPlace::mtus || part_.begin == part_.end || adopted_chapters_count(context_)) return;
    const std::size_t last = end_of_sections(part_.begin, part_.end);
    const std::size_t begin = words_[part_.begin].begin;
    for (std::string& section : read_section_list(part_.text.substr(begin, words_[last].begin - begin))) {
      const auto guideline = guideline_of_section(section);
      if (!guideline.starts_with("Chronic Pain")) continue;
      const auto* chapter = known_chapter(guideline.ends_with("2016") ? "MTUS-CPMTG16" : "MTUS-CPMTG09");
      if (cited_.empty()) read_piece({part_.begin, part_.begin, chapter}, part_.end);
      if (cited_.back().chapter == chapter) cited_.back().sections.push_back(std::move(section));
    }
  }

  bool names_third_edition() const {
    const auto words = words_.subspan(part_.begin, part_.end - part_.begin);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const bool third = words[i].folded == "3rd" || words[i].folded == "third" ||
                         (words[i].folded == "v" && words[i + 1].folded == "3");
      if (third) return true;
    }
    return false;
  }

  void add_unchaptered() {
    const bool third = names_third_edition();
    if (third) cited_.clear();
    CitedGuideline one =
        cited(adopted_chapters_count(context_) && !third ? "ACOEM" : "ACOEM3", part_.begin, part_.end);
    one.unnamed = !third && stands_first(part_.end);
    for (std::size_t at = part_.begin; at < part_.end; ++at) {
      if (!is_page_label(words_.first(part_.end), at)) continue;
      one.pages = read_pages(words_.first(part_.end), ++at);
      break;
    }
    cited_.push_back(std::move(one));
  }

  const CitedPart& part_;
  std::span<const TextWord> words_;
  CitationPlace place_;
  const CitationContext& context_;
  std::vector<Start> starts_;
  std::vector<CitedGuideline> cited_;
};

}  // namespace

std::vector<CitedGuideline> read_mtus_citations(const CitedPart& part, CitationPlace place,
                                                const CitationContext& context) {
  return MtusReader(part, place, context).read();
}

}  // namespace imr
