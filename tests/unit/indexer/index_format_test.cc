// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "corpus/regex.h"
#include "indexer/index_writer.h"
#include "schema/schema.h"
#include "storage/columns_format.h"
#include "storage/manifest.h"
#include "storage/word_store.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;
using Json = nlohmann::json;
using Names = std::set<std::string>;

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& page() {
  static const std::string text = text_of(fs::path(IMR_SOURCE_DIR) / "docs" / "index-format.md");
  return text;
}

// What stands in backquotes in a piece of the page.
std::vector<std::string> code_in(const std::string& text) {
  static const Regex kCode("`([^`]+)`");
  std::string_view rest(text);
  std::vector<std::string> found;
  for (std::string code; find_and_consume(rest, kCode, &code);) found.push_back(code);
  return found;
}

// The cells of a table's rows below the header that begins so.
std::vector<std::vector<std::string>> table(const std::string& header) {
  std::size_t at = page().find(header);
  REQUIRE(at != std::string::npos);
  std::vector<std::vector<std::string>> rows;
  for (at = page().find('\n', at) + 1; page()[at] == '|'; at = page().find('\n', at) + 1) {
    std::vector<std::string> cells;
    for (std::size_t cell = at + 1; page()[cell] != '\n';) {
      const std::size_t end = page().find('|', cell);
      cells.push_back(page().substr(cell, end - cell));
      cell = end + 1;
    }
    if (cells[0].find("---") == std::string::npos) rows.push_back(cells);
  }
  return rows;
}

// The page's table of terms, by prefix: whether they have a frequency.
std::map<std::string, bool> page_terms() {
  std::map<std::string, bool> terms;
  for (const auto& row : table("| terms |")) {
    for (const std::string& prefix : code_in(row[0])) {
      terms[prefix] = row[2] != " 0 ";
    }
  }
  return terms;
}

// The longest prefix of the page that the term begins with, by the page's rule about capitals and colons.
std::optional<std::string> prefix_of(const std::string& term, const std::map<std::string, bool>& terms) {
  const std::size_t capitals = std::min(term.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), term.size());
  if (term[0] == 'Q') return "Q";
  const std::string prefix = term.substr(0, capitals);
  return terms.contains(prefix) ? std::optional(prefix) : std::nullopt;
}

// An index of one letter, made up so that every field of it is filled.
struct OneLetter {
  OneLetter() {
    IndexWriter writer = IndexWriter::fresh(folder.path());
    writer.add(made_up_determination());
    writer.commit();
  }
  Json manifest() const { return Json::parse(text_of(folder / "manifest.json")); }
  fs::path segment() const { return folder.path() / manifest()["segments"][0]["name"].get<std::string>(); }
  Xapian::Database database() const {
    return Xapian::Database((segment() / manifest()["segments"][0]["database"].get<std::string>()).string());
  }
  TemporaryFolder folder;
};

Names keys_of(const Json& object) {
  Names keys;
  for (const auto& [key, value] : object.items()) keys.insert(key);
  return keys;
}

Json columns_header(const std::string& bytes) {
  std::uint64_t length = 0;
  REQUIRE(bytes.starts_with(kColumnsMagic));
  std::memcpy(&length, bytes.data() + kColumnsMagic.size(), sizeof length);
  CHECK(length % 8 == 0);
  return Json::parse(bytes.substr(kColumnsMagic.size() + sizeof length, length));
}

}  // namespace

TEST_CASE("the page's schema number is the program's") {
  CHECK(page().find("Schema " + std::to_string(kSchemaVersion) + ".") != std::string::npos);
}

TEST_CASE("a document has terms of every prefix in the page's table, and of no other") {
  const OneLetter index;
  const Xapian::Database database = index.database();
  const auto terms = page_terms();
  REQUIRE(terms.size() > 15);
  Names found;
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    for (auto term = database.termlist_begin(id); term != database.termlist_end(id); ++term) {
      CAPTURE(*term);
      const auto prefix = prefix_of(*term, terms);
      REQUIRE(prefix);
      found.insert(*prefix);
      CHECK(term.positionlist_begin() == term.positionlist_end());
      CHECK((term.get_wdf() > 0) == terms.at(*prefix));
    }
    CHECK(database.get_document(id).get_data().empty());
    CHECK(database.get_document(id).values_begin() == database.get_document(id).values_end());
  }
  Names listed;
  for (const auto& [prefix, term] : terms) listed.insert(prefix);
  CHECK(found == listed);
}

TEST_CASE("the weighted terms have the frequencies that the page gives") {
  const OneLetter index;
  const Xapian::Database database = index.database();
  const auto frequency = [&](const std::string& term) {
    auto at = database.termlist_begin(1);
    at.skip_to(term);
    return at != database.termlist_end(1) && *at == term ? at.get_wdf() : 0;
  };
  CHECK(frequency("Zquagga") == 8);          // once in the treatment
  CHECK(frequency("Zokapi") == 2);           // once in the rationale
  CHECK(frequency("Zzebra") == 1);           // once in the summary
  CHECK(frequency("Zgiraff") == 8 + 2 + 1);  // once in each
}

