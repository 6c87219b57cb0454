// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/input_items.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "corpus/archive_reader.h"
#include "corpus/byte_source.h"
#include "corpus/corpus_error.h"
#include "corpus/gzip_stream.h"
#include "corpus/letter_names.h"

namespace imr {
namespace {

// Of one letter; the longest known has 10 pages and some 30 KB of text.
constexpr std::size_t kMaxLetterBytes = std::size_t{64} << 20;
constexpr std::size_t kBatchBytes = std::size_t{256} << 10;  // of records read at a time
constexpr int kDeepest = 2;                                  // an archive in an archive

// Something to be read: a file, or a member of an archive.
struct Content {
  std::string source;
  std::string name;    // whose ending tells the kind
  bool named = false;  // given itself
  int depth = 0;       // archives around it
};

class ItemFinder {
 public:
  explicit ItemFinder(const std::function<void(InputItem)>& on_item) : on_item_(on_item) {}

  void find(const std::string& path) {
    visit_input_files(
        path, [this](const InputFile& file) { read_file(file); },
        [this](const std::string& where, int error) {
          reject({where, 0, error == EACCES || error == EPERM ? "permission_denied" : "unreadable",
                  std::strerror(error)});
        });
  }

 private:
  void reject(Rejection rejection) {
    InputItem item;
    item.rejected = std::move(rejection);
    give(std::move(item));
  }

  void give(InputItem item) {
    item.input_bytes = bytes_before_ + bytes_of_file_;
    on_item_(std::move(item));
  }

  // What cannot be read costs itself only.
  template <typename Work>
  void rejecting(const std::string& source, const Work& work) {
    try {
      work();
    } catch (const CorpusError& error) {
      reject({source, error.line(), error.code(), error.what()});
    }
  }

  void read_file(const InputFile& file) {
    bytes_of_file_ = 0;
    rejecting(file.path, [&] {
      ByteSource bytes(open_bytes(file.path));
      read_content({file.path, file.path, file.named, 0}, bytes);
      bytes_of_file_ = bytes.bytes_taken();
    });
    bytes_before_ += std::max(file.bytes, bytes_of_file_);
    bytes_of_file_ = 0;
  }

  void read_content(const Content& content, ByteSource& bytes) {
    const auto first_bytes = bytes.peek();
    if (first_bytes.empty()) throw CorpusError("empty", "is empty");
    const auto kind = kind_of(content, first_bytes);
    if (!kind) return;
    if (*kind == InputKind::archive) return read_archive(content, bytes);
    if (*kind == InputKind::json_lines) return read_lines(content, bytes);
    InputItem item;
    item.source = content.source;
    item.title = file_title(content.name);
    item.kind = *kind;
    item.bytes = bytes.read_all(kMaxLetterBytes);
    if (content.depth == 0) bytes_of_file_ = bytes.bytes_taken();
    give(std::move(item));
  }

  // None: of another kind, found and not named.
  static std::optional<InputKind> kind_of(const Content& content, std::string_view first_bytes) {
    if (begins_archive(first_bytes)) return InputKind::archive;
    if (const auto kind = kind_of_ending(content.name)) return *kind;
    const auto kind = kind_of_bytes(first_bytes);
    if (kind || content.name == "-") return kind.value_or(InputKind::text);
    if (!content.named) return std::nullopt;
    throw CorpusError("unknown_kind", "is neither a PDF, nor JSON Lines, nor text, nor an archive of them");
  }

  // ---- archives ----

  void read_archive(const Content& content, ByteSource& bytes) {
    if (content.depth == kDeepest)
      throw CorpusError("nested_archive", "archives nested too deep; not opened");
    if (begins_gzip(bytes.peek())) return read_gzip(content, bytes);
    // A file of its own may be sought in, which a damaged or unusual .zip needs.
    if (content.depth == 0 && content.name != "-") {
      ArchiveReader archive(content.name);
      return read_members(content, archive);
    }
    ArchiveReader archive(bytes);
    read_members(content, archive);
  }

