// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace imr {

enum class InputKind { text, pdf, json_lines, archive };

// Whether the path ends so, whatever its case; `ending` is in small letters.
bool has_ending(std::string_view path, std::string_view ending);

// The path without the ending of a compression (.gz, .xz, .zst); the path itself if it has none.
std::string_view without_compression_ending(std::string_view path);

// What the ending of a path says, whatever its case; none for other endings. Of a compressed file (.gz, .xz,
// .zst) the ending before that must be known too, or there must be none.
std::optional<InputKind> kind_of_ending(std::string_view path);

// What the first bytes say: "%PDF-" a PDF, "{" JSON Lines, else text; none for what is no text at all.
std::optional<InputKind> kind_of_bytes(std::string_view first_bytes);

struct InputFile {
  std::string path;         // as given, or found under what was given
  std::uint64_t bytes = 0;  // 0 while unknown, as with standard input
  bool named = false;       // given itself, not found in a folder
};

// Tells of the files that `path` stands for: itself, or what lies under a folder, in byte order of whole
// paths. Found are the regular files of a known ending. Symbolic links are followed; a folder reached twice
// is read once. Folders and files that cannot be looked at go to `on_unreadable` with the reason.
void visit_input_files(const std::string& path, const std::function<void(const InputFile&)>& on_file,
                       const std::function<void(const std::string& path, int error)>& on_unreadable);

}  // namespace imr
