# SPDX-License-Identifier: GPL-3.0-or-later
# How a folder of the project becomes a library or a program.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Warnings stay private: whoever links us chooses their own.
add_library(imr_warnings INTERFACE)
# -Wrestrict sees overlaps that are not there in inlined std::string code (GCC bug 105651).
target_compile_options(imr_warnings INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>
  $<$<BOOL:${IMR_WERROR}>:-Werror>)

# imr_add_library(NAME SOURCES ... HEADERS ... PUBLIC ... PRIVATE ...)
# A static library imr_NAME, used everywhere as imr::NAME, its headers installed.
function(imr_add_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  add_library(imr_${name} STATIC ${ARG_SOURCES})
  add_library(imr::${name} ALIAS imr_${name})
  set_target_properties(imr_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
    VERIFY_INTERFACE_HEADER_SETS ON)
  target_compile_features(imr_${name} PUBLIC cxx_std_20)
  target_sources(imr_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ARG_HEADERS})
  target_link_libraries(imr_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} $<BUILD_INTERFACE:imr_warnings>)
  install(TARGETS imr_${name} EXPORT imr_targets FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/imr)
endfunction()

# imr_embed(TARGET NAMESPACE_CONSTANT FILE): the file's bytes as `extern const std::string_view NAME` in
# namespace imr, so that data files stay readable in the tree and are found without a path at run time.
function(imr_embed target constant file)
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${constant}.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${source} -DOUTPUT=${output} -DCONSTANT=${constant}
      -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${source} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    COMMENT "Embedding ${file}" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

# imr_program_docs(PROGRAM): its manual page, written by the program itself, and completions for bash, zsh and fish,
# installed where the shells and man look for them.
function(imr_program_docs program)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/docs)
  set(page ${folder}/${program}.1)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${page} COMMAND ${program} --man > ${page} DEPENDS ${program}
    COMMENT "Writing ${program}.1" VERBATIM)
  add_custom_target(${program}-man ALL DEPENDS ${page})
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  set(PROGRAM ${program})
  string(REPLACE "-" "_" FUNCTION ${program})
  foreach(shell bash zsh fish)
    configure_file(${PROJECT_SOURCE_DIR}/cli/completions/${shell}.in ${folder}/${program}.${shell} @ONLY)
  endforeach()
  install(FILES ${folder}/${program}.bash RENAME ${program}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${folder}/${program}.zsh RENAME _${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${folder}/${program}.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endfunction()
