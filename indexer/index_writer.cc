// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_writer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "analyzers/analyzer.h"
#include "corpus/letter_json.h"
#include "indexer/rationale_sentences.h"
#include "indexer/segment_draft.h"
#include "schema/index_error.h"
#include "storage/files.h"
#include "storage/segment.h"
#include "storage/sentence_counts.h"

namespace imr {

namespace {

namespace fs = std::filesystem;

// More segments than this are merged, the smallest first: every query pays for each segment.
constexpr std::size_t kMaxSegments = 8;

// As long as an index has no more letters than this, those that are there are written again when what recurs
// among all of them has changed.
constexpr std::size_t kRewrittenLetters = 500;

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
  State(const fs::path& at, bool keep, unsigned jobs) : fresh(!keep), folder(at), lock(at), threads(jobs) {
    if (keep) {
      before = open_index(folder);
      manifest = before.manifest;
      sentences = SentenceCounts(folder / manifest.sentences);
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

  SegmentDraft& draft() {
    if (!current) current = std::make_unique<SegmentDraft>(folder, next_segment_name());
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

  Recurs recurs() const {
    return [this](std::uint64_t fingerprint) { return sentences.recurs(fingerprint); };
  }

  // A letter of the index as it was gives way to another, or goes.
  void bury(std::size_t segment, LetterOrdinal letter) {
    dead[segment].insert(letter);
    const Determination gone = read_record(before.segments[segment]->letters().record(letter));
    sentences.remove(rationale_fingerprints(gone));
  }

  // As long as an index is small its history does not show: letters written when other sentences recurred are
  // written again.
  void rewrite_stale() {
    if (sentences.letters() > kRewrittenLetters) return;
    for (std::size_t i = 0; i < before.segments.size(); ++i) {
      const Segment& segment = *before.segments[i];
      for (LetterOrdinal letter = 0; letter < segment.letters().letters(); ++letter) {
        if (!segment.alive(letter) || dead[i].contains(letter)) continue;
        const Determination determination = read_record(segment.letters().record(letter));
        if (!is_stale(segment, letter, determination)) continue;
        dead[i].insert(letter);
        draft().keep(segment.letters().record(letter), segment.letters().hash(letter));
      }
    }
  }

  bool is_stale(const Segment& segment, LetterOrdinal letter, const Determination& determination) const {
    Row row = segment.columns().first_row(letter);
    return !std::ranges::all_of(determination.issues, [&](const Issue& issue) {
      return standing_text(issue.rationale, recurs()).recurring == recurring_in(segment, row++, issue);
    });
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
    for (const SegmentInfo& info : small) rewrite(Segment(folder, info), {});
    finish_draft();
  }

  void finish_draft() {
    if (!current) return;
    manifest.segments.push_back(current->finish(recurs(), threads));
    current.reset();
  }

  void rewrite(const Segment& segment, const std::set<LetterOrdinal>& without) {
    for (LetterOrdinal letter = 0; letter < segment.letters().letters(); ++letter) {
      if (!segment.alive(letter) || without.contains(letter)) continue;
      draft().keep(segment.letters().record(letter), segment.letters().hash(letter));
    }
  }

  bool fresh;             // replaces all that was there
  bool replaced = false;  // all that was there is in the draft
  fs::path folder;
  WriterLock lock;
  OpenIndex before;
  Manifest manifest;
  std::vector<std::set<LetterOrdinal>> dead;  // by segment of `before`
  struct Given {
    ContentHash hash;
    std::optional<LetterOrdinal> kept;  // in the draft
  };
  std::map<std::string, Given, std::less<>> given;  // to this writer
  std::unique_ptr<SegmentDraft> current;
  unsigned threads;
  SentenceCounts sentences;
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

IndexWriter IndexWriter::fresh(const fs::path& folder, unsigned threads) {
  return IndexWriter(std::make_unique<State>(created(folder), false, threads));
}

IndexWriter IndexWriter::changing(const fs::path& folder, unsigned threads) {
  return IndexWriter(std::make_unique<State>(existing(folder), true, threads));
}

IndexWriter::Added IndexWriter::add(const Determination& determination) {
  State& state = *state_;
  const std::string& name = determination.case_number;
  const ContentHash hash = hash_of(determination);
  const auto [given, first] = state.given.try_emplace(name, State::Given{hash, std::nullopt});
  if (!first && given->second.hash == hash) return Added::again;
  given->second.hash = hash;
  const auto found = state.find_before(name);
  if (found && first && state.before.segments[found->first]->letters().hash(found->second) == hash) {
    return Added::unchanged;
  }
  if (found) state.bury(found->first, found->second);
  std::optional<LetterOrdinal>& kept = given->second.kept;
  if (kept) {
    state.draft().drop(*kept);
  } else {
    state.sentences.add(rationale_fingerprints(determination));
  }
  kept = state.draft().keep(letter_record(determination), hash);
  return !first ? Added::repeated : found ? Added::replaced : Added::fresh;
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
    state_->bury(found->first, found->second);
    return true;
  }
  return false;
}

bool IndexWriter::compact() {
  State& state = *state_;
  const auto& segments = state.manifest.segments;
  if (segments.empty() || (segments.size() == 1 && segments.front().dead.empty())) return false;
  for (std::size_t i = 0; i < segments.size(); ++i) state.rewrite(*state.before.segments[i], state.dead[i]);
  state.manifest.segments.clear();
  state.replaced = true;
  return true;
}

void IndexWriter::commit() {
  const std::unique_ptr<State> used_up = std::move(state_);
  State& state = *used_up;
  const bool nobody_left = std::ranges::all_of(state.dead, &std::set<LetterOrdinal>::empty);
  if (!state.fresh && !state.current && nobody_left) return;
  if (!state.replaced) {
    state.rewrite_stale();
    state.bury_replaced();
  }
  state.finish_draft();
  state.merge_when_many();
  ++state.manifest.generation;
  state.manifest.sentences = sentences_name(state.manifest.generation);
  state.sentences.save(state.folder / state.manifest.sentences);
  sync_folder(state.folder);
  write_manifest(state.folder, state.manifest);
  state.before = {};  // its locks would keep the segments that are no longer needed
  remove_unused_parts(state.folder, state.manifest);
}

}  // namespace imr
