// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/program.h"
#include "storage/xapian_errors.h"
#include "tests/relevance/comparison.h"

namespace {

using namespace imr;

constexpr OptionSpec kOptions[] = {
    {"letters", "", "", "the words name a folder of letters, a file of topics and one of judgments"},
    {"runs", "DIR", "", "write every ranking there, as trec_eval reads them"},
    {"help", "", "", "this help"}};

constexpr const char* kOverview =
    "imr-relevance: measures the ranking on judged queries, beside plain ones\n\n"
    "usage: imr-relevance [OPTIONS] COLLECTION...\n"
    "       imr-relevance [OPTIONS] --letters FOLDER TOPICS QRELS\n\n"
    "COLLECTION: a folder in the layout of BEIR: corpus.jsonl, queries.jsonl, qrels/test.tsv\n\n";

std::vector<TestCollection> collections_of(const ParsedOptions& options) {
  if (options.has("letters")) {
    if (options.words.size() != 3) throw UsageError("--letters takes FOLDER TOPICS QRELS");
    return {read_letters_with_topics(options.words[0], options.words[1], options.words[2])};
  }
  if (options.words.empty()) throw UsageError("no COLLECTION given");
  std::vector<TestCollection> collections;
  for (const std::string& folder : options.words) collections.push_back(read_beir(folder));
  return collections;
}

ExitStatus run(const std::vector<std::string>& arguments) {
  const ParsedOptions options = parse_options(arguments, kOptions);
  if (options.has("help")) {
    std::cout << kOverview << options_help(kOptions);
    return ExitStatus::done;
  }
  std::vector<Comparison> comparisons;
  for (const TestCollection& collection : collections_of(options)) {
    comparisons.push_back(translating_xapian(collection.name, [&] { return compare_systems(collection); }));
    print_comparison(comparisons.back(), std::cout);
    if (options.has("runs")) write_runs(comparisons.back(), options.value("runs"));
  }
  if (comparisons.size() > 1) print_means(comparisons, std::cout);
  return ExitStatus::done;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return run_program("imr-relevance", [&] { return run(arguments); });
}
