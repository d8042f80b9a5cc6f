# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# The top level holds exactly these names, apart from dotfiles, .ci and the ignored build folder.
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)
set(WANTED CMakeLists.txt CMakePresets.json LICENSE README.md cmake include resources src tests ui)

file(GLOB found RELATIVE ${ROOT} ${ROOT}/*)
list(FILTER found EXCLUDE REGEX "^(build|.*\\.user)$")
list(FILTER found EXCLUDE REGEX "^\\.")
foreach(name IN LISTS found)
  if(NOT name IN_LIST WANTED)
    lint_finding("${name}: does not belong at the top level")
  endif()
endforeach()
foreach(name IN LISTS WANTED)
  if(NOT name IN_LIST found)
    lint_finding("${name}: missing at the top level")
  endif()
endforeach()
lint_finish()
