// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/determination.h"
#include "searcher/open_segments.h"
#include "tests/support/temporary_folder.h"

namespace imr {

// Three letters and a plain record, made up:
//   CM00-0000001  2015, woman of 45: #1 MRI of the left shoulder, upheld; #2 physical therapy, overturned
//   CM00-0000002  2016, man of 19: #1 Norco, overturned
//   CM00-0000003  without date and age: #1 MRI of the knee, overturned; #2 EMG/NCV, upheld
//   note-1        "Lumbar supports"
std::vector<Determination> made_up_letters();

// An index of them in three segments, two of which have held other letters too.
class MadeUpIndex {
 public:
  MadeUpIndex();
  const std::filesystem::path& path() const { return folder_.path(); }
  OpenSegments open() const { return OpenSegments(open_index(path())); }

 private:
  TemporaryFolder folder_;
};

// The same for all tests of a program.
const MadeUpIndex& made_up_index();

}  // namespace imr
