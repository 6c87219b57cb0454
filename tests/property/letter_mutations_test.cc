// SPDX-License-Identifier: GPL-3.0-or-later
// What extractors and scanners do to a letter does not change what is read in it: every sample letter,
// changed in many ways, gives the same record, or the same with a problem reported.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "corpus/corpus_error.h"
#include "corpus/header_table.h"
#include "corpus/issue_blocks.h"
#include "corpus/letter_headings.h"
#include "corpus/letter_json.h"
#include "corpus/letter_reader.h"

using namespace imr;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kSeeds = 4;  // a mutation

using Lines = std::vector<std::string>;

struct Sample {
  std::string name;
  std::string text;
};

std::vector<Sample> sample_letters() {
  std::vector<Sample> samples;
  for (const auto& entry : fs::directory_iterator(fs::path(IMR_SOURCE_DIR) / "corpus/sample")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path());
    samples.push_back({entry.path().stem().string(), {std::istreambuf_iterator<char>(file), {}}});
  }
  std::ranges::sort(samples, {}, &Sample::name);
  return samples;
}

Lines split(const std::string& text) {
  Lines lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string join(const Lines& lines, std::string_view end = "\n") {
  std::string text;
  for (const auto& line : lines) text += line + std::string(end);
  return text;
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \f\r") == line.npos; }

// Every line break is doubled: blank lines mean something else there.
bool has_doubled_breaks(const Lines& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_blank(lines[i]) && !is_blank(lines[i + 1])) return false;
  }
  return true;
}

// "The Physician Reviewer's decision rationale:", the labels of the layouts B and C.
bool begins_with_rationale_label(const std::string& line) {
  const auto colon = line.find(':');
  return colon < 50 && line.substr(0, colon).find("ationale") != std::string::npos;
}

// The lines, from 0, on which headings stand, and those that begin with a label of an issue.
std::set<std::size_t> form_lines(const std::string& text) {
  std::set<std::size_t> numbers;
  const auto letter = with_headings(letter_lines(text));
  for (const auto& heading : letter.headings) {
    for (std::size_t i = 0; i < heading.lines; ++i) numbers.insert(letter.lines[heading.line + i].number - 1);
  }
  for (const auto& line : letter.lines) {
    if (label_of(line.text) || begins_with_rationale_label(line.text)) numbers.insert(line.number - 1);
  }
  return numbers;
}

// The part of a line of the form that is the form's: up to its colon.
std::size_t form_length(const std::string& line) { return std::min(line.find_first_of(":;"), line.size()); }

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937 random_;
};

bool ends_early(const std::string& line) { return line.size() < 62; }

// A row of a table, an item of a list, a line of the form.
bool begins_part(const std::string& line) {
  return is_blank(line) || line.find("   ") != line.npos || line.starts_with(" ") || line.starts_with("\f") ||
         is_header_row(line) || label_of(line) || line.find(':') < 40 ||
         (line.front() >= '0' && line.front() <= '9');
}

// Running text at another width; lines that end early stay as they are.
std::string rewrapped(const std::string& text, Mutator& mutator) {
  const auto width = 50 + mutator.below(60);
  const auto fixed = form_lines(text);
  Lines result;
  std::string paragraph;
  const auto flush = [&] {
    while (paragraph.size() > width) {
      const auto at = paragraph.rfind(' ', width);
      if (at == paragraph.npos || at == 0) break;
      result.push_back(paragraph.substr(0, at));
      paragraph.erase(0, at + 1);
    }
    if (!paragraph.empty()) result.push_back(paragraph);
    paragraph.clear();
  };
  const auto lines = split(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool apart = begins_part(lines[i]) || fixed.contains(i) || (i > 0 && ends_early(lines[i - 1]));
    if (apart) flush();
    if (is_blank(lines[i]) || lines[i].find("   ") != std::string::npos || is_header_row(lines[i]) ||
        (fixed.contains(i) && !label_of(lines[i]))) {
      result.push_back(lines[i]);
      continue;
    }
    const bool cut = (paragraph.ends_with('-') || paragraph.ends_with('/')) && !paragraph.ends_with(" -");
    const bool joins = paragraph.empty() || cut;
    paragraph += (joins ? "" : " ") + lines[i];
  }
  flush();
  return join(result);
}

