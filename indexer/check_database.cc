// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/check_database.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include "schema/index_error.h"

namespace imr {

namespace {

std::string checked(const std::string& path) {
  std::ostringstream told;
  try {
    const std::size_t errors = Xapian::Database::check(path, 0, &told);
    return errors == 0 ? "" : "Xapian finds " + std::to_string(errors) + " errors: " + told.str();
  } catch (const Xapian::Error& error) {
    return "Xapian finds a table damaged: " + error.get_msg();
  }
}

[[noreturn]] void check_as_child(const std::string& path, int answer) {
  ::close(STDERR_FILENO);  // a crash is told by the parent
  const std::string faults = checked(path);
  std::size_t done = 0;
  while (done < faults.size()) {
    const ssize_t written = ::write(answer, faults.data() + done, faults.size() - done);
    if (written <= 0) _exit(1);
    done += static_cast<std::size_t>(written);
  }
  _exit(0);
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> buffer;
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

std::string database_faults(const std::string& path) {
  std::array<int, 2> ends = {};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw IndexError(IndexFault::io, path, "cannot make a pipe");
  const pid_t child = ::fork();
  if (child == 0) check_as_child(path, ends[1]);
  ::close(ends[1]);
  std::string faults = child < 0 ? "" : read_all(ends[0]);
  ::close(ends[0]);
  if (child < 0) throw IndexError(IndexFault::io, path, "cannot start a process to check it");
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (status != 0) return "a table is so damaged that Xapian's check of it crashes";
  std::ranges::replace(faults, '\n', ' ');
  return faults;
}

}  // namespace imr
