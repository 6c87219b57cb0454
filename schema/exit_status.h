// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace imr {

// What the programs return; the same for all commands.
enum class ExitStatus : int {
  done = 0,           // zero hits included
  absent = 1,         // the case named is not there, or zero hits with --fail-empty
  usage = 2,          // command line or query syntax
  no_index = 3,       // none there, corrupt, or of another schema or analyzer
  some_rejected = 4,  // done, but some inputs gave no letter
  budget = 5,         // a time or expansion limit was hit
  too_old = 20,       // a format version no longer written
  too_new = 21,       // a format version not yet known
  internal = 70,
  input_output = 74,
  locked = 75,  // another process is writing; try again
  interrupted = 130,
};

}  // namespace imr
