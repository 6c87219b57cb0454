// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/place_query.h"

#include <map>
#include <sstream>

#include <doctest/doctest.h>

using namespace imr;
using Kind = PlaceQuery::Kind;

namespace {

// A text as tokens parted by blanks, one a position; "a|b" are two at one position.
class Text {
 public:
  explicit Text(const std::string& words) {
    std::istringstream in(words);
    Position at = 0;
    for (std::string word; in >> word;) {
      ++at;
      std::istringstream tokens(word);
      for (std::string token; std::getline(tokens, token, '|');) positions_[token].push_back(at);
    }
  }

  // Matches as "first-last".
  std::string matches(const PlaceQuery& query) const {
    const PositionsOf positions = [this](const std::string& token) -> const auto& {
      static const std::vector<Position> none;
      const auto found = positions_.find(token);
      return found == positions_.end() ? none : found->second;
    };
    std::string all;
    for (const PlaceMatch& match : place_matches(query, positions)) {
      all += (all.empty() ? "" : " ") + std::to_string(match.first) + "-" + std::to_string(match.last);
    }
    return all;
  }

 private:
  std::map<std::string, std::vector<Position>> positions_;
};

PlaceQuery word(const std::string& token) { return any_token({token}); }

PlaceQuery near(const PlaceQuery& a, const PlaceQuery& b, unsigned distance, bool ordered = false) {
  return {.kind = Kind::near, .parts = {a, b}, .distance = distance, .ordered = ordered};
}

}  // namespace

TEST_CASE("words stand where any of their tokens stands") {
  CHECK(Text("a b a|c").matches(any_token({"a", "c"})) == "1-1 3-3");
  CHECK(Text("a").matches(word("b")).empty());
  CHECK(Text("a").matches(any_token({})).empty());
}

TEST_CASE("a sequence has its parts one after the other") {
  const PlaceQuery low_back = in_sequence({word("low"), word("back")});
  CHECK(Text("low back low x back").matches(low_back) == "1-2");
  CHECK(Text("low low back").matches(low_back) == "2-3");
  CHECK(Text("a b c").matches(in_sequence({word("a"), in_sequence({word("b"), word("c")})})) == "1-3");
}

TEST_CASE("shuffled parts may stand in any order, with nothing between") {
  const PlaceQuery both{.kind = Kind::shuffled, .parts = {word("emg"), word("ncv")}};
  CHECK(Text("ncv emg x emg ncv x emg x ncv").matches(both) == "1-2 4-5");
}

TEST_CASE("nearness counts from the end of one to the beginning of the other") {
  const PlaceQuery flag = in_sequence({word("red"), word("flag")});
  const Text text("red flag x x spine");
  CHECK(text.matches(near(flag, word("spine"), 3)) == "1-5");
  CHECK(text.matches(near(flag, word("spine"), 2)).empty());
  CHECK(text.matches(near(word("spine"), flag, 3)) == "1-5");
  CHECK(text.matches(near(word("spine"), flag, 3, true)).empty());
  CHECK(Text("a a").matches(near(word("a"), word("a"), 1)) == "1-2");
  CHECK(Text("a").matches(near(word("a"), word("a"), 5)).empty());
}

TEST_CASE("nearness nests") {
  const PlaceQuery inner = near(word("a"), word("b"), 1);
  CHECK(Text("a b x c").matches(near(inner, word("c"), 2)) == "1-4");
  CHECK(Text("a b x x c").matches(near(inner, word("c"), 2)).empty());
}

TEST_CASE("together means between the same two marks") {
  const PlaceQuery both{.kind = Kind::together, .parts = {word("a"), word("b")}, .marks = {"!s"}};
  CHECK(Text("!s|a x b").matches(both) == "1-3");
  CHECK(Text("!s|b x a").matches(both) == "1-3");
  CHECK(Text("!s|a x !s|b").matches(both).empty());
}

TEST_CASE("marked places are those that begin at a mark") {
  const PlaceQuery numb = word("numb");
  const PlaceQuery denied{.kind = Kind::marked, .parts = {numb}, .marks = {"!n"}};
  const PlaceQuery said{.kind = Kind::unmarked, .parts = {numb}, .marks = {"!n", "!p"}};
  const Text text("numb numb|!n numb|!p");
  CHECK(text.matches(denied) == "2-2");
  CHECK(text.matches(said) == "1-1");
}

TEST_CASE("one match is given for each stretch, with all words in it") {
  const PlaceQuery either = any_place({near(word("a"), word("c"), 5), near(word("a"), word("c"), 9)});
  CHECK(Text("a b c").matches(either) == "1-3");
}
