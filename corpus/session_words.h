// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string_view>

// The words with which requests count visits, in small letters, with the slips that were seen.
namespace imr {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

bool is_visit(std::string_view word);    // "visits", "sessions", "tx"
bool is_times(std::string_view word);    // "times", "x", "days": between a number and its unit of time
bool is_x(std::string_view word);        // "x", "times", "by": between two numbers
bool joins(std::string_view word);       // "and", "plus": what follows is added
bool is_measure(std::string_view word);  // "minutes", "mg", "views": a number before it counts no visits

// Days in a unit of time ("weeks"), and between what happens so often ("weekly"), a month being four weeks;
// 0 for other words.
int days_in(std::string_view word);
int days_between(std::string_view adverb);

}  // namespace imr
