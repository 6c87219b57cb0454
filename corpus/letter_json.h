// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "corpus/determination.h"

namespace imr {

// The letter record of docs/letter-record.md, keys in its order, absent values null or [].
nlohmann::ordered_json letter_json(const Determination& determination);

// The same on one line, without a newline. Invalid UTF-8 is replaced, never thrown upon.
std::string letter_record(const Determination& determination);

// Reads a record: a letter, or a plain `{"id", "title", "text"}`, told apart by "issues".
// Labels, sources and topics that a record leaves out are looked up by guideline id; the outcome is
// derived anew. Unknown keys are ignored. Throws CorpusError ("bad_json", "bad_record") with a reason that
// names the key.
Determination read_record(std::string_view json);

}  // namespace imr
