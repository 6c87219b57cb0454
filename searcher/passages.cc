// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/passages.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "analyzers/sentences.h"
#include "searcher/field_text.h"

namespace imr {

namespace {

using Range = FieldText::Range;

constexpr std::size_t kPassageBytes = 320;

std::vector<std::string> as_written(const std::vector<GuidelineCitation>& citations) {
  std::vector<std::string> texts;
  for (const GuidelineCitation& citation : citations) texts.push_back(citation.as_written);
  return texts;
}

// The texts in which clauses can match, those most telling first.
std::vector<FieldText> field_texts(const Determination& determination, const Issue& issue,
                                   const std::vector<Clause>& clauses, std::span<const Position> recurring,
                                   const MayMatch& may_match) {
  std::vector<FieldText> texts;
  const FieldText::Tokens tokens = FieldText::tokens_of_clauses(clauses);
  const auto wanted = [&](std::string_view name) {
    if (may_match && !may_match(name)) return false;
    return std::ranges::any_of(clauses, [&](const Clause& clause) {
      return std::ranges::find(clause.fields, name) != clause.fields.end();
    });
  };
  const auto add = [&](const char* name, const std::vector<std::string>& values) {
    if (wanted(name)) texts.emplace_back(name, values, tokens);
  };
  const std::vector<std::string> claims = as_written(issue.claims_administrator_guidelines);
  std::vector<std::string> citations = claims;
  for (std::string& text : as_written(issue.reviewer_guidelines)) citations.push_back(std::move(text));
  if (wanted("rationale")) texts.emplace_back("rationale", issue.rationale, recurring, tokens);
  add("summary", {determination.clinical_summary});
  add("treatment", {issue.treatment});
  add("diagnosis", determination.diagnoses);
  add("citation", citations);
  add("ca", claims);
  return texts;
}

// A stretch of sentences with the matches in it.
struct Candidate {
  std::size_t text = 0;
  Range range;
  std::map<std::size_t, std::vector<Range>> matches = {};  // by clause
  bool standing = false;
};

// Sentences, the long ones cut between words, so that no passage is longer than it should be.
std::vector<Range> pieces_of(const std::string& text) {
  std::vector<Range> pieces;
  for (auto [begin, end] : sentences_of(text)) {
    while (end - begin > kPassageBytes) {
      std::size_t cut = text.rfind(' ', begin + kPassageBytes);
      if (cut == std::string::npos || cut <= begin) break;
      pieces.emplace_back(begin, cut);
      begin = cut + 1;
    }
    pieces.emplace_back(begin, end);
  }
  return pieces;
}

// Whether most of a piece is standing text.
bool is_standing(const StandingText& standing, const Range& piece) {
  if (standing.empty()) return false;
  std::size_t covered = 0;
  for (std::size_t at = piece.first; at < piece.second; ++at) covered += standing.covers(at) ? 1 : 0;
  return 2 * covered > piece.second - piece.first;
}

bool inside(const Range& inner, const Range& outer) {
  return inner.first >= outer.first && inner.second <= outer.second;
}

using MatchesByClause = std::map<std::size_t, std::vector<FieldText::Match>>;

void add(std::vector<Range>& ranges, const std::vector<Range>& more) {
  ranges.insert(ranges.end(), more.begin(), more.end());
}

std::vector<Candidate> candidates_of(const FieldText& text, std::size_t number,
                                     const MatchesByClause& matches) {
  std::vector<Candidate> candidates;
  for (const Range& piece : pieces_of(text.text())) {
    Candidate candidate{.text = number, .range = piece, .standing = is_standing(text.standing(), piece)};
    for (const auto& [clause, found] : matches) {
      for (const auto& match : found) {
        if (inside(match.whole, piece)) add(candidate.matches[clause], match.words);
      }
    }
    if (!candidate.matches.empty()) candidates.push_back(std::move(candidate));
  }
  return candidates;
}

// A match that reaches over the end of a piece is in none; the passage is then cut around it.
void add_straddling(std::vector<Candidate>& candidates, std::size_t number, const MatchesByClause& matches) {
  for (const auto& [clause, found] : matches) {
    const bool shown = std::ranges::any_of(candidates, [&, wanted = clause](const Candidate& candidate) {
      return candidate.text == number && candidate.matches.contains(wanted);
    });
    if (!shown && !found.empty())
      candidates.push_back({.text = number, .range = found[0].whole, .matches = {{clause, found[0].words}}});
  }
}

// Each next passage is the one that shows most clauses not shown yet, then most clauses at all; the first
// of equals, so that the order of texts and sentences decides. Standing text is shown only for what it alone
// shows.
std::vector<Candidate> best_of(std::vector<Candidate> candidates, std::size_t limit) {
  std::vector<Candidate> chosen;
  std::set<std::size_t> shown;
  while (chosen.size() < limit && !candidates.empty()) {
    const auto worth = [&](const Candidate& candidate) {
      const auto fresh =
          std::ranges::count_if(candidate.matches, [&](const auto& m) { return !shown.contains(m.first); });
      return std::tuple(fresh, !candidate.standing, candidate.matches.size());
    };
    const auto best = std::ranges::max_element(candidates, {}, worth);
    if (best->standing && std::get<0>(worth(*best)) == 0) break;
    for (const auto& match : best->matches) shown.insert(match.first);
    chosen.push_back(std::move(*best));
    candidates.erase(best);
  }
  return chosen;
}

std::vector<Range> merged(std::vector<Range> ranges) {
  std::ranges::sort(ranges);
  std::vector<Range> result;
  for (const Range& range : ranges) {
    if (!result.empty() && range.first < result.back().second) {
      result.back().second = std::max(result.back().second, range.second);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

Passage passage_of(const Candidate& candidate, const std::vector<FieldText>& texts) {
  const FieldText& text = texts[candidate.text];
  Passage passage{text.field(),
                  text.text().substr(candidate.range.first, candidate.range.second - candidate.range.first),
                  {}};
  std::vector<Range> highlights;
  for (const auto& [clause, ranges] : candidate.matches) {
    for (const Range& range : ranges) {
      highlights.emplace_back(range.first - candidate.range.first, range.second - candidate.range.first);
    }
  }
  passage.highlights = merged(std::move(highlights));
  return passage;
}

Explained beginning_of(const Issue& issue, std::size_t limit, std::span<const Position> recurring) {
  Explained explained;
  const auto pieces = pieces_of(issue.rationale);
  if (limit == 0 || pieces.empty()) return explained;
  const FieldText text("rationale", issue.rationale, recurring, {});
  const auto own = [&](const Range& piece) { return !is_standing(text.standing(), piece); };
  const auto first = std::ranges::find_if(pieces, own);
  const bool only_standing = first == pieces.end();
  Range range = only_standing ? pieces.front() : *first;
  for (auto piece = only_standing ? pieces.begin() : first; piece != pieces.end(); ++piece) {
    if (piece->second - range.first > kPassageBytes || (!only_standing && !own(*piece))) break;
    range.second = piece->second;
  }
  explained.passages.push_back(
      {"rationale", issue.rationale.substr(range.first, range.second - range.first), {}});
  return explained;
}

// Where the clauses match in each text. What standing text shows of a clause counts only if nothing else
// shows it.
std::vector<MatchesByClause> matches_in(const std::vector<FieldText>& texts,
                                        const std::vector<const Clause*>& clauses) {
  std::vector<MatchesByClause> all(texts.size());
  for (std::size_t clause = 0; clause < clauses.size(); ++clause) {
    bool own = false;
    const auto stands = [&](const FieldText& text, const FieldText::Match& match) {
      return text.standing().covers(match.whole.first) && text.standing().covers(match.whole.second - 1);
    };
    for (std::size_t text = 0; text < texts.size(); ++text) {
      auto& matches = all[text][clause] = texts[text].matches(*clauses[clause]);
      own = own || !std::ranges::all_of(matches, [&](const auto& m) { return stands(texts[text], m); });
    }
    for (std::size_t text = 0; own && text < texts.size(); ++text) {
      std::erase_if(all[text][clause], [&](const auto& match) { return stands(texts[text], match); });
    }
  }
  return all;
}

// The clauses that match somewhere; in place of one that does not, what satisfies it too.
std::vector<const Clause*> matching_clauses(const std::vector<Clause>& clauses,
                                            const std::vector<FieldText>& texts) {
  std::vector<const Clause*> matching;
  for (const Clause& clause : clauses) {
    const bool found =
        std::ranges::any_of(texts, [&](const FieldText& text) { return !text.matches(clause).empty(); });
    if (found) {
      matching.push_back(&clause);
    } else {
      for (const Clause* other : matching_clauses(clause.otherwise, texts)) matching.push_back(other);
    }
  }
  return matching;
}

}  // namespace

Explained explain_hit(const Determination& determination, const Issue& issue,
                      const std::vector<Clause>& clauses, std::size_t limit,
                      std::span<const Position> recurring, const MayMatch& may_match) {
  if (clauses.empty()) return beginning_of(issue, limit, recurring);
  const std::vector<FieldText> texts = field_texts(determination, issue, clauses, recurring, may_match);
  Explained explained;
  std::vector<Candidate> candidates;
  std::map<std::size_t, Why> why;
  const std::vector<const Clause*> matching = matching_clauses(clauses, texts);
  std::vector<MatchesByClause> all = matches_in(texts, matching);
  for (std::size_t number = 0; number < texts.size(); ++number) {
    MatchesByClause& matches = all[number];
    for (std::size_t clause = 0; clause < matching.size(); ++clause) {
      if (matches[clause].empty()) continue;
      const auto [begin, end] = matches[clause][0].whole;
      Why reason{matching[clause]->label, texts[number].text().substr(begin, end - begin),
                 texts[number].field()};
      // What the treatment is called says more than where else the word stands.
      if (reason.field == "treatment") why.erase(clause);
      why.try_emplace(clause, std::move(reason));
    }
    for (Candidate& candidate : candidates_of(texts[number], number, matches))
      candidates.push_back(std::move(candidate));
    add_straddling(candidates, number, matches);
  }
  for (const Candidate& candidate : best_of(std::move(candidates), limit)) {
    explained.passages.push_back(passage_of(candidate, texts));
  }
  for (auto& [clause, reason] : why) explained.why.push_back(std::move(reason));
  return explained;
}

}  // namespace imr
