// SPDX-License-Identifier: GPL-3.0-or-later
// What was made when the program was built says what the readable tables say.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/assertion_rules.h"
#include "analyzers/concept_table.h"
#include "analyzers/data_lines.h"
#include "analyzers/data_tables.h"
#include "analyzers/drug_lexicon.h"
#include "analyzers/flat_image.h"
#include "analyzers/stem_table.h"
#include "analyzers/table_images.h"
#include "analyzers/word_index.h"

using namespace imr;

namespace imr {
extern const std::string_view kStemExceptionsTxt;
extern const std::string_view kWordFormsTsv;
extern const std::string_view kConceptsTsv;
extern const FlatView kCompiledStems;
extern const FlatView kCompiledConcepts;
extern const FlatView kCompiledAssertion;
}  // namespace imr

TEST_CASE("the compiled tables are those that the readable ones make") {
  CHECK(std::ranges::equal(kCompiledStems, make_stem_image()));
  CHECK(std::ranges::equal(kCompiledConcepts, make_concept_image()));
  CHECK(std::ranges::equal(kCompiledAssertion, make_assertion_image()));
}

TEST_CASE("with the stemmer of the build the compiled tables are used as they lie") {
  CHECK(stem_image().data() == kCompiledStems.data());
  CHECK(concept_image().data() == kCompiledConcepts.data());
  CHECK(assertion_image().data() == kCompiledAssertion.data());
}

TEST_CASE("every exception and every spelling is in the compiled stems") {
  const StemTable& table = StemTable::standard();
  for (const auto line : data_lines(kStemExceptionsTxt)) {
    const auto blank = line.find(' ');
    const auto number = table.find(line.substr(0, blank));
    CAPTURE(line);
    REQUIRE(number != 0);
    CHECK(table.stem(number) == line.substr(blank + 1));
  }
  for (const auto& row : table_rows(kWordFormsTsv, 3)) {
    if (row[2] == "unsure") continue;
    const auto number = table.find(row[0]);
    CAPTURE(row[0]);
    REQUIRE(number != 0);
    CHECK(table.usual(number) == row[1]);
  }
}

TEST_CASE("every row of the concepts and every drug is in the compiled concepts") {
  const ConceptTable& table = ConceptTable::standard();
  const auto has = [&](std::string_view form, std::string_view name) {
    CAPTURE(form);
    CAPTURE(name);
    const auto forms = table.forms_of(table.find(name));
    CHECK(std::ranges::find(forms, form) != forms.end());
  };
  for (const auto& row : table_rows(kConceptsTsv, 4)) has(row[0], row[1]);
  for (const Drug& drug : drugs()) {
    for (const auto brand : drug.brands) has(brand, drug.name);
  }
}

TEST_CASE("lists come out of an image as they went in") {
  FlatWriter writer;
  writer.add(std::vector<char>{'a', 'b', 'c'});
  writer.add(std::vector<std::uint32_t>{});
  writer.add(std::vector<std::uint16_t>{1, 2, 3, 4, 5});
  const FlatImage image = writer.take();
  FlatReader reader(image);
  CHECK(std::ranges::equal(reader.next<char>(), std::string_view("abc")));
  CHECK(reader.next<std::uint32_t>().empty());
  CHECK(std::ranges::equal(reader.next<std::uint16_t>(), std::vector<std::uint16_t>{1, 2, 3, 4, 5}));
}

TEST_CASE("an index finds its words and no others") {
  std::vector<std::string> words;
  for (int i = 0; i < 3'000; ++i) words.push_back(std::to_string(i * 7) + "word");
  words.insert(words.end(), {"a", "ab", "abc", "abcd", "a word that is longer than twice eight bytes"});
  FlatWriter writer;
  WordIndex::write(words, writer);
  const FlatImage image = writer.take();
  FlatReader reader(image);
  const WordIndex index(reader);
  REQUIRE(index.size() == words.size());
  for (std::uint32_t i = 1; i <= words.size(); ++i) {
    CHECK(index.find(words[i - 1]) == i);
    CHECK(index.word(i) == words[i - 1]);
  }
  for (const auto* word : {"", "b", "ba", "abd", "1word", "a word that is longer than  twice eight bytes"}) {
    CAPTURE(word);
    CHECK(index.find(word) == 0);
  }
}
