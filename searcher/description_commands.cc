// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/description_commands.h"

#include <iostream>

#include "cli/common_options.h"
#include "searcher/json_schema.h"
#include "searcher/text_parts.h"

namespace imr {

namespace {

constexpr OptionSpec kSchemaOptions[] = {kHelp};

ExitStatus run_schema(const ParsedOptions& options) {
  if (options.words.size() > 1) throw UsageError("schema takes one kind at most");
  const auto schema = json_schema(options.words.empty() ? "" : options.words[0]);
  if (!schema) {
    throw UsageError("no schema of \"" + options.words[0] + "\"; " + joined(json_schema_kinds(), ", "));
  }
  std::cout << *schema;
  return ExitStatus::done;
}

constexpr Command kCommands[] = {
    {"schema", "[KIND]", "JSON Schema of requests, responses and letter records, or of one of them",
     kSchemaOptions, run_schema},
};

}  // namespace

std::span<const Command> description_commands() { return kCommands; }

}  // namespace imr
