// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace imr {

// A whole file mapped for reading; the view is valid as long as the object or a copy lives.
class MappedFile {
 public:
  MappedFile() = default;
  // Throws IndexError: not_found if there is no such file, io if the system refuses.
  explicit MappedFile(const std::filesystem::path& path);
  std::string_view bytes() const;

 private:
  struct Mapping;
  std::shared_ptr<const Mapping> mapping_;
};

// Writes a file whole and makes it durable before returning. Throws IndexError(io).
void write_durably(const std::filesystem::path& path, std::string_view bytes);

// The same, under a temporary name that then takes the place of `path` at once.
void replace_durably(const std::filesystem::path& path, std::string_view bytes);

// Makes names created, renamed or removed in a folder durable. Throws IndexError(io).
void sync_folder(const std::filesystem::path& folder);

// Makes a file that was written durable. Throws IndexError(io).
void sync_file(const std::filesystem::path& path);

// Makes all files of a folder durable, and their names. Throws IndexError(io).
void sync_files(const std::filesystem::path& folder);

// Gives a folder another name; durable after sync_folder() of its parent. Throws IndexError(io).
void rename_folder(const std::filesystem::path& from, const std::filesystem::path& to);

// Makes a new, empty folder; a leftover of that name is removed first. Throws IndexError(io).
void make_fresh_folder(const std::filesystem::path& path);

// A lock on an index folder against other writers, released when destroyed.
class WriterLock {
 public:
  // Throws IndexError(locked) at once if another process holds it.
  explicit WriterLock(const std::filesystem::path& folder);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int descriptor_ = -1;
};

// A sign to writers that a segment's files are being read; any number of readers may hold it.
class ReaderLock {
 public:
  explicit ReaderLock(const std::filesystem::path& file);  // does nothing if it cannot lock
  ReaderLock(ReaderLock&& other) noexcept;
  ReaderLock& operator=(ReaderLock&& other) noexcept;
  ~ReaderLock();

  // Whether nobody reads behind this file now.
  static bool unused(const std::filesystem::path& file);

 private:
  int descriptor_ = -1;
};

}  // namespace imr
