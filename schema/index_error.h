// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace imr {

enum class IndexFault : std::uint8_t {
  not_found,  // nothing at the path, or nothing of ours
  mismatch,   // written with another schema or analyzer
  corrupt,
  locked,  // another process is writing
  io,      // the system refused
};

// An index that cannot be opened, read or written. The message says what to do.
class IndexError : public std::runtime_error {
 public:
  IndexError(IndexFault fault, std::string path, const std::string& message)
      : std::runtime_error(path + ": " + message), fault_(fault), path_(std::move(path)) {}
  IndexFault fault() const { return fault_; }
  const std::string& path() const { return path_; }

 private:
  IndexFault fault_;
  std::string path_;
};

}  // namespace imr
