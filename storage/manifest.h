// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace imr {

// One immutable part of an index: a folder with a Xapian database, columns and letters. Letters that
// were replaced or removed later are gone from the database (a changed copy of it) and listed as dead.
struct SegmentInfo {
  std::string name;                      // folder
  std::string database;                  // folder within it
  std::uint64_t letters = 0;             // alive ones, plain records apart
  std::uint64_t issues = 0;              // alive ones, of letters
  std::uint64_t records = 0;             // alive plain records
  std::vector<std::uint32_t> dead = {};  // ordinals, ascending
  friend bool operator==(const SegmentInfo&, const SegmentInfo&) = default;
};

// What an index consists of at one moment. The file that holds it is replaced at once, so that a reader
// sees one generation or the next, never a mixture.
struct Manifest {
  int schema = 0;
  std::string analyzer;
  std::uint64_t generation = 0;
  std::uint64_t next_segment = 1;
  std::string sentences = {};  // file of counts; storage/sentence_counts.h
  std::vector<SegmentInfo> segments = {};
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

// Throws IndexError: not_found without a manifest, corrupt if it cannot be understood.
Manifest read_manifest(const std::filesystem::path& folder);

// The same, and refuses an index of another schema or analyzer (mismatch).
Manifest read_usable_manifest(const std::filesystem::path& folder);

// None where there is no manifest; a damaged one throws.
std::optional<Manifest> try_read_manifest(const std::filesystem::path& folder);

// Makes it the current one, durably. Throws IndexError(io).
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

// The file of sentence counts of a generation.
std::string sentences_name(std::uint64_t generation);

// Removes segments and databases that the manifest does not name and nobody reads, and counts of sentences
// that it does not name; what cannot be removed stays.
void remove_unused_parts(const std::filesystem::path& folder, const Manifest& manifest);

// Throws IndexError(io) if a folder holds anything that is no part of an index, whole or damaged.
void check_is_index_folder(const std::filesystem::path& folder);

// A number behind those of all segment folders, also of leftovers that readers may still use.
std::uint64_t first_free_segment(const std::filesystem::path& folder);

}  // namespace imr
