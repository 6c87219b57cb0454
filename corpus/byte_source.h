// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace imr {

// Where bytes come from: a file, a pipe, a member of an archive.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Puts at most `most` bytes at `to` and returns how many; 0 only at the end. Throws CorpusError.
  virtual std::size_t read(char* to, std::size_t most) = 0;
};

// A file, or standard input for "-". Throws CorpusError ("permission_denied", "unreadable"), as its read
// does.
std::unique_ptr<ByteStream> open_bytes(const std::string& path);

enum class LineRead { line, too_long, end };

// The bytes of a stream, from the front to the back, in pieces: never more in memory than is asked for. All
// members that read throw what the stream throws.
class ByteSource : public ByteStream {
 public:
  explicit ByteSource(std::unique_ptr<ByteStream> stream);

  // The next bytes without taking them: 4096, or all there are. Valid until the next call.
  std::string_view peek();

  // Takes the next line into `line`, without its line feed. A line longer than `limit` is taken and dropped.
  LineRead next_line(std::string& line, std::size_t limit);

  // Takes all that is left. Throws CorpusError("too_large") beyond `limit` bytes.
  std::string read_all(std::size_t limit);

  std::size_t read(char* to, std::size_t most) override;

  std::uint64_t bytes_taken() const { return taken_; }

 private:
  std::string_view held() const { return {buffer_.get() + begin_, end_ - begin_}; }
  bool fill();  // holds more bytes; false at the end
  void take(std::size_t count);

  std::unique_ptr<ByteStream> stream_;
  std::unique_ptr<char[]> buffer_;  // never cleared: most files are smaller than it
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t taken_ = 0;
};

}  // namespace imr
