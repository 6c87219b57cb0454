// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/corpus_error.h"
#include "corpus/letter_json.h"
#include "tests/fuzz/require.h"

// Any bytes are a record that survives writing, or a mistake with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  imr::Determination determination;
  try {
    determination = imr::read_record(json);
  } catch (const imr::CorpusError& error) {
    imr::require(error.code() == "bad_json" || error.code() == "bad_record",
                 "the error is one of those promised");
    imr::require(error.what()[0] != '\0', "an error has a reason");
    return 0;
  }
  imr::require(!determination.case_number.empty(), "a record has a name");
  imr::require(determination.outcome == imr::outcome_of(determination.issues),
               "the outcome follows from the decisions");
  const std::string record = imr::letter_record(determination);
  imr::require(record.find('\n') == std::string::npos, "a record is one line");
  imr::require(imr::read_record(record) == determination, "a written record gives the same determination");
  return 0;
}
