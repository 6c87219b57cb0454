// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analyzers/text_words.h"

namespace imr {

// What the sentences of the form announce.
enum class ClauseKind {
  mtus,     // "Decision based on MTUS …"
  outside,  // "Decision based on Non-MTUS Citation …"
  unsaid,   // "based its decision on the …", or a text without such a sentence
  form,     // "The Expert Reviewer did not base their decision on the MTUS."
};

// What one sentence of the form announces, as words [begin, end).
struct CitationClause {
  ClauseKind kind = ClauseKind::unsaid;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The clauses of a citation, in order; together they cover what is cited. `words` are those of text_words().
std::vector<CitationClause> citation_clauses(std::span<const TextWord> words);

}  // namespace imr
