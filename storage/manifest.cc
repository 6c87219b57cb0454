// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/manifest.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <nlohmann/json.hpp>

#include "analyzers/analyzer.h"
#include "schema/index_error.h"
#include "schema/schema.h"
#include "storage/files.h"

namespace imr {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* kManifestName = "manifest.json";
constexpr const char* kFormatName = "imrsearch index";
constexpr std::string_view kSentencesPrefix = "sentences-";

// "segment-12" is, "segment-media" is not.
bool is_numbered(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix) || name.size() == prefix.size()) return false;
  return std::ranges::all_of(name.substr(prefix.size()), [](char c) { return c >= '0' && c <= '9'; });
}

Json segment_json(const SegmentInfo& segment) {
  return {{"name", segment.name},     {"database", segment.database}, {"letters", segment.letters},
          {"issues", segment.issues}, {"records", segment.records},   {"dead", segment.dead}};
}

SegmentInfo segment_of(const Json& json) {
  return {.name = json.at("name"),
          .database = json.at("database"),
          .letters = json.at("letters"),
          .issues = json.at("issues"),
          .records = json.at("records"),
          .dead = json.at("dead").get<std::vector<std::uint32_t>>()};
}

Manifest manifest_of(const Json& json) {
  Manifest manifest{.schema = json.at("schema"),
                    .analyzer = json.at("analyzer"),
                    .generation = json.at("generation"),
                    .next_segment = json.at("next_segment"),
                    .sentences = json.value("sentences", "")};
  for (const Json& segment : json.at("segments")) manifest.segments.push_back(segment_of(segment));
  return manifest;
}

// Names come from a file that anyone could have edited; only our own may be removed or opened. Other schemas
// have no counts of sentences; they are refused for what they are.
bool well_named(const Manifest& manifest) {
  const bool segments = std::ranges::all_of(manifest.segments, [](const SegmentInfo& segment) {
    return is_numbered(segment.name, "segment-") && is_numbered(segment.database, "db-");
  });
  return segments && (is_numbered(manifest.sentences, kSentencesPrefix) || manifest.schema != kSchemaVersion);
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    entries.push_back(at->path());
  }
  return entries;
}

bool is_ours(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name == "lock" || name == std::string(kManifestName) + ".tmp") return true;
  if (is_numbered(name, "segment-") || is_numbered(name, kSentencesPrefix)) return true;
  if (name != kManifestName) return false;
  // A damaged manifest is still ours if it names our format or stands beside segments.
  const auto segment = [](const fs::path& entry) {
    return is_numbered(entry.filename().string(), "segment-");
  };
  return MappedFile(path).bytes().find(kFormatName) != std::string_view::npos ||
         std::ranges::any_of(entries_of(path.parent_path()), segment);
}

}  // namespace

Manifest read_manifest(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / kManifestName, ignored)) {
    throw IndexError(IndexFault::not_found, folder.string(),
                     "no index here; create one with imr-index build");
  }
  const MappedFile file(folder / kManifestName);
  const Json json = Json::parse(file.bytes(), nullptr, false);
  try {
    if (json.is_object() && json.value("format", "") == kFormatName) {
      Manifest manifest = manifest_of(json);
      if (well_named(manifest)) return manifest;
    }
  } catch (const Json::exception&) {
    // falls through to the same complaint
  }
  throw IndexError(IndexFault::corrupt, (folder / kManifestName).string(), "damaged; build the index anew");
}

std::optional<Manifest> try_read_manifest(const fs::path& folder) {
  try {
    return read_manifest(folder);
  } catch (const IndexError& error) {
    if (error.fault() == IndexFault::not_found) return std::nullopt;
    throw;
  }
}

Manifest read_usable_manifest(const fs::path& folder) {
  Manifest manifest = read_manifest(folder);
  if (manifest.schema != kSchemaVersion) {
    throw IndexError(IndexFault::mismatch, folder.string(),
                     "index has schema " + std::to_string(manifest.schema) + ", this program needs " +
                         std::to_string(kSchemaVersion) + "; build it anew with imr-index build");
  }
  if (manifest.analyzer != analyzer_fingerprint()) {
    throw IndexError(IndexFault::mismatch, folder.string(),
                     "index was written with another analyzer (" + manifest.analyzer + ", this program has " +
                         analyzer_fingerprint() + "); build it anew with imr-index build");
  }
  return manifest;
}

void write_manifest(const fs::path& folder, const Manifest& manifest) {
  Json json = {{"format", kFormatName},
               {"schema", manifest.schema},
               {"analyzer", manifest.analyzer},
               {"generation", manifest.generation},
               {"next_segment", manifest.next_segment},
               {"sentences", manifest.sentences},
               {"segments", Json::array()}};
  for (const SegmentInfo& segment : manifest.segments) json["segments"].push_back(segment_json(segment));
  replace_durably(folder / kManifestName, json.dump(1) + "\n");
}

void check_is_index_folder(const fs::path& folder) {
  for (const fs::path& entry : entries_of(folder)) {
    if (is_ours(entry)) continue;
    throw IndexError(
        IndexFault::io, folder.string(),
        "holds \"" + entry.filename().string() + "\", which is no part of an index; name an empty folder");
  }
}

std::uint64_t first_free_segment(const fs::path& folder) {
  std::uint64_t highest = 0;
  for (const fs::path& entry : entries_of(folder)) {
    const std::string name = entry.filename().string();
    if (is_numbered(name, "segment-"))
      highest = std::max<std::uint64_t>(highest, std::strtoull(name.c_str() + 8, nullptr, 10));
  }
  return highest + 1;
}

std::string sentences_name(std::uint64_t generation) {
  return std::string(kSentencesPrefix) + std::to_string(generation);
}

void remove_unused_parts(const fs::path& folder, const Manifest& manifest) {
  std::error_code ignored;
  for (const fs::path& entry : entries_of(folder)) {
    const std::string name = entry.filename().string();
    if (is_numbered(name, kSentencesPrefix) && name != manifest.sentences) fs::remove(entry, ignored);
    if (!is_numbered(name, "segment-") || !ReaderLock::unused(entry / "columns")) continue;
    const auto used = std::ranges::find(manifest.segments, name, &SegmentInfo::name);
    if (used == manifest.segments.end()) {
      fs::remove_all(entry, ignored);
      continue;
    }
    for (const fs::path& inner : entries_of(entry)) {
      const std::string database = inner.filename().string();
      if (is_numbered(database, "db-") && database != used->database) fs::remove_all(inner, ignored);
    }
  }
}

}  // namespace imr
