// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/tail_words.h"

#include <cstddef>
#include <iterator>
#include <string_view>

namespace imr {
namespace {

constexpr std::string_view kOpenings[] = {
    "acro",  "arth",  "brady", "calc",  "carp",   "caud",  "chond", "clav",   "cost",  "cox",   "crur",
    "dent",  "derm",  "desm",  "dors",  "fasc",   "fibr",  "gluc",  "gon",    "hemi",  "hyper", "infra",
    "isch",  "kerat", "lamin", "ligam", "lip",    "mandr", "melan", "mening", "myel",  "nephr", "neur",
    "odyn",  "oment", "osteo", "palm",  "pariet", "peri",  "phleb", "plant",  "pleur", "polym", "prox",
    "pseud", "rhab",  "sacr",  "scap",  "scler",  "spond", "stern", "supra",  "syn",   "tars",  "ten",
    "thorm", "tibr",  "tor",   "troch", "uln",    "ventr", "vertr", "xanth",  "zyg"};
constexpr std::string_view kMiddles[] = {"ab", "ac", "ad", "al", "am", "an", "ap", "ar", "as", "at", "av",
                                         "eb", "ec", "ed", "el", "em", "en", "ep", "er", "es", "et", "ev",
                                         "ib", "ic", "id", "il", "im", "in", "ip", "ir", "is", "it", "iv",
                                         "ob", "oc", "od", "ol", "om", "on", "op", "or", "os", "ot", "ov",
                                         "ub", "uc", "ud", "ul", "um", "un", "up", "ur", "us", "ut"};
constexpr std::string_view kJoints[] = {"b", "br", "c",  "ch", "d", "dr", "f",  "fl", "g", "gl", "l",  "m",
                                        "n", "p",  "ph", "pl", "r", "s",  "sc", "st", "t", "th", "tr", "v"};
constexpr std::string_view kVowels[] = {"a",  "e",  "i",  "o",  "u",  "ae", "ea", "eo", "ia", "io", "oa",
                                        "oe", "ua", "ui", "al", "ar", "el", "en", "er", "il", "in", "ol",
                                        "on", "or", "ul", "um", "an", "am", "es", "is", "os", "at", "et",
                                        "it", "ot", "ad", "ed", "id", "od", "ap", "ep", "ip"};

constexpr std::string_view kEndings[] = {"itis", "plasty", "ex", "al", "man", "us", "rack", "tex"};

// Shuffles ranks below 2^22 one to one, so that common words do not all begin alike.
std::uint32_t shuffled(std::uint32_t rank, TailKind kind) {
  constexpr std::uint32_t kMask = (1u << 22) - 1;
  const std::uint32_t odd = 2654435761u + 2 * 104729u * static_cast<std::uint32_t>(kind);
  std::uint32_t x = rank * odd & kMask;
  x ^= x >> 11;
  return x * 40503u & kMask;
}

template <std::size_t kSize>
void append_digit(const std::string_view (&table)[kSize], std::uint32_t& number, std::string& out) {
  out += table[number % kSize];
  number /= static_cast<std::uint32_t>(kSize);
}

static_assert(std::size(kOpenings) * std::size(kMiddles) * std::size(kJoints) * std::size(kVowels) < 1u << 22,
              "the last digit must be needed");

}  // namespace

void append_tail_word(TailKind kind, std::uint32_t rank, std::string& out) {
  std::uint32_t number = shuffled(rank, kind);
  append_digit(kOpenings, number, out);
  append_digit(kMiddles, number, out);
  append_digit(kJoints, number, out);
  append_digit(kVowels, number, out);
  if (number != 0) out += "n";  // 64 * 54 * 24 * 42 words, then the same ones lengthened
  out += kEndings[static_cast<std::size_t>(kind)];
}

}  // namespace imr
