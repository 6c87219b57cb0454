// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/gzip_stream.h"

#include <string>

#include <zlib.h>

#include "corpus/corpus_error.h"

namespace imr {
namespace {

constexpr std::size_t kBlock = 64 * 1024;

[[noreturn]] void fail(const std::string& what) {
  throw CorpusError("bad_archive", "damaged archive: " + what);
}

class GzipStream : public ByteStream {
 public:
  explicit GzipStream(ByteStream& packed) : packed_(packed), block_(kBlock, '\0') {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    if (inflateInit2(&inflate_, kGzipOnly) != Z_OK) fail("zlib does not start");
  }
  ~GzipStream() override { inflateEnd(&inflate_); }
  GzipStream(GzipStream&&) = delete;

  std::size_t read(char* to, std::size_t most) override {
    inflate_.next_out = reinterpret_cast<Bytef*>(to);
    inflate_.avail_out = static_cast<uInt>(most);
    while (inflate_.avail_out == most && refill()) unpack();
    return most - inflate_.avail_out;
  }

 private:
  // Has packed bytes at hand; false at the end of all parts.
  bool refill() {
    if (inflate_.avail_in > 0) return true;
    const std::size_t count = packed_.read(block_.data(), block_.size());
    inflate_.next_in = reinterpret_cast<Bytef*>(block_.data());
    inflate_.avail_in = static_cast<uInt>(count);
    if (count == 0 && !between_parts_) fail("truncated gzip input");
    return count > 0;
  }

  void unpack() {
    if (between_parts_ && parts_ > 0 && *inflate_.next_in != 0x1f) return skip_padding();
    between_parts_ = false;
    const int result = inflate(&inflate_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      inflateReset(&inflate_);
      between_parts_ = true;
      ++parts_;
    } else if (result != Z_OK) {
      fail(inflate_.msg ? inflate_.msg : "no gzip data");
    }
  }

  // Tapes and block devices fill up with zeros.
  void skip_padding() {
    if (*inflate_.next_in != 0) fail("what follows the gzip data is none");
    ++inflate_.next_in;
    --inflate_.avail_in;
  }

  ByteStream& packed_;
  std::string block_;
  z_stream inflate_ = {};
  bool between_parts_ = true;
  unsigned parts_ = 0;
};

}  // namespace

bool begins_gzip(std::string_view first_bytes) { return first_bytes.starts_with("\x1f\x8b"); }

std::unique_ptr<ByteStream> unpack_gzip(ByteStream& packed) { return std::make_unique<GzipStream>(packed); }

}  // namespace imr
