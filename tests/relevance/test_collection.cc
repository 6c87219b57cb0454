// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/test_collection.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>

#include <nlohmann/json.hpp>

#include "corpus/corpus_error.h"
#include "corpus/input.h"
#include "corpus/letter_json.h"

namespace imr {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Fields = std::vector<std::string>;

[[noreturn]] void refuse(const fs::path& path, std::size_t line, const std::string& what) {
  throw CorpusError("bad_collection", path.string() + ":" + std::to_string(line) + ": " + what);
}

// Calls `use` with each line that is not empty, and its number.
void for_lines(const fs::path& path, const std::function<void(const std::string&, std::size_t)>& use) {
  std::ifstream file(path);
  if (!file) throw CorpusError("no_such_path", path.string() + ": cannot be read");
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) use(line, number);
  }
}

void for_objects(const fs::path& path, const std::function<void(const Json&)>& use) {
  for_lines(path, [&](const std::string& line, std::size_t number) {
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("_id")) refuse(path, number, "no object with an \"_id\"");
    use(object);
  });
}

Fields split_at_tabs(const std::string& line) {
  Fields fields;
  for (std::size_t begin = 0;;) {
    const std::size_t end = line.find('\t', begin);
    fields.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return fields;
    begin = end + 1;
  }
}

// Judgments, three fields a line; a first line without a grade is the header.
std::map<std::string, Judgments> read_qrels(const fs::path& path) {
  std::map<std::string, Judgments> qrels;
  for_lines(path, [&](const std::string& line, std::size_t number) {
    const Fields fields = split_at_tabs(line);
    if (line.starts_with('#')) return;
    int grade = 0;
    const std::string& text = fields.size() < 3 ? line : fields[2];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
    const bool is_grade = fields.size() >= 3 && error == std::errc() && end == text.data() + text.size();
    if (!is_grade && number > 1) refuse(path, number, "not a topic, a document and a grade");
    if (is_grade) qrels[fields[0]][fields[1]] = grade;
  });
  return qrels;
}

bool any_relevant(const Judgments& judgments) {
  return std::ranges::any_of(judgments, [](const auto& judged) { return judged.second > 0; });
}

void keep_judged_topics(TestCollection& collection) {
  std::erase_if(collection.topics, [&](const Topic& topic) {
    const auto found = collection.qrels.find(topic.id);
    return found == collection.qrels.end() || !any_relevant(found->second);
  });
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

TestCollection read_beir(const fs::path& folder) {
  TestCollection collection;
  collection.name = fs::absolute(folder / "").parent_path().filename().string();
  for_objects(folder / "corpus.jsonl", [&](const Json& object) {
    const Json record = {
        {"id", object["_id"]}, {"title", text_at(object, "title")}, {"text", text_at(object, "text")}};
    collection.letters.push_back(read_record(record.dump()));
  });
  for_objects(folder / "queries.jsonl", [&](const Json& object) {
    collection.topics.push_back({text_at(object, "_id"), text_at(object, "text")});
  });
  collection.qrels = read_qrels(folder / "qrels" / "test.tsv");
  keep_judged_topics(collection);
  return collection;
}

TestCollection read_letters_with_topics(const fs::path& folder, const fs::path& topics,
                                        const fs::path& qrels) {
  TestCollection collection;
  collection.name = "letters";
  read_inputs({folder.string()},
              {.on_letter = [&](Determination letter) { collection.letters.push_back(std::move(letter)); },
               .on_rejected = [](const Rejection&) {}});
  for_lines(topics, [&](const std::string& line, std::size_t) {
    const Fields fields = split_at_tabs(line);
    if (line.starts_with('#') || fields.size() < 2) return;
    collection.topics.push_back({fields[0], fields[fields.size() == 2 ? 1 : 2]});
  });
  collection.qrels = read_qrels(qrels);
  keep_judged_topics(collection);
  return collection;
}

std::string document_id(const Determination& letter, const Issue& issue) {
  return letter.layout == Layout::plain ? letter.case_number : issue_id(letter.case_number, issue.issue_no);
}

std::vector<PlainDocument> plain_documents(const TestCollection& collection) {
  std::vector<PlainDocument> documents;
  for (const Determination& letter : collection.letters) {
    for (const Issue& issue : letter.issues) {
      documents.push_back({document_id(letter, issue),
                           issue.treatment + "\n" + issue.rationale + "\n" + letter.clinical_summary});
    }
  }
  return documents;
}

}  // namespace imr
