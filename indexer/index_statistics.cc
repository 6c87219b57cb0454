// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_statistics.h"

#include <iomanip>
#include <iterator>
#include <sstream>

#include <nlohmann/json.hpp>

#include "storage/segment.h"
#include "storage/xapian_errors.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

std::uint64_t bytes_under(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_regular_file(ignored)) bytes += entry.file_size(ignored);
  }
  return bytes;
}

void count_values(const Columns& columns, std::string_view field, Row row,
                  std::map<std::string, std::uint64_t>& counts) {
  const Columns::Keyword& column = columns.keyword(*find_field(field));
  const auto values = columns.values(column, row);
  if (values.empty()) ++counts["(none)"];
  for (const std::uint16_t value : values) ++counts[column.dictionary[value]];
}

void count_segment(const Segment& segment, IndexStatistics& statistics) {
  const Columns& columns = segment.columns();
  for (LetterOrdinal letter = 0; letter < columns.letters(); ++letter) {
    const Row first = columns.first_row(letter);
    if (!segment.alive(letter) || columns.plain(letter) || first == columns.end_row(letter)) continue;
    count_values(columns, "decision_year", first, statistics.letters_by_year);
    count_values(columns, "layout", first, statistics.letters_by_layout);
    for (Row row = first; row < columns.end_row(letter); ++row) {
      count_values(columns, "decision", row, statistics.issues_by_decision);
    }
  }
}

}  // namespace

IndexStatistics index_statistics(const fs::path& folder) {
  const OpenIndex index = open_index(folder);
  IndexStatistics statistics{.generation = index.manifest.generation,
                             .schema = index.manifest.schema,
                             .analyzer = index.manifest.analyzer,
                             .segments = index.segments.size(),
                             .bytes = bytes_under(folder)};
  for (const auto& segment : index.segments) {
    statistics.letters += segment->info().letters;
    statistics.issues += segment->info().issues;
    statistics.records += segment->info().records;
    count_segment(*segment, statistics);
    statistics.terms += translating_xapian(segment->folder().string(), [&] {
      const Xapian::Database& database = segment->database();
      return static_cast<std::uint64_t>(std::distance(database.allterms_begin(), database.allterms_end()));
    });
  }
  return statistics;
}

std::string statistics_text(const IndexStatistics& s) {
  std::ostringstream out;
  const auto line = [&](const char* name, const auto& value) {
    out << std::left << std::setw(14) << name << value << '\n';
  };
  line("letters", s.letters);
  line("issues", s.issues);
  if (s.records > 0) line("plain records", s.records);
  line("terms", s.terms);
  line("bytes", s.bytes);
  line("segments", s.segments);
  line("generation", s.generation);
  line("schema", s.schema);
  line("analyzer", s.analyzer);
  const auto table = [&](const char* title, const std::map<std::string, std::uint64_t>& counts) {
    out << title << '\n';
    for (const auto& [value, count] : counts) {
      out << "  " << std::left << std::setw(12) << value << std::right << std::setw(10) << count << '\n';
    }
  };
  table("issues by decision", s.issues_by_decision);
  table("letters by year of decision", s.letters_by_year);
  table("letters by layout", s.letters_by_layout);
  return out.str();
}

std::string statistics_json(const IndexStatistics& s) {
  return nlohmann::ordered_json{{"letters", s.letters},
                                {"issues", s.issues},
                                {"records", s.records},
                                {"terms", s.terms},
                                {"bytes", s.bytes},
                                {"segments", s.segments},
                                {"generation", std::to_string(s.generation)},
                                {"schema", s.schema},
                                {"analyzer", s.analyzer},
                                {"issues_by_decision", s.issues_by_decision},
                                {"letters_by_year", s.letters_by_year},
                                {"letters_by_layout", s.letters_by_layout}}
             .dump() +
         "\n";
}

}  // namespace imr
