// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/treated_parts.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "analyzers/body_parts.h"

namespace imr {
namespace {

using Parts = std::vector<const BodyPartName*>;

// A part or a side in a request, at bytes [begin, end).
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  Parts parts = {};              // empty: a side
  std::vector<Side> sides = {};  // of the part; several for "left and right"
};

const BodyPartName* part_of_level(std::string_view upper) {
  const char region = upper.front();
  return find_body_part(region == 'C' ? "Neck" : region == 'T' ? "Upper Back" : "Low Back");
}

Mark mark_of(const SpinalLevels& level) {
  Mark mark{level.begin, level.end, {}, {}};
  if (level.segments.empty()) mark.parts.push_back(part_of_level(std::string_view(&level.region, 1)));
  for (const auto& segment : level.segments) {
    const auto* part = part_of_level(segment);
    if (std::ranges::find(mark.parts, part) == mark.parts.end()) mark.parts.push_back(part);
  }
  return mark;
}

std::optional<Side> side_in_name(std::string_view word) {
  if (word == "rue" || word == "rle") return Side::right;
  if (word == "lue" || word == "lle") return Side::left;
  if (word == "bue" || word == "ble") return Side::bilateral;
  return std::nullopt;
}

// "R" and "L" count alone: "R shoulder", "knee (L)". "L spine" is a part and has been taken.
std::optional<Side> side_of(const RequestText& request, const TextWord& word) {
  const std::string_view folded = word.folded;
  const auto raw = std::string_view(request.text).substr(word.begin, word.end - word.begin);
  if (folded == "left" || folded == "lt" || folded == "lft" || raw == "L") return Side::left;
  if (folded == "right" || folded == "rt" || folded == "rigth" || folded == "rght" || raw == "R")
    return Side::right;
  const bool both = folded.starts_with("bilat") || folded == "both" || folded == "bil" || folded == "bl" ||
                    folded == "bilaterl" || folded == "billateral" || folded == "bliateral";
  return both ? std::optional(Side::bilateral) : std::nullopt;
}

// How many words "R>L" and "right greater than left" are, which say where it is worse, not what is treated.
std::size_t comparison_at(const RequestText& request, std::size_t at) {
  const auto& words = request.words;
  const auto is_side = [&](std::size_t i) {
    return i < words.size() && side_of(request, words[i]).has_value();
  };
  if (!is_side(at)) return 0;
  const auto end = words[at].end;
  const bool mark =
      is_side(at + 1) &&
      std::string_view(request.text).substr(end, words[at + 1].begin - end).find_first_of("<>") !=
          std::string_view::npos;
  if (mark) return 2;
  const bool than = at + 3 < words.size() && words[at + 2].folded == "than" && is_side(at + 3);
  return than ? 4 : 0;
}

std::vector<Mark> marks_in(const RequestText& request, std::span<const SpinalLevels> levels) {
  std::vector<Mark> marks;
  std::vector<bool> taken(request.words.size());
  const auto take = [&](std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i) taken[i] = true;
  };
  for (const auto& level : levels) {
    marks.push_back(mark_of(level));
    for (std::size_t i = 0; i < request.words.size(); ++i) {
      if (request.words[i].begin >= level.begin && request.words[i].end <= level.end) taken[i] = true;
    }
  }
  const std::span words(request.words);
  for (const auto& mention : body_part_mentions(request.text, words)) {
    const bool is_level = taken[mention.begin];
    take(mention.begin, mention.end);
    Mark mark{words[mention.begin].begin, words[mention.end - 1].end, mention.parts, {}};
    if (const auto side = side_in_name(words[mention.begin].folded)) mark.sides.push_back(*side);
    if (is_level)
      std::erase_if(marks, [&](const Mark& m) { return m.begin >= mark.begin && m.end <= mark.end; });
    marks.push_back(std::move(mark));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (taken[i]) continue;
    if (const auto compared = comparison_at(request, i)) {
      i += compared - 1;
      continue;
    }
    const bool bl = words[i].folded == "b" && i + 1 < words.size() && words[i + 1].folded == "l" &&
                    (words[i + 1].gap & kGapHyphen) != 0;
    const bool bi =
        words[i].folded == "bi" && i + 1 < words.size() && words[i + 1].folded.starts_with("lateral");
    if (bl || bi) {
      marks.push_back({words[i].begin, words[i + 1].end, {}, {Side::bilateral}});
      ++i;
    } else if (const auto side = side_of(request, words[i])) {
      marks.push_back({words[i].begin, words[i].end, {}, {*side}});
    }
  }
  std::ranges::stable_sort(marks, {}, &Mark::begin);
  return marks;
}

bool only(std::string_view gap, std::initializer_list<std::string_view> words, std::string_view characters) {
  for (std::size_t at = 0; at < gap.size();) {
    if (characters.find(gap[at]) != characters.npos) {
      ++at;
      continue;
    }
    const auto word = std::ranges::find_if(words, [&](auto w) { return gap.substr(at).starts_with(w); });
    if (word == words.end()) return false;
    at += word->size();
  }
  return true;
}

