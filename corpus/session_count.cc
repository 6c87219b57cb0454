// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/session_count.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/request_tokens.h"
#include "corpus/session_words.h"

namespace imr {
namespace {

using Kind = RequestToken::Kind;

// A group of visits at tokens [begin, end).
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  int visits = 0;
  int depth = 0;
};

class CountReader {
 public:
  explicit CountReader(std::string_view text) : tokens_(request_tokens(text)) {}

  SessionCount read() {
    SessionCount count;
    for (const auto& token : tokens_)
      count.in_visits |= is_visit(token.word) && !token.is("treatment") && !token.is("tx");
    for (at_ = 0; at_ < tokens_.size();) at_ = read_at(at_);
    count.in_visits |= frequencies_ > 0 || !products_.empty() || !times_.empty();
    if (has_range()) return count;
    for (const auto* groups : {&totals_, &products_, &times_, &marked_}) {
      if (groups->empty()) continue;
      count.total = sum(*groups);
      break;
    }
    if (!count.total) count.total = apart();
    if (!count.total) count.total = number_beside_service();
    if (count.total && *count.total == 0) count.total.reset();
    return count;
  }

 private:
  const RequestToken& token(std::size_t i) const {
    static const RequestToken kNone{};
    return i < tokens_.size() ? tokens_[i] : kNone;
  }
  std::string_view word(std::size_t i) const { return token(i).word; }

  // The place behind what could be read at `i`.
  std::size_t read_at(std::size_t i) {
    if (const auto end = read_frequency(i)) return end;
    if (const auto end = read_product(i)) return end;
    if (const auto end = read_total(i)) return end;
    if (const auto end = read_times(i)) return end;
    if (const auto end = read_marked(i)) return end;
    return i + 1;
  }

  // "2 times a week [for 6 weeks]", "weekly x 10", "once every 2 weeks for 8 weeks".
  std::size_t read_frequency(std::size_t i) {
    std::size_t next = i;
    int visits = 1;
    if (token(i).is_number()) {
      visits = token(i).number;
      ++next;
    }
    const auto after_number = next;
    bool linked = false;
    while (next < i + 5 && (is_times(word(next)) || is_visit(word(next)) || is_link(next))) {
      linked = linked || !is_one_of(word(next), {"-", ","});
      ++next;
    }
    int days = days_between(word(next));
    if (days == 0 && token(i).is_number() && linked) days = days_in(word(next));
    const bool every = next > after_number && word(next - 1) == "every";
    if (days == 0 && (every || (word(i) == "every" && ++next))) return read_interval(next, visits);
    if (days == 0 || (after_number == i && next != i)) return 0;
    note_frequency(visits, days);
    return finish(i, next + 1, visits, days);
  }

  bool is_link(std::size_t i) const {
    return is_one_of(word(i),
                     {"a", "per", "each", "every", "an", "/", "-", "in", "the", ",", "of", "week"}) &&
           !(word(i) == "week");
  }

  // Behind "every": "other week", "2 weeks".
  std::size_t read_interval(std::size_t i, int visits) {
    int many = 1;
    if (word(i) == "other") {
      many = 2;
    } else if (token(i).is_number()) {
      many = token(i).number;
    } else {
      return 0;
    }
    const int days = days_in(word(i + 1)) * many;
    if (days == 0) return 0;
    note_frequency(visits, days);
    return finish(i, i + 2, visits, days);
  }

  // How long it goes on: "for 6 weeks", "x 6", "times six weeks".
  std::size_t finish(std::size_t begin, std::size_t i, int visits, int days) {
    std::size_t next = i;
    while (next < i + 5 &&
           is_one_of(word(next), {"for",  "x",          "times", "over", "during", "within",   "in",    "the",
                                  "next", "a",          ",",     "-",    "of",     "period",   "total", "/",
                                  "an",   "additional", "time",  ":",    "by",     "duration", "course"})) {
      ++next;
    }
    if (!token(next).is_number()) return i;
    const int number = token(next).number;
    if (is_visit(word(next + 1)) ||
        (token(next + 1).kind == Kind::word && is_visit(word(next + 2)) && days_in(word(next + 1)) == 0))
      return i;
    int unit = days_in(word(next + 1));
    if (unit == 0 && next == i) return i;
    const auto end = next + (unit == 0 ? 1 : 2);
    if (unit == 0) unit = days;
    add(products_, begin, end, std::int64_t{visits} * number * unit / days, token(begin).depth);
    return end;
  }

