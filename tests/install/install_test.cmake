# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CTest, see CMakeLists.txt. Every step that fails ends the test.
cmake_minimum_required(VERSION 3.25)
set(prefix ${WORK}/prefix)
set(examples ${WORK}/examples)
set(index ${WORK}/index)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

# run(STATUSES COMMAND...): leaves stdout in `output`; fails unless the exit status is one of the list.
function(run statuses)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT "${status}" IN_LIST statuses)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nended with ${status}:\n${output}\n${errors}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect pattern)
  if(NOT output MATCHES "${pattern}")
    message(FATAL_ERROR "no \"${pattern}\" in:\n${output}")
  endif()
endfunction()

# Installed headers show neither Xapian nor ICU and include only one another.
function(check_headers folder)
  file(GLOB_RECURSE headers RELATIVE ${folder} ${folder}/*.h)
  list(LENGTH headers count)
  if(count LESS 20)
    message(FATAL_ERROR "only ${count} headers in ${folder}")
  endif()
  foreach(header IN LISTS headers)
    file(STRINGS ${folder}/${header} lines REGEX "^ *# *include")
    foreach(line IN LISTS lines)
      if(line MATCHES "[<\"](xapian|unicode/)")
        message(FATAL_ERROR "${header}: ${line}")
      elseif(line MATCHES "\"(.+)\"" AND NOT EXISTS ${folder}/${CMAKE_MATCH_1})
        message(FATAL_ERROR "${header}: ${line}, which is not installed")
      endif()
    endforeach()
  endforeach()
endfunction()

# What is installed works elsewhere: no path of this checkout in what consumers include.
function(check_paths folder)
  file(GLOB files ${folder}/*.cmake)
  foreach(file IN LISTS files)
    file(READ ${file} text)
    string(FIND "${text}" "${SOURCE}" found)
    if(NOT found EQUAL -1)
      message(FATAL_ERROR "${file} names ${SOURCE}")
    endif()
  endforeach()
endfunction()

run(0 ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix} --config ${CONFIG})
check_headers(${prefix}/${INCLUDE}/imr)
check_paths(${prefix}/${LIB}/cmake/imr)

foreach(file man/man1/imr-search.1 man/man1/imr-index.1 bash-completion/completions/imr-search
    bash-completion/completions/imr-index zsh/site-functions/_imr-search zsh/site-functions/_imr-index
    fish/vendor_completions.d/imr-search.fish fish/vendor_completions.d/imr-index.fish)
  if(NOT EXISTS ${prefix}/${SHARE}/${file})
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()

# Not optimised: the examples shall compile and run, not run fast.
run(0 ${CMAKE_COMMAND} -S ${SOURCE}/examples -B ${examples} -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${prefix}
  -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS})
run(0 ${CMAKE_COMMAND} --build ${examples} -j 1)

run(0 ${prefix}/${BIN}/imr-index build --index ${index} ${SOURCE}/corpus/sample)
run(0 ${prefix}/${BIN}/imr-search show --index ${index} --format json CM16-9000381)
expect("\"case_number\": ?\"CM16-9000381\"")
# A letter that is there as a PDF only: the installed imr-index found the installed worker.
run(0 ${prefix}/${BIN}/imr-search --index ${index} --format csv --limit 50 epidural)
expect("sample-p01-lumbar-epidural-approved.pdf")

run(0 ${examples}/search ${index} "cervical mri")
expect("decision:\n.*overturned")
expect("\n1\\. (CM)?[0-9]+-9[0-9]+#[0-9]+  .*MRI")
run(2 ${examples}/search ${index} "decison:upheld")

run(0 ${CMAKE_COMMAND} -E env IMR_PDF_WORKER=${prefix}/${LIBEXEC}/imr/imr-pdf-worker
  ${examples}/read_letters ${SOURCE}/corpus/sample)
expect("CM16-9000381#1\tupheld\tMRI of the cervical spine without contrast\n")
