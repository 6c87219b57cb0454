// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/explain_command.h"

#include <iostream>

#include "cli/program.h"
#include "searcher/explain_printer.h"
#include "searcher/searcher.h"

namespace imr {

ExitStatus run_explain(const ParsedOptions& options, const SearchRequest& request) {
  PrintOptions print;
  print.format = options.value("format") == "json" ? Format::json : Format::text;
  print.color = wants_color(options.value("color"));
  print.width = terminal_width();
  const std::string id = options.value("id");
  const auto explanation = Searcher(index_folder(options)).explain(request, id);
  if (explanation) {
    print_explanation(*explanation, print, std::cout);
    return ExitStatus::done;
  }
  complain("imr-search", "no issue " + id + " in this index");
  print_error({"not_found", "no issue " + id + " in this index", std::nullopt, ""}, print, std::cout);
  return ExitStatus::absent;
}

}  // namespace imr
