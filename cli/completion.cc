// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include <algorithm>
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

// Takes the command's name out of the words, if there is one.
const Command* take_command(const Program& program, Words& words) {
  const auto word = first_word(program.commands, words);
  const Command* named = word == words.end() ? nullptr : find_command(program.commands, *word);
  if (named) {
    words.erase(word);
    return named;
  }
  return find_command(program.commands, program.default_command);
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
Candidates joined_values(const Command& command, const std::string& word, const Words& before,
                         const ValueCompletion& values) {
  const std::size_t equals = word.find('=');
  const OptionSpec* option = option_named(command, std::string_view(word).substr(2, equals - 2));
  if (!option || option->value_name.empty()) return {};
  Candidates found = option_values({command, option, word.substr(equals + 1), before}, values);
  for (Candidate& candidate : found) candidate.text.insert(0, word.substr(0, equals + 1));
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

Candidates completions(const Program& program, std::string_view line, const ValueCompletion& values) {
  Words words = shell_line(line).words;
  const std::string typed = words.back();
  words.pop_back();
  if (words.empty()) return {};
  words.erase(words.begin());
  const std::size_t count = words.size();
  const Command* command = take_command(program, words);
  const bool has_command = words.size() < count;
  const bool options_over = std::ranges::find(words, "--") != words.end();
  if (!options_over && command && !words.empty() && words.back().starts_with("--")) {
    const OptionSpec* option = option_named(*command, std::string_view(words.back()).substr(2));
    if (option && !option->value_name.empty())
      return option_values({*command, option, typed, {words.begin(), words.end() - 1}}, values);
  }
  if (!options_over && command && typed.starts_with("--") && typed.find('=') != std::string::npos)
    return joined_values(*command, typed, words, values);
  Candidates found;
  if (!options_over && typed.starts_with('-')) {
    if (command) found = options_of(*command, typed);
    if (count == 0) add(found, typed, "--version", "the version");
    return found;
  }
  if (!has_command && !options_over) {
    for (const Command& each : program.commands) add(found, typed, std::string(each.name), each.help);
  }
  if (command) {
    for (Candidate& candidate : values({*command, nullptr, typed, words}))
      found.push_back(std::move(candidate));
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
