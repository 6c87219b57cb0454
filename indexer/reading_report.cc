// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reading_report.h"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <span>

#include <nlohmann/json.hpp>

namespace imr {

namespace {

// Letters named on the terminal; the report file names all.
constexpr std::size_t kNamedAtMost = 10;
// Different unmapped values that are counted one by one; a broken file could give millions.
constexpr std::size_t kUnmappedAtMost = 10'000;

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void print_counts(std::ostream& out, const std::map<std::string, std::uint64_t>& counts) {
  for (const auto& [code, count] : counts) out << "  " << std::setw(6) << count << "  " << code << '\n';
}

std::string layouts_text(const std::map<std::string, std::uint64_t>& layouts) {
  std::string text;
  for (const auto& [layout, count] : layouts)
    text += (text.empty() ? "" : ", ") + layout + " " + std::to_string(count);
  return text;
}

std::vector<std::pair<std::string, std::uint64_t>> by_frequency(
    const std::map<std::string, std::uint64_t>& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> ranked(counts.begin(), counts.end());
  std::ranges::stable_sort(ranked, std::ranges::greater(), [](const auto& entry) { return entry.second; });
  return ranked;
}

}  // namespace

void ReadingReport::count(const Determination& determination) {
  issues_ += determination.issues.size();
  ++layouts_[std::string(name_of(determination.layout))];
  for (const Problem& problem : determination.problems) count_problem(problem);
  if (determination.layout == Layout::plain) {
    ++records_;
    return;
  }
  ++letters_;
  fill_rates_.count(determination);
}

// A value that no vocabulary has is told in its problem's message.
void ReadingReport::count_problem(const Problem& problem) {
  ++problems_[problem.code];
  if (!problem.code.starts_with("unmapped_")) return;
  auto& values = unmapped_[problem.code];
  const bool known = values.contains(problem.message);
  if (known || values.size() < kUnmappedAtMost) ++values[problem.message];
}

void ReadingReport::count(IndexWriter::Added added, const Determination& determination) {
  ++added_[static_cast<std::size_t>(added)];
  const bool twice = added == IndexWriter::Added::repeated || added == IndexWriter::Added::again;
  if (twice) repeated_.push_back(determination.case_number + " (" + determination.source + ")");
}

void ReadingReport::count(const Rejection& rejection) { rejections_.push_back(rejection); }

void ReadingReport::print_repeated(std::ostream& out) const {
  if (repeated_.empty()) return;
  out << counted(repeated_.size(), "letter", "letters") << " given again, the last one counts:\n";
  for (const std::string& name : std::span(repeated_).first(std::min(repeated_.size(), kNamedAtMost)))
    out << "  " << name << '\n';
  if (repeated_.size() > kNamedAtMost)
    out << "  and " << repeated_.size() - kNamedAtMost << " more (--report lists them all)\n";
}

void ReadingReport::print_unmapped(std::ostream& out) const {
  for (const auto& [code, values] : unmapped_) {
    out << code << ", most frequent first:\n";
    const auto ranked = by_frequency(values);
    for (const auto& [message, count] : std::span(ranked).first(std::min(ranked.size(), kNamedAtMost)))
      out << "  " << std::setw(6) << count << "  " << message << '\n';
  }
}

void ReadingReport::print(std::ostream& out, double seconds) const {
  using Added = IndexWriter::Added;
  const auto added = [&](Added what) { return added_[static_cast<std::size_t>(what)]; };
  out << "read " << counted(letters_, "letter", "letters") << " with "
      << counted(issues_ - records_, "issue", "issues");
  if (records_ > 0) out << " and " << counted(records_, "plain record", "plain records");
  out << std::fixed << std::setprecision(2) << " in " << seconds << " s\n";
  if (letters_ > 0) out << "layouts: " << layouts_text(layouts_) << '\n';
  if (added(Added::unchanged) > 0) out << added(Added::unchanged) << " unchanged, skipped\n";
  if (added(Added::replaced) > 0) out << added(Added::replaced) << " replaced\n";
  print_repeated(out);
  std::map<std::string, std::uint64_t> rejected;
  for (const Rejection& rejection : rejections_) ++rejected[rejection.code];
  if (!rejected.empty()) {
    out << counted(rejections_.size(), "input", "inputs") << " rejected, each named above:\n";
  }
  print_counts(out, rejected);
  if (!problems_.empty()) out << "problems in letters that were read:\n";
  print_counts(out, problems_);
  print_unmapped(out);
  fill_rates_.print(out);
}

std::string ReadingReport::json() const {
  using Json = nlohmann::ordered_json;
  using Added = IndexWriter::Added;
  Json report = {{"letters", letters_}, {"issues", issues_ - records_}, {"records", records_}};
  report["unchanged"] = added_[static_cast<std::size_t>(Added::unchanged)];
  report["replaced"] = added_[static_cast<std::size_t>(Added::replaced)];
  report["given_more_than_once"] = repeated_;
  report["layouts"] = layouts_;
  report["problems"] = problems_;
  report["rejected"] = Json::array();
  for (const Rejection& r : rejections_) {
    report["rejected"].push_back(
        {{"source", r.source}, {"line", r.line}, {"code", r.code}, {"reason", r.reason}});
  }
  report["unmapped"] = Json::object();
  for (const auto& [code, values] : unmapped_) {
    report["unmapped"][code] = Json::array();
    for (const auto& [message, count] : by_frequency(values))
      report["unmapped"][code].push_back({{"message", message}, {"count", count}});
  }
  report["fields"] = fill_rates_.json();
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace imr
