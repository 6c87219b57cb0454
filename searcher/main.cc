// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>

#include "cli/about.h"
#include "cli/program.h"
#include "searcher/commands.h"
#include "searcher/value_completion.h"

namespace {

using namespace imr;

// Words that later versions take as commands; a search for one of them says `imr-search query WORD`.
constexpr std::string_view kReserved[] = {"similar", "serve", "mcp"};

const Program& program() {
  static const Program self = {
      .name = "imr-search",
      .version = IMR_VERSION,
      .summary = "searches IMR final determinations, issue by issue",
      .usage =
          "imr-search [query] --index DIR [OPTIONS] QUERY...\n"
          "imr-search COMMAND [OPTIONS] ...\n",
      .description = "upheld: the denial stands, treatment not approved; overturned: treatment approved",
      .examples =
          "  imr-search MRI cervical \"red flag\" --where decision=overturned\n"
          "  imr-search facets acupuncture --facet specialty --facet decision\n"
          "  imr-search show CM00-0000123\n",
      .see_also = "imr-index(1), docs/query-language.md",
      .commands = search_commands(),
      .default_command = "query"};
  return self;
}

ExitStatus run(std::vector<std::string> arguments) {
  if (arguments.empty()) arguments = {"--help"};
  if (const auto text = about(program(), arguments, search_values))
    return std::cout << *text, ExitStatus::done;
  const auto word = first_word(search_commands(), arguments);
  if (word != arguments.end() && std::ranges::find(kReserved, *word) != std::end(kReserved)) {
    throw UsageError("the command \"" + *word + "\" is not in this version; to search for the word, say \"" +
                     "imr-search query " + *word + "\"");
  }
  const Command* command = word == arguments.end() ? nullptr : find_command(search_commands(), *word);
  if (command) arguments.erase(word);
  if (!command) command = find_command(search_commands(), "query");
  return run_command("imr-search", *command, arguments);
}

}  // namespace

int main(int argc, char** argv) {
  end_quietly_on_closed_pipe();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return run_program("imr-search", [&] { return run(arguments); });
}
