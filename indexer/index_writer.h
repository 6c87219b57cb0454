// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "corpus/determination.h"

namespace imr {

// Writes a new generation of an index. Readers keep the one they have and see the new one, whole, after
// commit(); without it nothing changes.
//
// One writer at a time: the constructors throw IndexError(locked) if another process writes.
class IndexWriter {
 public:
  // A fresh index beside whatever is in the folder; commit() replaces that. The folder is created. commit()
  // works on so many threads.
  static IndexWriter fresh(const std::filesystem::path& folder, unsigned threads = 1);
  // Changes to the index in the folder. Throws IndexError if there is none, or not of this program.
  static IndexWriter changing(const std::filesystem::path& folder, unsigned threads = 1);

  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  enum class Added : std::uint8_t {
    fresh,      // a case number not there before
    replaced,   // took the place of other content indexed before
    unchanged,  // the index has it already; nothing to do
    repeated,   // took the place of a letter given earlier to this writer
    again,      // the same content was given earlier to this writer
  };

  // Issues of a letter are replaced together.
  Added add(const Determination& determination);

  // True if the index has a letter of this case number that is neither `letter` itself, its name left aside,
  // nor an earlier state of the same file.
  bool has_another(const std::string& case_number, const Determination& letter) const;

  // False if the index has no such case number.
  bool remove(const std::string& case_number);

  // Writes all letters that are left as one segment at commit(): an index as a fresh build of them has it.
  // False if it is one already, without a letter that is gone.
  bool compact();

  // Makes it all durable and current, and lets other writers in. Throws IndexError. The writer is used up.
  void commit();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace imr
