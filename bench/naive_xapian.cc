// SPDX-License-Identifier: GPL-3.0-or-later
// The program one writes from Xapian's manual: TermGenerator with positions, the text stored, QueryParser,
// and four ValueCountMatchSpy for facets. Kept to measure beside.
//
//   imr-naive-xapian index ISSUES.tsv DB
//   imr-naive-xapian query DB QUERIES.tsv [PASSES]
//
// A line of ISSUES.tsv: id, decision, specialties, states, guidelines (each joined by |), text. A line of
// QUERIES.tsv: class, query, decision or nothing, 1 where facets are wanted. `query` prints class,
// milliseconds.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <xapian.h>

namespace {

using Row = std::vector<std::string>;

constexpr const char* kPrefixes[] = {"XD", "XS", "XT", "XG"};  // of columns 1 to 4
constexpr unsigned kFacets = 4;

Row split(const std::string& line, char separator) {
  Row cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, separator);) cells.push_back(cell);
  return cells;
}

int index(const std::string& file, const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    Row row = split(line, '\t');
    row.resize(6);
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(row[5]);
    for (unsigned facet = 0; facet < kFacets; ++facet) {
      document.add_value(facet, row[facet + 1]);
      for (const std::string& value : split(row[facet + 1], '|'))
        document.add_boolean_term((kPrefixes[facet] + value).substr(0, 200));
    }
    document.add_boolean_term("Q" + row[0]);
    document.set_data(row[5]);
    database.add_document(document);
  }
  database.commit();
  return 0;
}

class Asker {
 public:
  explicit Asker(const std::string& folder) : database_(folder) {
    parser_.set_database(database_);
    parser_.set_stemmer(Xapian::Stem("en"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_max_expansion(1000, Xapian::Query::WILDCARD_LIMIT_FIRST);
  }

  // Ten hits; with facets, the counts of four fields over all matches.
  std::size_t ask(const Row& query) {
    constexpr unsigned kFlags = Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_WILDCARD;
    Xapian::Query wanted = query[1].empty() ? Xapian::Query::MatchAll : parser_.parse_query(query[1], kFlags);
    if (!query[2].empty())
      wanted = Xapian::Query(Xapian::Query::OP_FILTER, wanted, Xapian::Query("XD" + query[2]));
    Xapian::Enquire enquire(database_);
    enquire.set_query(wanted);
    Xapian::ValueCountMatchSpy spies[kFacets] = {Xapian::ValueCountMatchSpy(0), Xapian::ValueCountMatchSpy(1),
                                                 Xapian::ValueCountMatchSpy(2),
                                                 Xapian::ValueCountMatchSpy(3)};
    const bool facets = query[3] == "1";
    for (auto& spy : spies) {
      if (facets) enquire.add_matchspy(&spy);
    }
    const Xapian::MSet found = enquire.get_mset(0, 10, facets ? database_.get_doccount() : 0);
    std::size_t bytes = 0;
    for (auto hit = found.begin(); hit != found.end(); ++hit) bytes += hit.get_document().get_data().size();
    for (auto& spy : spies) {
      std::map<std::string, unsigned> counts;
      for (auto value = spy.values_begin(); facets && value != spy.values_end(); ++value) {
        for (const std::string& one : split(*value, '|')) counts[one] += value.get_termfreq();
      }
      bytes += counts.size();
    }
    return bytes;
  }

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

int query(const std::string& folder, const std::string& file, int passes) {
  Asker asker(folder);
  std::vector<Row> queries;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    queries.push_back(split(line, '\t'));
    queries.back().resize(4);
  }
  std::size_t bytes = 0;
  for (int pass = 0; pass <= passes; ++pass) {  // the first one warms up
    for (const Row& row : queries) {
      const auto start = std::chrono::steady_clock::now();
      bytes += asker.ask(row);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
      if (pass > 0) std::cout << row[0] << '\t' << took.count() << '\n';
    }
  }
  return bytes > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 3 && arguments[0] == "index") return index(arguments[1], arguments[2]);
    if (arguments.size() >= 3 && arguments[0] == "query")
      return query(arguments[1], arguments[2], arguments.size() > 3 ? std::atoi(arguments[3].c_str()) : 3);
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
    return 70;
  }
  std::cerr << "usage: imr-naive-xapian index ISSUES.tsv DB | query DB QUERIES.tsv [PASSES]\n";
  return 2;
}
