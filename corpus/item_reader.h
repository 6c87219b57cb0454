// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "corpus/determination.h"
#include "corpus/input.h"
#include "corpus/input_items.h"
#include "corpus/letter_names.h"

namespace imr {

// A letter as read from an item. Without a case number it still wants its name, which depends on the letters
// before it.
struct ReadLetter {
  Determination determination;
  std::string title = {};  // of its file, if it has no case number
  TextHash text = {};
};

// What became of one item, in order.
using ItemOutcome = std::variant<ReadLetter, Rejection>;

// Reads items; a PDF worker of its own is started with the first PDF. One object a thread.
class ItemReader {
 public:
  explicit ItemReader(const InputOptions& options);
  ~ItemReader();
  ItemReader(ItemReader&&) noexcept;

  // Never throws on account of the item: whatever is wrong with it is a rejection.
  std::vector<ItemOutcome> read(const InputItem& item);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace imr
