// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/byte_source.h"
#include "corpus/corpus_error.h"

namespace imr {

// True for the beginning of a .gz, .xz, .zst, .zip or .tar.
bool begins_archive(std::string_view first_bytes);

// Something in an archive.
struct ArchiveMember {
  std::string name = {};  // its path in the archive; empty for the content of a file that is only compressed
  std::optional<CorpusError> fault = {};  // why it cannot be read, such as a password
  bool folder = false;
};

// Walks what a tar or zip file holds, in the order in which it is stored, or the one content of a compressed
// file. Nothing is ever written to disk. Compression of the whole (.tar.gz) is part of the same walk.
class ArchiveReader {
 public:
  // Of a file, which may be sought in. Throws CorpusError("bad_archive").
  explicit ArchiveReader(const std::string& path);
  // Of bytes that come one after the other; lent.
  explicit ArchiveReader(ByteStream& bytes);
  ~ArchiveReader();
  ArchiveReader(ArchiveReader&&) = delete;

  // The next member; none at the end. Throws CorpusError("bad_archive") where the archive is damaged.
  std::optional<ArchiveMember> next();

  // The bytes of the member that was told last; ends with the next call of next().
  std::unique_ptr<ByteStream> content();

  // Of the archive itself, taken so far.
  std::uint64_t bytes_taken() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace imr
