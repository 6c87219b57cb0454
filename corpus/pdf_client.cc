// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pdf_client.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpus/corpus_error.h"
#include "corpus/pdf_frames.h"

extern char** environ;

namespace imr {
namespace {

constexpr const char* kProgram = "imr-pdf-worker";
constexpr unsigned kStartsToTry = 3;

[[noreturn]] void fail(const char* code, const std::string& reason) { throw CorpusError(code, reason); }

// What posix_spawn wants to know, released together.
struct SpawnSettings {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;

  // The child gets `socket` as its standard input and nothing else of ours: no files, no blocked or ignored
  // signals.
  explicit SpawnSettings(int socket) {
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnSettings(SpawnSettings&&) = delete;
};

std::string end_described(int status) {
  if (WIFSIGNALED(status)) {
    const auto* name = strsignal(WTERMSIG(status));
    return std::string("the PDF worker was ended by a signal: ") + (name ? name : "unknown");
  }
  return "the PDF worker ended with status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

// One worker process and our end of its socket.
class PdfClient::Worker {
 public:
  // Returns an error number, 0 if the process runs; whether it is fit to work is in its first frame.
  int start(const std::string& program) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return errno;
    socket_ = ends[0];
    const SpawnSettings settings(ends[1]);
    std::string name = kProgram;
    std::array<char*, 2> arguments{name.data(), nullptr};
    const int error = posix_spawn(&process_, program.c_str(), &settings.actions, &settings.attributes,
                                  arguments.data(), environ);
    close(ends[1]);
    if (error != 0) process_ = -1;
    return error;
  }

  ~Worker() {
    if (socket_ >= 0) close(socket_);
    if (process_ > 0) end();
  }

  // Ends the process if it has not ended yet. Returns its wait status.
  int end() {
    kill(process_, SIGKILL);
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status;
  }

  // Our end of the socket closed means that the worker closed its own, most likely by dying: its own end is
  // worth waiting for a moment, else all that could be said is that we ended it.
  int end_after_close() {
    int status = 0;
    for (int i = 0; i < 100; ++i) {
      const auto ended = waitpid(process_, &status, WNOHANG);
      if (ended == process_) {
        process_ = -1;
        return status;
      }
      usleep(1000);
    }
    return end();
  }

  int socket() const { return socket_; }
  unsigned letters = 0;

 private:
  int socket_ = -1;
  pid_t process_ = -1;
};

PdfClientOptions pdf_client_options() {
  PdfClientOptions options;
  if (const auto* worker = std::getenv("IMR_PDF_WORKER")) options.worker = worker;
  if (const auto* limit = std::getenv("IMR_PDF_TIMEOUT_MS")) {
    unsigned milliseconds = 0;
    const auto* end = limit + std::strlen(limit);
    const auto parsed = std::from_chars(limit, end, milliseconds);
    if (parsed.ec == std::errc() && parsed.ptr == end) {
      options.letter_limit = std::chrono::milliseconds(milliseconds);
    }
  }
  return options;
}

std::string find_pdf_worker() {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& candidate : {folder, folder / IMR_LIBEXEC_FROM_BIN, fs::path(IMR_LIBEXEC)}) {
    const auto program = (candidate / kProgram).lexically_normal().string();
    if (access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

PdfClient::PdfClient(PdfClientOptions options) : options_(std::move(options)) {}
PdfClient::~PdfClient() = default;

void PdfClient::start_worker() {
  const auto program = options_.worker.empty() ? find_pdf_worker() : options_.worker;
  auto fresh = std::make_unique<Worker>();
  std::string greeting;
  if (program.empty()) {
    start_fault_ = std::string("no program \"") + kProgram + "\" is installed";
  } else if (const int error = fresh->start(program); error != 0) {
    start_fault_ = "cannot start \"" + program + "\": " + std::strerror(error);
  } else if (receive_frame(fresh->socket(), 4096, greeting,
                           std::chrono::steady_clock::now() + options_.start_limit) != Transfer::done) {
    start_fault_ = "\"" + program + "\" did not start as a PDF worker";
  } else if (greeting != std::string(1, static_cast<char>(PdfStatus::text))) {
    start_fault_ = "\"" + program + "\" cannot work: " + greeting.substr(1);
  } else {
    worker_ = std::move(fresh);
    failed_starts_ = 0;
    return;
  }
  ++failed_starts_;
  fail("no_pdf_worker", start_fault_);
}

std::string PdfClient::ask(const std::string& what, std::string_view pdf) {
  const auto deadline = std::chrono::steady_clock::now() + options_.letter_limit;
  std::string answer;
  auto transfer = send_frame(worker_->socket(), what, deadline);
  if (transfer == Transfer::done) transfer = send_frame(worker_->socket(), pdf, deadline);
  if (transfer == Transfer::done)
    transfer = receive_frame(worker_->socket(), kMaxPdfText + 1, answer, deadline);
  if (transfer == Transfer::done && !answer.empty()) return answer;

  const auto gone = std::move(worker_);
  if (transfer == Transfer::late) {
    fail("pdf_timeout",
         "not read within " + std::to_string(options_.letter_limit.count()) + " ms; the file may be damaged");
  }
  if (transfer == Transfer::closed) {
    const int status = gone->end_after_close();
    const bool out_of_time = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
    fail(out_of_time ? "pdf_timeout" : "pdf_crashed", end_described(status));
  }
  fail("pdf_crashed", "the PDF worker gave a senseless answer");
}

PdfStatus PdfClient::answer_to(const std::string& what, std::string_view pdf, std::string& answer) {
  if (pdf.size() > kMaxPdfBytes) fail("too_large", "a PDF of more than 64 MB");
  if (worker_ && worker_->letters >= options_.letters_a_worker) worker_.reset();
  if (!worker_ && failed_starts_ >= kStartsToTry) fail("no_pdf_worker", start_fault_);
  if (!worker_) start_worker();
  ++worker_->letters;
  answer = ask(what, pdf);
  const auto status = static_cast<PdfStatus>(answer.front());
  answer.erase(0, 1);
  return status;
}

std::string PdfClient::read(std::string_view pdf) {
  std::string answer;
  switch (answer_to({}, pdf, answer)) {
    case PdfStatus::text:
      return answer;
    case PdfStatus::not_a_pdf:
      fail("bad_pdf", "not a PDF, or a damaged one");
    case PdfStatus::locked:
      fail("locked_pdf", "locked with a password");
    case PdfStatus::no_text_layer:
      fail("scanned_pdf", "pages are images without text; it needs text recognition first (--ocr)");
    case PdfStatus::too_long:
      fail("too_large", "a PDF with more than 64 MB of text");
    default:
      break;
  }
  fail("pdf_crashed", "the PDF worker failed: " + answer);
}

std::optional<std::string> PdfClient::page_image(std::string_view pdf, int page) {
  std::string answer;
  const auto status = answer_to(std::to_string(page), pdf, answer);
  if (status == PdfStatus::text) return answer;
  if (status == PdfStatus::no_such_page) return std::nullopt;
  fail("pdf_crashed", "the PDF worker failed: " + answer);
}

}  // namespace imr
