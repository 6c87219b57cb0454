// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/word_store.h"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "schema/index_error.h"
#include "storage/word_store_writer.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

using Placed = std::vector<std::pair<std::uint32_t, std::string>>;
using Strings = std::vector<std::string_view>;

const Field& kTreatment = *find_field("treatment");
const Field& kSummary = *find_field("summary");

// The codes of a text; words at one place follow each other.
WordCodes codes(Vocabulary& vocabulary, const Placed& words) {
  WordCodes codes;
  WordCodesWriter writer(codes);
  for (const auto& [position, word] : words) writer.add(position, vocabulary.words.id_of(word));
  return codes;
}

LetterCodes letter(Vocabulary& vocabulary, const Placed& summary, const std::vector<Placed>& treatments) {
  LetterCodes letter;
  letter.shared[text_field_number(kSummary)] = codes(vocabulary, summary);
  for (const Placed& treatment : treatments) {
    letter.issues.emplace_back()[text_field_number(kTreatment)] = codes(vocabulary, treatment);
  }
  return letter;
}

Placed read(const WordStore& store, LetterOrdinal letter, std::size_t issue, const Field& field) {
  Placed words;
  for_each_word(store.texts(letter, issue)[text_field_number(field)],
                [&](std::uint32_t at, WordNumber word) { words.emplace_back(at, store.name(word)); });
  return words;
}

const Placed kKnee = {{1, "mri"}, {1, "~magnetic resonance imaging"}, {2, "knee"}};
const Placed kApart = {{1, "knee"}, {102, "pain"}, {102, "!sentence"}, {40'000, "end"}};

}  // namespace

TEST_CASE("words come back in their order, at their places, from several parts") {
  const TemporaryFolder folder;
  WordStoreWriter writer(folder / "words");
  Vocabulary first;
  writer.add(first, std::vector{letter(first, kApart, {kKnee, {}}), letter(first, {}, {{{1, "other"}}})});
  Vocabulary second;
  second.words.id_of("unused");
  writer.add(second, std::vector{letter(second, kKnee, {kApart})});
  writer.finish("id");
  const WordStore store(folder / "words", "id");
  CHECK(store.letters() == 3);
  CHECK(read(store, 0, 0, kTreatment) == kKnee);
  CHECK(read(store, 0, 1, kTreatment).empty());
  CHECK(read(store, 0, 1, kSummary) == kApart);
  CHECK(read(store, 1, 0, kTreatment) == Placed{{1, "other"}});
  CHECK(read(store, 2, 0, kSummary) == kKnee);
  CHECK(read(store, 2, 0, kTreatment) == kApart);
}

TEST_CASE("a word counts once an issue, in its field and in the searched ones") {
  const TemporaryFolder folder;
  WordStoreWriter writer(folder / "words");
  Vocabulary words;
  const Placed twice = {{1, "knee"}, {2, "knee"}};
  writer.add(words, std::vector{letter(words, twice, {kKnee, {}}), letter(words, {}, {kKnee})});
  writer.finish("id");
  const WordStore store(folder / "words", "id");
  const WordNumber knee = store.find("knee");
  CHECK(store.issues_with(&kTreatment, knee) == 2);
  CHECK(store.issues_with(&kSummary, knee) == 2);
  CHECK(store.issues_with(nullptr, knee) == 3);
  CHECK(store.issues_with(nullptr, store.find("nowhere")) == 0);
}

TEST_CASE("words lead to their stems and stems to their words; names are in byte order") {
  const TemporaryFolder folder;
  WordStoreWriter writer(folder / "words");
  for (const char* word : {"injection", "injections", "tens"}) {
    Vocabulary part;
    part.relate(part.words.id_of(word), part.stems.id_of(word[0] == 't' ? "ten" : "inject"));
    if (word[0] == 't') part.relate(part.words.id_of(word), part.stems.id_of("tens"));
    writer.add(part, {});
  }
  writer.finish("id");
  const WordStore store(folder / "words", "id");
  const auto words = store.words_of_stem("inject");
  REQUIRE(words.size() == 2);
  CHECK(store.name(words[0]) == "injection");
  CHECK(store.name(words[1]) == "injections");
  CHECK(store.words_of_stem("nowhere").empty());
  CHECK(store.stems_of(store.find("tens")) == Strings{"ten", "tens"});
  CHECK(store.lower_bound("j") == 2);
  CHECK(store.name(store.in_order()[2]) == "tens");
}

TEST_CASE("a file of another database, cut off or with a false table is refused") {
  const TemporaryFolder folder;
  WordStoreWriter writer(folder / "words");
  Vocabulary words;
  writer.add(words, std::vector{letter(words, kApart, {kKnee})});
  writer.finish("id");
  CHECK_THROWS_AS(WordStore(folder / "words", "other"), IndexError);
  const auto size = std::filesystem::file_size(folder / "words");
  for (const auto left : {std::uintmax_t{0}, std::uintmax_t{7}, size / 2, size - 1}) {
    CAPTURE(left);
    std::filesystem::resize_file(folder / "words", left);
    CHECK_THROWS_AS(WordStore(folder / "words", "id"), IndexError);
  }
}