// What may stand between the parts of a list, between a side and the part right behind it, and between a part
// and its side behind it.
bool is_list_gap(std::string_view gap) { return only(gap, {"and", "or", "the", "of"}, " ,/&()-+"); }
bool is_close_gap(std::string_view gap) { return only(gap, {"sided", "side", "the"}, " -"); }
bool is_trailing_gap(std::string_view gap) { return only(gap, {"on", "the", "side"}, " ,(-:"); }

bool carries(const Mark& mark) {
  return std::ranges::all_of(mark.parts, [](const BodyPartName* part) {
    return part->region == "Upper Extremity" || part->region == "Lower Extremity";
  });
}

// Gives each part its sides.
class SideReader {
 public:
  SideReader(std::string_view text, std::vector<Mark> marks) : text_(text), marks_(std::move(marks)) {}

  std::vector<Mark> read() {
    for (at_ = 0; at_ < marks_.size(); ++at_) marks_[at_].parts.empty() ? read_side() : read_part();
    if (!pending_.empty()) give_back();
    return std::move(marks_);
  }

 private:
  std::string_view gap(std::size_t before, std::size_t after) const {
    const auto end = marks_[before].end;
    const auto begin = marks_[after].begin;
    return begin > end ? text_.substr(end, begin - end) : std::string_view();
  }

  bool stops(std::string_view gap) const { return gap.find_first_of(";") != gap.npos; }

  void read_side() {
    const Side side = marks_[at_].sides.front();
    const bool behind = at_ > 0 && !marks_[at_ - 1].parts.empty() && marks_[at_ - 1].sides.empty() &&
                        is_trailing_gap(gap(at_ - 1, at_));
    const bool before =
        at_ + 1 < marks_.size() && !(marks_[at_ + 1].parts.empty()) && is_close_gap(gap(at_, at_ + 1));
    const bool between_sides =
        at_ + 1 < marks_.size() && marks_[at_ + 1].parts.empty() && is_list_gap(gap(at_, at_ + 1));
    if (behind && !before && !between_sides && !follows_in_list()) {
      marks_[at_ - 1].sides = {side};
      return;
    }
    if (!pending_.empty() && !is_list_gap(gap(at_ - 1, at_))) pending_.clear();
    pending_.push_back(side);
  }

  // "lumbar spine, left hip": the side after a comma belongs to what comes.
  bool follows_in_list() const {
    const bool comma = gap(at_ - 1, at_).find_first_of(",-") != std::string_view::npos;
    return comma && at_ + 1 < marks_.size() && !stops(gap(at_, at_ + 1)) && !marks_[at_ + 1].parts.empty();
  }

  void read_part() {
    Mark& part = marks_[at_];
    if (!part.sides.empty()) return;
    if (!pending_.empty()) {
      part.sides = std::exchange(pending_, {});
      carried_ = part.sides;
      return;
    }
    const bool in_list = at_ > 0 && !marks_[at_ - 1].parts.empty() && is_list_gap(gap(at_ - 1, at_));
    if (!in_list) carried_.clear();
    if (carries(part)) part.sides = carried_;
  }

  // A side at the end belongs to the last part.
  void give_back() {
    for (auto i = marks_.size(); i-- > 0;) {
      if (marks_[i].parts.empty()) continue;
      if (marks_[i].sides.empty()) marks_[i].sides = pending_;
      return;
    }
  }

  std::string_view text_;
  std::vector<Mark> marks_;
  std::size_t at_ = 0;
  std::vector<Side> pending_;
  std::vector<Side> carried_;
};

void add_once(std::vector<BodyPart>& parts, const BodyPart& part) {
  if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
}

bool has(const std::vector<BodyPart>& parts, std::string_view label) {
  return std::ranges::find(parts, label, &BodyPart::part) != parts.end();
}

// "Spine" and "Back" say nothing where a region of them is named; a part without a side nothing where it has
// one.
void drop_the_vague(std::vector<BodyPart>& parts) {
  const bool back = has(parts, "Upper Back") || has(parts, "Low Back");
  const auto sided = parts;
  std::erase_if(parts, [&](const BodyPart& part) {
    if (part.part == "Spine" && (back || has(parts, "Neck"))) return true;
    if (part.part == "Back" && back) return true;
    return !part.side && std::ranges::any_of(sided, [&](const BodyPart& other) {
      return other.part == part.part && other.side;
    });
  });
}

}  // namespace

std::vector<BodyPart> treated_parts(const RequestText& request, std::span<const SpinalLevels> levels) {
  std::vector<BodyPart> parts;
  for (const Mark& mark : SideReader(request.text, marks_in(request, levels)).read()) {
    for (const BodyPartName* part : mark.parts) {
      if (mark.sides.empty()) add_once(parts, {std::string(part->label), std::nullopt});
      for (const Side side : mark.sides) add_once(parts, {std::string(part->label), side});
    }
  }
  drop_the_vague(parts);
  return parts;
}

}  // namespace imr
