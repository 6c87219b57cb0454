// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "schema/schema.h"
#include "storage/array_file.h"
#include "storage/columns.h"

namespace imr {

constexpr std::string_view kWordStoreMagic = "IMRWRD01";

// A number of a word, meaning or mark in one segment; 0 is none.
using WordNumber = std::uint32_t;

// The words of all texts of a segment in their order, and the vocabulary: which words there are, their stems,
// and in how many issues they stand. docs/index-format.md has the layout. Views live as long as the object.
class WordStore {
 public:
  // Throws IndexError: mismatch if the UUID differs, corrupt if the file is not whole.
  WordStore(const std::filesystem::path& path, std::string_view uuid);

  std::size_t letters() const { return letters_.size(); }
  std::size_t size() const { return in_order_.size(); }

  WordNumber find(std::string_view name) const;
  std::string_view name(WordNumber word) const { return words_.at(word - 1, file_); }
  // All words, meanings and marks in byte order of their names.
  std::span<const WordNumber> in_order() const { return in_order_; }
  // The first of them that is not before `name`, as an index into in_order().
  std::size_t lower_bound(std::string_view name) const;

  // In how many issues a word stands, dead ones included: in one text field, or in any of the searched ones.
  std::uint32_t issues_with(const Field* field, WordNumber word) const;

  std::span<const WordNumber> words_of_stem(std::string_view stem) const;
  std::vector<std::string_view> stems_of(WordNumber word) const;

  // The texts of an issue, by the field's place among text_fields(); for for_each_word().
  using Texts = std::array<std::string_view, kTextFields>;
  Texts texts(LetterOrdinal letter, std::size_t issue) const;

 private:
  // Names, lists of numbers or texts one after the other. Opening a store must not cost a pass over it, so
  // bounds are checked where they are used.
  template <class Values, class Start>
  struct Runs {
    Values values = {};
    std::span<const Start> starts = {};
    std::size_t size() const { return starts.size() - 1; }
    Values at(std::size_t i, const ArrayFile& file) const {
      if (i >= size() || starts[i] > starts[i + 1] || starts[i + 1] > values.size())
        throw file.damaged("runs");
      if constexpr (std::is_same_v<Values, std::string_view>) {
        return values.substr(starts[i], starts[i + 1] - starts[i]);
      } else {
        return values.subspan(starts[i], starts[i + 1] - starts[i]);
      }
    }
  };
  using Names = Runs<std::string_view, std::uint64_t>;
  using Lists = Runs<std::span<const std::uint32_t>, std::uint32_t>;
  Names names(const std::string& name, const std::string& starts) const;
  Lists lists(const std::string& name, std::size_t keys) const;

  ArrayFile file_;
  Names letters_;  // texts
  Names words_;
  Names stems_;
  std::span<const WordNumber> in_order_;
  Lists words_of_stem_;
  Lists stems_of_word_;
  std::array<std::span<const std::uint32_t>, kTextFields + 1> issues_;
};

// Reads a number of seven bits a byte; past the end it is 0.
inline std::uint32_t read_varint(const char*& at, const char* end) {
  std::uint32_t value = 0;
  for (unsigned shift = 0; at != end && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return value;
}

// Calls visit(position, word) for each word, meaning and mark of a text, by position.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  const char* at = text.data();
  const char* const end = at + text.size();
  std::uint32_t position = 0;
  while (at != end) {
    const std::uint32_t code = read_varint(at, end);
    if (code == 0) {
      position += read_varint(at, end);
      continue;
    }
    position += 1 - code % 2;
    visit(position, code / 2);
  }
}

}  // namespace imr
