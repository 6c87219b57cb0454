// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace imr {

// How a program is run. It sees only the environment given here, PATH, and what sanitizers read; HOME is the
// folder it runs in.
struct RunOptions {
  std::filesystem::path folder = ".";                   // where it runs; must exist
  std::map<std::string, std::string> environment = {};  // beside the above
  std::string input = {};                               // its standard input
  int output = -1;                                      // a descriptor to be its standard output instead
};

// What it left: everything it wrote, and its exit status, or 128 and the signal that ended it.
struct RunResult {
  std::string out;
  std::string err;
  int status = 0;
};

// A program that runs; no shell is involved. Destroying the object kills it if it still does.
class RunningProgram {
 public:
  // Throws std::runtime_error if no process can be made; a program that cannot be executed has status 127.
  RunningProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const RunOptions& options);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  bool is_done();
  void send(int signal) const;
  RunResult wait();

 private:
  bool collect(int flags);

  int out_;
  int err_;
  pid_t process_ = -1;
  bool done_ = false;
  int status_ = 0;
};

// Runs it to its end.
RunResult run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                      const RunOptions& options = {});

// The folder of the built programs: IMR_BIN in the environment. Throws std::runtime_error if it is not set.
std::filesystem::path program_folder();

}  // namespace imr
