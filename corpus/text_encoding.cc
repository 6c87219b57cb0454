// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_encoding.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "corpus/ascii.h"

namespace imr {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr const char* kFallback = "windows-1252";

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Where the first byte stands that cannot be UTF-8; npos if all can.
std::size_t first_invalid(std::string_view bytes) {
  const auto length = static_cast<std::int32_t>(bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto skip_ascii = [&](std::int32_t at) {
    return at + static_cast<std::int32_t>(ascii_length(bytes.substr(static_cast<std::size_t>(at))));
  };
  for (auto at = skip_ascii(0); at < length; at = skip_ascii(at)) {
    const auto begin = at;
    UChar32 c = 0;
    U8_NEXT(data, at, length, c);
    if (c < 0) return static_cast<std::size_t>(begin);
  }
  return std::string_view::npos;
}

// ICU looks at the first eight thousand bytes only: it is shown those around the trouble. They begin at a
// multiple of four, so that wider code units stay whole.
std::string guess_encoding(std::string_view bytes, std::size_t trouble) {
  const auto begin = trouble < 4096 ? 0 : (trouble - 4096) & ~std::size_t{3};
  const auto excerpt = bytes.substr(begin, 8192);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  ucsdet_setText(detector.get(), excerpt.data(), static_cast<std::int32_t>(excerpt.size()), &error);
  const auto* match = ucsdet_detect(detector.get(), &error);
  const auto* name = match ? ucsdet_getName(match, &error) : nullptr;
  if (U_FAILURE(error) || !name) return kFallback;
  return std::string_view(name) == "ISO-8859-1" ? kFallback : name;
}

std::string encoding_of(std::string_view bytes, std::size_t trouble) {
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t mark_length = 0;
  const auto* marked = ucnv_detectUnicodeSignature(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                                   &mark_length, &error);
  return U_SUCCESS(error) && marked ? marked : guess_encoding(bytes, trouble);
}

icu::UnicodeString read_as(const char* encoding, std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &error));
  icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error);
  if (U_FAILURE(error)) text.setToBogus();
  return text;
}

}  // namespace

DecodedText decode_text(std::string bytes) {
  const auto trouble = first_invalid(bytes);
  if (trouble == std::string::npos) {
    if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
    return {std::move(bytes)};
  }
  DecodedText result{{}, encoding_of(bytes, trouble)};
  auto text = read_as(result.converted_from.c_str(), bytes);
  if (text.isBogus()) text = read_as((result.converted_from = kFallback).c_str(), bytes);
  if (text.startsWith(icu::UnicodeString(UChar32{0xfeff}))) text.remove(0, 1);
  text.toUTF8String(result.text);
  return result;
}

}  // namespace imr
