// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/files.h"

namespace imr {

// XXH3-128 of a letter record, by which `add` knows an unchanged letter.
using ContentHash = std::array<unsigned char, 16>;
ContentHash content_hash(std::string_view record);

// Writes letter records one after the other, compressed; the table of their places comes last.
class LetterStoreWriter {
 public:
  explicit LetterStoreWriter(const std::filesystem::path& path);
  void add(std::string_view record, const ContentHash& hash);
  void finish();  // durable afterwards; throws IndexError(io)

 private:
  void write(const void* data, std::size_t bytes);

  std::filesystem::path path_;
  std::ofstream file_;
  std::vector<std::uint64_t> starts_ = {0};
  std::vector<ContentHash> hashes_;
};

// Reads them by ordinal. Throws IndexError(corrupt) where the file is not whole.
class LetterStore {
 public:
  explicit LetterStore(const std::filesystem::path& path);
  std::size_t letters() const { return hashes_.size(); }
  std::string record(std::uint32_t ordinal) const;
  const ContentHash& hash(std::uint32_t ordinal) const { return hashes_[ordinal]; }

 private:
  std::string path_;
  MappedFile file_;
  std::span<const std::uint64_t> starts_;
  std::span<const ContentHash> hashes_;
};

}  // namespace imr
