// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <csignal>
#include <cstdlib>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/options.h"
#include "corpus/corpus_error.h"
#include "schema/index_error.h"

namespace imr {

namespace {

ExitStatus status_of(IndexFault fault) {
  switch (fault) {
    case IndexFault::locked:
      return ExitStatus::locked;
    case IndexFault::io:
      return ExitStatus::input_output;
    case IndexFault::not_found:
    case IndexFault::mismatch:
    case IndexFault::corrupt:
      return ExitStatus::no_index;
  }
  return ExitStatus::internal;
}

ExitStatus guarded(std::string_view name, const std::function<ExitStatus()>& body) {
  try {
    return body();
  } catch (const UsageError& error) {
    complain(name, std::string(error.what()) + "; see " + std::string(name) + " --help");
    return ExitStatus::usage;
  } catch (const IndexError& error) {
    complain(name, error.what());
    return status_of(error.fault());
  } catch (const CorpusError& error) {
    complain(name, error.what());
    return ExitStatus::input_output;
  } catch (const std::bad_alloc&) {
    complain(name, "out of memory");
    return ExitStatus::input_output;
  } catch (const std::exception& error) {
    complain(name, std::string("internal error: ") + error.what());
    return ExitStatus::internal;
  } catch (...) {
    complain(name, "internal error");
    return ExitStatus::internal;
  }
}

void leave_quietly(int) { _exit(0); }
void leave_interrupted(int) { _exit(static_cast<int>(ExitStatus::interrupted)); }

// Names of files and what people typed may hold what a terminal would obey.
std::string printable(const std::string& message) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : message) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = (byte < 0x20 && c != '\t') || byte == 0x7f;
    if (control) {
      text.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

int run_program(std::string_view name, const std::function<ExitStatus()>& body) {
  std::signal(SIGINT, leave_interrupted);
  ExitStatus status = guarded(name, body);
  if (!standard_output_is_good() && status != ExitStatus::internal) {
    complain(name, "cannot write to standard output; is the disk full?");
    status = ExitStatus::input_output;
  }
  return static_cast<int>(status);
}

void complain(std::string_view program, const std::string& message) {
  std::cerr << program << ": " << printable(message) << '\n';
}

void end_quietly_on_closed_pipe() { std::signal(SIGPIPE, leave_quietly); }

bool standard_output_is_good() { return static_cast<bool>(std::cout.flush()); }

bool wants_color(std::string_view choice) {
  if (choice == "always") return true;
  const char* no_color = std::getenv("NO_COLOR");
  return choice == "auto" && ::isatty(STDOUT_FILENO) && !(no_color && *no_color);
}

bool wants_progress(std::string_view choice) {
  return choice == "always" || (choice == "auto" && ::isatty(STDERR_FILENO));
}

int terminal_width() {
  winsize size = {};
  if (!::isatty(STDOUT_FILENO) || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace imr
