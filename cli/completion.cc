// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "cli/shell_words.h"

namespace imr {

namespace {

using Candidates = std::vector<Candidate>;
using Words = std::vector<std::string>;

void add(Candidates& found, std::string_view begin, std::string text, std::string_view help) {
  if (text.starts_with(begin)) found.push_back({std::move(text), std::string(help)});
}

const OptionSpec* option_named(const Command& command, std::string_view name) {
  const auto found = std::ranges::find(command.options, name, &OptionSpec::name);
  return found == command.options.end() ? nullptr : &*found;
}

// A command line up to the cursor.
struct Line {
  Words before;  // the arguments, without the command's name
  std::string typed;
  const Command* command = nullptr;  // null: none, and no default
  bool names_command = false;
  bool takes_options = true;  // no -- stands before
};

Line read_line(const Program& program, std::string_view text) {
  Line line{shell_line(text).words, {}};
  line.typed = line.before.back();
  line.before.pop_back();
  if (!line.before.empty()) line.before.erase(line.before.begin());
  line.takes_options = std::ranges::find(line.before, "--") == line.before.end();
  const auto word = first_word(program.commands, line.before);
  line.command = word == line.before.end() ? nullptr : find_command(program.commands, *word);
  line.names_command = line.command != nullptr;
  if (line.names_command) line.before.erase(word);
  if (!line.command) line.command = find_command(program.commands, program.default_command);
  return line;
}

// The option whose value is being typed behind it, as the next word.
const OptionSpec* option_before(const Line& line) {
  if (!line.takes_options || !line.command || line.before.empty()) return nullptr;
  if (!line.before.back().starts_with("--")) return nullptr;
  const OptionSpec* option = option_named(*line.command, std::string_view(line.before.back()).substr(2));
  return option && !option->value_name.empty() ? option : nullptr;
}

Candidates option_values(const CompletionPlace& place, const ValueCompletion& values) {
  Candidates found;
  std::istringstream choices{std::string(place.option->choices)};
  for (std::string choice; choices >> choice;) add(found, place.begin, choice, "");
  return place.option->choices.empty() ? values(place) : found;
}

Candidates options_of(const Command& command, std::string_view begin) {
  Candidates found;
  for (const OptionSpec& option : command.options) {
    add(found, begin, "--" + std::string(option.name), option.help);
  }
  return found;
}

// --name=VALUE in one word.
Candidates joined_values(const Line& line, const ValueCompletion& values) {
  const std::size_t equals = line.typed.find('=');
  const OptionSpec* option = option_named(*line.command, std::string_view(line.typed).substr(2, equals - 2));
  if (!option || option->value_name.empty()) return {};
  Candidates found =
      option_values({*line.command, option, line.typed.substr(equals + 1), line.before}, values);
  for (Candidate& candidate : found) candidate.text.insert(0, line.typed.substr(0, equals + 1));
  return found;
}

Candidates options(const Line& line, const ValueCompletion& values) {
  const bool joined = line.typed.starts_with("--") && line.typed.find('=') != std::string::npos;
  if (joined) return line.command ? joined_values(line, values) : Candidates();
  Candidates found;
  if (line.command) found = options_of(*line.command, line.typed);
  if (line.before.empty() && !line.names_command) add(found, line.typed, "--version", "the version");
  return found;
}

std::string behind_breaks(const std::string& text, std::size_t count, std::string_view breaks) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size() && count > 0; ++at) {
    if (breaks.find(text[at]) == std::string_view::npos) continue;
    begin = at + 1;
    --count;
  }
  return text.substr(begin);
}

}  // namespace

Candidates completions(const Program& program, std::string_view text, const ValueCompletion& values) {
  const Line line = read_line(program, text);
  if (shell_line(text).words.size() < 2) return {};  // the program's own name
  if (const OptionSpec* option = option_before(line)) {
    return option_values({*line.command, option, line.typed, {line.before.begin(), line.before.end() - 1}},
                         values);
  }
  if (line.takes_options && line.typed.starts_with('-')) return options(line, values);
  Candidates found;
  if (!line.names_command && line.takes_options) {
    for (const Command& command : program.commands)
      add(found, line.typed, std::string(command.name), command.help);
  }
  if (line.command) {
    std::ranges::move(values({*line.command, nullptr, line.typed, line.before}), std::back_inserter(found));
  }
  return found;
}

std::string completion_lines(const Program& program, std::string_view line, std::string_view breaks,
                             const ValueCompletion& values) {
  const std::size_t typed_breaks = shell_line(line, breaks).breaks;
  std::string text;
  for (const Candidate& candidate : completions(program, line, values)) {
    text += behind_breaks(candidate.text, typed_breaks, breaks) +
            (candidate.help.empty() ? "" : "\t" + candidate.help) + "\n";
  }
  return text;
}

}  // namespace imr
