# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# attune_add_library(name SOURCES ... HEADERS ... LINK ... [PCH ...])
#   One static library per layer, attune::name. HEADERS are public headers below include/attune/name;
#   they are listed because AUTOMOC only finds a header by itself when it lies beside its source.
# attune_add_program(target SOURCES ... LINK ...)
# attune_add_test(name [GUI] [WAITS] SOURCES ... LINK ... [TIMEOUT seconds] [PARTS count])
#   One GoogleTest program per library under the label "name"; GUI gives it a QApplication on the offscreen platform.
#   PARTS divides its tests among several entries of ctest, which may run at the same time. WAITS says that they hardly
#   use the processor: three of them run in the place of one that does.
function(attune_add_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;LINK;PCH" ${ARGN})
  list(TRANSFORM ARG_HEADERS PREPEND ${PROJECT_SOURCE_DIR}/include/attune/${name}/)
  add_library(attune_${name} STATIC ${ARG_SOURCES} ${ARG_HEADERS})
  add_library(attune::${name} ALIAS attune_${name})
  target_include_directories(attune_${name}
    PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/generated
    PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(attune_${name} PUBLIC ${ARG_LINK} PRIVATE attune::options)
  if(ARG_PCH)
    target_precompile_headers(attune_${name} PRIVATE ${ARG_PCH})
  endif()
endfunction()

function(attune_add_program target)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${target} ${ARG_SOURCES})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE ${ARG_LINK} attune::options)
  add_dependencies(programs ${target})
endfunction()

function(attune_add_test name)
  cmake_parse_arguments(ARG "GUI;WAITS" "TIMEOUT;PARTS" "SOURCES;LINK;PCH" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set(slots 3)
  if(ARG_WAITS)
    set(slots 1)
  endif()
  if(ATTUNE_SANITIZE)
    math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}")
  endif()
  add_executable(attune_${name}_tests ${ARG_SOURCES})
  # GCC 12 warns of impossible copies and indexes once string and container code is inlined into large tests.
  target_compile_options(attune_${name}_tests PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-maybe-uninitialized>)
  # Tests are compiled more often than they are run.
  target_compile_options(attune_${name}_tests PRIVATE $<$<CONFIG:Release>:-O1>)
  target_link_libraries(attune_${name}_tests PRIVATE
    ${ARG_LINK} $<IF:$<BOOL:${ARG_GUI}>,attune_gui_test_support,attune_test_support> attune::options)
  set_target_properties(attune_${name}_tests PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  if(ARG_PCH)
    target_precompile_headers(attune_${name}_tests PRIVATE ${ARG_PCH})
  endif()
  set(environment "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;UBSAN_OPTIONS=print_stacktrace=1")
  if(ATTUNE_SANITIZE)
    list(APPEND environment "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
  endif()
  if(NOT ARG_PARTS)
    add_test(NAME ${name} COMMAND attune_${name}_tests)
    set_tests_properties(${name} PROPERTIES LABELS ${name} TIMEOUT ${ARG_TIMEOUT} PROCESSORS ${slots}
      ENVIRONMENT "${environment}")
    return()
  endif()
  math(EXPR last "${ARG_PARTS} - 1")
  foreach(part RANGE ${last})
    add_test(NAME ${name}.${part} COMMAND attune_${name}_tests)
    set_tests_properties(${name}.${part} PROPERTIES LABELS ${name} TIMEOUT ${ARG_TIMEOUT} PROCESSORS ${slots}
      ENVIRONMENT "${environment};GTEST_TOTAL_SHARDS=${ARG_PARTS};GTEST_SHARD_INDEX=${part}")
  endforeach()
endfunction()
