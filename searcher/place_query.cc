// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/place_query.h"

#include <algorithm>
#include <utility>

namespace imr {

namespace {

using Matches = std::vector<PlaceMatch>;

// In order, and one match for each stretch of positions, so that conditions within conditions stay
// affordable.
void order(Matches& matches) {
  std::ranges::sort(matches, {}, [](const PlaceMatch& match) { return std::pair(match.first, match.last); });
  Matches once;
  for (PlaceMatch& match : matches) {
    if (once.empty() || once.back().first != match.first || once.back().last != match.last) {
      once.push_back(std::move(match));
    } else {
      auto& words = once.back().words;
      words.insert(words.end(), match.words.begin(), match.words.end());
    }
  }
  for (PlaceMatch& match : once) {
    std::ranges::sort(match.words);
    match.words.erase(std::unique(match.words.begin(), match.words.end()), match.words.end());
  }
  matches = std::move(once);
}

PlaceMatch both(const PlaceMatch& a, const PlaceMatch& b) {
  PlaceMatch match{std::min(a.first, b.first), std::max(a.last, b.last), a.words};
  match.words.insert(match.words.end(), b.words.begin(), b.words.end());
  return match;
}

class Places {
 public:
  explicit Places(const PositionsOf& positions_of) : positions_of_(positions_of) {}

  Matches of(const PlaceQuery& query) const {
    using enum PlaceQuery::Kind;
    switch (query.kind) {
      case words:
        return of_words(query.tokens);
      case sequence:
        return in_order(query.parts);
      case shuffled:
        return in_any_order(query.parts);
      case near:
        return pairs(query, [&](const auto& a, const auto& b) { return near_each_other(query, a, b); });
      case together:
        return together_in_units(query);
      case any_of:
        return of_any(query.parts);
      case marked:
      case unmarked:
        return by_mark(query);
    }
    return {};
  }

 private:
  Matches of_words(const std::vector<std::string>& tokens) const {
    Matches matches;
    for (const std::string& token : tokens) {
      for (const Position at : positions_of_(token)) matches.push_back({at, at, {at}});
    }
    order(matches);
    return matches;
  }

  Matches of_any(const std::vector<PlaceQuery>& parts) const {
    Matches matches;
    for (const PlaceQuery& part : parts) {
      for (PlaceMatch& match : of(part)) matches.push_back(std::move(match));
    }
    order(matches);
    return matches;
  }

  // Matches of the parts from left to right, each beginning where the last one ended.
  Matches in_order(const std::vector<PlaceQuery>& parts) const {
    Matches matches = of(parts.front());
    for (std::size_t i = 1; i < parts.size() && !matches.empty(); ++i) {
      const Matches next = of(parts[i]);
      Matches longer;
      for (const PlaceMatch& left : matches) {
        auto right = std::ranges::lower_bound(next, left.last + 1, {}, &PlaceMatch::first);
        for (; right != next.end() && right->first == left.last + 1; ++right)
          longer.push_back(both(left, *right));
      }
      matches = std::move(longer);
    }
    return matches;
  }

  Matches in_any_order(std::vector<PlaceQuery> parts) const {
    std::vector<std::size_t> turn(parts.size());
    for (std::size_t i = 0; i < turn.size(); ++i) turn[i] = i;
    Matches matches;
    do {
      std::vector<PlaceQuery> turned;
      for (const std::size_t i : turn) turned.push_back(parts[i]);
      for (PlaceMatch& match : in_order(turned)) matches.push_back(std::move(match));
    } while (std::ranges::next_permutation(turn).found);
    order(matches);
    return matches;
  }

  template <class Holds>
  Matches pairs(const PlaceQuery& query, Holds holds) const {
    const Matches left = of(query.parts[0]);
    const Matches right = left.empty() ? Matches() : of(query.parts[1]);
    Matches matches;
    for (const PlaceMatch& a : left) {
      for (const PlaceMatch& b : right) {
        if (holds(a, b)) matches.push_back(both(a, b));
      }
    }
    order(matches);
    return matches;
  }

  static bool near_each_other(const PlaceQuery& query, const PlaceMatch& a, const PlaceMatch& b) {
    if (a.last < b.first) return b.first - a.last <= query.distance;
    return !query.ordered && b.last < a.first && a.first - b.last <= query.distance;
  }

  Matches together_in_units(const PlaceQuery& query) const {
    const std::vector<Position>& starts = positions_of_(query.marks.front());
    const auto unit = [&](Position at) { return std::ranges::upper_bound(starts, at) - starts.begin(); };
    return pairs(query, [&](const PlaceMatch& a, const PlaceMatch& b) {
      const bool apart = a.last < b.first || b.last < a.first;
      return apart && unit(std::min(a.first, b.first)) == unit(std::max(a.last, b.last));
    });
  }

  Matches by_mark(const PlaceQuery& query) const {
    const bool wanted = query.kind == PlaceQuery::Kind::marked;
    Matches matches = of(query.parts.front());
    std::erase_if(matches, [&](const PlaceMatch& match) {
      const bool found = std::ranges::any_of(query.marks, [&](const std::string& mark) {
        return std::ranges::binary_search(positions_of_(mark), match.first);
      });
      return found != wanted;
    });
    return matches;
  }

  const PositionsOf& positions_of_;
};

PlaceQuery of_parts(PlaceQuery::Kind kind, std::vector<PlaceQuery> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  return {.kind = kind, .parts = std::move(parts)};
}

}  // namespace

std::vector<PlaceMatch> place_matches(const PlaceQuery& query, const PositionsOf& positions_of) {
  return Places(positions_of).of(query);
}

PlaceQuery any_token(std::vector<std::string> tokens) { return {.tokens = std::move(tokens)}; }

PlaceQuery in_sequence(std::vector<PlaceQuery> parts) {
  return of_parts(PlaceQuery::Kind::sequence, std::move(parts));
}

PlaceQuery any_place(std::vector<PlaceQuery> parts) {
  return of_parts(PlaceQuery::Kind::any_of, std::move(parts));
}

}  // namespace imr
