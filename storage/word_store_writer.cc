// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/word_store_writer.h"

#include <algorithm>
#include <numeric>

#include "storage/word_store.h"

namespace imr {

namespace {

void append_varint(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

std::vector<std::uint32_t> in_byte_order(const NameTable& table) {
  std::vector<std::uint32_t> order(table.size());
  std::iota(order.begin(), order.end(), 1);
  std::ranges::sort(order, {}, [&](std::uint32_t id) { return table.name(id); });
  return order;
}

}  // namespace

WordStoreWriter::WordStoreWriter(const std::filesystem::path& path) : file_(path, kWordStoreMagic) {
  file_.begin("texts", 1);
}

void WordStoreWriter::add(const Vocabulary& vocabulary, std::span<const LetterCodes> letters) {
  const std::vector<std::uint32_t> numbers = numbers_of(vocabulary);
  for (const LetterCodes& letter : letters) add_letter(letter, numbers);
}

// The number here of each word of the part's vocabulary.
std::vector<std::uint32_t> WordStoreWriter::numbers_of(const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> numbers(vocabulary.words.size() + 1, 0);
  for (std::uint32_t id = 1; id < numbers.size(); ++id) numbers[id] = words_.id_of(vocabulary.words.name(id));
  first_stem_.resize(words_.size() + 1, 0);
  const auto relate = [&](std::uint32_t word, std::uint32_t local_stem) {
    const std::uint32_t stem = stems_.id_of(vocabulary.stems.name(local_stem));
    std::uint32_t& first = first_stem_[numbers[word]];
    if (first == 0) first = stem;
    if (first != stem) further_stems_.emplace(numbers[word], stem);
  };
  for (std::uint32_t word = 1; word < vocabulary.first_stem.size(); ++word) {
    if (vocabulary.first_stem[word] != 0) relate(word, vocabulary.first_stem[word]);
  }
  for (const auto& [word, stem] : vocabulary.further_stems) relate(word, stem);
  for (auto& counts : counts_) counts.resize(words_.size() + 1);
  return numbers;
}

void WordStoreWriter::add_letter(const LetterCodes& letter, std::span<const std::uint32_t> numbers) {
  buffer_.clear();
  for (std::size_t field = 0; field < kTextFields; ++field) {
    if (text_fields()[field].level == FieldLevel::letter) write_text(letter.shared[field], numbers);
  }
  for (const FieldCodes& issue : letter.issues) {
    ++issues_;
    for (std::size_t field = 0; field < kTextFields; ++field) {
      const bool shared = text_fields()[field].level == FieldLevel::letter;
      const WordCodes& codes = shared ? letter.shared[field] : issue[field];
      if (!shared) write_text(codes, numbers);
      count(field, codes, numbers);
      if (is_searched(text_fields()[field])) count(kTextFields, codes, numbers);
    }
  }
  file_.append(buffer_.data(), buffer_.size());
  starts_.push_back(starts_.back() + buffer_.size());
}

// The length in bytes, then the codes.
void WordStoreWriter::write_text(const WordCodes& codes, std::span<const std::uint32_t> numbers) {
  std::string text;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == 0) {
      append_varint(text, 0);
      append_varint(text, codes[++i]);
    } else {
      append_varint(text, 2 * numbers[codes[i] / 2] + codes[i] % 2);
    }
  }
  append_varint(buffer_, static_cast<std::uint32_t>(text.size()));
  buffer_ += text;
}

void WordStoreWriter::count(std::size_t counter, const WordCodes& codes,
                            std::span<const std::uint32_t> numbers) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == 0) {
      ++i;
      continue;
    }
    Count& count = counts_[counter][numbers[codes[i] / 2]];
    if (count.last == issues_) continue;
    count.last = issues_;
    ++count.issues;
  }
}

void WordStoreWriter::write_names(const std::string& prefix, const NameTable& table,
                                  std::span<const std::uint32_t> order) {
  std::vector<std::uint64_t> starts = {0};
  file_.begin(prefix, 1);
  for (const std::uint32_t id : order) {
    file_.append(table.name(id).data(), table.name(id).size());
    starts.push_back(starts.back() + table.name(id).size());
  }
  file_.add(prefix + ".starts", starts);
}

// Stems in byte order, each with its words; and each word with the places of its stems in that order.
void WordStoreWriter::write_stems(std::span<const std::uint32_t> order) {
  std::vector<std::uint32_t> place(order.size() + 1);
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // word, place of stem
  for (std::uint32_t word = 1; word < first_stem_.size(); ++word) {
    if (first_stem_[word] != 0) pairs.emplace_back(word, place[first_stem_[word]]);
  }
  for (const auto& [word, stem] : further_stems_) pairs.emplace_back(word, place[stem]);
  const auto write = [&](const std::string& name, std::size_t keys, auto key, auto value) {
    std::ranges::sort(pairs, {}, [&](const auto& pair) { return std::pair(key(pair), value(pair)); });
    std::vector<std::uint32_t> starts(keys + 1, 0);
    std::vector<std::uint32_t> values;
    for (const auto& pair : pairs) {
      ++starts[key(pair) + 1];
      values.push_back(value(pair));
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    file_.add(name + ".starts", starts);
    file_.add(name, values);
  };
  const auto word = [](const auto& pair) { return pair.first; };
  const auto stem = [](const auto& pair) { return pair.second; };
  write("words_of_stem", order.size(), stem, word);
  write("stems_of_word", words_.size() + 1, word, stem);
}

void WordStoreWriter::finish(std::string_view uuid) {
  file_.add("letters", starts_);
  std::vector<std::uint32_t> all(words_.size());
  std::iota(all.begin(), all.end(), 1);
  write_names("words", words_, all);
  file_.add("words.in_order", in_byte_order(words_));
  const std::vector<std::uint32_t> stems = in_byte_order(stems_);
  write_names("stems", stems_, stems);
  first_stem_.resize(words_.size() + 1, 0);
  write_stems(stems);
  for (std::size_t counter = 0; counter < kCounts; ++counter) {
    std::vector<std::uint32_t> issues;
    counts_[counter].resize(words_.size() + 1);
    for (const Count& count : counts_[counter]) issues.push_back(count.issues);
    file_.add("issues." + (counter < kTextFields ? std::string(text_fields()[counter].name) : "searched"),
              issues);
  }
  file_.finish({{"uuid", uuid}, {"schema", kSchemaVersion}});
}

}  // namespace imr
