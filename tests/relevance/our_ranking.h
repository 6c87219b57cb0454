// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "searcher/search_request.h"
#include "searcher/searcher.h"
#include "tests/relevance/baselines.h"

namespace imr {

// Indexes a collection as `imr-index build` does, in a folder that is made.
void index_collection(const TestCollection& collection, const std::filesystem::path& folder);

// Best match for each topic, taken as plain text, through the same door as `imr-search`.
Run our_run(const Searcher& searcher, const TestCollection& collection, bool expand,
            std::size_t depth = kRunDepth);

}  // namespace imr
