// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/deadline.h"

#include <chrono>
#include <string>

namespace imr {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kPlacesShare = 0.5;
constexpr double kCountingShare = 0.75;

Deadline deadline_at(Clock::time_point start, double seconds) {
  if (seconds <= 0) return Deadline();
  return Deadline([=] { return std::chrono::duration<double>(Clock::now() - start).count() >= seconds; });
}

// All documents, until the time is over. It says that it is short, so that an AND is led by it and asks it at
// every step, also where another part of the query looks long for its next match.
class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(Deadline& deadline) : deadline_(deadline) {}

  DeadlineSource* clone() const override { return new DeadlineSource(deadline_); }
  void init(const Xapian::Database& database) override {
    database_ = database;
    documents_ = database.get_doccount();
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_ > 0 ? 1 : 0; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double) override {
    if (started_) ++at_;
    start();
    look();
  }
  void skip_to(Xapian::docid document, double) override {
    start();
    if (!at_end()) at_.skip_to(document);
    look();
  }
  bool at_end() const override { return at_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *at_; }
  std::string get_description() const override { return "DeadlineSource"; }

 private:
  void start() {
    if (!started_) at_ = database_.postlist_begin("");
    started_ = true;
  }
  void look() {
    if (deadline_.reached()) at_ = Xapian::PostingIterator();
  }

  Deadline& deadline_;
  Xapian::Database database_;
  Xapian::doccount documents_ = 0;
  Xapian::PostingIterator at_;
  bool started_ = false;
};

}  // namespace

Deadline& no_deadline() {
  static Deadline never;
  return never;
}

SearchTime::SearchTime(double seconds) {
  const auto start = Clock::now();
  places = deadline_at(start, seconds * kPlacesShare);
  counting = deadline_at(start, seconds * kCountingShare);
  ranking = deadline_at(start, seconds);
}

Xapian::Query until(Deadline& deadline, const Xapian::Query& query) {
  if (!deadline.is_limited() || query.empty()) return query;
  const Xapian::Query ending((new DeadlineSource(deadline))->release());
  return Xapian::Query(Xapian::Query::OP_FILTER, query, ending);
}

}  // namespace imr
