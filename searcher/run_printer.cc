// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <ostream>
#include <string>

#include "searcher/printable_text.h"
#include "searcher/printer.h"

namespace imr {
namespace {

// A column of a run ends at the first blank, so it can have none, and it cannot be empty.
std::string column(const std::string& value) {
  auto text = printable(value).text;
  std::ranges::replace(text, ' ', '_');
  return text.empty() ? "_" : text;
}

std::string fixed(double score) {
  char text[350];  // the longest double has 309 digits before the point
  return std::string(text,
                     static_cast<std::size_t>(std::snprintf(text, sizeof text, "%.6f", rounded(score, 6))));
}

// A plain record is judged under its own id; it alone has no decision.
const std::string& judged_id(const Hit& hit) { return hit.decision ? hit.issue_id : hit.case_number; }

}  // namespace

void print_trec(const Response& response, const PrintOptions& options, std::ostream& out) {
  const auto topic = column(options.topic);
  const auto tag = column(options.run_tag);
  for (const auto& hit : response.hits) {
    out << topic << " Q0 " << column(judged_id(hit)) << ' ' << hit.rank << ' ' << fixed(hit.score) << ' '
        << tag << '\n';
  }
}

void print_ids(const Response& response, const PrintOptions&, std::ostream& out) {
  for (const auto& hit : response.hits) out << printable(hit.issue_id).text << '\n';
}

}  // namespace imr
