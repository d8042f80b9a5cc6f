# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Looks into a built program:
#   cmake -D ROOT=<source tree> -D PROGRAM=<file> -D READELF=<tool> -D COMMANDS=<compile_commands.json> [-D SECRETS=ON] -P ...
# SECRETS: it holds some, so it overwrites the memory that it gives back.
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)

function(read_elf out)
  execute_process(COMMAND ${READELF} --wide ${ARGN} ${PROGRAM} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

function(demand text pattern meaning)
  if(NOT text MATCHES "${pattern}")
    lint_finding("${PROGRAM}: ${meaning}")
  endif()
endfunction()

read_elf(header --file-header)
read_elf(segments --segments)
read_elf(dynamic --dynamic)
read_elf(symbols --dyn-syms)
demand("${header}" "Type: +DYN" "is not position independent")
demand("${dynamic}" "FLAGS_1[^\n]*PIE" "is a library, not a position-independent program")
demand("${segments}" "GNU_RELRO" "relocations stay writable")
demand("${dynamic}" "BIND_NOW|FLAGS_1[^\n]*NOW" "symbols are bound late, so their table stays writable")
demand("${symbols}" "__stack_chk_fail" "no stack protector")
demand("${segments}" "GNU_STACK" "says nothing about its stack")
if(segments MATCHES "GNU_STACK[^\n]*RWE")
  lint_finding("${PROGRAM}: the stack is executable")
endif()
if(dynamic MATCHES "RPATH|RUNPATH")
  lint_finding("${PROGRAM}: searches libraries in a folder of the build")
endif()
# A call through a table of virtual functions leaves no symbol; CheckVerification looks into the sources for that.
if(symbols MATCHES "UND [^\n]*(ignoreSslErrors|setPeerVerifyMode)")
  lint_finding("${PROGRAM}: can switch off the verification of certificates")
endif()
if(SECRETS)
  demand("${symbols}" "DEFAULT +[0-9]+ free[\n@]" "gives memory back with what is in it")
  demand("${symbols}" "DEFAULT +[0-9]+ realloc[\n@]" "moves memory and leaves behind what is in it")
endif()

# Logs go to a file of ours and to the terminal, where they have been redacted, and nowhere else.
if(SECRETS AND symbols MATCHES "UND [^\n]*(v?syslog|sd_journal_[a-z]+)[\n@]")
  lint_finding("${PROGRAM}: writes to the journal of the system")
endif()

# Whether a checked function is imported depends on what the compiler can prove, so the flag itself is looked for as well.
file(READ ${COMMANDS} text)
string(REGEX MATCHALL "\"command\": \"[^\n]*" commands "${text}")
set(seen 0)
foreach(command IN LISTS commands)
  if(command MATCHES "/src/[a-z]+/[^ ]*\\.cpp\"?,?$")
    math(EXPR seen "${seen} + 1")
    foreach(flag "-D_FORTIFY_SOURCE=[23]" "-D_GLIBCXX_ASSERTIONS" "-fstack-protector-strong" "-fstack-clash-protection" "-fPI[EC]")
      if(NOT command MATCHES " ${flag} ")
        lint_finding("compiled without ${flag}: ${command}")
      endif()
    endforeach()
  endif()
endforeach()
if(seen EQUAL 0)
  lint_finding("no compile commands in ${COMMANDS}")
endif()
lint_finish()
