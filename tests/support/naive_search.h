// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/determination.h"
#include "schema/schema.h"
#include "searcher/notions.h"
#include "searcher/query_tree.h"
#include "searcher/search_request.h"
#include "tests/support/naive_text.h"

namespace imr {

// Answers searches by looking at every issue of every letter, by the meaning that docs/query-language.md
// gives to a query. It shares with the searcher the analyzer, the parser of queries, and the reading of
// values and ranges; of an index it knows nothing.
class NaiveSearch {
 public:
  using IssueSet = std::vector<bool>;  // by issue, letter by letter

  struct Count {
    std::uint64_t issues = 0;
    std::uint64_t letters = 0;
    std::uint64_t overturned = 0;
    std::uint64_t decided = 0;
  };

  // Case numbers must differ.
  explicit NaiveSearch(std::vector<Determination> letters);
  NaiveSearch(const NaiveSearch&) = delete;
  NaiveSearch& operator=(const NaiveSearch&) = delete;

  const std::vector<Determination>& letters() const { return letters_; }
  std::size_t size() const { return issues_.size(); }
  const Determination& letter(std::size_t issue) const { return letters_[issues_[issue].letter]; }
  const Issue& issue(std::size_t issue) const { return letter(issue).issues[issues_[issue].place]; }
  std::string id(std::size_t issue) const;

  // The texts of a field in an issue: several for diagnoses and citations.
  const std::vector<std::string>& texts(std::size_t issue, const std::string& field) const;
  // The values of a facet that an issue has, each once.
  const std::vector<std::string>& values(std::size_t issue, const std::string& facet) const;

  // The issues that a query means, and those that fulfil its conditions too. Throw QueryError as the
  // searcher does.
  IssueSet meant_by(const SearchRequest& request) const;
  IssueSet matches(const SearchRequest& request) const;
  std::uint64_t letters_in(const IssueSet& issues) const;

  // The values of a facet with their counts, over issues that fulfil the conditions on other fields.
  std::map<std::string, Count> facet(const IssueSet& meant, const std::vector<Where>& conditions,
                                     const std::string& name) const;
  // The labels of a facet that the conditions select.
  std::vector<std::string> selected(const std::vector<Where>& conditions, const std::string& name) const;

  // The bytes of a text of this field at which words stand that the query asks for, not those it excludes.
  std::vector<std::pair<std::size_t, std::size_t>> asked_for(const QueryNode& query, const std::string& field,
                                                             const std::string& text) const;

 private:
  struct Entry {
    std::size_t letter;
    std::size_t place;  // in its letter
    std::map<std::string, std::vector<std::string>> texts = {};
    std::map<std::string, std::vector<NaiveText>> read = {};
    std::map<std::string, std::vector<std::string>> values = {};
    std::map<std::string, std::int32_t> numbers = {};
  };
  using Meaning = std::optional<IssueSet>;  // none: nothing to look for

  void count_sentences();
  StandingText standing_in(const std::string& field, const std::string& text) const;
  void add_texts(Entry& entry) const;
  void add_values(Entry& entry) const;
  template <class Holds>
  IssueSet all_that(Holds holds) const;
  Meaning meaning(const QueryNode& node, const Field* field, bool loose) const;
  Meaning combined(const std::vector<const QueryNode*>& nodes, const Field* field, bool any,
                   bool loose) const;
  Meaning side_by_side(const QueryNode& node, const Field* field, bool loose) const;
  Meaning leaf(const QueryNode& node, const Field* field) const;
  Meaning literally(const QueryNode& node, const Field* field) const;
  Meaning noted(const Notion& notion, std::span<const QueryNode> run, const Field* field, bool loose) const;
  Meaning said_of(const QueryNode& node, const std::string& said) const;
  IssueSet found_in(const Field* field, const Sought& sought) const;
  bool cites(const Entry& entry, std::string_view id, const std::vector<PageRange>& pages) const;
  IssueSet citing(const std::string& text) const;
  IssueSet having(const Field& field, const std::vector<std::string>& labels) const;
  std::vector<std::string> labels(const Field& field, const std::string& text) const;
  IssueSet condition(const Where& where) const;
  IssueSet fulfilling(const std::vector<Where>& conditions, const std::string& except) const;

  std::vector<Determination> letters_;
  std::map<std::uint64_t, std::size_t> sentences_;  // by fingerprint, in how many letters' rationales
  std::vector<Entry> issues_;
};

}  // namespace imr
