// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace imr {

// What a sentence says of medical necessity. `would`: "would be medically necessary", of the request or of
// something else that was not asked for.
enum class Polarity { none, no, yes, would };

// None for conditions, advice, quoted guidelines and what others held.
Polarity polarity_of(std::string_view sentence);

// Of "I disagree", said after what the provider or the claims administrator held.
Polarity polarity_of_reply(std::string_view held, std::string_view reply);

}  // namespace imr
