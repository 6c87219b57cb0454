// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/determination.h"

namespace imr {

// An input, or one line of it, that gave no letter.
struct Rejection {
  std::string source;    // the path as given or found
  std::size_t line = 0;  // from 1; 0: the input as a whole
  std::string code;      // stable: "empty", "no_determination", "bad_pdf", "locked_pdf", "bad_json", …
  std::string reason;    // for people
};

struct InputProgress {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  // 0 while unknown, as with standard input
};

struct InputHandlers {
  std::function<void(Determination)> on_letter;
  std::function<void(const Rejection&)> on_rejected;
  std::function<void(const InputProgress&)> on_progress = {};  // may be empty
  // Whether a name that a letter without a case number might take is that of another letter, such as one that
  // an index holds already. May be empty.
  std::function<bool(const std::string& name, const Determination& letter)> is_taken = {};
};

struct InputOptions {
  unsigned jobs = 1;  // threads that read, each with a PDF worker process; the results are the same
  std::string tesseract =
      {};  // the program that reads scanned PDFs (find_tesseract); empty: they are rejected
};

// Reads every letter found under `paths`: files and folders (recursively, in byte order of their
// paths), "-" for standard input. By ending: .txt a letter, .pdf a letter, .jsonl a record a line, and .gz,
// .xz, .zst, .zip and .tar of these, nested one level; standard input and other named files are told apart by
// their first bytes. Files of other kinds found in folders and archives are passed over in silence; named
// ones are rejected. What an archive holds comes in the order in which it is stored, with the source
// `archive.zip!member`.
//
// A text or PDF may hold several letters (split_letters): the second and later ones have the path, a colon
// and the line of their beginning as their source.
//
// Case numbers and sources are complete: a letter without a case number takes its file's name without
// the ending; a second one of that name with other content becomes NAME~2, with a problem entry. PDFs are
// read in a worker process; whatever a PDF does, it costs one rejection at most.
//
// The handlers are called on the calling thread, in the order of the input whatever `jobs` is, and
// what they throw passes through. Throws CorpusError("no_such_path") before anything is read if a path does
// not exist.
void read_inputs(const std::vector<std::string>& paths, const InputHandlers& handlers,
                 const InputOptions& options = {});

// The check alone, for callers that prepare something before they read.
void check_inputs_exist(const std::vector<std::string>& paths);

}  // namespace imr
