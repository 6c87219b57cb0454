// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/sentence_fingerprint.h"
#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;

namespace {

// A letter made by itself, with the words it is made of.
struct Built {
  Vocabulary words = {};
  LetterEntry entry = {};

  const IssueEntry& issue(std::size_t number) const { return entry.issues.at(number); }
  const Xapian::Document& document(std::size_t number) const { return issue(number).document; }

  // Where a word stands in a field of an issue; of the letter's own fields too.
  std::vector<std::uint32_t> positions(std::size_t number, std::string_view field,
                                       std::string_view word) const {
    const std::size_t place = text_field_number(*find_field(field));
    const bool shared = text_fields()[place].level == FieldLevel::letter;
    std::vector<std::uint32_t> found;
    std::uint32_t position = 0;
    const WordCodes& codes = (shared ? entry.codes : issue(number).codes)[place];
    for (std::size_t i = 0; i < codes.size(); ++i) {
      position += codes[i] == 0 ? codes[i + 1] : 1 - codes[i] % 2;
      if (codes[i] == 0) {
        ++i;
      } else if (words.words.name(codes[i] / 2) == word) {
        found.push_back(position);
      }
    }
    return found;
  }
};

Built built(
    const Determination& determination, const Recurs& recurs = [](std::uint64_t) { return false; }) {
  Built result;
  result.entry = build_entry(determination, recurs, result.words);
  return result;
}

bool has(const Xapian::Document& document, const std::string& term) {
  auto at = document.termlist_begin();
  at.skip_to(term);
  return at != document.termlist_end() && *at == term;
}

Xapian::termcount frequency(const Xapian::Document& document, const std::string& term) {
  auto at = document.termlist_begin();
  at.skip_to(term);
  return at != document.termlist_end() && *at == term ? at.get_wdf() : 0;
}

}  // namespace

TEST_CASE("a letter has a document an issue") {
  const Determination determination = made_up_determination();
  const Built letter = built(determination);
  CHECK(letter.entry.case_number == determination.case_number);
  CHECK_FALSE(letter.entry.plain);
  REQUIRE(letter.entry.issues.size() == 2);
  CHECK(letter.issue(0).issue_no == 1);
  CHECK(letter.issue(1).issue_no == 2);
}

TEST_CASE("words of one issue are not in the document of another, those of the summary are in both") {
  const Built letter = built(made_up_determination());
  for (const char* term : {"XTquagga", "Zquagga", "Zokapi", "XDECISIONupheld"}) {
    CAPTURE(term);
    CHECK(has(letter.document(0), term));
    CHECK_FALSE(has(letter.document(1), term));
  }
  for (const char* term :
       {"Zzebra", "XDlumbago", "QCM00-0000001", "XOUTCOMEpartly_overturned", "XSEXfemale"}) {
    CAPTURE(term);
    CHECK(has(letter.document(0), term));
    CHECK(has(letter.document(1), term));
  }
  CHECK(letter.positions(0, "rationale", "okapi").size() == 1);
  CHECK(letter.positions(1, "rationale", "okapi").empty());
  CHECK(letter.positions(1, "summary", "zebra").size() == 1);
}

TEST_CASE("the claims administrator's words are in ca and in citation, the reviewer's in citation only") {
  const Built letter = built(made_up_determination());
  CHECK(has(letter.document(0), "XCwildebeest"));
  CHECK(has(letter.document(0), "XC2004"));
  CHECK_FALSE(has(letter.document(0), "Zwildebeest"));
  CHECK_FALSE(letter.positions(0, "citation", "wildebeest").empty());
  CHECK_FALSE(letter.positions(0, "ca", "wildebeest").empty());
  CHECK_FALSE(letter.positions(0, "citation", "2004").empty());
  CHECK(letter.positions(0, "ca", "2004").empty());
}

TEST_CASE("the values of a field are 100 positions apart, so that no phrase reaches from one to the next") {
  const Built letter = built(made_up_determination());
  const auto first = letter.positions(0, "diagnosis", "lumbago");
  const auto second = letter.positions(0, "diagnosis", "sciatica");
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(second[0] - first[0] == 101);
}

TEST_CASE("a compound stands at the place of its first part") {
  const Built letter = built(made_up_determination());
  const auto first = letter.positions(0, "rationale", "emg");
  REQUIRE(first.size() == 1);
  CHECK(letter.positions(0, "rationale", "emg/ncv") == first);
  CHECK(letter.positions(0, "rationale", "ncv") == std::vector{first[0] + 1});
}

TEST_CASE("every word is told with its stem") {
  const Built letter = built(made_up_determination());
  const auto stem_of = [&](std::string_view word) {
    return letter.words.stems.name(letter.words.first_stem.at(letter.words.words.find(word)));
  };
  CHECK(stem_of("giraffe") == "giraff");
  CHECK(stem_of("giraffes") == "giraff");
  CHECK(stem_of("zebra") == "zebra");
}

TEST_CASE("words of standing text match, but do not rank") {
  Determination letter = made_up_determination();
  letter.issues[0].rationale =
      "An okapi eats. Any okapi with a bongo is to be kept in a stable. "
      "The ODG states, \"An ibex with an MRI is to be kept with the others for at least a year.\"";
  const auto known = sentence_fingerprint("Any okapi with a bongo is to be kept in a stable.");
  const Built taken = built(letter, [&](std::uint64_t fingerprint) { return fingerprint == known; });
  const Xapian::Document& document = taken.document(0);
  CHECK(frequency(document, "Zokapi") == 2);  // in its own sentence only
  for (const char* term : {"Zbongo", "Zibex", "Z~magnetic resonance imaging"}) {
    CAPTURE(term);
    CHECK(has(document, term));
    CHECK(frequency(document, term) == 0);
  }
  using Positions = std::vector<std::uint32_t>;
  CHECK(taken.positions(0, "rationale", "!recurring") == Positions{4});
  CHECK(taken.positions(0, "rationale", "!other").front() == 4);
  CHECK(taken.positions(0, "rationale", "bongo") == Positions{8});
  CHECK(frequency(document, "Zzebra") == 1);
  CHECK(frequency(built(letter).document(0), "Zbongo") == 2);
}

TEST_CASE("a plain record is one document without a decision") {
  Determination note;
  note.case_number = "note/1";
  note.issues = {{.issue_no = 1, .treatment = "A zebra", .title = "A zebra", .rationale = "Stripes."}};
  const Built made = built(note);
  CHECK(made.entry.plain);
  REQUIRE(made.entry.issues.size() == 1);
  CHECK(has(made.document(0), "Qnote/1"));
  CHECK(has(made.document(0), "XTzebra"));
  CHECK_FALSE(made.issue(0).keywords.contains("decision"));
}

TEST_CASE("a letter of empty texts still has its documents") {
  Determination bare;
  bare.case_number = "CM00-0000002";
  bare.layout = Layout::f;
  bare.issues = {{.issue_no = 1, .treatment = "", .title = "", .decision = Decision::upheld}};
  const Built made = built(bare);
  REQUIRE(made.entry.issues.size() == 1);
  CHECK(has(made.document(0), "QCM00-0000002"));
}
