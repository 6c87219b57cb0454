// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "analyzers/stop_filter.h"
#include "searcher/asking_words.h"
#include "searcher/page_selector.h"
#include "searcher/ranking.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

using Xapian::Query;

struct Candidate {
  double share = 0;  // of the hits' weight in BM25's saturated frequency, added up
  std::size_t hits = 0;
};

struct Word {
  std::string term;
  double weight = 0;
};

// How many hits an index of this size is asked for; 0: nothing can be learnt from it.
std::size_t hits_wanted(const OpenSegments& segments) {
  const auto share = static_cast<std::size_t>(segments.whole().get_doccount() * kFeedbackShare);
  return share < kFeedbackLeastHits ? 0 : std::min(share, kFeedbackHits);
}

// The best issue of each of the best letters.
std::vector<Ranked> first_of_letters(const OpenSegments& segments, const Query& query, std::size_t wanted,
                                     Deadline& deadline) {
  constexpr std::size_t kIssuesALetter = 4;
  std::set<std::pair<std::size_t, LetterOrdinal>> seen;
  std::vector<Ranked> first;
  for (const Ranked& issue : best_issues(segments, query, wanted * kIssuesALetter, deadline)) {
    if (first.size() == wanted) break;
    const Segment& segment = segments.segment(issue.place.segment);
    if (seen.emplace(issue.place.segment, segment.columns().letter_of(issue.place.row)).second)
      first.push_back(issue);
  }
  return first;
}

bool may_be_learnt(std::string_view stem) {
  return stem.size() >= 3 && is_word_token(stem) &&
         stem.find_first_of("0123456789") == std::string_view::npos && !is_stop_word(stem) &&
         !is_asking_word(stem);
}

// Counts the stems of one hit.
void count_stems(const OpenSegments& segments, const Ranked& hit, double average_length,
                 std::map<std::string, Candidate>& candidates) {
  const Xapian::Database& database = segments.segment(hit.place.segment).database();
  const Xapian::docid document = hit.place.row + 1;
  const double length = database.get_doclength(document) / average_length;
  const double norm = kBm25K1 * (1 - kBm25B + kBm25B * length);
  const std::string prefix = stem_term("");
  auto term = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
    const bool ranks = term.get_wdf() > 0;  // those of standing text do not
    if (!ranks || !may_be_learnt(std::string_view(*term).substr(prefix.size()))) continue;
    Candidate& candidate = candidates[*term];
    candidate.share += term.get_wdf() / (term.get_wdf() + norm);
    ++candidate.hits;
  }
}

std::vector<Word> best_words(const OpenSegments& segments, const Query& typed,
                             const std::map<std::string, Candidate>& candidates) {
  const std::set<std::string> known(typed.get_terms_begin(), typed.get_terms_end());
  const double documents = segments.whole().get_doccount();
  std::vector<Word> words;
  for (const auto& [term, candidate] : candidates) {
    if (candidate.hits < 2 || known.contains(term)) continue;
    const double holders = segments.whole().get_termfreq(term);
    if (holders > kFeedbackMostFrequent * documents) continue;
    words.push_back({term, candidate.share * std::log((documents - holders + 0.5) / (holders + 0.5))});
  }
  std::ranges::sort(words, [](const Word& a, const Word& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (words.size() > kFeedbackWords) words.resize(kFeedbackWords);
  return words;
}

// How a stem is written most often in rationales and treatments.
std::string written(const OpenSegments& segments, const std::string& term) {
  const std::string stem = term.substr(stem_term("").size());
  const auto frequency = [&](const std::string& surface) {
    return issues_with(segments, find_field("rationale"), surface) +
           issues_with(segments, find_field("treatment"), surface);
  };
  const std::vector<std::string> surfaces = surfaces_of_stem(segments, stem);
  const auto best = std::ranges::max_element(surfaces, {}, frequency);
  return best == surfaces.end() ? stem : *best;
}

}  // namespace

Feedback feedback_of(const OpenSegments& segments, const Query& query, const Query& typed,
                     Deadline& deadline) {
  const std::size_t wanted = hits_wanted(segments);
  if (wanted == 0) return {};
  const double average_length = std::max(segments.whole().get_average_length(), 1.0);
  std::map<std::string, Candidate> candidates;
  for (const Ranked& hit : first_of_letters(segments, query, wanted, deadline)) {
    count_stems(segments, hit, average_length, candidates);
  }
  Feedback feedback;
  std::vector<Query> parts;
  const std::vector<Word> words = best_words(segments, typed, candidates);
  for (const Word& word : words) {
    const double weight = kFeedbackWeight * word.weight / words.front().weight;
    parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(word.term), weight);
    feedback.words.push_back(written(segments, word.term));
  }
  feedback.query = Query(Query::OP_OR, parts.begin(), parts.end());
  return feedback;
}

}  // namespace imr
