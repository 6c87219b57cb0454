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

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

bool cites(const std::vector<GuidelineCitation>& citations) { return !citations.empty(); }

void print_counts(std::ostream& out, const std::map<std::string, std::uint64_t>& counts) {
  for (const auto& [code, count] : counts) out << "  " << std::setw(6) << count << "  " << code << '\n';
}

}  // namespace

void ReadingReport::fill(const char* field, bool filled) {
  auto at = std::ranges::find(fields_, field, [](const auto& entry) { return entry.first; });
  if (at == fields_.end()) at = fields_.insert(at, {field, {}});
  at->second.filled += filled ? 1 : 0;
  at->second.of += 1;
}

void ReadingReport::count(const Determination& determination) {
  issues_ += determination.issues.size();
  ++layouts_[std::string(name_of(determination.layout))];
  for (const Problem& problem : determination.problems) ++problems_[problem.code];
  if (determination.layout == Layout::plain) {
    ++records_;
    return;
  }
  ++letters_;
  count_fields(determination);
}

void ReadingReport::count_fields(const Determination& d) {
  fill("decision_date", d.decision_date.has_value());
  fill("date_assigned", d.date_assigned.has_value());
  fill("date_of_injury", d.date_of_injury.has_value());
  fill("ur_denial_date", d.ur_denial_date.has_value());
  fill("application_received", d.application_received.has_value());
  fill("priority", d.priority.has_value());
  fill("specialties", !d.reviewer.specialties.empty());
  fill("states", !d.reviewer.states.empty());
  fill("age", d.worker.age.has_value());
  fill("sex", d.worker.sex.has_value());
  fill("diagnoses", !d.diagnoses.empty());
  fill("clinical_summary", !d.clinical_summary.empty());
  for (const Issue& issue : d.issues) {
    fill("issue: treatment", !issue.treatment.empty());
    fill("issue: claims_administrator_guidelines", cites(issue.claims_administrator_guidelines));
    fill("issue: reviewer_guidelines", cites(issue.reviewer_guidelines));
    fill("issue: rationale", !issue.rationale.empty());
  }
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

void ReadingReport::print(std::ostream& out, double seconds) const {
  using Added = IndexWriter::Added;
  const auto added = [&](Added what) { return added_[static_cast<std::size_t>(what)]; };
  out << "read " << counted(letters_, "letter", "letters") << " with "
      << counted(issues_ - records_, "issue", "issues");
  if (records_ > 0) out << " and " << counted(records_, "plain record", "plain records");
  out << std::fixed << std::setprecision(2) << " in " << seconds << " s\n";
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
  if (!fields_.empty()) out << "fields filled:\n";
  for (const auto& [name, fill] : fields_) {
    const double share = 100.0 * static_cast<double>(fill.filled) / static_cast<double>(fill.of);
    out << "  " << std::setw(5) << std::setprecision(1) << share << " %  " << name << " (" << fill.filled
        << " of " << fill.of << ")\n";
  }
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
  report["fields"] = Json::object();
  for (const auto& [name, fill] : fields_)
    report["fields"][name] = {{"filled", fill.filled}, {"of", fill.of}};
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace imr
