// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/asking_words.h"

#include <algorithm>
#include <string>

namespace imr {

namespace {

constexpr std::string_view kAskingWords[] = {
    "again",   "any",      "anybody",  "anyone",      "article",    "articles",  "between",   "concerning",
    "could",   "dear",     "describe", "describes",   "describing", "discuss",   "discusses", "discussing",
    "explain", "find",     "further",  "give",        "hello",      "help",      "hi",        "i'd",
    "i'll",    "i've",     "info",     "information", "interested", "know",      "like",      "look",
    "looking", "may",      "might",    "need",        "now",        "once",      "other",     "ought",
    "paper",   "papers",   "please",   "question",    "questions",  "regarding", "search",    "searching",
    "should",  "show",     "someone",  "tell",        "thank",      "thanks",    "through",   "want",
    "wants",   "wondering"};

static_assert(std::ranges::is_sorted(kAskingWords));

}  // namespace

bool is_asking_word(std::string_view folded) { return std::ranges::binary_search(kAskingWords, folded); }

}  // namespace imr
