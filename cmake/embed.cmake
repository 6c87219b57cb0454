# SPDX-License-Identifier: GPL-3.0-or-later
# Writes a data file as a C++ string constant; called by imr_embed().
file(READ ${INPUT} text)
# A string literal may be limited to 65,535 bytes: pieces of 8,000 are joined by the compiler.
string(LENGTH "${text}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 piece)
  string(APPEND pieces "R\"imr(${piece})imr\"\n")
  math(EXPR at "${at} + 8000")
endwhile()
file(WRITE ${OUTPUT}
  "#include <string_view>\nnamespace imr {\nextern const std::string_view ${CONSTANT};\n"
  "const std::string_view ${CONSTANT} =\n${pieces};\n}  // namespace imr\n")
