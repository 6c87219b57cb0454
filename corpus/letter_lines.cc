// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/page_furniture.h"

namespace imr {
namespace {

constexpr std::size_t kMostBlankLines = 16;  // in a row that are looked at
constexpr std::size_t kCentredFrom = 15;     // blanks before the first word
constexpr std::string_view kSoftHyphen = "\u00AD";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char capital(char c) { return static_cast<char>(c & ~0x20); }  // of a letter
bool is_letter(char c) { return capital(c) >= 'A' && capital(c) <= 'Z'; }

constexpr auto kReplacements = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"\u00A0", " "},  {"\u2002", " "},   {"\u2003", " "},   {"\u2007", " "},  {"\u2009", " "},
    {"\u200A", " "},  {"\u202F", " "},   {"\u3000", " "},   {"\u200B", ""},   {"\u200C", ""},
    {"\u200D", ""},   {"\u2060", ""},    {"\uFEFF", ""},    {"\uFB00", "ff"}, {"\uFB01", "fi"},
    {"\uFB02", "fl"}, {"\uFB03", "ffi"}, {"\uFB04", "ffl"}, {"\uFB05", "st"}, {"\uFB06", "st"},
});

// The replacement for what begins at `rest`, and how many bytes it replaces; 0 if it stays.
std::pair<std::string_view, std::size_t> replacement_at(std::string_view rest) {
  if (static_cast<unsigned char>(rest.front()) < 0x80) return {{}, 0};
  for (const auto& [written, plain] : kReplacements) {
    if (rest.starts_with(written)) return {plain, written.size()};
  }
  // At a line's end the soft hyphen tells that the word goes on.
  if (rest.starts_with(kSoftHyphen) && !trimmed(rest.substr(kSoftHyphen.size())).empty()) {
    return {"", kSoftHyphen.size()};
  }
  return {{}, 0};
}

// True if there is nothing to be mended.
bool is_plain(std::string_view line) {
  return ascii_length(line) == line.size() && line.find('\t') == line.npos;
}

std::string mended(std::string_view line) {
  std::string result;
  result.reserve(line.size());
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == '\r') {
      result += ' ';
      ++i;
      continue;
    }
    if (line[i] == '\t') {
      result += "    ";
      ++i;
      continue;
    }
    const auto [plain, length] = replacement_at(line.substr(i));
    if (length == 0) {
      result += line[i++];
    } else {
      result += plain;
      i += length;
    }
  }
  return result;
}

// A line as it stands, blank or not.
struct RawLine {
  std::size_t number = 0;
  std::string text;
  bool empty = false;     // nothing at all before the line break
  bool new_page = false;  // a form feed stands before it
  bool centred = false;
  bool blank() const { return text.empty(); }
};

void add_raw_line(std::string_view line, std::size_t number, std::size_t& blanks,
                  std::vector<RawLine>& lines) {
  bool new_page = false;
  for (;;) {
    const auto feed = line.find('\f');
    const auto part = line.substr(0, feed);
    const bool blank = trimmed(part).empty();
    const bool empty = blank && part.find_first_not_of('\r') == part.npos;
    std::string in_plain;
    auto text = part;
    if (!is_plain(part)) text = in_plain = mended(part);
    const bool centred = text.find_first_not_of(' ') >= kCentredFrom;
    // Of thousands of blank lines a few tell as much.
    blanks = blank && !new_page ? blanks + 1 : 0;
    if (blanks < kMostBlankLines)
      lines.push_back({number, std::string(trimmed(text)), empty, new_page, centred});
    if (feed == line.npos) return;
    line.remove_prefix(feed + 1);
    new_page = true;
  }
}

