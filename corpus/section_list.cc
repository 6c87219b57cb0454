// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/section_list.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "corpus/regex.h"
#include "corpus/vocabulary.h"

namespace imr {
namespace {

// No title is longer; only so much of a text is compared.
constexpr std::size_t kLongestTitle = 120;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_capital(c) ? static_cast<char>(c + 32) : c; }
bool is_letter_or_digit(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

// The comparable form of a title: letters and digits in lower case, one space for everything else,
// "&" as "and". `ends` maps each byte of it to the byte after its source.
struct Folded {
  std::string text;
  std::vector<std::size_t> ends;
};

Folded fold(std::string_view text) {
  Folded folded;
  const auto add = [&](char c, std::size_t end) {
    folded.text += c;
    folded.ends.push_back(end);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&') {
      for (const char letter : std::string_view("and")) add(letter, i + 1);
    } else if (is_letter_or_digit(c)) {
      add(lower(c), i + 1);
    } else if (c == ')' && !folded.ends.empty()) {
      folded.ends.back() = i + 1;  // a closing bracket belongs to the title before it
    } else if (!folded.text.empty() && folded.text.back() != ' ') {
      add(' ', i + 1);
    }
  }
  return folded;
}

const std::vector<std::string>& folded_titles() {
  static const auto titles = [] {
    std::vector<std::string> made;
    for (const GuidelineSection& section : guideline_sections()) made.push_back(fold(section.title).text);
    for (std::string& title : made) {
      while (title.ends_with(' ')) title.pop_back();
    }
    return made;
  }();
  return titles;
}

// The length of the longest known title with which the text begins; 0 if there is none.
std::size_t known_title_length(std::string_view text) {
  const Folded folded = fold(text.substr(0, kLongestTitle));
  std::size_t longest = 0;
  for (const std::string& title : folded_titles()) {
    if (title.size() <= longest || !folded.text.starts_with(title)) continue;
    if (title.size() < folded.text.size() && folded.text[title.size()] != ' ') continue;
    longest = title.size();
  }
  return longest == 0 ? 0 : folded.ends[longest - 1];
}

// What stands before the brackets: "Lidoderm" of "Lidoderm (lidocaine patch)".
std::string name_of_title(std::string_view title) {
  std::string name = fold(title.substr(0, title.find('('))).text;
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

bool begins_numbered(std::string_view text) {
  static const Regex pattern(R"(^\d+(\.\d+)*\.? [A-Z])");
  return partial_match(text, pattern);
}

// Whether a section begins at `rest`, which follows a comma.
bool begins_section(std::string_view rest) {
  if (rest.empty()) return true;
  const char first = rest.front();
  return is_capital(first) || is_digit(first) || known_title_length(rest) != 0;
}

std::string_view after_connector(std::string_view rest) {
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == ',' || rest.front() == ';'))
    rest.remove_prefix(1);
  if (rest.starts_with("and ")) rest.remove_prefix(4);
  return rest;
}

std::size_t end_of_numbered(std::string_view text) {
  for (std::size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    if (begins_numbered(after_connector(text.substr(comma)))) return comma;
  }
  return text.size();
}

// Where the section ends with which `text` begins.
std::size_t end_of_section(std::string_view text) {
  if (begins_numbered(text)) return end_of_numbered(text);
  const std::size_t known = known_title_length(text);
  if (known != 0 && text.substr(known).starts_with(" and ") &&
      known_title_length(text.substr(known + 5)) != 0) {
    return known;
  }
  int depth = 0;
  for (std::size_t i = known; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') depth = std::max(0, depth - 1);
    if (depth > 0) continue;
    if (text[i] == ';' || (text[i] == ',' && begins_section(after_connector(text.substr(i))))) return i;
  }
  return text.size();
}

std::string_view trimmed(std::string_view title) {
  const std::string_view kMarks = " ,;:.";
  while (!title.empty() && kMarks.find(title.front()) != std::string_view::npos) title.remove_prefix(1);
  while (true) {
    while (!title.empty() && kMarks.find(title.back()) != std::string_view::npos) title.remove_suffix(1);
    if (!title.ends_with(", and") && !title.ends_with("; and")) return title;
    title.remove_suffix(3);
  }
}

// The title without spaces that a line break left before a comma or inside a bracket.
std::string mended(std::string_view title) {
  std::string text;
  for (const char c : trimmed(title)) {
    const bool closes = c == ',' || c == ';' || c == ')';
    if (closes && text.ends_with(' ')) text.pop_back();
    if (c == ' ' && (text.ends_with(' ') || text.ends_with('('))) continue;
    text += c;
  }
  return text;
}

}  // namespace

std::string_view guideline_of_section(std::string_view title) {
  const std::string name = name_of_title(title);
  std::string_view guideline;
  for (const GuidelineSection& section : guideline_sections()) {
    if (name_of_title(section.title) != name) continue;
    if (!guideline.empty() && section.guideline != guideline) return {};
    guideline = section.guideline;
  }
  return guideline;
}

std::vector<std::string> read_section_list(std::string_view text) {
  std::vector<std::string> sections;
  for (text = after_connector(text); !text.empty();) {
    const std::size_t end = std::max<std::size_t>(end_of_section(text), 1);
    std::string title = mended(text.substr(0, end));
    if (!title.empty() && std::ranges::find(sections, title) == sections.end())
      sections.push_back(std::move(title));
    text = after_connector(text.substr(end));
  }
  return sections;
}

}  // namespace imr
