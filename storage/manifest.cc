// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/manifest.h"

#include <algorithm>

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
                    .next_segment = json.at("next_segment")};
  for (const Json& segment : json.at("segments")) manifest.segments.push_back(segment_of(segment));
  return manifest;
}

// Names come from a file that anyone could have edited; only our own may be removed or opened.
bool well_named(const Manifest& manifest) {
  return std::ranges::all_of(manifest.segments, [](const SegmentInfo& segment) {
    return segment.name.starts_with("segment-") && segment.database.starts_with("db-") &&
           segment.name.find('/') == std::string::npos && segment.database.find('/') == std::string::npos;
  });
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
               {"segments", Json::array()}};
  for (const SegmentInfo& segment : manifest.segments) json["segments"].push_back(segment_json(segment));
  replace_durably(folder / kManifestName, json.dump(1) + "\n");
}

void remove_unused_segments(const fs::path& folder, const Manifest& manifest) noexcept {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("segment-") || !entry.is_directory(ignored)) continue;
    if (!ReaderLock::unused(entry.path() / "columns")) continue;
    const auto used = std::ranges::find(manifest.segments, name, &SegmentInfo::name);
    if (used == manifest.segments.end()) {
      fs::remove_all(entry.path(), ignored);
      continue;
    }
    for (const auto& inner : fs::directory_iterator(entry.path(), ignored)) {
      const std::string database = inner.path().filename().string();
      if (database.starts_with("db-") && database != used->database) fs::remove_all(inner.path(), ignored);
    }
  }
}

}  // namespace imr
