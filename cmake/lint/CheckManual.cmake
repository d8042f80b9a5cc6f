# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# A manual page and --help name the same options:
#   cmake -D ROOT=<source tree> -D PROGRAM=<file> -D PAGE=<manual page> -P CheckManual.cmake
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)
execute_process(COMMAND ${PROGRAM} --help OUTPUT_VARIABLE help RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} --help failed: ${status}")
endif()
file(READ ${PAGE} page)
string(REPLACE "\\-" "-" page "${page}")

# --help-all is Qt's, for Qt's own options.
set(OPTION "(^|[^A-Za-z0-9-])--[a-z][a-z0-9-]+")
function(options_in out text)
  string(REGEX MATCHALL "${OPTION}" found "${text}")
  list(TRANSFORM found REPLACE "^[^-]" "")
  list(REMOVE_DUPLICATES found)
  list(REMOVE_ITEM found --help-all)
  set(${out} "${found}" PARENT_SCOPE)
endfunction()
string(REGEX MATCHALL "\n +(-[a-z], )?--[a-z][^\n]*" offered "\n${help}")
options_in(offered "${offered}")
string(REGEX MATCHALL "\n\\.(TP\n\\.(B|BI|BR|IR|RB)) [^\n]*" described "${page}")
options_in(described "${described}")

if(NOT offered)
  lint_finding("${PROGRAM} --help names no options:\n${help}")
endif()
foreach(option IN LISTS offered)
  if(NOT option IN_LIST described)
    lint_finding("${PAGE} does not describe ${option}")
  endif()
endforeach()
foreach(option IN LISTS described)
  if(NOT option IN_LIST offered)
    lint_finding("${PAGE} describes ${option}, which ${PROGRAM} does not have")
  endif()
endforeach()
lint_finish()
