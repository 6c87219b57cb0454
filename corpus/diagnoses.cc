// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/diagnoses.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/letter_lines.h"
#include "corpus/regex.h"

namespace imr {
namespace {

// What may stand between "diagnoses" and the list. "of" counts only where somebody has the diagnosis:
// "the diagnosis of radiculopathy was not supported" lists nothing.
constexpr char kVerbs[] =
    R"((?:have|has|had|were|was|are|is|been|being|that|which|currently|documented|noted|listed|reported|given|to|as|includes?|included|including|consist|consists|following|the|made)\b)";
constexpr char kLinks[] =
    R"((?:\bas\b|\bis\b|\bare\b|\bwas\b|\bwere\b|\bincludes?\b|\bincluded\b|\bincluding\b|\bdocumented\b|\bnoted\b|\blisted\b|:))";

// The text behind the first match of a lead-in whose last group holds the words between; links decide.
std::optional<std::string_view> after_diagnoses(std::string_view summary) {
  static const Regex lead(
      std::string(R"((?i)\bdiagnos[ei]s\b(?:,? and[-/ ]or impressions?,?)?(?: \([^)]{0,30}\))?)") +
      "((?:[ ,:]+" + kVerbs + R"()*[ ]*:?)[ ]+)");
  static const Regex link(std::string("(?i)") + kLinks);
  std::string_view groups[2];
  for (std::size_t from = 0; lead.search(summary, from, groups);) {
    from = static_cast<std::size_t>(groups[0].end() - summary.data());
    if (partial_match(groups[1], link)) return summary.substr(from);
  }
  return std::nullopt;
}

std::optional<std::string_view> after_lead(std::string_view summary, const Regex& lead) {
  std::string_view found;
  if (!lead.search(summary, 0, {&found, 1})) return std::nullopt;
  return summary.substr(static_cast<std::size_t>(found.end() - summary.data()));
}

std::optional<std::string_view> list_in(std::string_view summary) {
  static const Regex with_diagnosis(
      R"((?i)\b(?:for|with|has|had|have|carries)(?: had)?(?: an?| the)?(?: [\w-]+)? diagnos[ei]s of:? +)");
  static const Regex diagnosed(R"((?i)\bdiagnosed with:? +)");
  static const Regex treated(
      R"((?i)\b(?:(?:undergoing|receiving) treatments? for|(?:is|was|been|being) (?:currently )?(?:being )?treated for):? +)");
  if (const auto list = after_diagnoses(summary)) return list;
  // "treated for his pain" tells of a complaint.
  static const Regex complaint(R"((?i)^(?:his|her|their|this|that|these|those)\b)");
  for (const Regex* lead : {&with_diagnosis, &treated, &diagnosed}) {
    const auto list = after_lead(summary, *lead);
    if (list && !(lead == &treated && partial_match(*list, complaint))) return list;
  }
  return std::nullopt;
}

bool is_abbreviation(std::string_view before) {
  static const Regex pattern(R"((?i)(?:^|[\s(])(?:dr|vs|no|st|e\.g|i\.e|approx|\d{1,2}|[a-z])$)");
  return partial_match(before, pattern);
}

// Up to the full stop of the sentence. "1." is the number of an item, not the end of one.
std::string_view first_sentence(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') return text.substr(0, i);
    if (text[i] != '.') continue;
    if (i + 1 == text.size()) return text.substr(0, i);
    static const Regex next_item(R"(^\.\s+\(?\d{1,2}[.)]\s)");
    const auto rest = text.substr(i);
    if (partial_match(rest, next_item)) continue;
    const char next = rest[1];
    const bool glued = next >= 'A' && next <= 'Z' && i > 0 && text[i - 1] >= 'a' && text[i - 1] <= 'z';
    if ((next == ' ' && !is_abbreviation(text.substr(0, i))) || next == '\n' || glued)
      return text.substr(0, i);
  }
  return text;
}

using Items = std::vector<std::string>;

void add_item(std::string_view item, Items& items) {
  static const Regex conjunction(R"(^(?i:(?:and|as well as)\s+)?(?i:an?\s+)?)");
  std::string text(trimmed(item));
  replace_first(text, conjunction, "");
  while (!text.empty() && std::string_view(",;. ").find(text.back()) != std::string_view::npos)
    text.pop_back();
  if (!text.empty()) items.push_back(text);
}

// "1) cervical radiculopathy, 2) lumbar strain", also "1." and "(1)"; the numbers must rise from 1.
std::optional<Items> numbered_items(std::string_view list) {
  static const Regex number(R"((?:^|[\s,;])\(?#?(\d{1,2})[.)]\s*)");
  Items items;
  std::string_view groups[2];
  std::size_t begin = 0;
  int expected = 1;
  for (std::size_t from = 0; number.search(list, from, groups);) {
    const auto at = static_cast<std::size_t>(groups[0].data() - list.data());
    from = at + groups[0].size();
    if (std::string_view(groups[1]) != std::to_string(expected)) continue;
    if (expected == 1 && at > 0) return std::nullopt;
    if (expected > 1) add_item(list.substr(begin, at - begin), items);
    begin = from;
    ++expected;
  }
  if (expected <= 2) return std::nullopt;
  add_item(list.substr(begin), items);
  return items;
}

Items items_between(std::string_view list, char separator) {
  Items items;
  for (;;) {
    const auto end = list.find(separator);
    add_item(list.substr(0, end), items);
    if (end == list.npos) return items;
    list.remove_prefix(end + 1);
  }
}

// Words of place, side and degree, which alone are no diagnosis; single letters are those of spinal levels.
constexpr auto kQualifiers = std::to_array<std::string_view>(
    {"a",        "abdomen",     "acute",       "an",       "and",       "ankle",   "ankles",
     "area",     "arm",         "at",          "back",     "bilateral", "body",    "both",
     "buttock",  "c",           "calf",        "cervical", "chest",     "chronic", "coccyx",
     "digit",    "dominant",    "ear",         "ears",     "elbow",     "elbows",  "encounter",
     "episode",  "extremities", "extremity",   "eye",      "eyes",      "face",    "fascia",
     "feet",     "femur",       "finger",      "fingers",  "foot",      "forearm", "from",
     "great",    "groin",       "hand",        "hands",    "head",      "heel",    "hip",
     "hips",     "in",          "index",       "initial",  "jaw",       "joint",   "joints",
     "knee",     "knees",       "l",           "left",     "leg",       "legs",    "level",
     "levels",   "ligament",    "ligaments",   "limb",     "limbs",     "little",  "low",
     "lower",    "lumbar",      "lumbosacral", "mid",      "middle",    "mild",    "moderate",
     "muscle",   "muscles",     "neck",        "nose",     "of",        "or",      "part",
     "parts",    "pelvis",      "region",      "ribs",     "recurrent", "right",   "ring",
     "s",        "sacral",      "sacrum",      "scalp",    "scapula",   "sequela", "severe",
     "shin",     "shoulder",    "shoulders",   "side",     "single",    "site",    "small",
     "spine",    "subsequent",  "t",           "tendon",   "tendons",   "the",     "thigh",
     "thoracic", "thumb",       "to",          "toe",      "toes",      "trunk",   "unspecified",
     "upper",    "with",        "wrist",       "wrists"});

// True if every word of it is one of kQualifiers.
bool is_only_qualifier(std::string_view piece) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  bool any = false;
  for (auto at = std::ranges::find_if(piece, is_letter); at != piece.end();) {
    const auto end = std::find_if_not(at, piece.end(), is_letter);
    std::string word(at, end);
    std::ranges::transform(word, word.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    if (std::ranges::find(kQualifiers, word) == kQualifiers.end()) return false;
    any = true;
    at = std::find_if(end, piece.end(), is_letter);
  }
  return any;
}

// "sprain and strain", "contusion and injury": the second word belongs to the first.
bool is_second_half(std::string_view piece) {
  static const Regex pattern(R"((?i)^(?:sprain|strain|injury)s?(?: with .*| and .*)?$)");
  return full_match(piece, pattern);
}

struct ListPiece {
  std::string_view separator;  // before it
  std::string_view text;
};

std::vector<ListPiece> pieces_of(std::string_view list) {
  static const Regex separator(R"(,? (?:and|as well as) |, )");
  std::vector<ListPiece> pieces;
  std::string_view found;
  std::string_view before;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t from = 0; separator.search(list, from, {&found, 1});) {
    const auto at = static_cast<std::size_t>(found.data() - list.data());
    for (const char c : list.substr(from, at - from)) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    from = at + found.size();
    if (depth > 0) continue;
    pieces.push_back({before, list.substr(begin, at - begin)});
    before = list.substr(at, found.size());
    begin = from;
  }
  pieces.push_back({before, list.substr(begin)});
  return pieces;
}

