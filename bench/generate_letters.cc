// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <iostream>
#include <optional>

#include <boost/program_options.hpp>

#include "bench/generator/letter_files.h"

namespace imr {
namespace {

namespace po = boost::program_options;

constexpr int kDone = 0;
constexpr int kUsage = 2;
constexpr int kInputOutput = 74;

po::options_description visible_options(LetterFilesOptions& options, std::string& format) {
  po::options_description description("Usage: imr-generate-letters [options] OUT\nOptions");
  auto add = description.add_options();
  add("help", "show this text");
  add("letters", po::value(&options.letters)->default_value(options.letters), "how many letters to make up");
  add("seed", po::value(&options.seed)->default_value(options.seed), "another seed gives other letters");
  add("first", po::value(&options.first)->default_value(options.first), "index of the first letter");
  add("format", po::value(&format)->default_value("jsonl"),
      "jsonl: OUT.jsonl, a letter a line; text-folder: OUT/NNNNN/CASE.txt");
  return description;
}

// What the command line asks for; none if it asked for help only. Throws po::error.
std::optional<LetterFilesOptions> parse_command_line(int argc, char** argv) {
  LetterFilesOptions options;
  std::string format;
  const auto visible = visible_options(options, format);
  po::options_description all;
  all.add(visible).add_options()("out", po::value(&options.out));
  po::variables_map values;
  using Style = po::command_line_style::style_t;
  const int style = Style::unix_style & ~Style::allow_guessing;
  po::store(po::command_line_parser(argc, argv)
                .options(all)
                .positional(po::positional_options_description().add("out", 1))
                .style(style)
                .run(),
            values);
  po::notify(values);
  if (values.count("help") != 0) {
    std::cout << visible;
    return std::nullopt;
  }
  if (options.out.empty()) throw po::error("OUT is missing; see --help");
  if (format != "jsonl" && format != "text-folder") throw po::error("unknown format \"" + format + "\"");
  options.text_folder = format == "text-folder";
  return options;
}

int run(int argc, char** argv) try {
  const auto options = parse_command_line(argc, argv);
  if (options) write_letter_files(*options);
  return kDone;
} catch (const po::error& error) {
  std::cerr << "imr-generate-letters: " << error.what() << "\n";
  return kUsage;
} catch (const std::exception& error) {
  std::cerr << "imr-generate-letters: " << error.what() << "\n";
  return kInputOutput;
}

}  // namespace
}  // namespace imr

int main(int argc, char** argv) { return imr::run(argc, argv); }
