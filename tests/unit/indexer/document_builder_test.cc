// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#include <map>
#include <set>

#include <doctest/doctest.h>

#include "analyzers/sentence_fingerprint.h"
#include "corpus/letter_json.h"
#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;

namespace {

LetterEntry built(
    const Determination& determination, const Recurs& recurs = [](std::uint64_t) { return false; }) {
  return build_entry(
      determination, [](const std::string&, const std::string&) {}, recurs);
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

Xapian::termpos position(const Xapian::Document& document, const std::string& term) {
  auto at = document.termlist_begin();
  at.skip_to(term);
  REQUIRE(at != document.termlist_end());
  REQUIRE(*at == term);
  REQUIRE(at.positionlist_begin() != at.positionlist_end());
  return *at.positionlist_begin();
}

}  // namespace

TEST_CASE("a letter has a document an issue, and its record as it is exported") {
  const Determination determination = made_up_determination();
  const LetterEntry entry = built(determination);
  CHECK(entry.case_number == determination.case_number);
  CHECK_FALSE(entry.plain);
  CHECK(entry.record == letter_record(determination));
  REQUIRE(entry.issues.size() == 2);
  CHECK(entry.issues[0].issue_no == 1);
  CHECK(entry.issues[1].issue_no == 2);
}

TEST_CASE("words of one issue are not in the document of another, those of the summary are in both") {
  const LetterEntry entry = built(made_up_determination());
  const Xapian::Document& first = entry.issues[0].document;
  const Xapian::Document& second = entry.issues[1].document;
  for (const char* term : {"XTquagga", "XRokapi", "Zokapi", "XDECISIONupheld"}) {
    CAPTURE(term);
    CHECK(has(first, term));
    CHECK_FALSE(has(second, term));
  }
  for (const char* term :
       {"XSzebra", "Zzebra", "XDlumbago", "QCM00-0000001", "XOUTCOMEpartly_overturned", "XSEXfemale"}) {
    CAPTURE(term);
    CHECK(has(first, term));
    CHECK(has(second, term));
  }
}

TEST_CASE("the claims administrator's words are in ca and in citation, the reviewer's in citation only") {
  const Xapian::Document document = built(made_up_determination()).issues[0].document;
  CHECK(has(document, "XCwildebeest"));
  CHECK(has(document, "XAwildebeest"));
  CHECK(has(document, "XC2004"));
  CHECK_FALSE(has(document, "XA2004"));
  CHECK_FALSE(has(document, "Zwildebeest"));
}

TEST_CASE("no phrase reaches from one diagnosis into the next") {
  const Xapian::Document document = built(made_up_determination()).issues[0].document;
  CHECK(position(document, "XDsciatica") > position(document, "XDlumbago") + 99);
}

TEST_CASE("a compound stands at the place of its first part") {
  const Xapian::Document document = built(made_up_determination()).issues[0].document;
  CHECK(position(document, "XRemg/ncv") == position(document, "XRemg"));
  CHECK(position(document, "XRncv") == position(document, "XRemg") + 1);
}

TEST_CASE("every stem is told with a surface term that has it") {
  std::map<std::string, std::set<std::string>> related;
  build_entry(
      made_up_determination(),
      [&](const std::string& stem, const std::string& surface) { related[stem].insert(surface); },
      [](std::uint64_t) { return false; });
  CHECK(related["giraff"] == std::set<std::string>{"giraffe", "giraffes"});
  CHECK(related["zebra"] == std::set<std::string>{"zebra"});
}

TEST_CASE("words of standing text match, but do not rank") {
  Determination letter = made_up_determination();
  letter.issues[0].rationale =
      "An okapi eats. Any okapi with a bongo is to be kept in a stable. "
      "The ODG states, \"An ibex with an MRI is to be kept with the others for at least a year.\"";
  const auto known = sentence_fingerprint("Any okapi with a bongo is to be kept in a stable.");
  const Xapian::Document document =
      built(letter, [&](std::uint64_t fingerprint) { return fingerprint == known; }).issues[0].document;
  CHECK(frequency(document, "Zokapi") == 2);  // in its own sentence only
  for (const char* term : {"Zbongo", "Zibex", "Z~magnetic resonance imaging"}) {
    CAPTURE(term);
    CHECK(has(document, term));
    CHECK(frequency(document, term) == 0);
  }
  CHECK(position(document, "XR!recurring") == 4);
  CHECK(position(document, "XR!other") == 4);
  CHECK(position(document, "XRbongo") == 8);
  CHECK(frequency(document, "Zzebra") == 1);
  CHECK(frequency(built(letter).issues[0].document, "Zbongo") == 2);
}

TEST_CASE("a plain record is one document without a decision") {
  Determination note;
  note.case_number = "note/1";
  note.issues = {{.issue_no = 1, .treatment = "A zebra", .title = "A zebra", .rationale = "Stripes."}};
  const LetterEntry entry = built(note);
  CHECK(entry.plain);
  REQUIRE(entry.issues.size() == 1);
  CHECK(has(entry.issues[0].document, "Qnote/1"));
  CHECK(has(entry.issues[0].document, "XTzebra"));
  CHECK_FALSE(entry.issues[0].keywords.contains("decision"));
}

TEST_CASE("a letter of empty texts still has its documents") {
  Determination bare;
  bare.case_number = "CM00-0000002";
  bare.layout = Layout::f;
  bare.issues = {{.issue_no = 1, .treatment = "", .title = "", .decision = Decision::upheld}};
  const LetterEntry entry = built(bare);
  REQUIRE(entry.issues.size() == 1);
  CHECK(has(entry.issues[0].document, "QCM00-0000002"));
}
