// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/printer.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <ostream>

#include <nlohmann/json.hpp>

#include "searcher/json_printer.h"

namespace imr {
namespace {

struct NamedFormat {
  std::string_view name;
  Format format;
  void (*print)(const Response&, const PrintOptions&, std::ostream&);
};

constexpr NamedFormat kFormats[] = {
    {"text", Format::text, print_text},
    {"json", Format::json, print_json},
    {"jsonl", Format::jsonl, print_json_lines},
    {"csv", Format::csv, print_csv},
    {"tsv", Format::tsv, print_tsv},
    {"trec", Format::trec, print_trec},
    {"ids", Format::ids, print_ids},
};

const NamedFormat& entry_of(Format format) {
  return *std::ranges::find(kFormats, format, &NamedFormat::format);
}

}  // namespace

std::optional<Format> format_of(std::string_view name) {
  const auto* found = std::ranges::find(kFormats, name, &NamedFormat::name);
  if (found == std::end(kFormats)) return std::nullopt;
  return found->format;
}

std::string_view name_of(Format format) { return entry_of(format).name; }

void print_response(const Response& response, const PrintOptions& options, std::ostream& out) {
  entry_of(options.format).print(response, options, out);
}

void print_error(const ErrorResponse& error, const PrintOptions& options, std::ostream& out) {
  const auto json = error_json(error, options.request_id);
  if (options.format == Format::json) out << json_text(json) << '\n';
  if (options.format == Format::jsonl) out << json_line(json) << '\n';
}

std::string_view decision_words(Decision decision) {
  return decision == Decision::upheld ? "Upheld: treatment not approved" : "Overturned: treatment approved";
}

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  if (!std::isfinite(value * scale)) return value;  // so large that it has no decimals
  const double result = std::round(value * scale) / scale;
  return result == 0 ? 0 : result;  // never "-0"
}

}  // namespace imr
