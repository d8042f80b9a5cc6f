# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Tests break rules on purpose (attune/core/testing/mutants.h); what is shipped must not even hold the switches:
#   cmake -D ROOT=<source tree> -D NM=<tool> -D "FILES=<program or library>|<...>" -P ...
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)

string(REPLACE "|" ";" files "${FILES}")
foreach(file IN LISTS files)
  execute_process(COMMAND ${NM} --demangle ${file} OUTPUT_VARIABLE symbols ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  if(NOT symbols MATCHES "attune::core::")
    lint_finding("${file}: no symbols to look at")
  endif()
  if(symbols MATCHES "attune::core::(isBroken|Mutant)")
    lint_finding("${file}: holds a switch that breaks a rule")
  endif()
endforeach()
lint_finish()
