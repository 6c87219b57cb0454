// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/man_page.h"

#include <sstream>

namespace imr {

namespace {

struct Row {
  std::string_view name;
  std::string_view text;
};

constexpr Row kStatuses[] = {
    {"0", "done; nothing found is no failure"},
    {"1", "what was named is not there, or nothing was found with --fail-empty"},
    {"2", "the command line or the query cannot be understood"},
    {"3", "no index there, or one that is damaged or of another version"},
    {"4", "done, but some inputs were rejected or an --expect was not met"},
    {"5", "a limit of time or of words was hit"},
    {"20, 21", "the version of the output format is too old, too new"},
    {"70", "internal error"},
    {"74", "input or output error"},
    {"75", "another process is writing; try again"},
    {"130", "interrupted"},
};

constexpr Row kEnvironment[] = {
    {"IMR_INDEX", "the index, where --index does not name one"},
    {"IMR_PAGER, PAGER", "what shows long text on a terminal; empty or cat: nothing (less -FRX)"},
    {"NO_COLOR", "if set, no colour unless it is asked for"},
};

constexpr Row kFiles[] = {
    {"imrsearch.conf",
     "in the current folder, else in $XDG_CONFIG_HOME or ~/.config: lines of the form option = value"},
};

// Plain text as roff takes it.
std::string escaped(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string section(std::string_view name) { return ".SH " + std::string(name) + "\n"; }

std::string entry(const std::string& head, std::string_view text) {
  return ".TP\n" + head + "\n" + escaped(text) + "\n";
}

template <class Rows>
std::string entries(const Rows& rows) {
  std::string out;
  for (const Row& row : rows) out += entry("\\fB" + escaped(row.name) + "\\fR", row.text);
  return out;
}

std::string option_entry(const OptionSpec& option) {
  std::string head = "\\fB\\-\\-" + escaped(option.name) + "\\fR";
  if (!option.value_name.empty()) head += " \\fI" + escaped(option.value_name) + "\\fR";
  std::string help(option.help);
  if (!option.default_value.empty()) help += " (" + std::string(option.default_value) + ")";
  return entry(head, help);
}

std::string command_part(const Command& command) {
  std::string out = ".SS " + escaped(command.name);
  if (!command.words.empty()) out += " " + escaped(command.words);
  out += "\n" + escaped(command.help) + "\n";
  for (const OptionSpec& option : command.options) out += option_entry(option);
  return out;
}

std::string upper(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return out;
}

// Lines as they stand.
std::string verbatim(std::string_view text) { return ".nf\n" + escaped(text) + ".fi\n"; }

}  // namespace

std::string man_page(const Program& program) {
  std::string out = ".\\\" made by " + std::string(program.name) + " \\-\\-man\n";
  out += ".TH " + upper(program.name) + " 1 \"\" \"imrsearch " + std::string(program.version) +
         "\" \"User Commands\"\n";
  out += section("NAME") + escaped(program.name) + " \\- " + escaped(program.summary) + "\n";
  out += section("SYNOPSIS") + verbatim(program.usage);
  out += section("DESCRIPTION") + escaped(program.description) + "\n";
  out += section("COMMANDS");
  for (const Command& command : program.commands) out += command_part(command);
  if (!program.examples.empty()) out += section("EXAMPLES") + verbatim(program.examples);
  out += section("EXIT STATUS") + entries(kStatuses);
  out += section("ENVIRONMENT") + entries(kEnvironment);
  out += section("FILES") + entries(kFiles);
  return out + section("SEE ALSO") + escaped(program.see_also) + "\n";
}

}  // namespace imr
