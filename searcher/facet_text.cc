// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "searcher/text_parts.h"

namespace imr {
namespace {

constexpr std::size_t kColumns = 5;
using Cells = std::array<std::string, kColumns>;
constexpr std::array<std::string_view, kColumns> kHeadings = {"issues", "letters", "overturned", "rate",
                                                              "95% interval"};
constexpr int kGap = 2;
constexpr int kMargin = 4;  // before a value; the star of a selected one stands in it
constexpr int kLeastValueWidth = 14;

std::string percent(double share) {
  char text[32];
  return std::string(text, static_cast<std::size_t>(std::snprintf(text, sizeof text, "%.1f%%", 100 * share)));
}

Cells cells_of(const FacetValue& value) {
  return {grouped_digits(value.issues), grouped_digits(value.letters), grouped_digits(value.overturned),
          value.rate ? percent(*value.rate) : "",
          value.ci95 ? percent(value.ci95->first) + " – " + percent(value.ci95->second) : ""};
}

// Where the numbers of one facet stand.
struct TableLayout {
  std::array<int, kColumns> widths{};
  int value_width = 0;
};

TableLayout layout_of(const Facet& facet, int line_width) {
  TableLayout layout;
  for (std::size_t i = 0; i < kColumns; ++i) layout.widths[i] = display_width(kHeadings[i]);
  for (const auto& value : facet.values) {
    layout.value_width = std::max(layout.value_width, display_width(printable(value.value).text));
    const auto cells = cells_of(value);
    for (std::size_t i = 0; i < kColumns; ++i) {
      layout.widths[i] = std::max(layout.widths[i], display_width(cells[i]));
    }
  }
  if (line_width > 0) {
    int room = line_width - kMargin;
    for (const int width : layout.widths) room -= width + kGap;
    layout.value_width = std::min(layout.value_width, std::max(room, kLeastValueWidth));
  }
  return layout;
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

template <typename Texts>
std::string numbers(const Texts& texts, const TableLayout& layout) {
  std::string result;
  for (std::size_t i = 0; i < kColumns; ++i) {
    result += spaces(kGap + layout.widths[i] - display_width(texts[i])) + std::string(texts[i]);
  }
  result.erase(result.find_last_not_of(' ') + 1);
  return result;
}

// The numbers stand in the first line of a value that takes several.
void write_value(const FacetValue& value, const TableLayout& layout, TextWriter& writer) {
  const Style style = value.selected ? Style::bold : Style::plain;
  bool first = true;
  for (const auto& part : wrap(printable(value.value), layout.value_width)) {
    auto line = (first && value.selected ? "  * " : spaces(kMargin)) + part.text;
    if (first) {
      line += spaces(layout.value_width - display_width(part.text)) + numbers(cells_of(value), layout);
    }
    writer.table_row(line, style);
    first = false;
  }
}

std::string heading_of(const Facet& facet) {
  const auto shown = static_cast<std::size_t>(
      std::ranges::count_if(facet.values, [](const FacetValue& value) { return value.issues > 0; }));
  const bool selected = std::ranges::any_of(facet.values, &FacetValue::selected);
  auto result = facet.name + " (";
  if (shown < facet.distinct) result += grouped_digits(shown) + " of ";
  result += facet.distinct == 0 ? "no values" : counted(facet.distinct, "value");
  if (!facet.exact) result += ", counts are estimates";
  if (selected) result += ", * selected";
  return result + ")";
}

void write_facet(const Facet& facet, TextWriter& writer) {
  writer.blank();
  writer.line(0, heading_of(facet), Style::bold);
  if (facet.values.empty()) return;
  const auto layout = layout_of(facet, writer.width());
  writer.table_row(spaces(kMargin + layout.value_width) + numbers(kHeadings, layout), Style::plain);
  for (const auto& value : facet.values) write_value(value, layout, writer);
}

}  // namespace

void write_facets(const std::vector<Facet>& facets, TextWriter& writer) {
  for (const auto& facet : facets) write_facet(facet, writer);
}

}  // namespace imr
