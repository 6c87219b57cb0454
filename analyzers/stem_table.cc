// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stem_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "analyzers/data_lines.h"
#include "analyzers/data_tables.h"
#include "analyzers/stem_probes.h"
#include "analyzers/table_images.h"

namespace imr {

extern const std::string_view kStemExceptionsTxt;
extern const std::string_view kWordFormsTsv;
extern const std::string_view kWordFamiliesTsv;

namespace {

class StemTableMaker {
 public:
  FlatImage make() {
    for (const auto line : data_lines(kStemExceptionsTxt)) {
      const auto blank = line.find(' ');
      add(line.substr(0, blank), line.substr(blank + 1));
    }
    for (const auto& row : table_rows(kWordFamiliesTsv, 2)) add_family(row[0], row[1]);
    for (const auto& row : table_rows(kWordFormsTsv, 3)) {
      // What may be meant is not what is meant: "lumber" is offered, not read, as "lumbar".
      if (row[2] == "unsure") continue;
      Entry& entry = add(row[0], stem_of(row[1]));
      if (entry.usual.empty()) entry.usual = row[1];
    }
    return write();
  }

 private:
  struct Entry {
    std::string stem;
    std::string_view usual = {};
  };

  // What was said of a word first holds.
  Entry& add(std::string_view word, std::string_view stem) {
    return entries_.emplace(word, Entry{std::string(stem)}).first->second;
  }

  void add_family(std::string_view name, std::string_view words) {
    const std::string stem = stem_of(name);
    while (!words.empty()) {
      const auto end = std::min(words.find('|'), words.size());
      add(words.substr(0, end), stem);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  std::string stem_of(std::string_view word) const {
    const auto known = entries_.find(word);
    return known != entries_.end() ? known->second.stem : snowball_(std::string(word));
  }

  FlatImage write() const {
    std::vector<std::string> words;
    std::vector<std::string> stems;
    std::vector<std::string> usual;
    for (const auto& [word, entry] : entries_) {
      words.emplace_back(word);
      stems.push_back(entry.stem);
      usual.emplace_back(entry.usual);
    }
    FlatWriter image;
    WordIndex::write(words, image);
    FlatStrings::write(stems, image);
    FlatStrings::write(usual, image);
    return image.take();
  }

  Xapian::Stem snowball_{"english"};
  std::map<std::string_view, Entry> entries_;
};

}  // namespace

FlatImage make_stem_image() { return StemTableMaker().make(); }

std::string snowball_probe() {
  const Xapian::Stem snowball("english");
  std::string stems;
  for (const auto probe : kStemProbes) stems.append(snowball(std::string(probe))).push_back(' ');
  return stems;
}

const StemTable& StemTable::standard() {
  static const StemTable table(stem_image());
  return table;
}

StemTable::StemTable(FlatView image) : StemTable(FlatReader(image)) {}

}  // namespace imr
