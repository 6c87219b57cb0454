// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <optional>
#include <string_view>
#include <type_traits>

#include <sys/stat.h>

#include "corpus/byte_source.h"
#include "corpus/corpus_error.h"
#include "corpus/input_files.h"
#include "corpus/letter_json.h"
#include "corpus/letter_names.h"
#include "corpus/letter_reader.h"
#include "corpus/letter_split.h"
#include "corpus/pdf_client.h"
#include "corpus/text_encoding.h"

namespace imr {
namespace {

// Of one letter; the longest known has 10 pages and some 30 KB of text.
constexpr std::size_t kMaxLetterBytes = std::size_t{64} << 20;

Rejection unreadable(const std::string& path, int error) {
  return {path, 0, error == EACCES || error == EPERM ? "permission_denied" : "unreadable",
          std::strerror(error)};
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\v\f") == line.npos; }

// Reads all inputs of one call.
class InputReader {
 public:
  explicit InputReader(const InputHandlers& handlers) : handlers_(handlers) {}

  void read(const std::vector<std::string>& paths) {
    if (handlers_.on_progress) progress_.bytes_total = total_of(paths);
    for (const auto& path : paths) {
      visit_input_files(
          path, [this](const InputFile& file) { read_file(file); },
          [this](const std::string& where, int error) { handlers_.on_rejected(unreadable(where, error)); });
    }
  }

 private:
  static std::uint64_t total_of(const std::vector<std::string>& paths) {
    if (std::ranges::find(paths, "-") != paths.end()) return 0;
    std::uint64_t total = 0;
    for (const auto& path : paths) {
      visit_input_files(
          path, [&](const InputFile& file) { total += file.bytes; }, [](const std::string&, int) {});
    }
    return total;
  }

  // Runs `work`, which gives an optional value; what it throws becomes a rejection. A letter that trips the
  // reader in a way nobody thought of must not cost the others. What the handlers throw is theirs and passes.
  template <typename Work>
  std::invoke_result_t<Work> rejecting(const std::string& source, std::size_t line, const Work& work) {
    Rejection rejection{source, line, "internal", {}};
    try {
      return work();
    } catch (const CorpusError& error) {
      rejection.code = error.code();
      rejection.reason = error.what();
      if (line == 0) rejection.line = error.line();
    } catch (const std::exception& error) {
      rejection.reason = error.what();
    }
    handlers_.on_rejected(rejection);
    return std::nullopt;
  }

  void tell_progress(std::uint64_t bytes_done) {
    progress_.bytes_done = bytes_done;
    if (handlers_.on_progress) handlers_.on_progress(progress_);
  }

  void read_file(const InputFile& file) {
    const auto done_before = progress_.bytes_done;
    std::optional<ByteSource> bytes;
    std::optional<InputKind> kind;
    const auto decoded = rejecting(file.path, 0, [&]() -> std::optional<DecodedText> {
      bytes.emplace(file.path);
      kind = kind_of(file, bytes->peek());
      if (kind == InputKind::json_lines) return std::nullopt;
      return text_of(*kind, *bytes);
    });
    if (decoded) read_letters(file, *decoded);
    if (kind == InputKind::json_lines) read_records(file, *bytes, done_before);
    tell_progress(done_before + std::max(file.bytes, bytes ? bytes->bytes_taken() : 0));
  }

  static InputKind kind_of(const InputFile& file, std::string_view first_bytes) {
    if (first_bytes.empty()) throw CorpusError("empty", "is empty");
    if (const auto kind = kind_of_ending(file.path)) return *kind;
    if (const auto kind = kind_of_bytes(first_bytes)) return *kind;
    if (file.path == "-") return InputKind::text;
    throw CorpusError("unknown_kind", "is neither a PDF, nor JSON Lines, nor text");
  }

  DecodedText text_of(InputKind kind, ByteSource& bytes) {
    auto content = bytes.read_all(kMaxLetterBytes);
    if (kind == InputKind::pdf) return DecodedText{pdf_client_.read(content)};
    return decode_text(std::move(content));
  }

  // A file may hold several letters, one after the other.
  void read_letters(const InputFile& file, const DecodedText& decoded) {
    for (const auto& part : split_letters(decoded.text)) {
      const bool first = part.first_line == 1;
      const auto source = first ? file.path : file.path + ":" + std::to_string(part.first_line);
      auto letter = rejecting(source, 0, [&]() -> std::optional<Determination> {
        return whole_letter(file, source, part, decoded.converted_from);
      });
      if (letter) handlers_.on_letter(std::move(*letter));
    }
  }

  Determination whole_letter(const InputFile& file, const std::string& source, const LetterText& part,
                             const std::string& converted_from) {
    auto letter = read_letter(part.text, [](const Problem&) {});
    letter.source = source;
    for (auto& problem : letter.problems) {
      if (problem.line > 0) problem.line += part.first_line - 1;
    }
    std::vector<Problem> problems;
    if (!converted_from.empty()) {
      problems.push_back({0, "encoding", "not UTF-8; read as " + converted_from});
    }
    if (letter.case_number.empty()) name_letter(letter, file_title(file.path), part.text, problems);
    letter.problems.insert(letter.problems.begin(), problems.begin(), problems.end());
    return letter;
  }

  void name_letter(Determination& letter, const std::string& title, std::string_view text,
                   std::vector<Problem>& problems) {
    letter.case_number = names_.name(title, text);
    if (letter.case_number == title) return;
    problems.push_back({0, "duplicate_name",
                        "another letter without a case number is named \"" + title +
                            "\"; this one is kept as \"" + letter.case_number + "\""});
  }

  void read_records(const InputFile& file, ByteSource& bytes, std::uint64_t done_before) {
    std::string line;
    std::size_t line_no = 0;
    for (bool more = true; more;) {
      auto letter = rejecting(file.path, ++line_no, [&]() -> std::optional<Determination> {
        more = false;  // unless the line can be read
        const auto read = bytes.next_line(line, kMaxLetterBytes);
        more = read != LineRead::end;
        if (read == LineRead::too_long) throw CorpusError("too_large", "a line of more than 64 MB");
        return record_of(file.path, line_no, line);
      });
      if (letter) handlers_.on_letter(std::move(*letter));
      tell_progress(done_before + bytes.bytes_taken());
    }
  }

  static std::optional<Determination> record_of(const std::string& path, std::size_t line_no,
                                                std::string_view line) {
    constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
    if (line_no == 1 && line.starts_with(kUtf8Mark)) line.remove_prefix(kUtf8Mark.size());
    if (is_blank(line)) return std::nullopt;
    auto letter = read_record(line);
    if (letter.source.empty()) letter.source = path + ":" + std::to_string(line_no);
    return letter;
  }

  const InputHandlers& handlers_;
  InputProgress progress_;
  LetterNames names_;
  PdfClient pdf_client_;
};

}  // namespace

void check_inputs_exist(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    struct stat status {};
    if (path == "-" || stat(path.c_str(), &status) == 0) continue;
    if (errno == ENOENT || errno == ENOTDIR)
      throw CorpusError("no_such_path", "\"" + path + "\": no such file or folder");
  }
}

void read_inputs(const std::vector<std::string>& paths, const InputHandlers& handlers) {
  check_inputs_exist(paths);
  InputReader(handlers).read(paths);
}

}  // namespace imr
