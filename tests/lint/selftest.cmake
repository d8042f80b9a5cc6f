# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Proves that a check can fail:
#   cmake -D CHECK=<check> -D CASES=<file> -D WORK=<folder> [-D QT_INCLUDE=<folder>] -P selftest.cmake
# The check must accept a tree of the good files; with the bad ones added it must find what is expected and nothing else.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK} ${WORK}-bad)
set(EXPECTED "")

# good(<path> <text>)
function(good path text)
  file(WRITE ${WORK}/${path} "${text}")
endfunction()

# bad(<path> <text> <finding>...): each finding is a part of one line of the output.
function(bad path text)
  file(WRITE ${WORK}-bad/${path} "${text}")
  set(EXPECTED ${EXPECTED} ${ARGN} PARENT_SCOPE)
endfunction()

function(run_check status output)
  execute_process(COMMAND ${CMAKE_COMMAND} -D ROOT=${WORK} -D QT_INCLUDE=${QT_INCLUDE} -P ${CHECK}
    RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${status} ${result} PARENT_SCOPE)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

include(${CASES})

run_check(status output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the good tree was refused:\n${output}")
endif()

# Not file(COPY), which takes files of the same instant for the same.
execute_process(COMMAND ${CMAKE_COMMAND} -E copy_directory ${WORK}-bad ${WORK} COMMAND_ERROR_IS_FATAL ANY)
run_check(status output)
if(status EQUAL 0)
  message(FATAL_ERROR "the bad tree was accepted")
endif()
foreach(finding IN LISTS EXPECTED)
  string(FIND "${output}" "${finding}" position)
  if(position LESS 0)
    message(SEND_ERROR "not found: ${finding}\n${output}")
  endif()
endforeach()
list(LENGTH EXPECTED count)
if(NOT output MATCHES ": ${count} found")
  message(SEND_ERROR "${count} findings were expected:\n${output}")
endif()
