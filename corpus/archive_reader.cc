// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/archive_reader.h"

#include <cerrno>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

#include "corpus/corpus_error.h"

namespace imr {
namespace {

constexpr std::size_t kBlock = 64 * 1024;

[[noreturn]] void fail(archive* from) {
  const char* reason = archive_error_string(from);
  throw CorpusError("bad_archive", std::string("damaged archive: ") + (reason ? reason : "no reason given"));
}

std::string name_of(archive_entry* entry, std::size_t number) {
  // The program runs in the C locale, in which names beyond ASCII have no other form than these two.
  if (const char* name = archive_entry_pathname_utf8(entry)) return name;
  if (const char* name = archive_entry_pathname(entry)) return name;
  return "member-" + std::to_string(number);
}

}  // namespace

struct ArchiveReader::State {
  archive* reader = archive_read_new();
  ByteStream* bytes = nullptr;
  std::string block = {};
  std::optional<CorpusError> fault = {};  // of `bytes`, carried past libarchive
  std::size_t members = 0;

  State() {
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_format_tar(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_raw(reader);
  }
  ~State() { archive_read_free(reader); }
  State(State&&) = delete;

  // What libarchive calls for more bytes.
  static la_ssize_t read_block(archive* from, void* self, const void** block) {
    auto& state = *static_cast<State*>(self);
    try {
      const std::size_t count = state.bytes->read(state.block.data(), state.block.size());
      *block = state.block.data();
      return static_cast<la_ssize_t>(count);
    } catch (const CorpusError& error) {
      state.fault = error;
      archive_set_error(from, EIO, "%s", error.what());
      return ARCHIVE_FATAL;
    }
  }

  [[noreturn]] void fail_here() {
    if (fault) throw *fault;
    fail(reader);
  }

  bool is_raw() const { return archive_format(reader) == ARCHIVE_FORMAT_RAW; }
  bool is_compressed() const { return archive_filter_count(reader) > 1; }
};

namespace {

// The bytes of the member at hand.
class MemberStream : public ByteStream {
 public:
  MemberStream(archive* from, const std::optional<CorpusError>& fault) : from_(from), fault_(fault) {}

  std::size_t read(char* to, std::size_t most) override {
    const la_ssize_t count = archive_read_data(from_, to, most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (fault_) throw *fault_;
    fail(from_);
  }

 private:
  archive* from_;
  const std::optional<CorpusError>& fault_;
};

}  // namespace

ArchiveReader::ArchiveReader(const std::string& path) : state_(std::make_unique<State>()) {
  if (archive_read_open_filename(state_->reader, path.c_str(), kBlock) != ARCHIVE_OK) fail(state_->reader);
}

ArchiveReader::ArchiveReader(ByteStream& bytes) : state_(std::make_unique<State>()) {
  state_->bytes = &bytes;
  state_->block.resize(kBlock);
  if (archive_read_open(state_->reader, state_.get(), nullptr, State::read_block, nullptr) != ARCHIVE_OK)
    state_->fail_here();
}

ArchiveReader::~ArchiveReader() = default;

std::optional<ArchiveMember> ArchiveReader::next() {
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(state_->reader, &entry);
  if (result == ARCHIVE_EOF) return std::nullopt;
  if (result < ARCHIVE_WARN) state_->fail_here();
  ++state_->members;
  if (state_->is_raw()) {
    if (!state_->is_compressed()) throw CorpusError("bad_archive", "neither compressed nor an archive");
    return ArchiveMember{};
  }
  ArchiveMember member;
  member.name = imr::name_of(entry, state_->members);
  member.folder = archive_entry_filetype(entry) == AE_IFDIR;
  if (archive_entry_is_data_encrypted(entry)) {
    member.fault = CorpusError("locked_archive", "locked with a password");
  } else if (!member.folder && (archive_entry_hardlink(entry) || archive_entry_filetype(entry) != AE_IFREG)) {
    member.fault = CorpusError("link_in_archive", "a link or device within the archive; not followed");
  }
  return member;
}

std::unique_ptr<ByteStream> ArchiveReader::content() {
  return std::make_unique<MemberStream>(state_->reader, state_->fault);
}

std::uint64_t ArchiveReader::bytes_taken() const {
  return static_cast<std::uint64_t>(archive_filter_bytes(state_->reader, -1));
}

bool begins_archive(std::string_view first_bytes) {
  using namespace std::string_view_literals;
  constexpr std::size_t kTarMark = 257;
  for (const std::string_view mark :
       {"\x1f\x8b"sv, "\xfd\x37zXZ\0"sv, "\x28\xb5\x2f\xfd"sv, "PK\3\4"sv, "PK\5\6"sv}) {
    if (first_bytes.starts_with(mark)) return true;
  }
  return first_bytes.size() > kTarMark && first_bytes.substr(kTarMark).starts_with("ustar");
}

}  // namespace imr
