// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_program.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace imr {

namespace {

namespace fs = std::filesystem;

// Output goes to files, so that a program never waits for a reader.
int nameless_file() {
  std::string name = (fs::temp_directory_path() / "imr-run-XXXXXX").string();
  const int file = mkostemp(name.data(), O_CLOEXEC);
  if (file < 0) throw std::runtime_error("cannot create " + name);
  unlink(name.c_str());
  return file;
}

int file_of(const std::string& text) {
  const int file = nameless_file();
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t written = write(file, text.data() + done, text.size() - done);
    if (written <= 0) throw std::runtime_error("cannot write a temporary file");
    done += static_cast<std::size_t>(written);
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

std::string text_of(int file) {
  std::string text;
  std::array<char, 65536> buffer;
  lseek(file, 0, SEEK_SET);
  for (ssize_t got = 0; (got = read(file, buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return text;
}

std::vector<std::string> environment_of(const RunOptions& options) {
  std::map<std::string, std::string> all = {{"HOME", fs::absolute(options.folder).string()}};
  for (const char* name : {"PATH", "TMPDIR", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) all[name] = value;
  }
  for (const auto& [name, value] : options.environment) all[name] = value;
  std::vector<std::string> environment;
  for (const auto& [name, value] : all) environment.push_back(name + "=" + value);
  return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

RunningProgram::RunningProgram(const fs::path& program, const std::vector<std::string>& arguments,
                               const RunOptions& options)
    : out_(nameless_file()), err_(nameless_file()) {
  std::vector<std::string> words = {fs::absolute(program).string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = environment_of(options);
  const std::vector<char*> argv = pointers_to(words);
  const std::vector<char*> envp = pointers_to(environment);
  const int input = file_of(options.input);
  process_ = fork();
  if (process_ == 0) {
    dup2(input, STDIN_FILENO);
    dup2(options.output >= 0 ? options.output : out_, STDOUT_FILENO);
    dup2(err_, STDERR_FILENO);
    if (chdir(options.folder.c_str()) == 0) execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  close(input);
  if (process_ < 0) throw std::runtime_error("cannot start a process");
}

RunningProgram::~RunningProgram() {
  if (!done_) {
    send(SIGKILL);
    collect(0);
  }
  close(out_);
  close(err_);
}

bool RunningProgram::collect(int flags) {
  if (done_) return true;
  int status = 0;
  pid_t ended = 0;
  while ((ended = waitpid(process_, &status, flags)) < 0 && errno == EINTR) continue;
  if (ended != process_) return false;
  done_ = true;
  status_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return true;
}

bool RunningProgram::is_done() { return collect(WNOHANG); }

void RunningProgram::send(int signal) const {
  if (!done_) kill(process_, signal);
}

RunResult RunningProgram::wait() {
  collect(0);
  return {text_of(out_), text_of(err_), status_};
}

RunResult run_program(const fs::path& program, const std::vector<std::string>& arguments,
                      const RunOptions& options) {
  return RunningProgram(program, arguments, options).wait();
}

fs::path program_folder() {
  const char* folder = std::getenv("IMR_BIN");
  if (!folder || !*folder) throw std::runtime_error("IMR_BIN names no folder of built programs");
  return folder;
}

}  // namespace imr
