// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace imr {

// What an index holds, counted over its columns.
struct IndexStatistics {
  std::uint64_t generation = 0;
  int schema = 0;
  std::string analyzer;
  std::uint64_t letters = 0;
  std::uint64_t issues = 0;   // of letters
  std::uint64_t records = 0;  // plain ones
  std::uint64_t segments = 0;
  std::uint64_t bytes = 0;  // on disk
  std::uint64_t terms = 0;  // distinct ones; of several segments, the sum
  // Of letters; plain records have no decision.
  std::map<std::string, std::uint64_t> issues_by_decision = {};
  std::map<std::string, std::uint64_t> letters_by_year = {};
  std::map<std::string, std::uint64_t> letters_by_layout = {};
};

// Throws IndexError.
IndexStatistics index_statistics(const std::filesystem::path& folder);

// As aligned text, and as a JSON object on one line.
std::string statistics_text(const IndexStatistics& statistics);
std::string statistics_json(const IndexStatistics& statistics);

}  // namespace imr