  // "2x6", "2 times 6 weeks", "2 visits x 6 weeks".
  std::size_t read_product(std::size_t i) {
    if (!token(i).is_number()) return 0;
    std::size_t next = i + 1;
    const bool visits = is_visit(word(next));
    if (visits) ++next;
    if (!is_x(word(next)) && word(next) != "time") return 0;
    ++next;
    if (word(next) == "for" || word(next) == "over") ++next;
    if (!token(next).is_number()) return 0;
    const bool duration = days_in(word(next + 1)) != 0;
    if (visits && !duration) return 0;
    add(products_, i, next + 1, std::int64_t{token(i).number} * token(next).number, token(i).depth);
    return next + 1 + (duration ? 1 : 0);
  }

  // "six physical therapy sessions", "sessions: 12", "visits x 12", "sessions #6".
  std::size_t read_total(std::size_t i) {
    if (token(i).is_number()) return read_total_before(i);
    if (!is_visit(word(i))) return 0;
    std::size_t next = i + 1;
    while (is_one_of(word(next), {":", ",", "#", "x", "times", "-", "qty", "quantity", "of", "."})) ++next;
    const bool bracket = token(next).depth > token(i).depth;
    if (!token(next).is_number() || (next == i + 1 && !bracket)) return 0;
    if (days_in(word(next + 1)) != 0 || is_times(word(next + 1)) || is_measure(word(next + 1)) ||
        word(next + 1) == "per" || word(next + 1) == "/")
      return 0;
    totals_.push_back({i, next + 1, token(next).number, token(next).depth});
    return next + 1;
  }

  std::size_t read_total_before(std::size_t i) {
    if (i > 0 && is_one_of(word(i - 1), {"#"}) && is_one_of(word(i + 1), {","})) return 0;
    for (std::size_t next = i + 1; next < i + 8 && next < tokens_.size(); ++next) {
      if (token(next).kind != Kind::word && !is_one_of(word(next), {"/", "-", "."})) return 0;
      if (is_measure(word(next)) || days_in(word(next)) != 0 || days_between(word(next)) != 0) return 0;
      if (is_one_of(word(next), {"x", "for", "times", "time", "per", "and"})) return 0;
      if (!is_visit(word(next))) continue;
      const bool frequency =
          is_one_of(word(next + 1), {"a", "per", "each", "every", "/", "weekly", "monthly", "daily"});
      if (frequency) return 0;
      totals_.push_back({i, next + 1, token(i).number, token(i).depth});
      return next + 1;
    }
    return 0;
  }

  // "times 12", "x12"; "12x".
  std::size_t read_times(std::size_t i) {
    if (is_x(word(i)) && token(i + 1).is_number()) {
      if (days_in(word(i + 2)) != 0 || is_measure(word(i + 2))) return i + 1;
      times_.push_back({i, i + 2, token(i + 1).number, token(i + 1).depth});
      return i + 2;
    }
    const bool after =
        token(i).is_number() && is_one_of(word(i + 1), {"x", "times"}) && !token(i + 2).is_number();
    if (!after) return 0;
    times_.push_back({i, i + 2, token(i).number, token(i).depth});
    return i + 2;
  }

