// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_writer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "analyzers/analyzer.h"
#include "corpus/letter_json.h"
#include "indexer/document_builder.h"
#include "schema/index_error.h"
#include "storage/files.h"
#include "storage/segment.h"
#include "storage/segment_writer.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

// More segments than this are merged, the smallest first: every query pays for each segment.
constexpr std::size_t kMaxSegments = 8;

fs::path created(const fs::path& folder) {
  std::error_code error;
  const bool fresh = fs::create_directories(folder, error);
  if (error) throw IndexError(IndexFault::io, folder.string(), "cannot create: " + error.message());
  if (fresh) sync_folder(fs::absolute(folder).parent_path());
  return folder;
}

const fs::path& existing(const fs::path& folder) {
  read_usable_manifest(folder);
  return folder;
}

// What the letter says, wherever its file lies.
ContentHash hash_of(Determination determination) {
  determination.source.clear();
  return content_hash(letter_record(determination));
}

std::uint64_t size_of(const SegmentInfo& info) { return info.letters + info.records; }

}  // namespace

struct IndexWriter::State {
  State(const fs::path& at, bool keep) : fresh(!keep), folder(at), lock(at) {
    if (keep) {
      before = open_index(folder);
      manifest = before.manifest;
    } else {
      check_is_index_folder(folder);
      const auto previous = damaged_or_none(folder);
      manifest.generation = previous ? previous->generation : 0;
      manifest.next_segment = previous ? previous->next_segment : first_free_segment(folder);
    }
    manifest.schema = kSchemaVersion;
    manifest.analyzer = analyzer_fingerprint();
    dead.resize(before.segments.size());
  }

  // A fresh build may take the place of an index that nothing can read any more.
  static std::optional<Manifest> damaged_or_none(const fs::path& folder) {
    try {
      return try_read_manifest(folder);
    } catch (const IndexError&) {
      return std::nullopt;
    }
  }

  std::string next_segment_name() { return "segment-" + std::to_string(manifest.next_segment++); }

  SegmentWriter& writer() {
    if (!current) current = std::make_unique<SegmentWriter>(folder, next_segment_name());
    return *current;
  }

  // Where an alive letter of this case number is in the index as it was.
  std::optional<std::pair<std::size_t, LetterOrdinal>> find_before(const std::string& case_number) const {
    for (std::size_t i = 0; i < before.segments.size(); ++i) {
      const auto letter = before.segments[i]->find(case_number);
      if (letter && !dead[i].contains(*letter)) return std::pair(i, *letter);
    }
    return std::nullopt;
  }

  void write(const Determination& determination, const ContentHash& hash) {
    SegmentWriter& segment = writer();
    LetterEntry entry = build_entry(determination, [&](const std::string& stem, const std::string& surface) {
      segment.relate(stem, surface);
    });
    entry.hash = hash;
    segment.add(entry);
  }

  void bury_replaced() {
    for (std::size_t i = 0; i < before.segments.size(); ++i) {
      if (dead[i].empty()) continue;
      manifest.segments[i] = without_letters(*before.segments[i], {dead[i].begin(), dead[i].end()});
    }
    std::erase_if(manifest.segments, [](const SegmentInfo& info) { return size_of(info) == 0; });
  }

  // Rewrites small segments as one, from the letters they store.
  void merge_when_many() {
    if (manifest.segments.size() <= kMaxSegments) return;
    std::ranges::sort(manifest.segments, std::ranges::greater(), size_of);
    const auto first = manifest.segments.begin() + kMaxSegments / 2;
    const std::vector<SegmentInfo> small(first, manifest.segments.end());
    manifest.segments.erase(first, manifest.segments.end());
    for (const SegmentInfo& info : small) rewrite(Segment(folder, info));
    manifest.segments.push_back(current->finish());
    current.reset();
  }

  void rewrite(const Segment& segment) {
    for (LetterOrdinal letter = 0; letter < segment.letters().letters(); ++letter) {
      if (!segment.alive(letter)) continue;
      write(read_record(segment.letters().record(letter)), segment.letters().hash(letter));
    }
  }

  bool fresh;  // replaces all that was there
  fs::path folder;
  WriterLock lock;
  OpenIndex before;
  Manifest manifest;
  std::vector<std::set<LetterOrdinal>> dead;              // by segment of `before`
  std::map<std::string, ContentHash, std::less<>> given;  // to this writer
  std::unique_ptr<SegmentWriter> current;
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

IndexWriter IndexWriter::fresh(const fs::path& folder) {
  return IndexWriter(std::make_unique<State>(created(folder), false));
}

IndexWriter IndexWriter::changing(const fs::path& folder) {
  return IndexWriter(std::make_unique<State>(existing(folder), true));
}

IndexWriter::Added IndexWriter::add(const Determination& determination) {
  const std::string& name = determination.case_number;
  const ContentHash hash = hash_of(determination);
  const auto earlier = state_->given.find(name);
  if (earlier != state_->given.end() && earlier->second == hash) return Added::again;
  const bool repeated = earlier != state_->given.end();
  state_->given[name] = hash;
  const auto found = state_->find_before(name);
  if (found && !repeated && state_->before.segments[found->first]->letters().hash(found->second) == hash) {
    return Added::unchanged;
  }
  if (found) state_->dead[found->first].insert(found->second);
  state_->write(determination, hash);
  return repeated ? Added::repeated : found ? Added::replaced : Added::fresh;
}

bool IndexWriter::has_another(const std::string& case_number, const Determination& letter) const {
  const auto found = state_->find_before(case_number);
  if (!found) return false;
  Determination known = read_record(state_->before.segments[found->first]->letters().record(found->second));
  if (known.source == letter.source) return false;
  known.source = letter.source;
  known.case_number = letter.case_number;
  known.problems = letter.problems;
  return known != letter;
}

bool IndexWriter::remove(const std::string& case_number) {
  for (const std::string& spelling : case_spellings(case_number)) {
    const auto found = state_->find_before(spelling);
    if (!found) continue;
    state_->dead[found->first].insert(found->second);
    return true;
  }
  return false;
}

void IndexWriter::commit() {
  const std::unique_ptr<State> used_up = std::move(state_);
  State& state = *used_up;
  const bool nobody_left = std::ranges::all_of(state.dead, &std::set<LetterOrdinal>::empty);
  if (!state.fresh && !state.current && nobody_left) return;
  state.bury_replaced();
  if (state.current) {
    state.manifest.segments.push_back(state.current->finish());
    state.current.reset();
  }
  state.merge_when_many();
  ++state.manifest.generation;
  write_manifest(state.folder, state.manifest);
  state.before = {};  // its locks would keep the segments that are no longer needed
  remove_unused_segments(state.folder, state.manifest);
}

}  // namespace imr
