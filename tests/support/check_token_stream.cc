// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/check_token_stream.h"

#include <doctest/doctest.h>

#include "tests/support/token_stream_fault.h"

namespace imr {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text.append(part);
  return text;
}

std::vector<std::string> make_nasty_texts() {
  return {
      "",
      " \t\r\n\f",
      "... --- /// ''' ### %%% &&& (.) \u2014 \u2019 \u00AD \u200B \u2060",
      "caf\xC3 \xFF\xFE MRI\x80\x80L5-S1 \xE2\x82 10/325\xC0mg \xED\xA0\x80 end\xF0\x9F",
      std::string("nul\0l5-s1\0", 10),
      "pain \U0001F600 8/10 \U0001F469\u200D\u2695\uFE0F knee \U0001F1FA\U0001F1F8",
      "\u05DB\u05D0\u05D1 \u05D2\u05D1 MRI \u0643\u062A\u0641 \u200F\u202Bright\u202C",
      "\u6771\u4EAC\u30BF\u30EF\u30FC\u306F\u9AD8\u3044 \u0E1B\u0E27\u0E14\u0E2B\u0E25\u0E31\u0E07 "
      "\uC694\uD1B5",
      "\u0301\u0301 a\u0301\u0327 \u1160\u3164\uFFA0 \uFB03 \uFF2C\uFF15\uFF0D\uFF33\uFF11 \u00BD \u00B2",
      "- -\n/\n#\n.5 -.5 #-1 1- -1 1-- a-\n\n-b a-\n b non-\ncertified \u00ADx\u00AD\ny",
      "L5-S1-L5-S1/L5 L4-5-6-7-8-9 1/2/3/4/5/6 1-2-3-4-5-6-7 a-b-c-d-e-f-g-h a/b/c/d",
      "10mg-10mg/10%-5mg/ml/hr 1,2,3 1,234,567.89.10 9999999999999999999999mg 0/0 0/5 31/12/99 13/13/13",
      repeated("The 54-year-old worker\u2019s L4-5/L5-S1 EMG/NCV, 10-325 mg #60; ", 1600),
      repeated("a", 100'000),
      repeated("\u00E9", 50'000),
      repeated("\u6771\u4EAC", 2'000),
      repeated("7", 5'000),
      repeated("1-", 50'000),
      repeated("a/", 50'000),
      repeated("'", 5'000) + repeated("a'", 5'000),
      repeated("9.", 5'000),
      repeated("-\n", 5'000),
  };
}

}  // namespace

void check_token_stream(const Analyzer& analyzer, std::string_view text) {
  CAPTURE(text.substr(0, 100));
  CHECK(token_stream_fault(analyzer, text) == "");
}

void check_token_stream(const Analyzer& analyzer) {
  for (const auto& text : nasty_texts()) check_token_stream(analyzer, text);
}

const std::vector<std::string>& nasty_texts() {
  static const auto texts = make_nasty_texts();
  return texts;
}

}  // namespace imr
