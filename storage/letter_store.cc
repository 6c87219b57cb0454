// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/letter_store.h"

#include <algorithm>
#include <cstring>

#include <xxhash.h>
#include <zstd.h>

#include "schema/index_error.h"

namespace imr {

namespace {

constexpr int kCompressionLevel = 3;
constexpr std::uint64_t kMaxRecordBytes = 1u << 30;

// Ends the file: how many letters, and a mark that it was finished.
struct Footer {
  std::uint64_t letters = 0;
  char magic[8] = {'I', 'M', 'R', 'L', 'E', 'T', '0', '1'};
};

[[noreturn]] void damaged(const std::string& path, const char* what) {
  throw IndexError(IndexFault::corrupt, path,
                   std::string("letters damaged (") + what + "); build the index anew");
}

}  // namespace

ContentHash content_hash(std::string_view record) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(record.data(), record.size()));
  ContentHash hash;
  std::copy_n(canonical.digest, hash.size(), hash.begin());
  return hash;
}

LetterStoreWriter::LetterStoreWriter(const std::filesystem::path& path)
    : path_(path), file_(path, std::ios::binary | std::ios::trunc) {
  if (!file_) throw IndexError(IndexFault::io, path.string(), "cannot write");
}

void LetterStoreWriter::write(const void* data, std::size_t bytes) {
  file_.write(static_cast<const char*>(data), static_cast<std::streamsize>(bytes));
  if (!file_) throw IndexError(IndexFault::io, path_.string(), "cannot write; is the disk full?");
}

void LetterStoreWriter::add(std::string_view record, const ContentHash& hash) {
  std::string compressed(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size =
      ZSTD_compress(compressed.data(), compressed.size(), record.data(), record.size(), kCompressionLevel);
  if (ZSTD_isError(size)) throw IndexError(IndexFault::io, path_.string(), "cannot compress a letter");
  write(compressed.data(), size);
  starts_.push_back(starts_.back() + size);
  hashes_.push_back(hash);
}

void LetterStoreWriter::finish() {
  const char padding[8] = {};
  write(padding, (8 - starts_.back() % 8) % 8);
  write(starts_.data(), starts_.size() * sizeof starts_[0]);
  write(hashes_.data(), hashes_.size() * sizeof(ContentHash));
  Footer footer;
  footer.letters = hashes_.size();
  write(&footer, sizeof footer);
  file_.close();
  if (!file_) throw IndexError(IndexFault::io, path_.string(), "cannot write; is the disk full?");
  sync_file(path_);
}

LetterStore::LetterStore(const std::filesystem::path& path) : path_(path.string()), file_(path) {
  const std::string_view bytes = file_.bytes();
  Footer footer;
  if (bytes.size() < sizeof footer) damaged(path_, "cut off");
  std::memcpy(&footer, bytes.data() + bytes.size() - sizeof footer, sizeof footer);
  if (std::memcmp(footer.magic, Footer().magic, sizeof footer.magic) != 0) damaged(path_, "not finished");
  const std::uint64_t room = bytes.size() - sizeof footer;
  if (footer.letters > room / (sizeof(std::uint64_t) + sizeof(ContentHash))) damaged(path_, "table");
  const std::uint64_t table =
      (footer.letters + 1) * sizeof(std::uint64_t) + footer.letters * sizeof(ContentHash);
  if (table > room) damaged(path_, "table");
  const char* at = bytes.data() + room - table;
  starts_ = {reinterpret_cast<const std::uint64_t*>(at), static_cast<std::size_t>(footer.letters + 1)};
  at += starts_.size_bytes();
  hashes_ = {reinterpret_cast<const ContentHash*>(at), static_cast<std::size_t>(footer.letters)};
  if (!std::ranges::is_sorted(starts_) || starts_.back() > room - table) damaged(path_, "table");
}

std::string LetterStore::record(std::uint32_t ordinal) const {
  const std::string_view compressed =
      file_.bytes().substr(starts_[ordinal], starts_[ordinal + 1] - starts_[ordinal]);
  const auto size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxRecordBytes) {
    damaged(path_, "a record");
  }
  std::string record(size, '\0');
  const std::size_t got = ZSTD_decompress(record.data(), record.size(), compressed.data(), compressed.size());
  if (ZSTD_isError(got) || got != size) damaged(path_, "a record");
  return record;
}

}  // namespace imr