  // A tar in it is part of the same walk, anything else is the one content.
  void read_gzip(const Content& content, ByteSource& packed) {
    ByteSource bytes(unpack_gzip(packed));
    const std::string name(without_compression_ending(content.name));
    const bool tar = has_ending(name, ".tar") || has_ending(name, ".tgz");
    if (tar || (begins_archive(bytes.peek()) && !begins_gzip(bytes.peek()))) {
      ArchiveReader archive(bytes);
      return read_members(content, archive);
    }
    read_content({content.source, name, content.named, content.depth + 1}, bytes);
    if (content.depth == 0) bytes_of_file_ = packed.bytes_taken();
  }

  void read_members(const Content& content, ArchiveReader& archive) {
    bool any = false;
    while (const auto member = archive.next()) {
      any = true;
      if (content.depth == 0) bytes_of_file_ = archive.bytes_taken();
      if (member->folder || is_passed_over(*member)) continue;
      const bool whole = member->name.empty();  // a compressed file and no archive
      const Content inner = {whole ? content.source : content.source + "!" + member->name,
                             whole ? std::string(without_compression_ending(content.name)) : member->name,
                             whole && content.named, content.depth + 1};
      rejecting(inner.source, [&] {
        if (member->fault) throw *member->fault;
        ByteSource bytes(archive.content());
        read_content(inner, bytes);
      });
      if (whole) return;
    }
    if (!any) throw CorpusError("empty", "is an archive without anything in it");
  }

  // As in a folder, files of other kinds are nobody's concern; nor is what macOS puts beside each file.
  static bool is_passed_over(const ArchiveMember& member) {
    if (member.name.empty()) return false;
    const auto base = std::string_view(member.name).substr(member.name.rfind('/') + 1);
    return base.starts_with("._") || !kind_of_ending(member.name);
  }

  // ---- records ----

  void read_lines(const Content& content, ByteSource& bytes) {
    InputItem batch = batch_of(content);
    std::size_t batch_bytes = 0;
    const auto finish = [&] {
      if (content.depth == 0) bytes_of_file_ = bytes.bytes_taken();
      if (!batch.lines.empty()) give(std::exchange(batch, batch_of(content)));
      batch_bytes = 0;
    };
    for (std::size_t number = 1;; ++number) {
      RecordLine line{number, {}};
      const LineRead read = next_line(bytes, line, finish);
      if (read == LineRead::end) return finish();
      if (read == LineRead::too_long) {
        finish();
        reject({content.source, number, "too_large", "a line of more than 64 MB"});
        // What unpacks to so much is hardly meant to be read; a file on disk ends somewhere.
        if (content.depth > 0) throw CorpusError("too_large", "what follows is not read", number + 1);
        continue;
      }
      batch_bytes += line.text.size();
      batch.lines.push_back(std::move(line));
      if (batch_bytes >= kBatchBytes) finish();
    }
  }

  // A fault belongs behind the lines before it.
  template <typename Finish>
  static LineRead next_line(ByteSource& bytes, RecordLine& line, const Finish& finish) {
    try {
      return bytes.next_line(line.text, kMaxLetterBytes);
    } catch (const CorpusError& error) {
      finish();
      throw CorpusError(error.code(), error.what(), line.number);
    }
  }

  static InputItem batch_of(const Content& content) {
    InputItem item;
    item.source = content.source;
    item.kind = InputKind::json_lines;
    return item;
  }

  const std::function<void(InputItem)>& on_item_;
  std::uint64_t bytes_before_ = 0;   // in files that are done
  std::uint64_t bytes_of_file_ = 0;  // taken of the file at hand
};

}  // namespace

void visit_input_items(const std::vector<std::string>& paths, const std::function<void(InputItem)>& on_item) {
  ItemFinder finder(on_item);
  for (const auto& path : paths) finder.find(path);
}

}  // namespace imr
