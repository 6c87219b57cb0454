// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/about.h"

#include <doctest/doctest.h>

#include "cli/man_page.h"
#include "cli/shell_words.h"

using namespace imr;

namespace {

constexpr OptionSpec kFindOptions[] = {{"color", "WHEN", "auto", "how bright", false, "auto always never"},
                                       {"colour-blind", "", "", "for people's eyes"},
                                       {"where", "FIELD=VALUE", "", "which \\ ones", true}};
constexpr OptionSpec kShedOptions[] = {{"deep", "", "", ".all of it"}};

ExitStatus nothing(const ParsedOptions&) { return ExitStatus::done; }

constexpr Command kCommands[] = {{"find", "WORD...", "looks for words", kFindOptions, nothing},
                                 {"shed", "", "throws away", kShedOptions, nothing}};

constexpr Program kWithDefault = {.name = "prog",
                                  .version = "1.2",
                                  .summary = "finds and sheds",
                                  .usage = "prog [find] WORD...\nprog COMMAND\n",
                                  .description = "What it is.",
                                  .examples = "  prog find x\n",
                                  .see_also = "other(1)",
                                  .commands = kCommands,
                                  .default_command = "find"};

Program without_default() {
  Program program = kWithDefault;
  program.default_command = {};
  return program;
}

// Echoes the place, so that tests see what the program is asked.
std::vector<Candidate> echoed(const CompletionPlace& place) {
  std::string text(place.command.name);
  if (place.option) text += " --" + std::string(place.option->name);
  text += " <" + place.begin + ">";
  for (const std::string& word : place.before) text += " " + word;
  return {{text}};
}

std::string completed(const Program& program, std::string_view line) {
  std::string text;
  for (const Candidate& candidate : completions(program, line, echoed)) {
    text += (text.empty() ? "" : "|") + candidate.text;
  }
  return text;
}

}  // namespace

TEST_CASE("a line is split as a shell does, its last word as far as it goes") {
  const struct {
    const char* line;
    std::vector<std::string> words;
    std::size_t breaks;
  } cases[] = {
      {"", {""}, 0},
      {"prog", {"prog"}, 0},
      {"prog ", {"prog", ""}, 0},
      {"  prog   a=b:c ", {"prog", "a=b:c", ""}, 0},
      {"prog a=b:c", {"prog", "a=b:c"}, 2},
      {"prog a='b:c d", {"prog", "a=b:c d"}, 1},
      {"prog 'it'\"s\" \"a \\\" b\" '' x\\ y", {"prog", "its", "a \" b", "", "x y"}, 0},
      {"prog '\\' z", {"prog", "\\", "z"}, 0},
      {"prog \\", {"prog", "\\"}, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.line));
    const ShellLine line = shell_line(c.line, "=:");
    CHECK(line.words == c.words);
    CHECK(line.breaks == c.breaks);
  }
}

TEST_CASE("commands, options and choices are completed from the tables, the rest by the program") {
  const struct {
    const char* line;
    const char* found;
  } cases[] = {
      {"prog ", "find|shed|find <>"},
      {"prog s", "shed|find <s>"},
      {"prog find sh", "find <sh>"},
      {"prog find a b", "find <b> a"},
      {"prog a find b", "find <b> a find"},
      {"prog -- s", "find <s> --"},
      {"prog --", "--color|--colour-blind|--where|--version"},
      {"prog find --col", "--color|--colour-blind"},
      {"prog shed --", "--deep"},
      {"prog shed -- --", "shed <--> --"},
      {"prog --color ", "auto|always|never"},
      {"prog find a --color al", "always"},
      {"prog --color=a", "--color=auto|--color=always"},
      {"prog --color=a b --where x", "find --where <x> --color=a b"},
      {"prog --where=x", "--where=find --where <x>"},
      {"prog --colour-blind ", "find|shed|find <> --colour-blind"},
      {"prog --deep=x", ""},
      {"prog --color find ", "find|shed|find <> --color find"},
      {"prog", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.line));
    CHECK(completed(kWithDefault, c.line) == c.found);
  }
  CHECK(completed(without_default(), "prog ") == "find|shed");
  CHECK(completed(without_default(), "prog x --").empty());
  CHECK(completed(without_default(), "prog find --w") == "--where");
}

TEST_CASE("a shell that ends words at = is given what stands behind it") {
  CHECK(completion_lines(kWithDefault, "prog --color=al", "=:", echoed) == "always\n");
  CHECK(completion_lines(kWithDefault, "prog --color=al", "", echoed) == "--color=always\n");
  CHECK(completion_lines(kWithDefault, "prog sh", "=:", echoed) == "shed\tthrows away\nfind <sh>\n");
}

TEST_CASE("a program tells about itself what it is asked") {
  const auto told = [](const std::vector<std::string>& arguments) {
    return about(kWithDefault, arguments, echoed);
  };
  CHECK(told({"--version"}) == "prog 1.2\n");
  CHECK(told({"--help"}) == program_help(kWithDefault));
  CHECK(told({"help"}) == program_help(kWithDefault));
  CHECK(told({"--man"}) == man_page(kWithDefault));
  CHECK(told({"--complete", "prog --color=n", "="}) == "never\n");
  for (const std::vector<std::string>& other :
       {std::vector<std::string>{}, {"find"}, {"find", "--help"}, {"--help", "find"}, {"--complete"}}) {
    CHECK_FALSE(told(other));
  }
  CHECK(program_help(kWithDefault) ==
        "prog: finds and sheds\n\nusage: prog [find] WORD...\n       prog COMMAND\n\n"
        "  find WORD...           looks for words\n  shed                   throws away\n\nWhat it is.\n"
        "\nexamples:\n  prog find x\n\nprog COMMAND --help tells the options; see also other(1)\n");
}

TEST_CASE("a manual page has every command and option, in text that roff leaves alone") {
  const std::string page = man_page(kWithDefault);
  for (const char* part :
       {".TH PROG 1", ".SH NAME\nprog \\- finds and sheds\n", ".SS find WORD...", ".SS shed",
        "\\fB\\-\\-color\\fR \\fIWHEN\\fR\nhow bright (auto)\n", "which \\e ones", "\n\\&.all of it\n",
        "\\-\\-colour\\-blind", ".SH EXIT STATUS", ".SH SEE ALSO\nother(1)\n"}) {
    CAPTURE(std::string(part));
    CHECK(page.find(part) != std::string::npos);
  }
}
