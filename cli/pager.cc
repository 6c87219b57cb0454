// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pager.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "schema/exit_status.h"

namespace imr {

namespace {

volatile pid_t running = -1;  // the pager, for a signal that arrives while it shows something

bool is_installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

// Empty: none.
std::string pager_command() {
  for (const char* name : {"IMR_PAGER", "PAGER"}) {
    if (const char* command = std::getenv(name)) return std::string(command) == "cat" ? "" : command;
  }
  return is_installed("less") ? "less" : "";
}

[[noreturn]] void become(const std::string& command, int input) {
  ::dup2(input, STDIN_FILENO);
  ::setenv("LESS", "FRX", 0);
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGPIPE, SIG_DFL);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  ::_exit(127);
}

void wait_for_pager() {
  int status = 0;
  while (::waitpid(running, &status, 0) < 0 && errno == EINTR) continue;
}

// The pager does as it likes with an interrupt; the shell gets the terminal back after it.
void leave_after_pager(int) {
  ::close(STDOUT_FILENO);
  wait_for_pager();
  ::_exit(static_cast<int>(ExitStatus::interrupted));
}

}  // namespace

Pager::Pager(bool wanted) {
  const std::string command = wanted && ::isatty(STDOUT_FILENO) ? pager_command() : "";
  int ends[2];
  if (command.empty() || ::pipe2(ends, O_CLOEXEC) != 0) return;
  std::cout.flush();
  running = ::fork();
  if (running == 0) become(command, ends[0]);
  ::close(ends[0]);
  if (running > 0) {
    terminal_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    ::dup2(ends[1], STDOUT_FILENO);
    std::signal(SIGINT, leave_after_pager);
  }
  ::close(ends[1]);
}

Pager::~Pager() {
  if (terminal_ < 0) return;
  std::cout.flush();
  ::dup2(terminal_, STDOUT_FILENO);  // which closes the pipe
  ::close(terminal_);
  wait_for_pager();
}

}  // namespace imr
