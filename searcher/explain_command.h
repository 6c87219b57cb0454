// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "searcher/search_request.h"

namespace imr {

// `imr-search explain`, on a request that the command line was already read into.
ExitStatus run_explain(const ParsedOptions& options, const SearchRequest& request);

}  // namespace imr
