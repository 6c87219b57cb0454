// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

#include "cli/common_options.h"
#include "cli/program.h"
#include "corpus/corpus_error.h"
#include "corpus/input.h"
#include "corpus/letter_json.h"
#include "corpus/text_recognition.h"
#include "indexer/check_index.h"
#include "indexer/expectation.h"
#include "indexer/index_statistics.h"
#include "indexer/index_writer.h"
#include "indexer/progress_line.h"
#include "indexer/reading_report.h"

namespace imr {

namespace {

constexpr std::string_view kProgram = "imr-index";

constexpr OptionSpec kReport = {"report", "FILE", "", "write the closing report there, as JSON"};
constexpr OptionSpec kExpect = {"expect", "FIELD>=FRACTION", "",
                                "exit status 4 unless the field is filled so often, as in specialty>=0.95",
                                true};
constexpr OptionSpec kProgress = {
    "progress", "WHEN", "auto", "auto, always or never show a progress line", false, "auto always never"};
constexpr OptionSpec kDryRun = {"dry-run", "", "", "read and report, change nothing"};
constexpr OptionSpec kJobs = {"jobs", "N", "", "threads that read and write (default: one a processor)"};
constexpr OptionSpec kOcr = {"ocr", "", "", "read scanned PDFs with tesseract, which must be installed"};

constexpr OptionSpec kReadingOptions[] = {kIndex, kJobs, kOcr, kReport, kExpect, kProgress, kDryRun, kHelp};
constexpr OptionSpec kExportOptions[] = {kJobs, kOcr, kReport, kExpect, kProgress, kHelp};
constexpr OptionSpec kIndexOptions[] = {kIndex, kHelp};
constexpr OptionSpec kCompactOptions[] = {kIndex, kJobs, kHelp};
constexpr OptionSpec kStatsOptions[] = {kIndex, kTextOrJson, kHelp};

constexpr std::string_view kProgressChoices[] = {"auto", "always", "never"};

const std::vector<std::string>& needed(const std::vector<std::string>& words, const char* what) {
  if (words.empty()) throw UsageError(std::string("no ") + what + " given");
  return words;
}

std::string location_of(const Rejection& rejection) {
  return rejection.source + (rejection.line > 0 ? ":" + std::to_string(rejection.line) : "");
}

std::string counted(std::uint64_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

// The file of --report, opened before the work so that a wrong path costs nothing.
class ReportFile {
 public:
  explicit ReportFile(const ParsedOptions& options) {
    if (!options.has("report")) return;
    path_ = options.value("report");
    file_.open(path_);
    check();
  }

  void write(const ReadingReport& report) {
    if (path_.empty()) return;
    file_ << report.json() << std::flush;
    check();
  }

 private:
  void check() const {
    if (!file_) throw CorpusError("io", path_ + ": cannot write the report");
  }

  std::string path_;
  std::ofstream file_;
};

unsigned jobs_of(const ParsedOptions& options) {
  constexpr std::size_t kMostJobs = 256;
  const std::size_t jobs =
      options.has("jobs") ? options.number("jobs", kMostJobs) : std::thread::hardware_concurrency();
  if (options.has("jobs") && jobs == 0) throw UsageError("--jobs takes a number from 1");
  return static_cast<unsigned>(std::clamp<std::size_t>(jobs, 1, kMostJobs));
}

InputOptions input_options(const ParsedOptions& options) {
  const unsigned jobs = jobs_of(options);
  const std::string tesseract = options.has("ocr") ? find_tesseract() : "";
  if (options.has("ocr") && tesseract.empty()) {
    throw UsageError("--ocr needs tesseract, which is not installed (on Debian: apt install tesseract-ocr)");
  }
  return {jobs, tesseract};
}

std::vector<Expectation> expectations_of(const ParsedOptions& options) {
  std::vector<Expectation> result;
  for (const std::string& text : options.values("expect")) {
    const auto expected = parse_expectation(text);
    if (!expected) throw UsageError("--expect " + text + " is not FIELD>=FRACTION, such as specialty>=0.95");
    result.push_back(*expected);
  }
  return result;
}

// Reads all inputs, shows progress, tells each rejection as it comes, and reports at the end.
class Reading {
 public:
  explicit Reading(const ParsedOptions& options)
      : options_(options),
        input_options_(input_options(options)),
        expectations_(expectations_of(options)),
        file_(options),
        progress_(wants_progress(options.choice("progress", kProgressChoices))) {}

  void run(const std::function<void(Determination)>& on_letter,
           const std::function<bool(const std::string&, const Determination&)>& is_taken = {}) {
    const auto start = std::chrono::steady_clock::now();
    InputHandlers handlers;
    handlers.on_letter = [&](Determination determination) {
      report_.count(determination);
      on_letter(std::move(determination));
    };
    handlers.on_rejected = [&](const Rejection& rejection) {
      report_.count(rejection);
      progress_.clear();
      complain(kProgram, location_of(rejection) + ": " + rejection.reason);
    };
    handlers.is_taken = is_taken;
    if (progress_.wanted()) {
      handlers.on_progress = [&](const InputProgress& done) {
        progress_.show(report_.letters() + report_.records(), done.bytes_done, done.bytes_total);
      };
    }
    read_inputs(needed(options_.words, "PATH"), handlers, input_options_);
    progress_.clear();
    seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }

  ReadingReport& report() { return report_; }
  unsigned jobs() const { return input_options_.jobs; }

  ExitStatus close() {
    report_.print(std::cerr, seconds_);
    file_.write(report_);
    const bool met = expectations_met();
    return met && report_.rejections().empty() ? ExitStatus::done : ExitStatus::some_rejected;
  }

 private:
  bool expectations_met() const {
    bool all = true;
    for (const Expectation& expected : expectations_) {
      const std::string fault = expected.fault(report_.fill_rates());
      if (!fault.empty()) complain(kProgram, fault);
      all = all && fault.empty();
    }
    return all;
  }

  const ParsedOptions& options_;
  InputOptions input_options_;
  std::vector<Expectation> expectations_;
  ReportFile file_;
  ProgressLine progress_;
  ReadingReport report_;
  double seconds_ = 0;
};

ExitStatus write_index(const ParsedOptions& options, bool fresh) {
  const std::string folder = index_folder(options);
  check_inputs_exist(needed(options.words, "PATH"));
  Reading reading(options);
  if (options.has("dry-run")) {
    reading.run([](const Determination&) {});
    return reading.close();
  }
  IndexWriter writer =
      fresh ? IndexWriter::fresh(folder, reading.jobs()) : IndexWriter::changing(folder, reading.jobs());
  reading.run(
      [&](const Determination& letter) { reading.report().count(writer.add(letter), letter); },
      [&](const std::string& name, const Determination& letter) { return writer.has_another(name, letter); });
  const bool nothing = reading.report().letters() + reading.report().records() == 0;
  if (nothing) {
    complain(kProgram, "no letter found; " + folder + " is left as it was");
    reading.close();
    return ExitStatus::some_rejected;
  }
  writer.commit();
  return reading.close();
}

ExitStatus run_build(const ParsedOptions& options) { return write_index(options, true); }
ExitStatus run_add(const ParsedOptions& options) { return write_index(options, false); }

ExitStatus run_remove(const ParsedOptions& options) {
  IndexWriter writer = IndexWriter::changing(index_folder(options));
  std::size_t absent = 0;
  for (const std::string& name : needed(options.words, "CASE")) {
    if (writer.remove(name)) continue;
    ++absent;
    complain(kProgram, "no letter " + name + " in this index");
  }
  if (absent < options.words.size()) writer.commit();
  std::cerr << "removed " << options.words.size() - absent << " of "
            << counted(options.words.size(), "letter") << '\n';
  return absent == 0 ? ExitStatus::done : ExitStatus::absent;
}

ExitStatus run_compact(const ParsedOptions& options) {
  const std::string folder = index_folder(options);
  IndexWriter writer = IndexWriter::changing(folder, jobs_of(options));
  if (!writer.compact()) {
    std::cerr << folder << " is compact\n";
    return ExitStatus::done;
  }
  writer.commit();
  std::cerr << folder << " is one segment now\n";
  return ExitStatus::done;
}

ExitStatus run_check(const ParsedOptions& options) {
  const std::string folder = index_folder(options);
  const CheckResult result = check_index(folder, [](const std::string& fault) { complain(kProgram, fault); });
  std::cout << folder << ": " << counted(result.letters, "letter") << ", " << counted(result.issues, "issue")
            << ", ";
  if (result.faults == 0) {
    std::cout << "all whole\n";
    return ExitStatus::done;
  }
  std::cout << counted(result.faults, "fault") << "; build the index anew with imr-index build\n";
  return ExitStatus::no_index;
}

ExitStatus run_stats(const ParsedOptions& options) {
  const bool json = options.choice("format", kTextOrJsonChoices) == "json";
  const IndexStatistics statistics = index_statistics(index_folder(options));
  std::cout << (json ? statistics_json(statistics) : statistics_text(statistics));
  return ExitStatus::done;
}

ExitStatus run_export(const ParsedOptions& options) {
  Reading reading(options);
  reading.run([](const Determination& determination) { std::cout << letter_record(determination) << '\n'; });
  return reading.close();
}

constexpr Command kCommands[] = {
    {"build", "PATH...", "make a fresh index, swapped in whole when it is complete", kReadingOptions,
     run_build},
    {"add", "PATH...", "add or replace letters; unchanged ones are skipped", kReadingOptions, run_add},
    {"remove", "CASE...", "take letters out by case number", kIndexOptions, run_remove},
    {"compact", "", "write an index that grew in pieces as one", kCompactOptions, run_compact},
    {"check", "", "verify every part of an index", kIndexOptions, run_check},
    {"stats", "", "say what an index holds", kStatsOptions, run_stats},
    {"export", "PATH...", "write the letters as JSON Lines, no index needed", kExportOptions, run_export},
};

}  // namespace

std::span<const Command> index_commands() { return kCommands; }

}  // namespace imr
