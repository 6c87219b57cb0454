// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/word_store.h"

#include <algorithm>

namespace imr {

WordStore::Names WordStore::names(const std::string& name, const std::string& starts) const {
  const auto text = file_.array<char>(name);
  const Names names{{text.data(), text.size()}, file_.array<std::uint64_t>(starts)};
  if (names.starts.empty()) throw file_.damaged(starts);
  return names;
}

WordStore::Lists WordStore::lists(const std::string& name, std::size_t keys) const {
  const Lists lists{file_.array<std::uint32_t>(name), file_.array<std::uint32_t>(name + ".starts")};
  if (lists.starts.size() != keys + 1) throw file_.damaged(name);
  return lists;
}

WordStore::WordStore(const std::filesystem::path& path, std::string_view uuid)
    : file_(path, kWordStoreMagic) {
  if (file_.header().value("uuid", "") != uuid) {
    throw IndexError(IndexFault::mismatch, path.string(),
                     "belongs to another database; build the index anew");
  }
  letters_ = names("texts", "letters");
  words_ = names("words", "words.starts");
  stems_ = names("stems", "stems.starts");
  in_order_ = file_.array<WordNumber>("words.in_order");
  if (in_order_.size() != words_.size()) throw file_.damaged("words.in_order");
  words_of_stem_ = lists("words_of_stem", stems_.size());
  stems_of_word_ = lists("stems_of_word", words_.size() + 1);
  for (std::size_t i = 0; i <= kTextFields; ++i) {
    const std::string name = i < kTextFields ? std::string(text_fields()[i].name) : "searched";
    issues_[i] = file_.array<std::uint32_t>("issues." + name);
    if (issues_[i].size() != words_.size() + 1) throw file_.damaged("issues." + name);
  }
}

std::size_t WordStore::lower_bound(std::string_view wanted) const {
  const auto found = std::ranges::lower_bound(in_order_, wanted, {}, [&](WordNumber w) { return name(w); });
  return static_cast<std::size_t>(found - in_order_.begin());
}

WordNumber WordStore::find(std::string_view wanted) const {
  const std::size_t at = lower_bound(wanted);
  return at < in_order_.size() && name(in_order_[at]) == wanted ? in_order_[at] : 0;
}

std::uint32_t WordStore::issues_with(const Field* field, WordNumber word) const {
  const auto& counts = issues_[field ? text_field_number(*field) : kTextFields];
  return word < counts.size() ? counts[word] : 0;
}

std::span<const WordNumber> WordStore::words_of_stem(std::string_view stem) const {
  std::size_t low = 0;
  for (std::size_t high = stems_.size(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (stems_.at(middle, file_) < stem) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < stems_.size() && stems_.at(low, file_) == stem ? words_of_stem_.at(low, file_)
                                                              : std::span<const WordNumber>();
}

std::vector<std::string_view> WordStore::stems_of(WordNumber word) const {
  std::vector<std::string_view> stems;
  for (const std::uint32_t stem : stems_of_word_.at(word, file_)) stems.push_back(stems_.at(stem, file_));
  return stems;
}

WordStore::Texts WordStore::texts(LetterOrdinal letter, std::size_t issue) const {
  Texts texts;
  const std::string_view bytes = letters_.at(letter, file_);
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  const auto read = [&](FieldLevel level, bool wanted) {
    for (std::size_t field = 0; field < kTextFields; ++field) {
      if (text_fields()[field].level != level) continue;
      const std::size_t length =
          std::min<std::size_t>(read_varint(at, end), static_cast<std::size_t>(end - at));
      if (wanted) texts[field] = {at, length};
      at += length;
    }
  };
  read(FieldLevel::letter, true);
  for (std::size_t i = 0; i <= issue; ++i) read(FieldLevel::issue, i == issue);
  return texts;
}

}  // namespace imr