// "homicidal" in "homicidal and suicidal thoughts".
bool ends_in_adjective(std::string_view piece) {
  return piece.ends_with("al") || piece.ends_with("ic") || piece.ends_with("ar");
}

// True if the piece lacks its noun, which comes after the next "and": "thoracic and lumbar spine sprain".
bool leans_on_next(const std::vector<ListPiece>& pieces, std::size_t i) {
  if (i + 1 == pieces.size() || pieces[i + 1].separator != " and ") return false;
  const bool qualifier = is_only_qualifier(pieces[i].text);
  if (qualifier && is_only_qualifier(pieces[i + 1].text)) return i == 0;
  return qualifier ? pieces[i].separator != " and " : ends_in_adjective(pieces[i].text);
}

// Joins what commas and "and" should not have cut.
Items items_of_prose(std::string_view list) {
  const auto pieces = pieces_of(list);
  Items items;
  bool open = false;  // the last item still lacks its noun
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& [separator, text] = pieces[i];
    const bool leans = leans_on_next(pieces, i);
    const bool qualifier = is_only_qualifier(text);
    const bool second_half = separator == " and " && is_second_half(text);
    if (!items.empty() && (open || (qualifier && !leans) || second_half)) {
      items.back().append(separator).append(text);
    } else {
      items.emplace_back(text);
    }
    open = leans || (open && qualifier);
  }
  Items clean;
  for (const auto& item : items) add_item(item, clean);
  return clean;
}

}  // namespace

std::vector<std::string> diagnoses_in(std::string_view summary) {
  const auto found = list_in(summary);
  static const Regex no_list(
      R"((?i)^(?:deferred|unknown|unclear|none|not (?:provided|given|stated|documented|listed|specified|available))\b)");
  if (!found || partial_match(*found, no_list)) return {};
  const auto list = first_sentence(*found);
  if (const auto items = numbered_items(list)) return *items;
  if (list.find(';') != list.npos) return items_between(list, ';');
  return items_of_prose(list);
}

}  // namespace imr
