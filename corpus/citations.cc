// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/citations.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "corpus/citation_clauses.h"
#include "corpus/citation_sources.h"
#include "corpus/cited_guideline.h"
#include "corpus/mtus_citations.h"
#include "corpus/odg_citations.h"

namespace imr {
namespace {

class CitationReader {
 public:
  CitationReader(std::string_view text, const CitationContext& context)
      : text_(text), context_(context), words_(text_words(text)) {}

  std::vector<GuidelineCitation> read() {
    for (const CitationClause& clause : citation_clauses(words_)) {
      if (clause.kind != ClauseKind::form) read_clause(clause);
    }
    drop_bare_mtus();
    const std::size_t last = words_.size() - 1;
    if (all_.empty() && last > 0) all_.push_back(cited(says_nothing_cited() ? "NONE" : "OTHER", 0, last));
    return join_citations(text_, words_, all_);
  }

 private:
  CitedPart part(std::size_t begin, std::size_t end) const { return {text_, words_, begin, end}; }

  void read_clause(const CitationClause& clause) {
    found_.clear();
    const CitedPart whole = part(clause.begin, clause.end);
    auto mentions = source_mentions(whole);
    if (clause.kind == ClauseKind::mtus) {
      std::erase_if(mentions,
                    [](const SourceMention& mention) { return mention.source != CitedSource::odg; });
    }
    read_before_sources(clause, mentions);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const bool last = i + 1 == mentions.size();
      read_source(mentions[i], last ? clause.end : mentions[i + 1].begin, last);
    }
    if (found_.empty() && clause.kind == ClauseKind::mtus) add("ACOEM", clause.begin - 1, clause.end);
    if (found_.empty() && begins_with_mtus(clause, mentions)) add("ACOEM", clause.begin, clause.end);
    if (found_.empty() && clause.begin < clause.end && clause.kind == ClauseKind::outside)
      add("OTHER", clause.begin, clause.end);
    if (names_only_others()) found_ = {cited("OTHER", clause.begin, clause.end)};
    drop_unnamed();
    append(all_, found_);
  }

  // What is cited before any source is named: the MTUS, or an ODG chapter by its title only.
  void read_before_sources(const CitationClause& clause, const std::vector<SourceMention>& mentions) {
    const CitedPart before = part(clause.begin, mentions.empty() ? clause.end : mentions.front().begin);
    if (before.begin == before.end) return;
    if (clause.kind == ClauseKind::mtus) {
      append(found_, read_mtus_citations(before, CitationPlace::mtus, context_));
      if (!found_.empty()) found_.front().begin = clause.begin - 1;
      return;
    }
    append(found_, read_mtus_citations(before, CitationPlace::elsewhere, context_));
    const bool may_be_odg =
        mentions.empty() || mentions.front().source == CitedSource::odg || mentions.front().form_words;
    if (found_.empty() && may_be_odg) append(found_, read_odg_citations(before, false));
  }

  void read_source(const SourceMention& mention, std::size_t end, bool last) {
    const CitedPart rest = part(mention.end, end);
    std::vector<CitedGuideline> read;
    switch (mention.source) {
      case CitedSource::mtus:
        read = read_mtus_citations(rest, CitationPlace::mtus, context_);
        break;
      case CitedSource::acoem:
        read = read_mtus_citations(rest, CitationPlace::acoem_outside, context_);
        break;
      case CitedSource::odg:
        read = read_odg_citations(rest, true);
        break;
      case CitedSource::other:
        if (!mention.form_words || last || rest.begin < rest.end) add("OTHER", mention.begin, end);
        break;
    }
    if (!read.empty()) read.front().begin = mention.begin;
    append(found_, read);
  }

  bool are_only(std::size_t begin, std::size_t end, std::initializer_list<std::string_view> known) const {
    return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(begin),
                       words_.begin() + static_cast<std::ptrdiff_t>(end), [&](const TextWord& word) {
                         return std::ranges::find(known, word.folded) != known.end();
                       });
  }

  // "based its decision on the CA MTUS"
  bool begins_with_mtus(const CitationClause& clause, const std::vector<SourceMention>& mentions) const {
    return clause.kind == ClauseKind::unsaid && !mentions.empty() &&
           mentions.front().source == CitedSource::mtus &&
           are_only(clause.begin, mentions.front().begin, {"ca", "california", "state", "of"});
  }

  bool is_bare_mtus(const CitedGuideline& one) const {
    return one.chapter->id == "ACOEM" &&
           are_only(one.begin, one.end, {"mtus", "guideline", "ca", "california", "state", "of"});
  }

  // "based their decision on the MTUS. Decision based on MTUS Knee Complaints": the first announces the
  // second.
  void drop_bare_mtus() {
    const bool says_more = std::ranges::any_of(all_, [&](const CitedGuideline& one) {
      return !is_bare_mtus(one) && (one.chapter->source == "MTUS" || is_acoem_chapter(*one.chapter));
    });
    if (says_more) std::erase_if(all_, [&](const CitedGuideline& one) { return is_bare_mtus(one); });
  }

  void add(std::string_view id, std::size_t begin, std::size_t end) {
    found_.push_back(cited(id, begin, end));
  }

  static void append(std::vector<CitedGuideline>& to, const std::vector<CitedGuideline>& more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  // "ODG" alone says nothing beside a chapter of it in the same sentence.
  void drop_unnamed() {
    const auto says_more = [&](const CitedGuideline& unnamed) {
      return std::ranges::any_of(found_, [&](const CitedGuideline& other) {
        if (other.unnamed) return false;
        if (unnamed.chapter->id == "ODG") return other.chapter->id.starts_with("ODG-");
        return is_acoem_chapter(*other.chapter);
      });
    };
    std::vector<CitedGuideline> kept;
    std::ranges::copy_if(found_, std::back_inserter(kept),
                         [&](const CitedGuideline& one) { return !one.unnamed || !says_more(one); });
    found_ = std::move(kept);
  }

  bool names_only_others() const {
    return !found_.empty() &&
           std::ranges::all_of(found_, [](const CitedGuideline& one) { return one.chapter->id == "OTHER"; });
  }

  // "did not cite any medical evidence", "none cited", "N/A".
  bool says_nothing_cited() const {
    const auto& first = words_.front().folded;
    if (first == "none" || (first == "n" && words_.size() <= 3)) return true;
    bool negated = false;
    for (const TextWord& word : words_) {
      if (negated && word.folded.starts_with("cite")) return true;
      negated = negated || word.folded == "not" || word.folded == "no";
    }
    return false;
  }

  std::string_view text_;
  const CitationContext& context_;
  std::vector<TextWord> words_;
  std::vector<CitedGuideline> found_;  // in the clause being read
  std::vector<CitedGuideline> all_;
};

}  // namespace

std::vector<GuidelineCitation> read_citations(std::string_view text, const CitationContext& context) {
  return CitationReader(text, context).read();
}

}  // namespace imr
