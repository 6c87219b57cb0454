// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace imr {

// While it lives, what goes to standard output is shown by a pager, as git does it: only if `wanted` and
// standard output is a terminal. The pager is IMR_PAGER, else PAGER, else less if there is one, which ends at
// once if all fits on the screen; an empty one and "cat" mean none. Ask for colour and the width of the
// terminal before.
class Pager {
 public:
  explicit Pager(bool wanted);
  // Waits until the reader has seen enough.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  int terminal_ = -1;  // what standard output was
};

}  // namespace imr
