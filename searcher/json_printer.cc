// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/json_printer.h"

#include <cstddef>
#include <ostream>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "searcher/printable_text.h"
#include "searcher/printer.h"
#include "searcher/tree_json.h"

namespace imr {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormatVersion = 1;
constexpr int kRateDecimals = 4;
constexpr int kScoreDecimals = 6;

Json optional_decision(const std::optional<Decision>& decision) {
  return decision ? Json(name_of(*decision)) : Json(nullptr);
}

Json envelope(std::string_view type, const std::optional<std::string>& id) {
  Json json = {{"format_version", kFormatVersion}, {"type", type}};
  if (id) json["id"] = *id;
  return json;
}

Json index_json(const IndexInfo& index) {
  Json json = {{"generation", index.generation}, {"letters", index.letters}, {"issues", index.issues}};
  if (index.records > 0) json["records"] = index.records;
  return json;
}

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
  auto list = Json::array();
  for (const auto& suggestion : suggestions) {
    list.push_back({{"kind", suggestion.kind},
                    {"from", suggestion.from},
                    {"to", suggestion.to.empty() ? Json(nullptr) : Json(suggestion.to)},
                    {"query", suggestion.query},
                    {"issues", suggestion.issues}});
  }
  return list;
}

Json narrow_by_json(const Facet& facet) {
  auto values = Json::array();
  for (const auto& value : facet.values) values.push_back({{"value", value.value}, {"issues", value.issues}});
  return {{"facet", facet.name}, {"values", std::move(values)}, {"distinct", facet.distinct}};
}

Json query_json(const Response& response) {
  auto expansions = Json::array();
  for (const auto& expansion : response.expansions) {
    expansions.push_back({{"from", expansion.from}, {"to", expansion.to}, {"kind", expansion.kind}});
  }
  Json json = {
      {"text", response.query_text},         {"tree", tree_json(response.tree)},
      {"interpreted", response.interpreted}, {"expansions", std::move(expansions)},
      {"warnings", response.warnings},       {"suggestions", suggestions_json(response.suggestions)}};
  if (response.narrow_by) json["narrow_by"] = narrow_by_json(*response.narrow_by);
  return json;
}

Json facet_value_json(const FacetValue& value) {
  Json rate = nullptr;
  Json ci95 = nullptr;
  if (value.rate) rate = rounded(*value.rate, kRateDecimals);
  if (value.ci95) {
    ci95 =
        Json::array({rounded(value.ci95->first, kRateDecimals), rounded(value.ci95->second, kRateDecimals)});
  }
  return {{"value", value.value},           {"issues", value.issues},  {"letters", value.letters},
          {"overturned", value.overturned}, {"rate", std::move(rate)}, {"ci95", std::move(ci95)},
          {"selected", value.selected}};
}

Json facets_object(const std::vector<Facet>& facets) {
  auto json = Json::object();
  for (const auto& facet : facets) {
    auto values = Json::array();
    for (const auto& value : facet.values) values.push_back(facet_value_json(value));
    json[facet.name] = {{"values", std::move(values)}, {"distinct", facet.distinct}, {"exact", facet.exact}};
  }
  return json;
}

Json passage_json(const Passage& passage) {
  const auto valid = valid_utf8(passage.text, passage.highlights);
  auto highlights = Json::array();
  for (const auto& [begin, end] : valid.marks) highlights.push_back(Json::array({begin, end}));
  return {{"field", passage.field}, {"text", valid.text}, {"highlights", std::move(highlights)}};
}

Json why_json(const Why& why) {
  return {{"clause", why.clause}, {"matched", why.matched}, {"field", why.field}};
}

void add_index_and_query(Json& json, const Response& response) {
  json["index"] = index_json(response.index);
  json["query"] = query_json(response);
}

void add_totals_and_facets(Json& json, const Response& response) {
  json["total"] = {{"issues", response.total_issues},
                   {"letters", response.total_letters},
                   {"relation", response.exact ? "eq" : "gte"}};
  json["took_ms"] = rounded(response.took_ms, 1);
  json["timed_out"] = response.timed_out;
  json["facets"] = facets_object(response.facets);
}

Json next_cursor_json(const Response& response) {
  return response.next_cursor ? Json(*response.next_cursor) : Json(nullptr);
}

