// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/name_table.h"

#include <algorithm>

#include <xxhash.h>

namespace imr {

namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two

}  // namespace

NameTable::NameTable() : slots_(kFirstSlots, 0) {}

std::string_view NameTable::name(std::uint32_t id) const {
  return std::string_view(text_).substr(ends_[id - 1], ends_[id] - ends_[id - 1]);
}

// Where the name is, or the free slot where it belongs.
std::size_t NameTable::slot_of(std::string_view wanted, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0 && (hashes_[slots_[slot]] != hash || name(slots_[slot]) != wanted)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::uint32_t NameTable::find(std::string_view name) const {
  return slots_[slot_of(name, XXH3_64bits(name.data(), name.size()))];
}

std::uint32_t NameTable::id_of(std::string_view name) {
  const std::uint64_t hash = XXH3_64bits(name.data(), name.size());
  const std::size_t slot = slot_of(name, hash);
  if (slots_[slot] != 0) return slots_[slot];
  text_ += name;
  ends_.push_back(text_.size());
  hashes_.push_back(hash);
  slots_[slot] = size();
  if (ends_.size() * 2 > slots_.size()) grow();
  return size();
}

void NameTable::grow() {
  std::vector<std::uint32_t> wider(slots_.size() * 2, 0);
  const std::size_t mask = wider.size() - 1;
  for (std::uint32_t id = 1; id <= size(); ++id) {
    std::size_t slot = hashes_[id] & mask;
    while (wider[slot] != 0) slot = (slot + 1) & mask;
    wider[slot] = id;
  }
  slots_ = std::move(wider);
}

}  // namespace imr
