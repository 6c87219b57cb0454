// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sentence_counts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/index_error.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

using Fingerprints = std::vector<std::uint64_t>;

constexpr std::uint64_t kSome = 0x0123456789ABCDEF;
constexpr std::uint64_t kOther = 0xFEDCBA9876543210;

void add_letters(SentenceCounts& counts, int letters, const Fingerprints& fingerprints) {
  for (int i = 0; i < letters; ++i) counts.add(fingerprints);
}

std::string error_of_reading(const std::filesystem::path& file) {
  try {
    const SentenceCounts counts(file);
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::corrupt);
    return error.what();
  }
  return "";
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("sentences are counted by letter, and those of a letter that goes no longer") {
  SentenceCounts counts;
  CHECK(counts.count(kSome) == 0);
  counts.add(Fingerprints{kSome, kOther});
  counts.add(Fingerprints{kSome});
  CHECK(counts.letters() == 2);
  CHECK(counts.count(kSome) == 2);
  CHECK(counts.count(kOther) == 1);
  counts.remove(Fingerprints{kSome, kOther});
  counts.remove(Fingerprints{kOther});
  CHECK(counts.letters() == 0);
  CHECK(counts.count(kSome) == 1);
  CHECK(counts.count(kOther) == 0);
}

TEST_CASE("a sentence that shares one of its two counters is not counted too often") {
  SentenceCounts counts;
  const std::uint64_t same_low = (kSome & 0xFFFFFF) | 0xAB00000000000000;
  const std::uint64_t same_high = (kSome & 0xFFFFFF0000000000) | 0xCD;
  add_letters(counts, 9, {same_low});
  add_letters(counts, 8, {same_high});
  CHECK(counts.count(kSome) == 8);
  CHECK(counts.count(same_low) == 9);
  CHECK(counts.count(same_high) == 8);
}

TEST_CASE("a sentence recurs in five letters of a few, and in more of many") {
  const struct {
    int letters;
    int needed;
  } cases[] = {{12, 5}, {68, 5}, {899, 5}, {950, 6}, {10'000, 8}, {1'700'000, 48}};
  for (const auto& c : cases) {
    CAPTURE(c.letters);
    SentenceCounts counts;
    add_letters(counts, c.letters - c.needed, {});
    add_letters(counts, c.needed - 1, {kSome});
    CHECK_FALSE(counts.recurs(kSome));
    counts.add(Fingerprints{kSome});
    CHECK(counts.recurs(kSome));
    CHECK_FALSE(counts.recurs(kOther));
  }
}

TEST_CASE("a full counter stays full") {
  SentenceCounts counts;
  add_letters(counts, 300, {kSome});
  CHECK(counts.count(kSome) == 255);
  counts.remove(Fingerprints{kSome});
  CHECK(counts.count(kSome) == 255);
  CHECK(counts.recurs(kSome));
}

TEST_CASE("counts are read back as saved, and those of a few letters take little room") {
  const TemporaryFolder folder;
  SentenceCounts counts;
  add_letters(counts, 7, {kSome});
  counts.add(Fingerprints{kOther});
  counts.save(folder / "sentences-1");
  SentenceCounts again(folder / "sentences-1");
  CHECK(again.letters() == 8);
  CHECK(again.count(kSome) == 7);
  CHECK(again.count(kOther) == 1);
  again.add(Fingerprints{kOther});
  CHECK(again.count(kOther) == 2);
  CHECK(std::filesystem::file_size(folder / "sentences-1") < 20'000);
}

TEST_CASE("a table with counts all over is read back, too") {
  const TemporaryFolder folder;
  SentenceCounts counts;
  Fingerprints fingerprints;
  std::uint64_t fingerprint = kSome;
  for (int i = 0; i < 100'000; ++i)
    fingerprints.push_back(fingerprint = fingerprint * 6364136223846793005 + kOther);
  counts.add(fingerprints);
  counts.add(fingerprints);
  counts.save(folder / "sentences-1");
  const SentenceCounts again(folder / "sentences-1");
  CHECK(std::ranges::all_of(fingerprints, [&](std::uint64_t f) {
    return again.count(f) >= 2 && again.count(f) == counts.count(f);
  }));
  const auto twice = std::ranges::count(fingerprints, 2U, [&](std::uint64_t f) { return again.count(f); });
  CHECK(twice > 99'000);
}

TEST_CASE("counts that are gone, cut off or changed are refused") {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "sentences-1";
  CHECK(error_of_reading(file) ==
        file.string() + ": counts of sentences damaged (gone); build the index anew");
  SentenceCounts counts;
  counts.add(Fingerprints{kSome});
  counts.save(file);
  CHECK(error_of_reading(file).empty());
  const std::string whole = bytes_of(file);
  for (std::size_t size = 0; size < whole.size(); size += size < 40 ? 1 : 97) {
    CAPTURE(size);
    std::ofstream(file, std::ios::binary).write(whole.data(), static_cast<std::streamsize>(size));
    CHECK(error_of_reading(file).find("counts of sentences damaged") != std::string::npos);
  }
  for (std::size_t at = 0; at < whole.size(); at += at < 40 ? 1 : 97) {
    CAPTURE(at);
    std::string spoilt = whole;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 1);
    std::ofstream(file, std::ios::binary) << spoilt;
    CHECK(error_of_reading(file).find("counts of sentences damaged") != std::string::npos);
  }
}
