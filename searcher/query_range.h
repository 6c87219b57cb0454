// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "searcher/query_lexer.h"
#include "searcher/query_tree.h"

namespace imr {

// A range written as the value of a field: 40..59, 2016.., ..2015, >12, >=12, <5, <=5. None if the
// token is something else; what the bounds mean is not its business. Throws
// QueryError("query_syntax") for what can only be a slip: 40...59, a lone >, two ranges in one.
std::optional<QueryNode> read_range(const QueryToken& token);

}  // namespace imr