std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> lines;
  std::size_t blanks = 0;  // in a row
  for (std::size_t number = 1;; ++number) {
    const auto end = text.find('\n');
    add_raw_line(text.substr(0, end), number, blanks, lines);
    if (end == text.npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// True if an empty line follows nearly every line.
bool breaks_are_doubled(const std::vector<RawLine>& lines) {
  std::size_t written = 0;
  std::size_t adjacent = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    ++written;
    if (i > 0 && !lines[i - 1].blank()) ++adjacent;
  }
  return written >= 3 && adjacent * 20 <= written;
}

// What stands between a line and the one before it.
struct Gap {
  std::size_t empty_lines = 0;
  std::size_t blank_lines = 0;  // with at least one blank on them
  bool new_page = false;

  void add(const RawLine& line) {
    if (line.blank()) ++(line.empty ? empty_lines : blank_lines);
    new_page |= line.new_page;
  }
  bool is_gap(bool doubled) const { return blank_lines > 0 || empty_lines > (doubled ? 2U : 0U); }
  // Three empty lines in a doubled text are one blank line, which here is a page break or a paragraph's end.
  bool may_be_page_break(bool doubled) const {
    return new_page || (doubled && blank_lines == 0 && empty_lines > 2);
  }
};

bool is_suspended_hyphen(std::string_view next) {
  for (const std::string_view word : {"and ", "or ", "to "}) {
    if (next.starts_with(word)) return true;
  }
  return false;
}

// How many bytes of a hyphen, dash or slash end the text.
std::size_t dash_length(std::string_view text) {
  for (const std::string_view dash : {"-", "/", "\u2010", "\u2011", "\u2013"}) {
    if (text.ends_with(dash)) return dash.size();
  }
  return 0;
}

// What belongs between the end of one line and the beginning of the next: nothing after "left-" and
// "myalgia/", a space after "left -", and after "left-" if "and right-sided" follows.
std::string_view joint(std::string_view text, std::string_view next) {
  if (text.empty()) return "";
  const auto length = dash_length(text);
  if (length == 0 || length == text.size() || text[text.size() - length - 1] == ' ') return " ";
  return text.ends_with('/') || !is_suspended_hyphen(next) ? "" : " ";
}

void append_squeezed(std::string& text, std::string_view line) {
  const auto begin = text.size() - (text.empty() ? 0 : 1);
  text += line;
  const auto spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  text.erase(std::unique(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), spaces), text.end());
}

void append_words(std::string& text, std::string_view line) {
  if (text.ends_with(kSoftHyphen)) {
    text.resize(text.size() - kSoftHyphen.size());
  } else {
    text += joint(text, line);
  }
  append_squeezed(text, line);
}

bool begins_paragraph(const LetterLine& line, std::string_view before) {
  const bool closed = ends_sentence(before) || before.ends_with(':');
  return line.after_gap && !line.after_page_break && closed && !is_lower(line.text.front());
}

void append_line(std::string& text, const LetterLine& line, bool paragraphs) {
  if (paragraphs && begins_paragraph(line, text)) {
    text += "\n\n";
    append_squeezed(text, line.text);
  } else {
    append_words(text, line.text);
  }
}

std::string_view without_soft_hyphen(std::string_view text) {
  return text.substr(0, text.size() - (text.ends_with(kSoftHyphen) ? kSoftHyphen.size() : 0));
}

std::string joined(LetterLineSpan lines, bool paragraphs) {
  std::string text;
  std::size_t size = 0;
  for (const auto& line : lines) size += line.text.size() + 2;
  text.reserve(size);
  for (const auto& line : lines) append_line(text, line, paragraphs);
  text.resize(without_soft_hyphen(text).size());
  return text;
}

}  // namespace

LetterLines letter_lines(std::string_view text) {
  auto raw = raw_lines(text);
  const bool doubled = breaks_are_doubled(raw);
  LetterLines lines;
  Gap gap;
  for (auto& line : raw) {
    gap.add(line);
    if (line.blank()) continue;
    lines.push_back({line.number, std::move(line.text), gap.is_gap(doubled), gap.may_be_page_break(doubled),
                     line.centred});
    gap = {};
  }
  remove_page_furniture(lines);
  return lines;
}

LetterLine cut_off(LetterLine& line, std::size_t at) {
  auto rest = line;
  rest.text = line.text.substr(at);
  rest.after_gap = rest.after_page_break = false;
  line.text = std::string(trimmed(std::string_view(line.text).substr(0, at)));
  return rest;
}

std::string running_text(LetterLineSpan lines) { return joined(lines, true); }

std::size_t line_at(LetterLineSpan lines, std::size_t offset) {
  std::string text;
  for (const auto& line : lines) {
    append_line(text, line, true);
    if (without_soft_hyphen(text).size() > offset) return line.number;
  }
  return lines.back().number;
}

std::string one_paragraph(LetterLineSpan lines) { return joined(lines, false); }

bool ends_sentence(std::string_view text) {
  for (;;) {
    text = trimmed(text);
    if (text.empty()) return false;
    if (text.back() == '.' || text.back() == '!' || text.back() == '?') return true;
    if (text.ends_with("\u201D") || text.ends_with("\u2019")) {
      text.remove_suffix(3);
    } else if (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')') || text.ends_with(']')) {
      text.remove_suffix(1);
    } else {
      return false;
    }
  }
}

std::string letters_only(std::string_view text) {
  std::string letters(text.size(), ' ');
  auto end = letters.begin();
  for (const char c : text) {
    *end = capital(c);
    end += is_letter(c);
  }
  letters.erase(end, letters.end());
  return letters;
}

bool has_letters(std::string_view text, std::string_view letters) {
  for (const char c : text) {
    if (!is_letter(c)) continue;
    if (!letters.starts_with(capital(c))) return false;
    letters.remove_prefix(1);
  }
  return letters.empty();
}

// Called for every line many times: string_view's own searches take a call for each character.
std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace imr
