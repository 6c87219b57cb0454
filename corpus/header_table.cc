// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/header_table.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/ascii.h"
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
  priority,
  dated,  // of the letter itself
  claim_number
};
enum class Kind { case_number, date, priority };

Kind kind_of(Cell label) {
  if (label == Cell::case_number || label == Cell::claim_number) return Kind::case_number;
  if (label == Cell::priority) return Kind::priority;
  return Kind::date;
}

constexpr char kLabels[] =
    R"((?i:IMR Case (?:Number|No\.?) ?:|Case (?:Number|No\.?) ?:|Case Number\b|)"
    R"(Date Assigned\b ?:?|Date of Injury\b ?:?|Decision Date\b ?:?|)"
    R"(UR Denial Date\b ?:?|Date of UR (?:Denial|Decision)\b ?:?|Application(?: +Received)?\b ?:?|)"
    R"(Received ?:|Priority\b ?:?|Dated ?:|Claims? (?:Number|No\.?) ?:))";

// A label is known by its beginning, which no value has.
constexpr std::pair<std::string_view, Cell> kBeginnings[] = {
    {"case", Cell::case_number},
    {"imr case", Cell::case_number},
    {"date assigned", Cell::date_assigned},
    {"date of injury", Cell::date_of_injury},
    {"decision", Cell::decision_date},
    {"ur denial", Cell::ur_denial_date},
    {"date of ur", Cell::ur_denial_date},
    {"application", Cell::application},
    {"received", Cell::application},
    {"priority", Cell::priority},
    {"dated", Cell::dated},
    {"claim", Cell::claim_number},
};

constexpr char kCaseNumber[] = R"(\b(?:(?i:CM) ?\d{2} ?- ?\d{4,8}|(?:IMR )?\d{2}-\d{3,8})\b)";

// A label or a value on a line of the table.
struct Piece {
  std::optional<Cell> label;
  bool rest_of_label = false;  // the second line of "Application / Received:"
  std::string value;
  Kind kind = Kind::date;        // of the value
  std::string_view before = {};  // on its line, after the piece before it
};

// One line, cut into its labels and values by leftmost match.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  bool next(Piece& piece) {
    static const Regex pattern(std::string(kLabels) + "|" + kWrittenDate + "|" + kCaseNumber +
                               R"(|\b(?i:Standard|Expedited)\b)");
    std::string_view found;
    if (rest_.empty() || !pattern.search(rest_, 0, {&found, 1})) return false;
    piece = piece_of(found);
    piece.before = rest_.substr(0, static_cast<std::size_t>(found.data() - rest_.data()));
    rest_.remove_prefix(static_cast<std::size_t>(found.end() - rest_.data()));
    return true;
  }

  std::string_view rest() const { return rest_; }

 private:
  static Piece piece_of(std::string_view found) {
    const auto label =
        std::ranges::find_if(kBeginnings, [&](const auto& known) { return begins_with(found, known.first); });
    if (label != std::end(kBeginnings)) return {label->second, begins_with(found, "received"), {}, {}};
    return {std::nullopt, false, std::string(found), kind_of_value(found)};
  }

  // A case number has one hyphen; a date has two marks, or the name of a month.
  static Kind kind_of_value(std::string_view value) {
    if (begins_with(value, "standard") || begins_with(value, "expedited")) return Kind::priority;
    const auto marks = std::ranges::count_if(value, [](char c) { return c == '-' || c == '/'; });
    return marks == 1 ? Kind::case_number : Kind::date;
  }

  std::string_view rest_;
};

// Between digits a dash is a hyphen: "CM00\u20130000001".
std::string with_hyphens(std::string_view line) {
  static const Regex dash(R"(\d ?([\x{2010}-\x{2013}\x{2212}]) ?\d)");
  std::string text(line);
  if (text.find('\xE2') == text.npos) return text;
  std::string_view groups[2];
  for (std::size_t from = 0; dash.search(text, from, groups);) {
    from = static_cast<std::size_t>(groups[1].data() - text.data());
    text.replace(from, groups[1].size(), "-");
  }
  return text;
}

// "1/2/2010 - 3/4/2015" is the time of a cumulative injury, which has no date.
std::string without_spans(const std::string& line) {
  static const Regex span(std::string(kWrittenDate) + R"(\s*(?:-|\x{2013}|\x{2014}|to|through|thru)\s*)" +
                          kWrittenDate);
  auto text = with_hyphens(line);
  replace_all(text, span, "(span)");
  return text;
}

// "cm 16 - 1000411" as it is published, CM16-1000411.
std::string plain_case_number(std::string_view written) {
  std::string number(written.starts_with("IMR ") ? written.substr(4) : written);
  std::erase(number, ' ');
  if (number.front() == 'c' || number.front() == 'C') number.replace(0, 2, "CM");
  return number;
}

// "[REDACTED]", "XXXX" or "/" where a value belongs.
bool is_redacted(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c != ' ' && c != ':' && c != '#' && c != '.'; });
}

class TableReader {
 public:
  explicit TableReader(const std::function<void(const Problem&)>& on_problem) : on_problem_(on_problem) {}

  void read(const LetterLine& line) {
    const auto text = without_spans(line.text);
    LineReader reader(text);
    std::vector<Cell> open;  // labels of this line without a value yet
    bool has_value = false;
    for (Piece piece; reader.next(piece);) {
      if (piece.label) {
        if (!open.empty() && is_redacted(piece.before)) open.pop_back();
        add_label(piece, open);
      } else {
        has_value |= add_value(piece, line.number, open);
      }
    }
    if (!open.empty() && is_redacted(reader.rest())) open.pop_back();
    // Beside cells that have their value, a label without one is an empty cell.
    if (!has_value) waiting_.insert(waiting_.end(), open.begin(), open.end());
  }

  HeaderTable table() {
    if (!table_.decision_date) table_.decision_date = dated_;
    return table_;
  }

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
        table_.case_number = plain_case_number(value);
        return;
      case Cell::claim_number:
        return;
      case Cell::dated:
        return store(dated_, value, line);
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
  std::optional<Date> dated_;
  std::vector<Cell> waiting_;
};

// Asked of every line of a letter, most of which are none.
bool may_begin_with_label(std::string_view line) {
  constexpr std::string_view kInitials = "CcDdIiUuAaRrPp";
  if (line.empty() || kInitials.find(line.front()) == line.npos) return false;
  return std::ranges::any_of(kBeginnings, [&](const auto& known) { return begins_with(line, known.first); });
}

}  // namespace

HeaderTable read_header_table(LetterLineSpan lines, const std::function<void(const Problem&)>& on_problem) {
  TableReader reader(on_problem);
  for (const auto& line : lines) reader.read(line);
  return reader.table();
}

bool is_header_row(std::string_view line) {
  if (!may_begin_with_label(trimmed(line))) return false;
  static const Regex pattern(std::string(R"(\s*)") + kLabels + R"(\s*)");
  std::string_view rest = line;
  if (!consume(rest, pattern)) return false;
  // "Application of heat ..." and "Priority is given ..." are prose.
  static const Regex value(std::string("^(?:") + kWrittenDate + "|" + kCaseNumber +
                           R"(|(?i:Standard|Expedited)\b))");
  return rest.empty() || partial_match(with_hyphens(rest), value);
}

}  // namespace imr
