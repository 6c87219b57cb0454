// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/input.h"
#include "corpus/input_files.h"

namespace imr {

// One line of a file of records.
struct RecordLine {
  std::size_t number = 0;  // from 1
  std::string text;
};

// A piece of the input that can be read by itself: a letter's file, some lines of records, or a rejection
// that was found while looking for them.
struct InputItem {
  std::string source = {};                 // the path as given or found, `archive.zip!member` inside one
  std::string title = {};                  // what names a letter without a case number
  InputKind kind = InputKind::text;        // text or PDF if there are bytes, records if there are lines
  std::string bytes = {};                  // of a text or PDF
  std::vector<RecordLine> lines = {};      // of records
  std::optional<Rejection> rejected = {};  // instead of all that
  std::uint64_t input_bytes = 0;           // of the files given, taken up to and with this item
};

// Finds all items under `paths`, in order, as read_inputs() describes them; archives are opened, and archives
// in them, but no deeper. Whatever cannot be opened or read becomes an item with a rejection.
void visit_input_items(const std::vector<std::string>& paths, const std::function<void(InputItem)>& on_item);

}  // namespace imr
