// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// One option of a command, `--name` or `--name VALUE`. Help, parsing, the configuration file,
// completion and manual pages read the same table.
struct OptionSpec {
  std::string_view name;
  std::string_view value_name;     // empty: a flag
  std::string_view default_value;  // empty: none
  std::string_view help;
  bool repeatable = false;
  std::string_view choices = {};  // the values there are, with blanks between; empty: any
};

// A command line that cannot be understood.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What was said on the command line, and the defaults behind it.
class ParsedOptions {
 public:
  std::vector<std::string> words;  // what is no option, in order

  bool has(std::string_view name) const { return values_.contains(name); }
  // The last value given, or the default; empty if there is neither.
  std::string value(std::string_view name) const;
  std::vector<std::string> values(std::string_view name) const;
  // A number from 0 to `most`. Throws UsageError otherwise.
  std::size_t number(std::string_view name, std::size_t most) const;
  // Throws UsageError, naming the choices, if the value is none of them.
  std::string choice(std::string_view name, std::span<const std::string_view> choices) const;

  void set(std::string_view name, std::string value) {
    values_[std::string(name)].push_back(std::move(value));
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

// Reads arguments by a table. Options may stand before and after words; `--` ends them. A single dash
// begins no option, so that -word can be part of a query. What the command line leaves open is taken from the
// environment (IMR_INDEX) and then from imrsearch.conf. Throws UsageError.
ParsedOptions parse_options(const std::vector<std::string>& arguments, std::span<const OptionSpec> table);

// The table as help text, for a terminal of 80 columns.
std::string options_help(std::span<const OptionSpec> table);

}  // namespace imr
