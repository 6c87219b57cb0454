// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "corpus/archive_reader.h"
#include "corpus/corpus_error.h"
#include "tests/fuzz/require.h"

namespace {

class MemoryStream : public imr::ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* to, std::size_t most) override {
    const std::size_t count = bytes_.copy(to, most);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

// What a few bytes unpack to may be endless; the reader of inputs stops as well.
constexpr std::size_t kEnough = std::size_t{1} << 20;
constexpr std::size_t kMostMembers = 1000;

void read_content(imr::ArchiveReader& archive) {
  try {
    imr::ByteSource bytes(archive.content());
    imr::require(bytes.peek().size() <= 4096, "a peek is short");
    imr::require(bytes.read_all(kEnough).size() <= kEnough, "no more than asked for is read");
  } catch (const imr::CorpusError& error) {
    imr::require(error.code() == "bad_archive" || error.code() == "too_large",
                 "the error is one of those promised");
  }
}

void read_archive(std::string_view bytes) {
  MemoryStream stream(bytes);
  imr::ArchiveReader archive(stream);
  for (std::size_t members = 0; members < kMostMembers; ++members) {
    const auto member = archive.next();
    if (!member) return;
    if (!member->folder && !member->fault) read_content(archive);
  }
}

}  // namespace

// Any bytes are an archive whose members can be walked, or a damaged one with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    read_archive({reinterpret_cast<const char*>(data), size});
  } catch (const imr::CorpusError& error) {
    imr::require(error.code() == "bad_archive", "the error is one of those promised");
    imr::require(error.what()[0] != '\0', "an error has a reason");
  }
  return 0;
}
