// SPDX-License-Identifier: GPL-3.0-or-later
// imr-pdf-worker: turns PDFs into text, one after the other, for the program that started it. Standard input
// is a socket that carries the frames of corpus/pdf_frames.h both ways. It ends when that socket closes.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/stat.h>

#include "corpus/pdf_confinement.h"
#include "corpus/pdf_frames.h"
#include "corpus/pdf_text.h"

namespace {

constexpr int kSocket = 0;
constexpr std::size_t kLongestAsked = 9;  // digits of a page number

bool is_socket(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

bool answer(imr::PdfStatus status, const std::string& text) {
  return imr::send_frame(kSocket, static_cast<char>(status) + text, imr::kNoDeadline) == imr::Transfer::done;
}

// The self-check comes first because it loads what cannot be loaded once the process is confined.
bool make_ready() {
  auto fault = imr::pdf_self_check();
  if (fault.empty() && !imr::confine_process()) fault = "the system did not let the worker confine itself";
  return answer(fault.empty() ? imr::PdfStatus::text : imr::PdfStatus::internal, fault) && fault.empty();
}

void serve() {
  std::string asked, pdf;
  const auto next = [](std::string& frame, std::size_t limit) {
    return imr::receive_frame(kSocket, limit, frame, imr::kNoDeadline) == imr::Transfer::done;
  };
  while (next(asked, kLongestAsked) && next(pdf, imr::kMaxPdfBytes)) {
    if (!imr::renew_cpu_time()) return;
    const auto result =
        asked.empty() ? imr::pdf_text(pdf) : imr::pdf_page_image(pdf, std::atoi(asked.c_str()));
    if (!answer(result.status, result.text)) return;
  }
}

}  // namespace

int main() {
  if (!is_socket(kSocket)) {
    std::fputs("imr-pdf-worker: started by imr-index and imr-search; not for use by hand\n", stderr);
    return 2;
  }
  // An interrupt at the terminal is for the program; the worker ends when that does.
  std::signal(SIGINT, SIG_IGN);
  if (!make_ready()) return 1;
  serve();
  return 0;
}
