// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_recognition.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpus/corpus_error.h"

extern char** environ;

namespace imr {
namespace {

constexpr int kMostPages = 100;
constexpr std::size_t kMostText = std::size_t{4} << 20;  // of one page

[[noreturn]] void fail(const std::string& reason) {
  throw CorpusError("ocr_failed", "text recognition: " + reason);
}

// A descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {
    if (number < 0) fail(std::strerror(errno));
  }
  ~Descriptor() { release(); }
  Descriptor(Descriptor&&) = delete;
  int number() const { return number_; }
  void release() {
    if (number_ >= 0) close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

// A file in memory, to be read from its beginning: no program can be slow to take it.
void fill(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail(std::strerror(errno));
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (lseek(file.number(), 0, SEEK_SET) != 0) fail(std::strerror(errno));
}

// The environment with one thread for tesseract: letters are what is read side by side.
std::vector<char*> environment() {
  static std::string one_thread = "OMP_THREAD_LIMIT=1";
  std::vector<char*> variables;
  for (char** variable = environ; *variable; ++variable) variables.push_back(*variable);
  variables.push_back(one_thread.data());
  variables.push_back(nullptr);
  return variables;
}

pid_t started(const std::string& program, int input, int output) {
  std::array<std::string, 7> words = {
      "tesseract", "stdin", "stdout", "-l", "eng", "-c", "preserve_interword_spaces=1"};
  std::array<char*, words.size() + 1> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  pid_t process = -1;
  const int error =
      posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environment().data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) fail("cannot start \"" + program + "\": " + std::strerror(error));
  return process;
}

// What comes until the other end is closed; false if that takes too long or too much comes.
bool read_until_closed(int pipe, std::chrono::steady_clock::time_point deadline, std::string& text) {
  using namespace std::chrono;
  std::array<char, 65536> block{};
  while (text.size() <= kMostText) {
    const auto left = ceil<milliseconds>(deadline - steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd entry{.fd = pipe, .events = POLLIN, .revents = 0};
    if (poll(&entry, 1, static_cast<int>(std::min<long long>(left, 60'000))) <= 0) continue;
    const auto count = read(pipe, block.data(), block.size());
    if (count == 0) return true;
    if (count > 0) text.append(block.data(), static_cast<std::size_t>(count));
    if (count < 0 && errno != EINTR) return false;
  }
  return false;
}

int end_of(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::string find_tesseract() {
  if (const auto* named = std::getenv("IMR_TESSERACT")) return access(named, X_OK) == 0 ? named : "";
  const auto* path = std::getenv("PATH");
  std::string_view folders = path ? path : "";
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    const auto program = std::string(folders.substr(0, end)) + "/tesseract";
    if (end > 0 && access(program.c_str(), X_OK) == 0) return program;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

std::string recognised_text(const std::string& program, std::string_view picture,
                            std::chrono::milliseconds limit) {
  const Descriptor input(memfd_create("page", MFD_CLOEXEC));
  fill(input, picture);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail(std::strerror(errno));
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const pid_t process = started(program, input.number(), to.number());
  to.release();
  std::string text;
  const bool whole = read_until_closed(from.number(), std::chrono::steady_clock::now() + limit, text);
  if (!whole) kill(process, SIGKILL);
  const int status = end_of(process);
  if (!whole) fail("took too long, or gave too much");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail("tesseract failed on a page");
  return text;
}

std::string recognised_pdf(PdfClient& client, const std::string& program, std::string_view pdf) {
  std::string text;
  for (int page = 0;; ++page) {
    const auto picture = client.page_image(pdf, page);
    if (!picture) return text;
    if (page == kMostPages) throw CorpusError("scanned_pdf", "a scan of more than 100 pages; not recognised");
    if (page > 0 && !text.ends_with('\f')) text += '\f';
    text += recognised_text(program, *picture);
  }
}

}  // namespace imr
