// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/field_list.h"

#include <string_view>

#include <nlohmann/json.hpp>

#include "schema/schema.h"

namespace imr {

namespace {

std::string_view name_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::keyword:
      return "facet";
    case FieldKind::unique_id:
      return "id";
    case FieldKind::number:
      return "number";
    case FieldKind::date:
      return "date";
    case FieldKind::level:
      return "level";
    case FieldKind::finding:
      return "finding";
    case FieldKind::page:
      return "page";
    case FieldKind::citation:
      return "chapter";
  }
  return "";
}

void pad(std::string& line, std::size_t width) {
  line.resize(line.size() < width ? width : line.size() + 1, ' ');
}

}  // namespace

std::string field_list_text() {
  std::string out;
  for (const Field& field : fields()) {
    std::string line(field.name);
    pad(line, 18);
    line += name_of(field.kind);
    pad(line, 26);
    out += line + std::string(field.help) + "\n" + std::string(26, ' ') + "e.g. " +
           std::string(field.example) + "\n";
  }
  return out;
}

std::string field_list_json() {
  auto list = nlohmann::ordered_json::array();
  for (const Field& field : fields()) {
    list.push_back({{"name", field.name},
                    {"kind", name_of(field.kind)},
                    {"facet", is_facet(field)},
                    {"help", field.help},
                    {"example", field.example}});
  }
  return list.dump(1) + "\n";
}

}  // namespace imr
