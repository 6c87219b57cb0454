// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/marks.h"

#include <unicode/uchar.h>

namespace imr {
namespace {

char special_mark(UChar32 c) {
  switch (c) {
    case 0x00B4:  // acute accent
    case 0x02B9:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
      return '"';
    case 0x2044:
    case 0x2215:
      return '/';
    case 0x00D7:
      return 'x';
    case 0x2212:
      return '-';
    case 0x2028:
    case 0x2029:
      return '\n';
    default:
      return 0;
  }
}

}  // namespace

char plain_mark(std::int32_t code_point) {
  if (const char mark = special_mark(code_point)) return mark;
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) return static_cast<char>(code_point - 0xFEE0);
  if (code_point < 0x80) return 0;
  switch (u_charType(code_point)) {
    case U_DASH_PUNCTUATION:
      return '-';
    case U_SPACE_SEPARATOR:
      return ' ';
    default:
      return 0;
  }
}

bool is_invisible(std::int32_t code_point) {
  return u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

}  // namespace imr
