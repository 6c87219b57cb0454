// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/index_error.h"
#include "storage/files.h"

namespace imr {

// A file of named flat arrays, little-endian, each aligned to eight bytes, written one after the other so
// that none has to be held whole. The table of what is where comes last: JSON, its length (64 bits), the
// magic.

// Throws IndexError(io) where the system refuses.
class ArrayFileWriter {
 public:
  // `magic` has eight characters.
  ArrayFileWriter(const std::filesystem::path& path, std::string_view magic);

  // Begins an array that grows by append() until the next one begins.
  void begin(const std::string& name, std::size_t bytes_each);
  void append(const void* data, std::size_t bytes);

  template <class T>
  void add(const std::string& name, std::span<const T> values) {
    begin(name, sizeof(T));
    append(values.data(), values.size_bytes());
  }
  template <class T>
  void add(const std::string& name, const std::vector<T>& values) {
    add(name, std::span<const T>(values));
  }

  // Durable afterwards. `header` is an object that the table is put into.
  void finish(nlohmann::json header);

 private:
  void close_array();
  void write(const void* data, std::size_t bytes);

  std::filesystem::path path_;
  std::string magic_;
  std::ofstream file_;
  std::uint64_t written_ = 0;
  std::string array_;
  std::uint64_t array_begin_ = 0;
  std::size_t bytes_each_ = 1;
  nlohmann::json arrays_ = nlohmann::json::object();
};

// The same, mapped. Every bound is checked before a span is made; spans live as long as the object.
class ArrayFile {
 public:
  // Throws IndexError: corrupt if the file is not whole, what MappedFile throws if it is not there.
  ArrayFile(const std::filesystem::path& path, std::string_view magic);

  const nlohmann::json& header() const { return header_; }

  template <class T>
  std::span<const T> array(const std::string& name) const {
    const std::string_view bytes = bytes_of(name, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  // An error that says what is wrong with this file.
  IndexError damaged(const std::string& what) const;

 private:
  std::string_view bytes_of(const std::string& name, std::size_t bytes_each) const;

  std::string path_;
  MappedFile file_;
  nlohmann::json header_;
};

}  // namespace imr
