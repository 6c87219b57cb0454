// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace imr {

// A letter or record that cannot be read at all. `line` is 1-based, 0 where there is none;
// `code` is stable, such as "no_determination".
class CorpusError : public std::runtime_error {
 public:
  CorpusError(std::string code, const std::string& message, std::size_t line = 0)
      : std::runtime_error(message), code_(std::move(code)), line_(line) {}
  const std::string& code() const { return code_; }
  std::size_t line() const { return line_; }

 private:
  std::string code_;
  std::size_t line_;
};

}  // namespace imr
