// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/byte_source.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "corpus/corpus_error.h"

namespace imr {
namespace {

constexpr std::size_t kPeek = 4096;
constexpr std::size_t kBuffer = 64 * 1024;

[[noreturn]] void fail(int error) {
  throw CorpusError(error == EACCES || error == EPERM ? "permission_denied" : "unreadable",
                    std::strerror(error));
}

class FileStream : public ByteStream {
 public:
  explicit FileStream(const std::string& path) : owned_(path != "-") {
    file_ = owned_ ? open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO;
    if (file_ < 0) fail(errno);
  }
  ~FileStream() override {
    if (owned_) close(file_);
  }
  FileStream(FileStream&&) = delete;

  std::size_t read(char* to, std::size_t most) override {
    ssize_t count = 0;
    do {
      count = ::read(file_, to, most);
    } while (count < 0 && errno == EINTR);
    if (count < 0) fail(errno);
    return static_cast<std::size_t>(count);
  }

 private:
  int file_ = -1;
  bool owned_ = true;
};

}  // namespace

std::unique_ptr<ByteStream> open_bytes(const std::string& path) { return std::make_unique<FileStream>(path); }

ByteSource::ByteSource(std::unique_ptr<ByteStream> stream)
    : stream_(std::move(stream)), buffer_(std::make_unique_for_overwrite<char[]>(kBuffer)) {}

std::size_t ByteSource::read(char* to, std::size_t most) {
  if (held().empty() && !fill()) return 0;
  const std::size_t count = held().copy(to, most);
  take(count);
  return count;
}

bool ByteSource::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  const std::size_t count = stream_->read(buffer_.get() + end_, kBuffer - end_);
  end_ += count;
  return count > 0;
}

void ByteSource::take(std::size_t count) {
  begin_ += count;
  taken_ += count;
}

std::string_view ByteSource::peek() {
  while (held().size() < kPeek && fill()) {
  }
  return held().substr(0, kPeek);
}

LineRead ByteSource::next_line(std::string& line, std::size_t limit) {
  line.clear();
  bool too_long = false;
  bool any = false;
  while (!held().empty() || fill()) {
    any = true;
    const auto piece = held().substr(0, held().find('\n'));
    const bool whole = piece.size() < held().size();
    too_long = too_long || piece.size() > limit - line.size();
    if (!too_long) line.append(piece);
    take(piece.size() + (whole ? 1 : 0));
    if (whole) break;
  }
  if (!any) return LineRead::end;
  return too_long ? LineRead::too_long : LineRead::line;
}

std::string ByteSource::read_all(std::size_t limit) {
  std::string bytes;
  while (!held().empty() || fill()) {
    if (held().size() > limit - bytes.size()) {
      throw CorpusError("too_large", "larger than " + std::to_string(limit >> 20) + " MB");
    }
    bytes.append(held());
    take(held().size());
  }
  return bytes;
}

}  // namespace imr
