// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/script_words.h"

#include <memory>
#include <stdexcept>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace imr {
namespace {

struct Close {
  void operator()(UBreakIterator* words) const { ubrk_close(words); }
  void operator()(UText* text) const { utext_close(text); }
};

// One a thread: opening one costs as much as a page of text.
UBreakIterator& word_breaks() {
  thread_local const auto words = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UBreakIterator, Close> opened(ubrk_open(UBRK_WORD, "en", nullptr, 0, &error));
    if (U_FAILURE(error)) throw std::runtime_error("Unicode word rules missing");
    return opened;
  }();
  return *words;
}

bool needs_dictionary(UChar32 c) {
  if (c < 0x0E00) return false;
  switch (u_getIntPropertyValue(c, UCHAR_LINE_BREAK)) {
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_IDEOGRAPHIC:
    case U_LB_NONSTARTER:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
      return true;
    default:
      return false;
  }
}

bool holds_unspaced_script(std::string_view run) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(run.data());
  for (std::size_t at = 0; at < run.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, run.size(), c);
    if (needs_dictionary(c)) return true;
  }
  return false;
}

}  // namespace

void split_run(std::string_view run, std::vector<std::size_t>& ends) {
  if (!holds_unspaced_script(run)) {
    ends.push_back(run.size());
    return;
  }
  UErrorCode error = U_ZERO_ERROR;
  UText opened = UTEXT_INITIALIZER;
  const std::unique_ptr<UText, Close> text(
      utext_openUTF8(&opened, run.data(), static_cast<std::int64_t>(run.size()), &error));
  auto& words = word_breaks();
  ubrk_setUText(&words, text.get(), &error);
  if (U_FAILURE(error)) throw std::runtime_error("Unicode word rules failed");
  for (auto end = ubrk_next(&words); end != UBRK_DONE; end = ubrk_next(&words)) {
    ends.push_back(static_cast<std::size_t>(end));
  }
}

}  // namespace imr
