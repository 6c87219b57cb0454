// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace imr {

// Matches every document, without weight, and is told of every step of the match. It says that it is short,
// so that an AND is led by it, also where another part of the query looks long for its next match.
class AllDocuments : public Xapian::PostingSource {
 public:
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
    moved();
  }
  void skip_to(Xapian::docid document, double) override {
    start();
    if (!at_end()) at_.skip_to(document);
    moved();
  }
  bool at_end() const override { return at_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *at_; }

 protected:
  virtual void moved() = 0;
  void finish() { at_ = Xapian::PostingIterator(); }

 private:
  void start() {
    if (!started_) at_ = database_.postlist_begin("");
    started_ = true;
  }

  Xapian::Database database_;
  Xapian::doccount documents_ = 0;
  Xapian::PostingIterator at_;
  bool started_ = false;
};

}  // namespace imr
