// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/folding.h"

#include <algorithm>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "analyzers/letters.h"
#include "analyzers/marks.h"

namespace imr {
namespace {

using NormalizerGetter = const icu::Normalizer2* (*)(UErrorCode&);

icu::UnicodeString normalized(const icu::UnicodeString& text, NormalizerGetter getter) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = getter(error);
  icu::UnicodeString result;
  if (U_SUCCESS(error)) normalizer->normalize(text, result, error);
  if (U_FAILURE(error)) throw std::runtime_error(std::string("Unicode data missing: ") + u_errorName(error));
  return result;
}

icu::UnicodeString with_plain_marks(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const char mark = plain_mark(c);
    result.append(mark != 0 ? static_cast<UChar32>(mark) : c);
  }
  return result;
}

bool is_latin(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(c, &error) == USCRIPT_LATIN;
}

// Drops the accents of a decomposed text where they stand on Latin letters.
icu::UnicodeString without_latin_accents(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  bool on_latin = false;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const bool mark = u_charType(c) == U_NON_SPACING_MARK;
    if (!mark) on_latin = is_latin(c);
    if (!mark || !on_latin) result.append(c);
  }
  return result;
}

icu::UnicodeString folded(const icu::UnicodeString& text) {
  auto result = normalized(with_plain_marks(text), &icu::Normalizer2::getNFKCCasefoldInstance);
  result = without_latin_accents(normalized(result, &icu::Normalizer2::getNFDInstance));
  return with_plain_marks(normalized(result, &icu::Normalizer2::getNFCInstance));
}

bool needs_unicode(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return !is_ascii(c); });
}

}  // namespace

void fold_term(std::string& term) {
  if (!needs_unicode(term)) {
    std::ranges::transform(term, term.begin(), ascii_lower);
    return;
  }
  std::string result;
  folded(icu::UnicodeString::fromUTF8(term)).toUTF8String(result);
  term = std::move(result);
}

std::string fold(std::string_view text) {
  std::string result(text);
  fold_term(result);
  return result;
}

}  // namespace imr
