// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/baselines.h"

#include <vector>

#include <xapian.h>

namespace imr {

namespace {

Xapian::WritableDatabase empty_database() {
  return Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
}

Ranking ranking_of(Xapian::Enquire& enquire, const Xapian::Query& query) {
  Ranking ranking;
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, kRunDepth);
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    ranking.push_back({hit.get_document().get_data(), hit.get_weight()});
  }
  sort_as_trec_eval(ranking);
  return ranking;
}

}  // namespace

Run stock_xapian(const TestCollection& collection) {
  Xapian::WritableDatabase database = empty_database();
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("english"));
  for (const PlainDocument& plain : plain_documents(collection)) {
    Xapian::Document document;
    document.set_data(plain.id);
    generator.set_document(document);
    generator.index_text(plain.text);
    database.add_document(document);
  }
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("english"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_default_op(Xapian::Query::OP_OR);
  Xapian::Enquire enquire(database);
  Run run;
  // Without flags, so that no mark in a query is an operator.
  for (const Topic& topic : collection.topics) {
    run[topic.id] = ranking_of(enquire, parser.parse_query(topic.text, 0));
  }
  return run;
}

}  // namespace imr
