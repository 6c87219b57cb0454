// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/header_table.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/dates.h"
#include "corpus/regex.h"

namespace imr {
namespace {

enum class Cell {
  case_number,
  date_assigned,
  date_of_injury,
  decision_date,
  ur_denial_date,
  application,
  priority
};
enum class Kind { case_number, date, priority };

Kind kind_of(Cell label) {
  if (label == Cell::case_number) return Kind::case_number;
  if (label == Cell::priority) return Kind::priority;
  return Kind::date;
}

constexpr char kLabels[] =
    R"((?i:(?P<case>IMR Case (?:Number|No\.?) ?:|Case (?:Number|No\.?) ?:|Case Number\b)|)"
    R"((?P<assigned>Date Assigned\b ?:?)|(?P<injury>Date of Injury\b ?:?)|(?P<decision>Decision Date\b ?:?)|)"
    R"((?P<denial>UR Denial Date\b ?:?)|(?P<application>Application(?: +Received)?\b ?:?)|)"
    R"((?P<received>Received ?:)|(?P<priority>Priority\b ?:?)))";

// A label or a value on a line of the table.
struct Piece {
  std::optional<Cell> label;
  bool rest_of_label = false;  // the second line of "Application / Received:"
  std::string value;
  Kind kind = Kind::date;  // of the value
};

// One line, cut into its labels and values by leftmost match.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  bool next(Piece& piece) {
    static const Regex pattern(
        std::string(kLabels) + "|(?P<date>" + kWrittenDate +
        R"()|(?P<number>\b(?:CM)?\d{2}-\d{4,8}\b)|(?P<level>\b(?i:Standard|Expedited)\b))");
    constexpr int kGroups = 12;
    std::string_view groups[kGroups];
    if (!pattern.search(rest_, 0, groups)) return false;
    piece = piece_of(groups);
    rest_.remove_prefix(static_cast<std::size_t>(groups[0].end() - rest_.data()));
    return true;
  }

 private:
  static Piece piece_of(const std::string_view* groups) {
    constexpr Cell kCells[] = {Cell::case_number,   Cell::date_assigned,  Cell::date_of_injury,
                               Cell::decision_date, Cell::ur_denial_date, Cell::application};
    for (int i = 0; i < 6; ++i) {
      if (!groups[i + 1].empty()) return {kCells[i], false, {}, {}};
    }
    if (!groups[7].empty()) return {Cell::application, true, {}, {}};
    if (!groups[8].empty()) return {Cell::priority, false, {}, {}};
    const Kind kind = !groups[9].empty()    ? Kind::date
                      : !groups[10].empty() ? Kind::case_number
                                            : Kind::priority;
    return {std::nullopt, false, std::string(groups[0]), kind};
  }

  std::string_view rest_;
};

class TableReader {
 public:
  explicit TableReader(const std::function<void(const Problem&)>& on_problem) : on_problem_(on_problem) {}

  void read(const LetterLine& line) {
    LineReader reader(line.text);
    std::vector<Cell> open;  // labels of this line without a value yet
    bool has_value = false;
    for (Piece piece; reader.next(piece);) {
      if (piece.label) {
        add_label(piece, open);
      } else {
        has_value |= add_value(piece, line.number, open);
      }
    }
    // Beside cells that have their value, a label without one is an empty cell.
    if (!has_value) waiting_.insert(waiting_.end(), open.begin(), open.end());
  }

  HeaderTable table() const { return table_; }

 private:
  void add_label(const Piece& piece, std::vector<Cell>& open) {
    table_.found = true;
    if (piece.rest_of_label && (table_.application_received || is_waiting(Cell::application))) return;
    open.push_back(*piece.label);
  }

  bool is_waiting(Cell label) const { return std::ranges::find(waiting_, label) != waiting_.end(); }

  bool add_value(const Piece& piece, std::size_t line, std::vector<Cell>& open) {
    const auto fits = [&](Cell label) { return kind_of(label) == piece.kind; };
    if (!open.empty()) {
      if (!fits(open.back())) return false;
      store(open.back(), piece.value, line);
      open.clear();
      return true;
    }
    const auto label = std::ranges::find_if(waiting_, fits);
    if (label == waiting_.end()) return false;
    store(*label, piece.value, line);
    waiting_.erase(label);
    return true;
  }

  void store(Cell label, const std::string& value, std::size_t line) {
    switch (label) {
      case Cell::case_number:
        table_.case_number = value;
        return;
      case Cell::priority:
        table_.priority = (value[0] | 0x20) == 's' ? Priority::standard : Priority::expedited;
        return;
      case Cell::date_assigned:
        return store(table_.date_assigned, value, line);
      case Cell::date_of_injury:
        return store(table_.date_of_injury, value, line);
      case Cell::decision_date:
        return store(table_.decision_date, value, line);
      case Cell::ur_denial_date:
        return store(table_.ur_denial_date, value, line);
      case Cell::application:
        return store(table_.application_received, value, line);
    }
  }

  void store(std::optional<Date>& date, const std::string& value, std::size_t line) {
    date = date_of_written(value);
    if (!date) on_problem_({line, "bad_date", "\"" + value + "\" is no date"});
  }

  const std::function<void(const Problem&)>& on_problem_;
  HeaderTable table_;
  std::vector<Cell> waiting_;
};

}  // namespace

HeaderTable read_header_table(LetterLineSpan lines, const std::function<void(const Problem&)>& on_problem) {
  TableReader reader(on_problem);
  for (const auto& line : lines) reader.read(line);
  return reader.table();
}

bool is_header_row(std::string_view line) {
  static const Regex pattern(std::string(R"(\s*)") + kLabels + R"(\s*)");
  std::string_view rest = line;
  if (!consume(rest, pattern)) return false;
  // "Application of heat ..." and "Priority is given ..." are prose.
  static const Regex value(std::string("(?:") + kWrittenDate +
                           R"(|(?:CM)?\d{2}-\d{4,8}\b|(?i:Standard|Expedited)\b).*)");
  return rest.empty() || full_match(rest, value);
}

}  // namespace imr
