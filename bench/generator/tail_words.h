// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace imr {

// What a made-up word stands for; its ending goes by that.
enum class TailKind { diagnosis, operation, brand, adjective, name, anatomy, thing, trade };

// How many octaves of ranks the letters draw from: 2^18 words of each kind.
constexpr unsigned kTailOctaves = 18;

// Appends the word of a rank below 2^22: pronounceable, medical-looking, of this kind, and hardly
// ever that of another rank. They give a generated corpus the long tail of rare words of a real one.
void append_tail_word(TailKind kind, std::uint32_t rank, std::string& out);

}  // namespace imr