// "left-sided" over two lines.
std::string hyphens_at_ends(const std::string& text, Mutator& mutator) {
  const auto letter_at = [&](std::size_t i) { return (text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z'; };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    const bool inside =
        text[i] == '-' && i > 0 && i + 1 < text.size() && letter_at(i - 1) && letter_at(i + 1);
    if (inside && text.compare(i + 1, 2, "to") != 0 && text.compare(i + 1, 2, "or") != 0 && mutator.one_in(2))
      result += '\n';
  }
  return result;
}

std::string blank_lines_doubled(const std::string& text, Mutator& mutator) {
  Lines result;
  for (const auto& line : split(text)) {
    result.push_back(line);
    if (line.empty() && !mutator.one_in(4)) result.emplace_back();
  }
  return join(result);
}

std::string without_table(const std::string& text, Mutator&) {
  Lines result;
  const auto fixed = form_lines(text);
  bool in_header = true;
  const auto lines = split(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool heading = fixed.contains(i) && lines[i].find("REVIEW") == std::string::npos;
    in_header = in_header && !heading && !lines[i].starts_with("1)");
    if (!in_header || !is_header_row(lines[i])) result.push_back(lines[i]);
  }
  return join(result);
}

// In the middle of any line of running text, titles included.
std::string page_breaks(const std::string& text, Mutator& mutator) {
  Lines result;
  const auto fixed = form_lines(text);
  const auto lines = split(text);
  int page = 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool between = i > 0 && !begins_part(lines[i]) && !is_blank(lines[i - 1]) &&
                         !ends_early(lines[i - 1]) && !fixed.contains(i);
    if (between && mutator.one_in(12)) {
      if (mutator.one_in(2)) result.push_back(std::string(40, ' ') + std::to_string(page));
      ++page;
      result.push_back("\f" + lines[i]);
    } else {
      result.push_back(lines[i]);
    }
  }
  return join(result);
}

bool begins_guidelines(const std::string& line) {
  return label_of(line) == IssueLabel::claims_administrator ||
         line.starts_with("The Claims Administrator based") ||
         line.starts_with("The Claims Administrator did not cite");
}

// In the middle of the last line of every title.
std::string page_breaks_in_titles(const std::string& text, Mutator& mutator) {
  auto lines = split(text);
  for (std::size_t i = 2; i < lines.size(); ++i) {
    auto& title = is_blank(lines[i - 1]) ? lines[i - 2] : lines[i - 1];
    if (!begins_guidelines(lines[i]) || title.find(' ') == title.npos) continue;
    const auto at = title.find(' ', mutator.below(title.size() / 2));
    if (at != title.npos && title.find('\f') == title.npos) title.replace(at, 1, "\n\f");
  }
  return join(lines);
}

// One slip in a heading or label, as scanners make them.
void slip(std::string& line, std::size_t length, Mutator& mutator) {
  const std::pair<std::string_view, std::string_view> slips[] = {
      {"I", "l"}, {"l", "I"}, {"l", "1"}, {":", ";"}, {"rn", "m"}, {"O", "0"}, {"S", "5"}, {"e", "c"}};
  for (int tries = 0; tries < 20; ++tries) {
    const auto& [from, to] = slips[mutator.below(std::size(slips))];
    const auto at = line.find(from, mutator.below(length + 1));
    if (at == line.npos || at > length) continue;
    line.replace(at, from.size(), to);
    return;
  }
}

std::string scanned(const std::string& text, Mutator& mutator) {
  auto lines = split(text);
  for (const auto i : form_lines(text)) slip(lines[i], form_length(lines[i]), mutator);
  return join(lines);
}

std::string headings_in_capitals(const std::string& text, Mutator&) {
  auto lines = split(text);
  for (const auto i : form_lines(text)) {
    const auto end = lines[i].begin() + static_cast<std::ptrdiff_t>(form_length(lines[i]));
    std::transform(lines[i].begin(), end, lines[i].begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  }
  return join(lines);
}

std::string with_crlf(const std::string& text, Mutator&) { return join(split(text), "\r\n"); }

std::string no_break_spaces(const std::string& text, Mutator& mutator) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside =
        text[i] == ' ' && i > 0 && i + 1 < text.size() && text[i - 1] > ' ' && text[i + 1] > ' ';
    result += inside && mutator.one_in(5) ? "\u00A0" : std::string(1, text[i]);
  }
  return result;
}

std::string trailing_blanks(const std::string& text, Mutator& mutator) {
  auto lines = split(text);
  for (auto& line : lines) {
    if (!is_blank(line)) line += std::string(mutator.below(4), ' ');
  }
  return join(lines);
}

std::string with_single_spaces(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const char plain = c == '\n' ? ' ' : c;
    if (plain != ' ' || !result.ends_with(' ')) result += plain;
  }
  return result;
}

