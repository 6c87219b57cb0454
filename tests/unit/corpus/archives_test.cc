// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include "tests/unit/corpus/input_fixture.h"

namespace imr {
namespace {

using Strings = std::vector<std::string>;
using Members = std::vector<std::pair<std::string, std::string>>;  // names and contents

enum class Format { tar, zip, raw };
enum class Filter { none, gzip, xz, zstd };

// An archive in memory.
std::string packed(Format format, Filter filter, const Members& members) {
  std::string bytes(std::size_t{8} << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  if (format == Format::tar) archive_write_set_format_pax_restricted(writer);
  if (format == Format::zip) archive_write_set_format_zip(writer);
  if (format == Format::raw) archive_write_set_format_raw(writer);
  if (filter == Filter::gzip) archive_write_add_filter_gzip(writer);
  if (filter == Filter::xz) archive_write_add_filter_xz(writer);
  if (filter == Filter::zstd) archive_write_add_filter_zstd(writer);
  REQUIRE(archive_write_open_memory(writer, bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
    if (!content.empty()) archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

const Members kThree = {{"in/", ""},
                        {"in/b.txt", letter_text("CM16-0000002")},
                        {"in/a.pdf", letter_pdf()},
                        {"in/photo.png", "no letter"},
                        {"__MACOSX/._b.txt", "no letter"},
                        {"notes.jsonl", record("n1") + "\n" + record("n2") + "\n"}};

TEST_CASE("archives of each kind give what they hold, in the order in which it is stored") {
  const struct {
    const char* name;
    Format format;
    Filter filter;
  } cases[] = {{"x.tar", Format::tar, Filter::none},     {"x.tar.gz", Format::tar, Filter::gzip},
               {"x.TGZ", Format::tar, Filter::gzip},     {"x.tar.xz", Format::tar, Filter::xz},
               {"x.tar.zst", Format::tar, Filter::zstd}, {"x.zip", Format::zip, Filter::none}};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Folder folder;
    const auto path = folder.write(c.name, packed(c.format, c.filter, kThree));
    for (const auto& given : {path, folder.path()}) {
      const auto result = read({given});
      CHECK(result.rejections.empty());
      CHECK(result.case_numbers() == Strings{"CM16-0000002", "a", "n1", "n2"});
      CHECK(result.sources() == Strings{path + "!in/b.txt", path + "!in/a.pdf", path + "!notes.jsonl:1",
                                        path + "!notes.jsonl:2"});
    }
  }
}

TEST_CASE("a compressed file is its content, named without both endings") {
  for (const auto& [ending, filter] :
       {std::pair(".gz", Filter::gzip), {".xz", Filter::xz}, {".zst", Filter::zstd}}) {
    CAPTURE(ending);
    const Folder folder;
    folder.write(std::string("lost.txt") + ending, packed(Format::raw, filter, {{"data", letter_text()}}));
    folder.write(std::string("notes.jsonl") + ending,
                 packed(Format::raw, filter, {{"data", record("n1") + "\n"}}));
    folder.write(std::string("scan") + ending, packed(Format::raw, filter, {{"data", letter_pdf()}}));
    folder.write(std::string("table.csv") + ending, packed(Format::raw, filter, {{"data", "a,b"}}));
    const auto result = read({folder.path()});
    CHECK(result.rejections.empty());
    CHECK(result.case_numbers() == Strings{"lost", "n1", "scan"});
    CHECK(result.sources() == Strings{folder.path(std::string("lost.txt") + ending),
                                      folder.path(std::string("notes.jsonl") + ending) + ":1",
                                      folder.path(std::string("scan") + ending)});
  }
}

TEST_CASE("an archive in an archive is opened, one inside that is not") {
  const auto inner = packed(Format::tar, Filter::gzip, {{"a.txt", letter_text("CM16-0000001")}});
  const auto middle = packed(Format::zip, Filter::none, {{"m.tgz", inner}});
  const Folder folder;
  const auto two = folder.write("two.zip", middle);
  const auto three = folder.write("three.tar", packed(Format::tar, Filter::none, {{"z.zip", middle}}));
  const auto result = read({two, three});
  CHECK(result.sources() == Strings{two + "!m.tgz!a.txt"});
  REQUIRE(result.codes() == Strings{"nested_archive"});
  CHECK(result.rejections[0].source == three + "!z.zip!m.tgz");
}

TEST_CASE("a damaged archive costs what cannot be unpacked and says so") {
  Members members = kThree;
  std::string noise;
  for (unsigned i = 0, x = 1; i < 200'000; ++i)
    noise += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  members.insert(members.begin() + 2, {"noise.bin", noise});
  auto bytes = packed(Format::tar, Filter::gzip, members);
  bytes.resize(bytes.size() / 2);
  const Folder folder;
  const auto cut = folder.write("cut.tar.gz", bytes);
  const auto none = folder.write("none.zip", "PK\3\4 and nothing of the kind");
  const auto plain = folder.write("plain.gz", "only text");
  const auto after = folder.write("z.txt", letter_text("CM16-0000009"));
  const auto result = read({cut, none, plain, after});
  CHECK(result.case_numbers() == Strings{"CM16-0000002", "CM16-0000009"});
  CHECK(result.codes() == Strings{"bad_archive", "bad_archive", "bad_archive"});
}

TEST_CASE("a bit that flipped in a compressed file is damage, never text") {
  const auto packed_letter = packed(Format::raw, Filter::gzip, {{"data", letter_text("CM16-0000001")}});
  const Folder folder;
  std::size_t damaged = 0;
  for (std::size_t at = 10; at < packed_letter.size(); at += 7) {
    auto bytes = packed_letter;
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    const auto result = read({folder.write("flip.txt.gz", bytes)});
    CAPTURE(at);
    CHECK(result.letters.empty());
    damaged += result.codes() == Strings{"bad_archive"};
  }
  CHECK(damaged > 10);
}

TEST_CASE("parts of gzip data one after the other are one content, zeros behind them nothing") {
  const auto text = letter_text("CM16-0000001");
  const auto two = packed(Format::raw, Filter::gzip, {{"data", text.substr(0, 500)}}) +
                   packed(Format::raw, Filter::gzip, {{"data", text.substr(500)}});
  const Folder folder;
  const auto result =
      read({folder.write("a.txt.gz", two), folder.write("b.txt.gz", two + std::string(600, '\0')),
            folder.write("c.txt.gz", two + "more"), folder.write("d.txt.gz", two.substr(0, 300))});
  CHECK(result.case_numbers() == Strings{"CM16-0000001", "CM16-0000001"});
  CHECK(result.codes() == Strings{"bad_archive", "bad_archive"});
}

TEST_CASE("nothing but zeros is no empty archive, and an empty archive is told") {
  const Folder folder;
  const std::string zeros(20'000, '\0');
  const auto letter = folder.write("zeros.txt.gz", packed(Format::raw, Filter::gzip, {{"data", zeros}}));
  const auto archive = folder.write("none.tar", packed(Format::tar, Filter::none, {}));
  CHECK(read({letter, archive}).codes() == Strings{"no_determination", "empty"});
}

TEST_CASE("an empty member and a bad one cost themselves only") {
  const Folder folder;
  const auto path = folder.write(
      "x.zip", packed(Format::zip, Filter::none,
                      {{"a.txt", ""}, {"b.pdf", "no PDF"}, {"c.txt", letter_text("CM16-0000003")}}));
  const auto result = read({path});
  CHECK(result.case_numbers() == Strings{"CM16-0000003"});
  CHECK(result.codes() == Strings{"empty", "bad_pdf"});
}

TEST_CASE("whatever the number of threads, letters and rejections come in the order of the input") {
  const Folder folder;
  for (int i = 100; i < 400; ++i) {
    const auto number = std::to_string(i);
    if (i % 7 == 0) {
      folder.write(number + ".txt", "no letter");
    } else if (i % 11 == 0) {
      folder.write(number + ".jsonl", record("n" + number) + "\n{bad\n" + record("m" + number) + "\n");
    } else if (i % 50 == 0) {
      folder.write(number + ".pdf", letter_pdf());
    } else {
      folder.write(number + "/same.txt", letter_text({}, "Remark " + number + "."));
    }
  }
  const auto one = read({folder.path()}, {.jobs = 1});
  CHECK(one.letters.size() > 200);
  for (const unsigned jobs : {2U, 3U, 16U}) {
    CAPTURE(jobs);
    const auto many = read({folder.path()}, {.jobs = jobs});
    CHECK(many.letters == one.letters);
    CHECK(many.codes() == one.codes());
  }
}

TEST_CASE("what a handler throws comes through, threads or not") {
  const Folder folder;
  for (int i = 0; i < 50; ++i) folder.write(std::to_string(i) + ".txt", letter_text());
  for (const unsigned jobs : {1U, 4U}) {
    const InputHandlers handlers = {
        .on_letter = [](const Determination&) { throw std::out_of_range("stop"); },
        .on_rejected = [](const Rejection&) {}};
    CHECK_THROWS_AS(read_inputs({folder.path()}, handlers, {.jobs = jobs}), std::out_of_range);
  }
}

}  // namespace
}  // namespace imr
