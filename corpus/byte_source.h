// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace imr {

enum class LineRead { line, too_long, end };

// The bytes of an open file, pipe or terminal, from the front to the back, in pieces: never more in memory
// than is asked for. All members that read throw CorpusError("unreadable") if the system cannot.
class ByteSource {
 public:
  // Opens a file, or standard input for "-". Throws CorpusError ("permission_denied", "unreadable").
  explicit ByteSource(const std::string& path);
  ~ByteSource();
  ByteSource(ByteSource&&) = delete;

  // The next bytes without taking them: 4096, or all there are. Valid until the next call.
  std::string_view peek();

  // Takes the next line into `line`, without its line feed. A line longer than `limit` is taken and dropped.
  LineRead next_line(std::string& line, std::size_t limit);

  // Takes all that is left. Throws CorpusError("too_large") beyond `limit` bytes.
  std::string read_all(std::size_t limit);

  std::uint64_t bytes_taken() const { return taken_; }

 private:
  std::string_view held() const { return {buffer_.data() + begin_, end_ - begin_}; }
  bool fill();  // holds more bytes; false at the end
  void take(std::size_t count);

  int file_ = -1;
  bool owned_ = true;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t taken_ = 0;
};

}  // namespace imr
