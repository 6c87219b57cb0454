// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/program_options.hpp>

namespace imr {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

po::options_description describe(std::span<const OptionSpec> table) {
  po::options_description described;
  for (const OptionSpec& option : table) {
    const std::string name(option.name);
    if (option.value_name.empty()) {
      described.add_options()(name.c_str(), "");
    } else {
      described.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  described.add_options()("\x01words", po::value<std::vector<std::string>>(), "");
  return described;
}

const OptionSpec* find_option(std::span<const OptionSpec> table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &OptionSpec::name);
  return found == table.end() ? nullptr : &*found;
}

std::optional<fs::path> configuration_file() {
  std::error_code ignored;
  if (fs::exists("imrsearch.conf", ignored)) return "imrsearch.conf";
  const char* base = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  fs::path folder = base && *base ? fs::path(base) : home && *home ? fs::path(home) / ".config" : fs::path();
  if (folder.empty() || !fs::exists(folder / "imrsearch.conf", ignored)) return std::nullopt;
  return folder / "imrsearch.conf";
}

// Lines `name = value`; options of other commands are passed over, misspelt ones cannot be told from them.
void apply_configuration(std::span<const OptionSpec> table, ParsedOptions& parsed) {
  const auto path = configuration_file();
  if (!path) return;
  std::ifstream file(*path);
  po::options_description none;
  try {
    const auto entries = po::parse_config_file(file, none, true);
    ParsedOptions found;
    for (const auto& entry : entries.options) {
      const OptionSpec* option = find_option(table, entry.string_key);
      if (!option || parsed.has(option->name)) continue;
      for (const std::string& value : entry.value) {
        if (!option->value_name.empty() || value == "true" || value == "yes") found.set(option->name, value);
      }
    }
    for (const OptionSpec& option : table) {
      for (const std::string& value : found.values(option.name)) parsed.set(option.name, value);
    }
  } catch (const po::error& error) {
    throw UsageError(path->string() + ": " + error.what());
  }
}

void apply_environment(std::span<const OptionSpec> table, ParsedOptions& parsed) {
  const char* index = std::getenv("IMR_INDEX");
  if (index && *index && find_option(table, "index") && !parsed.has("index")) parsed.set("index", index);
}

std::string plain_message(const po::error& error) {
  std::string message = error.what();
  std::ranges::replace(message, '\'', '"');
  return message;
}

void check_repeats(std::span<const OptionSpec> table, const ParsedOptions& parsed) {
  for (const OptionSpec& option : table) {
    if (!option.repeatable && parsed.values(option.name).size() > 1) {
      throw UsageError("option \"--" + std::string(option.name) + "\" is given more than once");
    }
  }
}

}  // namespace

std::string ParsedOptions::value(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string() : found->second.back();
}

std::vector<std::string> ParsedOptions::values(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

std::size_t ParsedOptions::number(std::string_view name, std::size_t most) const {
  const std::string text = value(name);
  std::size_t result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || end != text.data() + text.size() || result > most) {
    throw UsageError("option \"--" + std::string(name) + "\" takes a whole number from 0 to " +
                     std::to_string(most) + ", not \"" + text + "\"");
  }
  return result;
}

std::string ParsedOptions::choice(std::string_view name, std::span<const std::string_view> choices) const {
  std::string text = value(name);
  if (std::ranges::find(choices, text) != choices.end()) return text;
  std::string listed;
  for (const std::string_view choice : choices) listed += (listed.empty() ? "" : ", ") + std::string(choice);
  throw UsageError("option \"--" + std::string(name) + "\" takes one of " + listed + ", not \"" + text +
                   "\"");
}

ParsedOptions parse_options(const std::vector<std::string>& arguments, std::span<const OptionSpec> table) {
  using namespace po::command_line_style;
  const po::options_description described = describe(table);
  po::positional_options_description words;
  words.add("\x01words", -1);
  ParsedOptions parsed;
  try {
    const auto found = po::command_line_parser(arguments)
                           .options(described)
                           .positional(words)
                           .style(allow_long | long_allow_adjacent | long_allow_next)
                           .run();
    for (const auto& option : found.options) {
      if (option.string_key == "\x01words") {
        parsed.words.insert(parsed.words.end(), option.value.begin(), option.value.end());
      } else if (option.value.empty()) {
        parsed.set(option.string_key, "true");
      } else {
        for (const std::string& value : option.value) parsed.set(option.string_key, value);
      }
    }
  } catch (const po::error& error) {
    throw UsageError(plain_message(error));
  }
  check_repeats(table, parsed);
  apply_environment(table, parsed);
  apply_configuration(table, parsed);
  for (const OptionSpec& option : table) {
    if (!option.default_value.empty() && !parsed.has(option.name)) {
      parsed.set(option.name, std::string(option.default_value));
    }
  }
  return parsed;
}

std::string options_help(std::span<const OptionSpec> table) {
  constexpr std::size_t kColumn = 24;
  constexpr std::size_t kWidth = 80;
  std::string out;
  for (const OptionSpec& option : table) {
    std::string line = "  --" + std::string(option.name);
    if (!option.value_name.empty()) line += " " + std::string(option.value_name);
    line.resize(line.size() + 2 > kColumn ? line.size() + 2 : kColumn, ' ');
    std::string help(option.help);
    if (!option.default_value.empty()) help += " (" + std::string(option.default_value) + ")";
    std::istringstream rest(help);
    for (std::string word; rest >> word;) {
      if (line.size() + word.size() > kWidth && line.size() > kColumn) {
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        line = std::string(kColumn, ' ');
      }
      line += word + " ";
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace imr
