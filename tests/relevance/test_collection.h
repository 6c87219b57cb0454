// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/determination.h"

namespace imr {

struct Topic {
  std::string id;
  std::string text;
};

// Grades by document; above 0 is relevant.
using Judgments = std::map<std::string, int>;

// What is searched as baselines see it: one text a document.
struct PlainDocument {
  std::string id;
  std::string text;
};

// Documents, queries and what people judged of them.
struct TestCollection {
  std::string name;
  std::vector<Determination> letters;  // plain records of public collections, or real letters
  std::vector<Topic> topics;           // those with a relevant document, in the order of the file
  std::map<std::string, Judgments> qrels;
};

// A folder in the layout of BEIR: corpus.jsonl, queries.jsonl, qrels/test.tsv. Throws CorpusError naming the
// file and line of what is missing or unreadable.
TestCollection read_beir(const std::filesystem::path& folder);

// Letters under a folder, read as the indexer reads them; topics as "id, query" or "id, kind, query, …" and
// judgments as "topic, issue, grade", apart by tabs. Lines that begin with # are comments. Throws
// CorpusError.
TestCollection read_letters_with_topics(const std::filesystem::path& folder,
                                        const std::filesystem::path& topics,
                                        const std::filesystem::path& qrels);

// The name of an issue in judgments and runs: a plain record's own id.
std::string document_id(const Determination& letter, const Issue& issue);

// Treatment, rationale and summary of each issue: the title and text of a plain record.
std::vector<PlainDocument> plain_documents(const TestCollection& collection);

}  // namespace imr
