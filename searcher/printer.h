// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/response.h"

namespace imr {

// Responses written for people and programs, as docs/response.md describes. Printers only write: they
// search nothing, change nothing and report nothing; the caller looks at the state of the stream.

enum class Format { text, json, jsonl, csv, tsv, trec, ids };

// The names of --format, and back.
std::optional<Format> format_of(std::string_view name);
std::string_view name_of(Format format);

// A response whose hits come in several pieces is printed piece by piece, jsonl, csv, tsv, trec and ids only;
// together the pieces are what the whole would be.
enum class Part { whole, first, middle, last };

struct PrintOptions {
  Format format = Format::text;
  bool color = false;                 // text only
  int width = 0;                      // text only, in columns; 0: no wrapping
  std::string topic = "1";            // trec only
  std::string run_tag = "imrsearch";  // trec only
  bool facets_only = false;           // the counts without hits
  Part part = Part::whole;
  std::optional<std::string> request_id = {};  // json and jsonl: the "id" of a batch request
};

void print_response(const Response& response, const PrintOptions& options, std::ostream& out);

// json and jsonl: the envelope of an error. The other formats have none and nothing is written; the
// message is for the standard error stream, whose business is the command line's.
void print_error(const ErrorResponse& error, const PrintOptions& options, std::ostream& out);

inline bool begins(Part part) { return part == Part::whole || part == Part::first; }
inline bool ends(Part part) { return part == Part::whole || part == Part::last; }

// One function a format, each in a file of its own (csv and tsv share one).
void print_text(const Response& response, const PrintOptions& options, std::ostream& out);
void print_json(const Response& response, const PrintOptions& options, std::ostream& out);
void print_json_lines(const Response& response, const PrintOptions& options, std::ostream& out);
void print_csv(const Response& response, const PrintOptions& options, std::ostream& out);
void print_tsv(const Response& response, const PrintOptions& options, std::ostream& out);
void print_trec(const Response& response, const PrintOptions& options, std::ostream& out);
void print_ids(const Response& response, const PrintOptions& options, std::ostream& out);

// A decision in words that cannot be mixed up: "Upheld: treatment not approved".
std::string_view decision_words(Decision decision);

// `value` rounded to so many decimals; every format prints the same number.
double rounded(double value, int decimals);

}  // namespace imr
