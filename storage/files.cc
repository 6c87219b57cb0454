// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/index_error.h"

namespace imr {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const char* doing) {
  const int code = errno;
  const auto fault = code == ENOENT ? IndexFault::not_found : IndexFault::io;
  throw IndexError(fault, path.string(), std::string("cannot ") + doing + ": " + std::strerror(code));
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

}  // namespace

struct MappedFile::Mapping {
  void* address = nullptr;
  std::size_t size = 0;
  Mapping(void* at, std::size_t bytes) : address(at), size(bytes) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (size > 0) ::munmap(address, size);
  }
};

MappedFile::MappedFile(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd() < 0) refuse(path, "open");
  struct stat status = {};
  if (::fstat(file.fd(), &status) != 0) refuse(path, "read");
  const auto size = static_cast<std::size_t>(status.st_size);
  void* address = nullptr;
  if (size > 0) {
    address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.fd(), 0);
    if (address == MAP_FAILED) refuse(path, "map");
  }
  mapping_ = std::make_shared<const Mapping>(address, size);
}

std::string_view MappedFile::bytes() const {
  return mapping_ ? std::string_view(static_cast<const char*>(mapping_->address), mapping_->size)
                  : std::string_view();
}

void write_durably(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.fd() < 0) refuse(path, "write");
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.fd(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse(path, "write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.fd()) != 0) refuse(path, "sync");
}

void replace_durably(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path temporary = path.string() + ".tmp";
  write_durably(temporary, bytes);
  if (::rename(temporary.c_str(), path.c_str()) != 0) refuse(path, "replace");
  sync_folder(path.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.fd() < 0) refuse(folder, "open");
  if (::fsync(file.fd()) != 0 && errno != EINVAL) refuse(folder, "sync");
}

void sync_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd() < 0) refuse(path, "open");
  if (::fsync(file.fd()) != 0 && errno != EINVAL) refuse(path, "sync");
}

void sync_files(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) sync_file(entry.path());
  }
  sync_folder(folder);
}

void rename_folder(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) throw IndexError(IndexFault::io, to.string(), "cannot rename to this: " + error.message());
}

void make_fresh_folder(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (!std::filesystem::create_directories(path, error)) {
    throw IndexError(IndexFault::io, path.string(), "cannot create: " + error.message());
  }
}

WriterLock::WriterLock(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "lock";
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) refuse(path, "open");
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  const bool held = errno == EWOULDBLOCK;
  ::close(std::exchange(descriptor_, -1));
  if (held) {
    throw IndexError(IndexFault::locked, folder.string(),
                     "being written by another process; try again later");
  }
  refuse(path, "lock");
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

ReaderLock::ReaderLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ >= 0) ::flock(descriptor_, LOCK_SH);
}

ReaderLock::ReaderLock(ReaderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

ReaderLock& ReaderLock::operator=(ReaderLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

ReaderLock::~ReaderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool ReaderLock::unused(const std::filesystem::path& file) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.fd() < 0) return true;
  return ::flock(descriptor.fd(), LOCK_EX | LOCK_NB) == 0;
}

}  // namespace imr
