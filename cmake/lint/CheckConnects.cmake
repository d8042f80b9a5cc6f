# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# A function connected without a context object outlives what it captured (Qt 6.4 has no QT_NO_CONTEXTLESS_CONNECT yet),
# and a connection by name is checked only at run time. Where Qt leaves no other way, the line above says
# "// string-based: <why>".
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)
string(ASCII 1 OPEN) # stands for an opening bracket, see lint_read()

# Cuts everything nested in parentheses, braces or angle brackets out of the arguments that follow, so that commas divide.
function(flatten out text)
  string(REPLACE "->" "." text "${text}")
  set(before "")
  while(NOT text STREQUAL before)
    set(before "${text}")
    string(REGEX REPLACE "<[^<>()]*>" "" text "${text}")
    string(REGEX REPLACE "\\([^()]*\\)" "" text "${text}")
  endwhile()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# The number of the line on which `offset` of `text` lies.
function(line_of out text offset)
  string(SUBSTRING "${text}" 0 ${offset} before)
  string(REGEX REPLACE "[^\n]" "" newlines "${before}")
  string(LENGTH "${newlines}" lines)
  math(EXPR lines "${lines} + 1")
  set(${out} ${lines} PARENT_SCOPE)
endfunction()

# Looks at each call of `name`; `bad` is what its flattened arguments look like when the context is missing.
function(check_calls name text bad)
  set(rest "${text}")
  set(offset 0)
  while(rest MATCHES "(^|[^A-Za-z0-9_])${name} *\\(")
    string(FIND "${rest}" "${CMAKE_MATCH_0}" position)
    string(LENGTH "${CMAKE_MATCH_0}" length)
    math(EXPR position "${position} + ${length}")
    math(EXPR offset "${offset} + ${position}")
    string(SUBSTRING "${rest}" ${position} -1 rest)
    string(SUBSTRING "${rest}" 0 2000 arguments)
    flatten(arguments "${arguments}")
    if(arguments MATCHES "${bad}")
      line_of(line "${text}" ${offset})
      lint_finding("${file}:${line}: ${name} without a context object")
    endif()
  endwhile()
endfunction()

set(ARGUMENT "[^,)]*")
set(SIGNAL "[ \n\t]*(&|qOverload|QOverload)${ARGUMENT}")
set(LAMBDA "[ \n\t]*${OPEN}")
lint_files(files "^(src|include|tests)/.*\\.(h|cpp)$")
foreach(file IN LISTS files)
  lint_read(text ${file})
  # connect(sender, signal, lambda...) and connect(sender, signal, function)
  check_calls(connect "${text}" "^${ARGUMENT},${SIGNAL},(${LAMBDA}|${ARGUMENT}\\))")
  # QTimer::singleShot(delay, lambda) and singleShot(delay, function)
  check_calls(singleShot "${text}" "^${ARGUMENT},(${LAMBDA}|${ARGUMENT}\\))")

  string(REPLACE "\n" ";" lines "${text}")
  set(number 0)
  set(previous "")
  foreach(line IN LISTS lines)
    math(EXPR number "${number} + 1")
    if(line MATCHES "(^|[^A-Za-z0-9_])(SIGNAL|SLOT) *\\(" AND NOT previous MATCHES "// string-based: .+")
      lint_finding("${file}:${number}: connected by name")
    endif()
    set(previous "${line}")
  endforeach()
endforeach()
lint_finish()