  // "#12", "QTY: 12", "(8)".
  std::size_t read_marked(std::size_t i) {
    if (is_one_of(word(i), {"#", "qty", "quantity"})) {
      std::size_t next = i + 1;
      while (is_one_of(word(next), {":", ".", "of", "#", "="})) ++next;
      if (!token(next).is_number()) return 0;
      marked_.push_back({i, next + 1, token(next).number, token(next).depth});
      return next + 1;
    }
    const bool alone = token(i).is_number() && token(i).depth > token(i + 1).depth &&
                       (i == 0 || token(i - 1).depth < token(i).depth);
    if (alone) marked_.push_back({i, i + 1, token(i).number, 0});
    return alone ? i + 1 : 0;
  }

  void note_frequency(int visits, int days) {
    ++frequencies_;
    visits_at_once_ = visits;
    days_between_ = days;
  }

  // "Twice weekly physical therapy for 6 weeks", "for 6 weeks, twice a week": one frequency and, apart from
  // it, one duration.
  std::optional<int> apart() const {
    std::optional<std::int64_t> length;
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const int unit = token(i).is_number() ? days_in(word(i + 1)) : 0;
      if (unit == 0 || is_one_of(word(i + 2), {"per", "a", "each", "/", "weekly"}) ||
          (i > 0 && word(i - 1) == "every"))
        continue;
      if (length) return std::nullopt;
      length = std::int64_t{token(i).number} * unit;
    }
    if (frequencies_ != 1 || !length) return std::nullopt;
    return static_cast<int>(std::min<std::int64_t>(visits_at_once_ * *length / days_between_, 9999));
  }

  // "12 physical therapy", "PT 12".
  std::optional<int> number_beside_service() const {
    if (frequencies_ > 0) return std::nullopt;
    const bool leads =
        token(0).is_number() && token(1).kind == Kind::word && days_in(word(1)) == 0 && !is_measure(word(1));
    if (leads) return token(0).number;
    const auto last = tokens_.size() - 1;
    const bool ends =
        tokens_.size() > 1 && token(last).is_number() &&
        is_one_of(word(last - 1), {"pt", "ot", "therapy", "acupuncture", "chiro", "chiropractic",
                                   "physiotherapy", "psychotherapy", "cbt", "massage", "biofeedback"});
    return ends ? std::optional(token(last).number) : std::nullopt;
  }

  bool has_range() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != Kind::range) continue;
      for (auto next = i + 1; next < i + 6; ++next) {
        const auto w = word(next);
        if (is_visit(w) || is_times(w) || days_in(w) != 0 || is_one_of(w, {"per", "/", "a"})) return true;
        if (token(next).kind == Kind::mark) break;
      }
      if (i > 0 && (is_x(word(i - 1)) || word(i - 1) == "#" || word(i - 1) == "for")) return true;
    }
    return false;
  }

  // Numbers of four digits multiplied do not fit an int; nobody asks for so many visits.
  void add(std::vector<Group>& groups, std::size_t begin, std::size_t end, std::int64_t visits, int depth) {
    constexpr std::int64_t kMostVisits = 9999;
    groups.push_back({begin, end, static_cast<int>(std::min(visits, kMostVisits)), depth});
  }

  // The first group and those that "and" and the like add to it. What a bracket says again is not added.
  int sum(const std::vector<Group>& groups) const {
    int visits = groups.front().visits;
    for (std::size_t i = 1; i < groups.size(); ++i) {
      const auto& group = groups[i];
      bool added = false;
      for (auto at = groups[i - 1].end; at < group.begin; ++at) added = added || joins(word(at));
      if (added && group.depth <= groups.front().depth) visits += group.visits;
    }
    return visits;
  }

  std::vector<RequestToken> tokens_;
  std::size_t at_ = 0;
  int frequencies_ = 0;
  int visits_at_once_ = 0;  // of the last frequency
  int days_between_ = 1;
  std::vector<Group> totals_;
  std::vector<Group> products_;
  std::vector<Group> times_;
  std::vector<Group> marked_;
};

}  // namespace

SessionCount session_count(std::string_view treatment) { return CountReader(treatment).read(); }

}  // namespace imr