// Only strings hold such characters, and there \u may stand for any.
std::string with_controls_escaped(const std::string& json) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string result;
  result.reserve(json.size());
  for (std::size_t at = 0; at < json.size(); ++at) {
    const auto byte = static_cast<unsigned char>(json[at]);
    const auto next = at + 1 < json.size() ? static_cast<unsigned char>(json[at + 1]) : 0;
    if (byte == 0x7F) {
      result += "\\u007f";
    } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
      result.append("\\u00").append({kHex[next >> 4], kHex[next & 0xF]});
      ++at;
    } else {
      result += json[at];
    }
  }
  return result;
}

std::string dumped(const Json& json, int indent) {
  return with_controls_escaped(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

Json other_json(const OtherIssue& other) {
  return {{"issue_id", other.issue_id},
          {"treatment", other.treatment},
          {"decision", optional_decision(other.decision)},
          {"score", rounded(other.score, kScoreDecimals)}};
}

Json hit_json(const Hit& hit, bool grouped) {
  Json approved = nullptr;
  if (hit.decision) approved = *hit.decision == Decision::overturned;
  auto passages = Json::array();
  for (const auto& passage : hit.passages) passages.push_back(passage_json(passage));
  auto why = Json::array();
  for (const auto& reason : hit.why) why.push_back(why_json(reason));
  Json json = {{"rank", hit.rank},
               {"score", rounded(hit.score, kScoreDecimals)},
               {"issue_id", hit.issue_id},
               {"case_number", hit.case_number},
               {"issue_no", hit.issue_no},
               {"issues_in_letter", hit.issues_in_letter},
               {"source", hit.source},
               {"treatment", hit.treatment},
               {"decision", optional_decision(hit.decision)},
               {"treatment_approved", std::move(approved)},
               {"decision_date", hit.decision_date ? Json(iso_date(*hit.decision_date)) : Json(nullptr)},
               {"specialties", hit.specialties},
               {"states", hit.states},
               {"guidelines", hit.guidelines},
               {"passages", std::move(passages)},
               {"why", std::move(why)}};
  if (grouped || !hit.others.empty()) {
    auto others = Json::array();
    for (const auto& other : hit.others) others.push_back(other_json(other));
    json["others"] = std::move(others);
  }
  return json;
}

Json response_json(const Response& response, const std::optional<std::string>& id) {
  auto json = envelope("results", id);
  add_index_and_query(json, response);
  add_totals_and_facets(json, response);
  auto hits = Json::array();
  for (const auto& hit : response.hits) hits.push_back(hit_json(hit, response.grouped));
  json["hits"] = std::move(hits);
  json["next_cursor"] = next_cursor_json(response);
  return json;
}

Json facets_json(const Response& response, const std::optional<std::string>& id) {
  auto json = envelope("facets", id);
  add_index_and_query(json, response);
  add_totals_and_facets(json, response);
  return json;
}

Json error_json(const ErrorResponse& error, const std::optional<std::string>& id) {
  auto json = envelope("error", id);
  if (error.query_text) json["query"] = {{"text", *error.query_text}};
  json["error"] = {{"code", error.code},
                   {"message", error.message},
                   {"column", error.column ? Json(*error.column) : Json(nullptr)},
                   {"hint", error.hint.empty() ? Json(nullptr) : Json(error.hint)}};
  if (!error.pointer.empty()) json["error"]["pointer"] = error.pointer;
  return json;
}

std::string json_text(const Json& json) { return dumped(json, 2); }
std::string json_line(const Json& json) { return dumped(json, -1); }

void print_json(const Response& response, const PrintOptions& options, std::ostream& out) {
  const auto json = options.facets_only ? facets_json(response, options.request_id)
                                        : response_json(response, options.request_id);
  out << json_text(json) << '\n';
}

void print_json_lines(const Response& response, const PrintOptions& options, std::ostream& out) {
  if (begins(options.part)) {
    auto header = envelope("header", options.request_id);
    add_index_and_query(header, response);
    out << json_line(header) << '\n';
  }
  if (!options.facets_only) {
    for (const auto& hit : response.hits) {
      Json line = {{"type", "hit"}};
      line.update(hit_json(hit, response.grouped));
      out << json_line(line) << '\n';
    }
  }
  if (!ends(options.part)) return;
  Json trailer = {{"type", "trailer"}};
  add_totals_and_facets(trailer, response);
  trailer["next_cursor"] = next_cursor_json(response);
  out << json_line(trailer) << '\n';
}

}  // namespace imr
