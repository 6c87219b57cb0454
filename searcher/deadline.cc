// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/deadline.h"

#include <chrono>
#include <string>

#include "searcher/all_documents.h"

namespace imr {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kPlacesShare = 0.5;
constexpr double kCountingShare = 0.75;

Deadline deadline_at(Clock::time_point start, double seconds) {
  if (seconds <= 0) return Deadline();
  return Deadline([=] { return std::chrono::duration<double>(Clock::now() - start).count() >= seconds; });
}

// All documents, until the time is over.
class DeadlineSource : public AllDocuments {
 public:
  explicit DeadlineSource(Deadline& deadline) : deadline_(deadline) {}
  DeadlineSource* clone() const override { return new DeadlineSource(deadline_); }
  std::string get_description() const override { return "DeadlineSource"; }

 private:
  void moved() override {
    if (deadline_.reached()) finish();
  }

  Deadline& deadline_;
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
