// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/input_files.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include <dirent.h>
#include <sys/stat.h>

namespace imr {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

bool is_control(unsigned char c) { return c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1a && c != 0x1b; }

// Walks one tree.
class Walk {
 public:
  Walk(const std::function<void(const InputFile&)>& on_file,
       const std::function<void(const std::string&, int)>& on_unreadable)
      : on_file_(on_file), on_unreadable_(on_unreadable) {}

  void visit(const std::string& path, bool named) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
      if (named || kind_of_ending(path)) on_unreadable_(path, errno);
    } else if (S_ISDIR(status.st_mode)) {
      if (entered_.emplace(status.st_dev, status.st_ino).second) visit_folder(path);
    } else if (named || (S_ISREG(status.st_mode) && kind_of_ending(path))) {
      const auto bytes = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
      on_file_({path, bytes, named});
    }
  }

 private:
  struct Entry {
    std::string name;
    std::string order;  // a folder sorts as its paths do: with the slash
  };

  void visit_folder(const std::string& path) {
    const auto prefix = path.ends_with('/') ? path : path + "/";
    std::vector<Entry> entries;
    if (!list(path, prefix, entries)) return;
    std::ranges::sort(entries, {}, &Entry::order);
    for (const auto& entry : entries) visit(prefix + entry.name, false);
  }

  bool list(const std::string& path, const std::string& prefix, std::vector<Entry>& entries) {
    const std::unique_ptr<DIR, CloseFolder> folder(opendir(path.c_str()));
    if (!folder) {
      on_unreadable_(path, errno);
      return false;
    }
    while (const auto* entry = readdir(folder.get())) {
      const std::string name = entry->d_name;
      // "._letter.pdf" is what macOS keeps of a file beside it.
      if (name == "." || name == ".." || name.starts_with("._")) continue;
      entries.push_back({name, is_folder(*entry, prefix + name) ? name + "/" : name});
    }
    return true;
  }

  static bool is_folder(const dirent& entry, const std::string& path) {
    if (entry.d_type != DT_UNKNOWN && entry.d_type != DT_LNK) return entry.d_type == DT_DIR;
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  }

  const std::function<void(const InputFile&)>& on_file_;
  const std::function<void(const std::string&, int)>& on_unreadable_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

bool has_ending(std::string_view path, std::string_view ending) {
  if (path.size() < ending.size()) return false;
  return std::ranges::equal(path.substr(path.size() - ending.size()), ending,
                            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

std::string_view without_compression_ending(std::string_view path) {
  for (const std::string_view ending : {".gz", ".xz", ".zst"}) {
    if (has_ending(path, ending)) return path.substr(0, path.size() - ending.size());
  }
  return path;
}

std::optional<InputKind> kind_of_ending(std::string_view path) {
  constexpr std::pair<std::string_view, InputKind> kEndings[] = {
      {".txt", InputKind::text},    {".pdf", InputKind::pdf},     {".jsonl", InputKind::json_lines},
      {".zip", InputKind::archive}, {".tar", InputKind::archive}, {".tgz", InputKind::archive},
      {".txz", InputKind::archive}, {".tzst", InputKind::archive}};
  for (const auto& [ending, kind] : kEndings) {
    if (has_ending(path, ending)) return kind;
  }
  const auto inner = without_compression_ending(path);
  if (inner.size() == path.size()) return std::nullopt;
  const auto base = inner.substr(inner.rfind('/') + 1);
  const bool known = kind_of_ending(inner) || (!base.empty() && base.find('.') == base.npos);
  return known ? std::optional(InputKind::archive) : std::nullopt;
}

std::optional<InputKind> kind_of_bytes(std::string_view first_bytes) {
  constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
  if (first_bytes.starts_with("\xff\xfe") || first_bytes.starts_with("\xfe\xff")) return InputKind::text;
  if (first_bytes.starts_with(kUtf8Mark)) first_bytes.remove_prefix(kUtf8Mark.size());
  first_bytes.remove_prefix(std::min(first_bytes.find_first_not_of(" \t\r\n"), first_bytes.size()));
  if (first_bytes.starts_with("%PDF-")) return InputKind::pdf;
  if (first_bytes.starts_with('{')) return InputKind::json_lines;
  if (std::ranges::any_of(first_bytes, [](char c) { return is_control(static_cast<unsigned char>(c)); })) {
    return std::nullopt;
  }
  return InputKind::text;
}

void visit_input_files(const std::string& path, const std::function<void(const InputFile&)>& on_file,
                       const std::function<void(const std::string&, int)>& on_unreadable) {
  if (path == "-") return on_file({path, 0, true});
  Walk(on_file, on_unreadable).visit(path, true);
}

}  // namespace imr
