// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace imr {

// The table of fields for people, aligned, and as a JSON list of {name, kind, facet, help, example}.
std::string field_list_text();
std::string field_list_json();

}  // namespace imr
