// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/array_file.h"
#include "storage/word_codes.h"

namespace imr {

// The words of one letter: what its issues share, and theirs.
struct LetterCodes {
  FieldCodes shared = {};
  std::vector<FieldCodes> issues = {};
};

// Writes the words of letters, in their order, with the vocabulary that they make. Parts come with
// vocabularies of their own, made side by side; words are numbered anew as they come.
class WordStoreWriter {
 public:
  explicit WordStoreWriter(const std::filesystem::path& path);

  void add(const Vocabulary& vocabulary, std::span<const LetterCodes> letters);
  // Durable afterwards, and tied to the database of this UUID. Throws IndexError(io).
  void finish(std::string_view uuid);

 private:
  // In how many issues each word stands, by field; the last counts any of the searched fields.
  static constexpr std::size_t kCounts = kTextFields + 1;
  struct Count {
    std::uint32_t issues = 0;
    std::uint32_t last = 0;  // the last issue counted, from 1
  };

  std::vector<std::uint32_t> numbers_of(const Vocabulary& vocabulary);
  void add_letter(const LetterCodes& letter, std::span<const std::uint32_t> numbers);
  void write_text(const WordCodes& codes, std::span<const std::uint32_t> numbers);
  void count(std::size_t counter, const WordCodes& codes, std::span<const std::uint32_t> numbers);
  void write_names(const std::string& prefix, const NameTable& table, std::span<const std::uint32_t> order);
  void write_stems(std::span<const std::uint32_t> stems_in_order);

  ArrayFileWriter file_;
  NameTable words_;
  NameTable stems_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> further_stems_;
  std::vector<std::uint32_t> first_stem_ = {0};
  std::vector<Count> counts_[kCounts];
  std::vector<std::uint64_t> starts_ = {0};  // of letters
  std::uint32_t issues_ = 0;
  std::string buffer_;
};

}  // namespace imr
