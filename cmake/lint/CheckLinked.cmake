# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Whatever a program is linked with stands in the list of cmake/Dependencies.cmake:
#   cmake -D ROOT=<source tree> -D PROGRAM=<file> -D READELF=<tool> -D LIST=<dependencies.json> -P ...
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)

file(READ ${LIST} dependencies)
string(JSON count LENGTH "${dependencies}")
math(EXPR last "${count} - 1")
set(known "")
foreach(index RANGE ${last})
  string(JSON names GET "${dependencies}" ${index} sonames)
  string(REPLACE " " ";" names "${names}")
  list(APPEND known ${names})
endforeach()

execute_process(COMMAND ${READELF} --wide --dynamic ${PROGRAM} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\\(NEEDED\\)[^\n]*" lines "${dynamic}")
if(NOT lines)
  lint_finding("${PROGRAM}: needs nothing at all")
endif()
foreach(line IN LISTS lines)
  string(REGEX REPLACE ".*: .(.*)\\.so.*" "\\1" name "${line}")
  if(NOT name IN_LIST known)
    lint_finding("${PROGRAM}: needs ${name}, which is no dependency in cmake/Dependencies.cmake")
  endif()
endforeach()
lint_finish()
