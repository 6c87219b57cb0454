// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/item_reader.h"

#include <exception>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/corpus_error.h"
#include "corpus/letter_json.h"
#include "corpus/letter_reader.h"
#include "corpus/letter_split.h"
#include "corpus/pdf_client.h"
#include "corpus/text_encoding.h"
#include "corpus/text_recognition.h"

namespace imr {
namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\v\f") == line.npos; }

// None for a blank line.
std::optional<ReadLetter> record_of(const std::string& source, const RecordLine& line) {
  constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
  std::string_view text = line.text;
  if (line.number == 1 && text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  if (is_blank(text)) return std::nullopt;
  auto letter = read_record(text);
  if (letter.source.empty()) letter.source = source + ":" + std::to_string(line.number);
  return ReadLetter{std::move(letter)};
}

ReadLetter letter_of(const InputItem& item, const std::string& source, const LetterText& part,
                     const std::string& converted_from) {
  ReadLetter read{read_single_letter(part.text)};
  auto& letter = read.determination;
  letter.source = source;
  for (auto& problem : letter.problems) {
    if (problem.line > 0) problem.line += part.first_line - 1;
  }
  if (!converted_from.empty()) {
    letter.problems.insert(letter.problems.begin(), {0, "encoding", "not UTF-8; read as " + converted_from});
  }
  if (letter.case_number.empty()) {
    read.title = item.title;
    read.text = text_hash(part.text);
  }
  return read;
}

}  // namespace

struct ItemReader::State {
  explicit State(const InputOptions& options) : tesseract(options.tesseract) {}

  std::string tesseract;
  PdfClient pdf_client{};
  bool recognised = false;  // the text of the item at hand is from a scan
  std::vector<ItemOutcome> outcomes = {};

  // Runs `work`, which gives an optional letter; what it throws becomes a rejection. A letter that trips the
  // reader in a way nobody thought of must not cost the others.
  void rejecting(const std::string& source, std::size_t line,
                 const std::function<std::optional<ReadLetter>()>& work) {
    Rejection rejection{source, line, "internal", {}};
    try {
      if (auto letter = work()) outcomes.emplace_back(std::move(*letter));
      return;
    } catch (const CorpusError& error) {
      rejection.code = error.code();
      rejection.reason = error.what();
      if (line == 0) rejection.line = error.line();
    } catch (const std::exception& error) {
      rejection.reason = error.what();
    }
    outcomes.emplace_back(std::move(rejection));
  }

  DecodedText text_of(const InputItem& item) {
    return item.kind == InputKind::pdf ? pdf_text_of(item) : decode_text(item.bytes);
  }

  DecodedText pdf_text_of(const InputItem& item) {
    try {
      return {pdf_client.read(item.bytes)};
    } catch (const CorpusError& error) {
      if (error.code() != "scanned_pdf" || tesseract.empty()) throw;
    }
    recognised = true;
    return {recognised_pdf(pdf_client, tesseract, item.bytes)};
  }

  // A file may hold several letters, one after the other.
  void read_letters(const InputItem& item, const DecodedText& decoded) {
    for (const auto& part : split_letters(decoded.text)) {
      const bool first = part.first_line == 1;
      const auto source = first ? item.source : item.source + ":" + std::to_string(part.first_line);
      rejecting(source, 0, [&] {
        auto read = letter_of(item, source, part, decoded.converted_from);
        if (recognised) {
          auto& problems = read.determination.problems;
          problems.insert(problems.begin(),
                          {0, "ocr", "a scan, read by text recognition; it may hold slips"});
        }
        return read;
      });
    }
  }

  void read_text(const InputItem& item) {
    std::optional<DecodedText> decoded;
    recognised = false;
    rejecting(item.source, 0, [&] {
      decoded = text_of(item);
      return std::nullopt;
    });
    if (decoded) read_letters(item, *decoded);
  }
};

ItemReader::ItemReader(const InputOptions& options) : state_(new State(options)) {}
ItemReader::ItemReader(ItemReader&&) noexcept = default;
ItemReader::~ItemReader() = default;

std::vector<ItemOutcome> ItemReader::read(const InputItem& item) {
  state_->outcomes.clear();
  if (item.rejected) {
    state_->outcomes.emplace_back(*item.rejected);
  } else if (item.kind == InputKind::json_lines) {
    for (const auto& line : item.lines)
      state_->rejecting(item.source, line.number, [&] { return record_of(item.source, line); });
  } else {
    state_->read_text(item);
  }
  return std::exchange(state_->outcomes, {});
}

}  // namespace imr
