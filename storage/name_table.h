// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// Numbers names in the order in which they are first seen, from 1. Open addressing over one block of text:
// the words of a letter are looked up here one by one.
class NameTable {
 public:
  NameTable();

  std::uint32_t id_of(std::string_view name);       // a new name is added
  std::uint32_t find(std::string_view name) const;  // 0 if it is not there
  std::string_view name(std::uint32_t id) const;    // of an id that was given
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size() - 1); }  // also the last id

 private:
  std::size_t slot_of(std::string_view name, std::uint64_t hash) const;
  void grow();

  std::string text_;
  std::vector<std::uint64_t> ends_ = {0};  // in text_, by id
  std::vector<std::uint64_t> hashes_ = {0};
  std::vector<std::uint32_t> slots_;  // ids; 0 is free
};

}  // namespace imr