// What the letter says: paragraphs may be parted elsewhere, problems may differ.
Determination without_problems(Determination letter) {
  letter.problems.clear();
  letter.clinical_summary = with_single_spaces(letter.clinical_summary);
  for (auto& issue : letter.issues) issue.rationale = with_single_spaces(issue.rationale);
  return letter;
}

// Dates also tell the editions of guidelines, and F from G.
Determination without_header(Determination letter) {
  letter.case_number.clear();
  letter.layout = Layout::plain;
  letter.date_assigned = letter.date_of_injury = letter.decision_date = std::nullopt;
  letter.ur_denial_date = letter.application_received = std::nullopt;
  letter.priority = std::nullopt;
  for (auto& issue : letter.issues) {
    issue.claims_administrator_guidelines.clear();
    issue.reviewer_guidelines.clear();
  }
  return letter;
}

struct Mutation {
  std::string name;
  std::function<std::string(const std::string&, Mutator&)> mutate;
  bool spares_doubled_breaks = false;
  bool drops_header = false;
};

const Mutation kMutations[] = {
    {"rewrapped", rewrapped, true},
    {"hyphens at line ends", hyphens_at_ends, true},
    {"blank lines doubled", blank_lines_doubled, true},
    {"table lost", without_table, false, true},
    {"page breaks", page_breaks, true},
    {"page breaks in titles", page_breaks_in_titles, true},
    {"slips in headings", scanned},
    {"headings in capitals", headings_in_capitals},
    {"carriage returns", with_crlf},
    {"no-break spaces", no_break_spaces},
    {"trailing blanks", trailing_blanks, true},
};

// The first lines of the records that are not the same.
std::string differences(const Determination& got, const Determination& expected) {
  const auto lines = split(letter_json(got).dump(1));
  const auto wanted = split(letter_json(expected).dump(1));
  std::string text =
      std::to_string(got.issues.size()) + " issues, " + std::to_string(expected.issues.size()) + " expected";
  int count = 0;
  for (std::size_t i = 0; i < std::min(lines.size(), wanted.size()) && count < 3; ++i) {
    if (lines[i] == wanted[i]) continue;
    text += "\n  " + lines[i] + "\n  expected " + wanted[i];
    ++count;
  }
  return text;
}

// False if there was nothing in the letter to mutate.
bool check_mutation(const Sample& sample, const Mutation& mutation, std::uint32_t seed) {
  Mutator mutator(seed);
  const auto mutated = mutation.mutate(sample.text, mutator);
  if (mutated == sample.text) return false;
  CAPTURE(sample.name);
  CAPTURE(mutation.name);
  CAPTURE(seed);
  try {
    auto expected = without_problems(read_letter(sample.text, nullptr));
    auto got = without_problems(read_letter(mutated, nullptr));
    if (mutation.drops_header) {
      expected = without_header(std::move(expected));
      got = without_header(std::move(got));
    }
    if (got != expected) FAIL_CHECK(differences(got, expected));
  } catch (const CorpusError& error) {
    FAIL_CHECK("rejected: " << std::string(error.what()));
  }
  return true;
}

}  // namespace

TEST_CASE("a mutated letter gives the same record") {
  const auto samples = sample_letters();
  REQUIRE(samples.size() > 40);
  for (const auto& mutation : kMutations) {
    std::size_t mutated = 0;
    for (const auto& sample : samples) {
      if (mutation.spares_doubled_breaks && has_doubled_breaks(split(sample.text))) continue;
      for (std::uint32_t seed = 1; seed <= kSeeds; ++seed)
        mutated += check_mutation(sample, mutation, seed) ? 1 : 0;
    }
    CAPTURE(mutation.name);
    CHECK(mutated > samples.size());
  }
}

TEST_CASE("two mutations at once give the same record") {
  Mutator choice(1);
  for (const auto& sample : sample_letters()) {
    const bool doubled = has_doubled_breaks(split(sample.text));
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
      const auto& first = kMutations[choice.below(std::size(kMutations))];
      const auto& second = kMutations[choice.below(std::size(kMutations))];
      if (&first == &second || (doubled && (first.spares_doubled_breaks || second.spares_doubled_breaks)))
        continue;
      const Mutation both = {first.name + ", then " + second.name,
                             [&](const std::string& text, Mutator& mutator) {
                               return second.mutate(first.mutate(text, mutator), mutator);
                             },
                             false, first.drops_header || second.drops_header};
      check_mutation(sample, both, seed);
    }
  }
}
