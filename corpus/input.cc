// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/input.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>
#include <variant>

#include <sys/stat.h>

#include "corpus/corpus_error.h"
#include "corpus/input_files.h"
#include "corpus/input_items.h"
#include "corpus/item_reader.h"
#include "corpus/letter_names.h"
#include "corpus/ordered_work.h"

namespace imr {
namespace {

std::uint64_t total_of(const std::vector<std::string>& paths) {
  if (std::ranges::find(paths, "-") != paths.end()) return 0;
  std::uint64_t total = 0;
  for (const auto& path : paths) {
    visit_input_files(
        path, [&](const InputFile& file) { total += file.bytes; }, [](const std::string&, int) {});
  }
  return total;
}

// An item read on some thread.
struct DoneItem {
  std::vector<ItemOutcome> outcomes;
  std::uint64_t input_bytes = 0;
};

std::function<DoneItem(InputItem)> item_work(const InputOptions& options) {
  return [reader = std::make_shared<ItemReader>(options)](const InputItem& item) {
    return DoneItem{reader->read(item), item.input_bytes};
  };
}

// Hands on what was read, in order, on the caller's thread.
class Delivery {
 public:
  Delivery(const InputHandlers& handlers, std::uint64_t bytes_total) : handlers_(handlers) {
    progress_.bytes_total = bytes_total;
  }

  void deliver(DoneItem item) {
    for (auto& outcome : item.outcomes) {
      if (auto* rejection = std::get_if<Rejection>(&outcome)) {
        handlers_.on_rejected(*rejection);
      } else {
        deliver(std::move(std::get<ReadLetter>(outcome)));
      }
    }
    progress_.bytes_done = item.input_bytes;
    if (handlers_.on_progress) handlers_.on_progress(progress_);
  }

 private:
  void deliver(ReadLetter read) {
    if (read.determination.case_number.empty()) name(read);
    handlers_.on_letter(std::move(read.determination));
  }

  void name(ReadLetter& read) {
    auto& letter = read.determination;
    const auto is_taken = [&](const std::string& name) {
      return handlers_.is_taken && handlers_.is_taken(name, letter);
    };
    letter.case_number = names_.name(read.title, read.text, is_taken);
    if (letter.case_number == read.title) return;
    letter.problems.insert(letter.problems.begin(),
                           {0, "duplicate_name",
                            "another letter without a case number is named \"" + read.title +
                                "\"; this one is kept as \"" + letter.case_number + "\""});
  }

  const InputHandlers& handlers_;
  InputProgress progress_;
  LetterNames names_;
};

std::size_t size_of(const InputItem& item) {
  std::size_t size = item.bytes.size();
  for (const auto& line : item.lines) size += line.text.size();
  return size;
}

}  // namespace

void read_inputs(const std::vector<std::string>& paths, const InputHandlers& handlers,
                 const InputOptions& options) {
  check_inputs_exist(paths);
  Delivery delivery(handlers, handlers.on_progress ? total_of(paths) : 0);
  OrderedWork<InputItem, DoneItem> work(
      options.jobs, [&] { return item_work(options); },
      [&](DoneItem item) { delivery.deliver(std::move(item)); });
  visit_input_items(paths, [&](InputItem item) {
    const std::size_t size = size_of(item);
    work.submit(std::move(item), size);
  });
  work.finish();
}

void check_inputs_exist(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    struct stat status {};
    if (path == "-" || stat(path.c_str(), &status) == 0) continue;
    if (errno == ENOENT || errno == ENOTDIR)
      throw CorpusError("no_such_path", "\"" + path + "\": no such file or folder");
  }
}

}  // namespace imr
