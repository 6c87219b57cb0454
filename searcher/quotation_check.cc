// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotation_check.h"

#include <algorithm>
#include <utility>

#include "analyzers/analyzer.h"

namespace imr {

namespace {

// A text of a letter in which a quotation may stand.
struct Place {
  std::string_view field;
  int issue_no;
  const std::string* text;
};

std::vector<Place> places_of(const Determination& letter) {
  std::vector<Place> places;
  for (const Issue& issue : letter.issues) {
    places.push_back({"rationale", issue.issue_no, &issue.rationale});
    places.push_back({"treatment", issue.issue_no, &issue.treatment});
    places.push_back({"title", issue.issue_no, &issue.title});
    for (const auto* side : {&issue.claims_administrator_guidelines, &issue.reviewer_guidelines}) {
      for (const GuidelineCitation& citation : *side) {
        places.push_back({"citation", issue.issue_no, &citation.as_written});
      }
    }
  }
  places.push_back({"summary", 0, &letter.clinical_summary});
  for (const std::string& diagnosis : letter.diagnoses) places.push_back({"diagnosis", 0, &diagnosis});
  return places;
}

struct Word {
  std::string term;
  std::size_t begin;
  std::size_t end;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (Token& token : tokens_of(prose_analyzer(), text)) {
    if (token.kind == TermKind::surface && !token.compound)
      words.push_back({std::move(token.term), token.begin, token.end});
  }
  return words;
}

// The cheapest way to make the quotation out of a stretch of the text: Sellers' variant of the edit distance
// (Journal of Algorithms 1, 1980), in words; the stretch may begin and end anywhere.
class Alignment {
 public:
  Alignment(const std::vector<Word>& quoted, const std::vector<Word>& text) : quoted_(quoted), text_(text) {
    costs_.assign((quoted.size() + 1) * (text.size() + 1), 0);
    for (std::size_t i = 1; i <= quoted.size(); ++i) {
      cost(i, 0) = i;
      for (std::size_t j = 1; j <= text.size(); ++j) {
        const std::size_t same = quoted[i - 1].term == text[j - 1].term ? 0 : 1;
        cost(i, j) = std::min({cost(i - 1, j - 1) + same, cost(i - 1, j) + 1, cost(i, j - 1) + 1});
      }
    }
    for (std::size_t j = 1; j <= text.size(); ++j) {
      if (cost(quoted.size(), j) < cost(quoted.size(), end_)) end_ = j;
    }
  }

  std::size_t cost() const { return costs_[quoted_.size() * (text_.size() + 1) + end_]; }

  // The words of the text that it covers, and the differences in order.
  struct Trace {
    std::size_t first = 0;
    std::size_t last = 0;  // one past
    std::vector<QuotationDifference> differences = {};
  };
  Trace trace() {
    Trace trace{0, end_, {}};
    std::size_t i = quoted_.size();
    std::size_t j = end_;
    while (i > 0) {
      if (j > 0 && cost(i, j) == cost(i - 1, j - 1) + (quoted_[i - 1].term == text_[j - 1].term ? 0 : 1)) {
        if (quoted_[i - 1].term != text_[j - 1].term)
          trace.differences.push_back({quoted_[i - 1].term, text_[j - 1].term});
        --i, --j;
      } else if (j > 0 && cost(i, j) == cost(i, j - 1) + 1) {
        trace.differences.push_back({"", text_[--j].term});
      } else {
        trace.differences.push_back({quoted_[--i].term, ""});
      }
    }
    trace.first = j;
    std::ranges::reverse(trace.differences);
    return trace;
  }

 private:
  std::size_t& cost(std::size_t i, std::size_t j) { return costs_[i * (text_.size() + 1) + j]; }

  const std::vector<Word>& quoted_;
  const std::vector<Word>& text_;
  std::vector<std::size_t> costs_;
  std::size_t end_ = 0;
};

// A quotation longer than this is compared word for word only.
constexpr std::size_t kMostWords = 2000;

}  // namespace

QuotationCheck check_quotation(const Determination& letter, std::string_view quotation) {
  const std::vector<Word> quoted = words_of(quotation);
  QuotationCheck best;
  if (quoted.empty() || quoted.size() > kMostWords) return best;
  std::size_t least = quoted.size() / 3 + 1;
  for (const Place& place : places_of(letter)) {
    const std::vector<Word> text = words_of(*place.text);
    if (text.empty()) continue;
    Alignment alignment(quoted, text);
    if (alignment.cost() >= least) continue;
    least = alignment.cost();
    Alignment::Trace trace = alignment.trace();
    if (trace.first == trace.last) continue;
    const std::size_t begin = text[trace.first].begin;
    const std::size_t end = text[trace.last - 1].end;
    best = {least == 0 ? QuotationStatus::exact : QuotationStatus::altered,
            std::string(place.field),
            place.issue_no,
            begin,
            end,
            place.text->substr(begin, end - begin),
            std::move(trace.differences)};
    if (least == 0) break;
  }
  return best;
}

}  // namespace imr
