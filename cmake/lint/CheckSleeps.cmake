# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Neither the program nor a test waits for time to pass: they wait for something to happen. Benchmarks measure spans of
# time, so they may.
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)

lint_files(files "^(src|include|tests)/.*\\.(h|cpp)$")
lint_each_match(lines
  "(^|[^A-Za-z0-9_])(qWait|qSleep|sleep|msleep|usleep|nanosleep|clock_nanosleep|sleep_for|sleep_until) *\\(" ${files})
foreach(line IN LISTS lines)
  lint_finding("sleeps: ${line}")
endforeach()

lint_files(scripts "^tests/.*\\.(sh|py)$")
list(FILTER scripts EXCLUDE REGEX "tests/bench/")
lint_each_match(lines "(^|[ \t(])(time\\.)?sleep[ (]" ${scripts})
foreach(line IN LISTS lines)
  lint_finding("sleeps: ${line}")
endforeach()
lint_finish()