TEST_CASE("a stem leads to its words, one that is a word too to itself") {
  const OneLetter index;
  const WordStore words(index.segment() / "words", index.database().get_uuid());
  const auto of_stem = [&](std::string_view stem) {
    Names names;
    for (const WordNumber word : words.words_of_stem(stem)) names.emplace(words.name(word));
    return names;
  };
  CHECK(of_stem("giraff") == Names{"giraffe", "giraffes"});
  CHECK(of_stem("zebra") == Names{"zebra"});
}

TEST_CASE("the manifest has the keys that the page names") {
  const OneLetter index;
  const Json manifest = index.manifest();
  const std::size_t begin = page().find("`manifest.json`: ");
  REQUIRE(begin != std::string::npos);
  const std::vector<std::string> code = code_in(page().substr(begin, page().find("\n\n", begin) - begin));
  Names keys = keys_of(manifest);
  keys.merge(keys_of(manifest["segments"][0]));
  CHECK(Names(code.begin() + 1, code.end()) == keys);
  CHECK(manifest["schema"] == kSchemaVersion);
}

TEST_CASE("the folder holds the files that the page names") {
  const OneLetter index;
  Names files;
  for (const auto& entry : fs::recursive_directory_iterator(index.folder.path())) {
    const std::string path = fs::relative(entry.path(), index.folder.path()).string();
    if (!entry.is_directory() && path.find("/db-") == std::string::npos) files.insert(path);
  }
  const std::string segment = index.segment().filename().string();
  CHECK(files == Names{"lock", "manifest.json", segment + "/columns", segment + "/letters",
                       segment + "/words", "sentences-1"});
  for (const char* name : {"DIR/manifest.json", "DIR/lock", "DIR/segment-N/db-M/", "DIR/segment-N/columns",
                           "DIR/segment-N/letters", "DIR/segment-N/words", "DIR/sentences-G"}) {
    CHECK(page().find(name) != std::string::npos);
  }
}

TEST_CASE("the columns have the arrays that the page lists, and end with them") {
  const OneLetter index;
  const std::string bytes = text_of(index.segment() / "columns");
  const Json header = columns_header(bytes);
  CHECK(keys_of(header) == Names{"uuid", "schema", "bytes", "arrays", "dictionaries"});
  CHECK(header["uuid"] == index.database().get_uuid());
  Names listed;
  for (const auto& row : table("| array |")) {
    if (row[0].find("FACET") != std::string::npos) continue;
    for (const std::string& name : code_in(row[0])) listed.insert(name);
  }
  Names facets;
  for (const Field& field : fields()) {
    if (!is_facet(field)) continue;
    facets.insert(std::string(field.name));
    for (const char* part : {".starts", ".values"}) listed.insert(std::string(field.name) + part);
  }
  CHECK(keys_of(header["arrays"]) == listed);
  CHECK(keys_of(header["dictionaries"]) == facets);
  for (const auto& [name, array] : header["arrays"].items()) {
    CAPTURE(name);
    CHECK(array["offset"].get<std::uint64_t>() % 8 == 0);
    CHECK(keys_of(array) == Names{"offset", "count"});
  }
  for (const auto& [name, values] : header["dictionaries"].items()) {
    CAPTURE(name);
    CHECK(!values.empty());
  }
}

TEST_CASE("the file of words has the arrays that the page lists, and ends as it says") {
  const OneLetter index;
  const std::string bytes = text_of(index.segment() / "words");
  CHECK(page().find("`" + std::string(kWordStoreMagic) + "`") != std::string::npos);
  const ArrayFile file(index.segment() / "words", kWordStoreMagic);
  CHECK(keys_of(file.header()) == Names{"uuid", "schema", "arrays"});
  Names listed;
  for (const auto& row : table("| words |")) {
    for (const std::string& name : code_in(row[0])) listed.insert(name);
  }
  for (const Field& field : text_fields()) listed.insert("issues." + std::string(field.name));
  CHECK(keys_of(file.header()["arrays"]) == listed);
}

TEST_CASE("the counts of sentences begin as the page says") {
  const OneLetter index;
  const std::string bytes = text_of(index.folder / index.manifest()["sentences"].get<std::string>());
  REQUIRE(bytes.size() > 24);
  CHECK(bytes.starts_with("IMRSEN01"));
  std::uint64_t letters = 0;
  std::memcpy(&letters, bytes.data() + 8, sizeof letters);
  CHECK(letters == 1);
  CHECK(page().find("`IMRSEN01`") != std::string::npos);
}

TEST_CASE("the file of letters ends as the page says") {
  const OneLetter index;
  const std::string bytes = text_of(index.segment() / "letters");
  REQUIRE(bytes.size() > 16);
  CHECK(bytes.substr(bytes.size() - 8) == "IMRLET01");
  std::uint64_t letters = 0;
  std::memcpy(&letters, bytes.data() + bytes.size() - 16, sizeof letters);
  CHECK(letters == 1);
  CHECK(page().find("`IMRLET01`") != std::string::npos);
}
