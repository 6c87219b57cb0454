// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sentence_counts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <xxhash.h>
#include <zstd.h>

#include "schema/index_error.h"
#include "storage/files.h"

namespace imr {

namespace {

constexpr unsigned kRowBits = 24;
constexpr std::size_t kRow = std::size_t{1} << kRowBits;
constexpr std::size_t kBytes = 2 * kRow;
constexpr std::uint8_t kFull = std::numeric_limits<std::uint8_t>::max();
// Nearly all of a small index's table is zero, which any level makes small.
constexpr int kCompressionLevel = 1;

// Before the table, compressed.
struct Header {
  char magic[8] = {'I', 'M', 'R', 'S', 'E', 'N', '0', '1'};
  std::uint64_t letters = 0;
  std::uint64_t hash = 0;  // XXH3-64 of what follows, with `letters` as seed
};

[[noreturn]] void damaged(const std::filesystem::path& file, const char* what) {
  throw IndexError(IndexFault::corrupt, file.string(),
                   std::string("counts of sentences damaged (") + what + "); build the index anew");
}

MappedFile mapped(const std::filesystem::path& file) {
  try {
    return MappedFile(file);
  } catch (const IndexError& error) {
    if (error.fault() == IndexFault::not_found) damaged(file, "gone");
    throw;
  }
}

// Unpacks a frame of a whole table piece by piece. Pieces of zeros are left out: those of a fresh table take
// no memory until they are touched.
bool unpack(std::string_view frame, std::uint8_t* table) {
  constexpr std::size_t kPiece = std::size_t{1} << 17;
  static const std::vector<std::uint8_t> zeros(kPiece);
  std::vector<std::uint8_t> piece(kPiece);
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  ZSTD_inBuffer in{frame.data(), frame.size(), 0};
  std::size_t done = 0;
  for (std::size_t left = 1; left != 0;) {
    ZSTD_outBuffer out{piece.data(), std::min(kPiece, kBytes - done), 0};
    left = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(left) || (left != 0 && out.pos == 0)) return false;
    if (std::memcmp(piece.data(), zeros.data(), out.pos) != 0)
      std::memcpy(table + done, piece.data(), out.pos);
    done += out.pos;
  }
  return done == kBytes && in.pos == in.size;
}

}  // namespace

void SentenceCounts::Free::operator()(std::uint8_t* memory) const { std::free(memory); }

// The system gives memory that is zero already, and none of it before it is touched.
SentenceCounts::SentenceCounts() : table_(static_cast<std::uint8_t*>(std::calloc(kBytes, 1))) {
  if (!table_) throw std::bad_alloc();
}

SentenceCounts::SentenceCounts(const std::filesystem::path& file) : SentenceCounts() {
  const MappedFile whole = mapped(file);
  std::string_view bytes = whole.bytes();
  Header header;
  if (bytes.size() < sizeof header) damaged(file, "cut off");
  std::memcpy(&header, bytes.data(), sizeof header);
  bytes.remove_prefix(sizeof header);
  if (std::memcmp(header.magic, Header().magic, sizeof header.magic) != 0) damaged(file, "of another kind");
  if (XXH3_64bits_withSeed(bytes.data(), bytes.size(), header.letters) != header.hash)
    damaged(file, "changed");
  if (!unpack(bytes, table_.get())) damaged(file, "of another size");
  letters_ = header.letters;
}

// The buffer is not set beforehand, so that only what is used of it takes memory.
void SentenceCounts::save(const std::filesystem::path& file) const {
  const std::size_t room = ZSTD_compressBound(kBytes);
  const auto bytes = std::make_unique_for_overwrite<char[]>(sizeof(Header) + room);
  char* const frame = bytes.get() + sizeof(Header);
  const std::size_t size = ZSTD_compress(frame, room, table_.get(), kBytes, kCompressionLevel);
  if (ZSTD_isError(size)) throw IndexError(IndexFault::io, file.string(), "cannot compress");
  Header header;
  header.letters = letters_;
  header.hash = XXH3_64bits_withSeed(frame, size, letters_);
  std::memcpy(bytes.get(), &header, sizeof header);
  write_durably(file, {bytes.get(), sizeof header + size});
}

// Two independent parts of the fingerprint, one for each row.
std::array<std::uint8_t*, 2> SentenceCounts::counters_of(std::uint64_t fingerprint) const {
  return {table_.get() + (fingerprint & (kRow - 1)), table_.get() + kRow + (fingerprint >> (64 - kRowBits))};
}

void SentenceCounts::add(std::span<const std::uint64_t> fingerprints) {
  ++letters_;
  for (const std::uint64_t fingerprint : fingerprints) {
    for (std::uint8_t* counter : counters_of(fingerprint)) *counter += *counter != kFull ? 1 : 0;
  }
}

// A full counter has lost count and stays.
void SentenceCounts::remove(std::span<const std::uint64_t> fingerprints) {
  letters_ -= std::min<std::uint64_t>(letters_, 1);
  for (const std::uint64_t fingerprint : fingerprints) {
    for (std::uint8_t* counter : counters_of(fingerprint)) {
      if (*counter != kFull && *counter != 0) --*counter;
    }
  }
}

std::size_t SentenceCounts::count(std::uint64_t fingerprint) const {
  const auto [first, second] = counters_of(fingerprint);
  return std::min(*first, *second);
}

bool SentenceCounts::recurs(std::uint64_t fingerprint) const {
  return static_cast<double>(count(fingerprint)) >= 4 + std::sqrt(static_cast<double>(letters_)) / 30;
}

}  // namespace imr
