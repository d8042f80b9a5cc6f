# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Nothing unfinished is left in the sources, and nothing that is true on one machine only.
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)

lint_files(files "\\.(h|cpp|cmake|sh|py|ui|qrc|svg|in|1|desktop|xml|yml|json|md|txt)$" "^\\.(ci/|clang|editor|git)")
# This check and its self-test must spell the words.
list(FILTER files EXCLUDE REGEX "^(cmake/lint/CheckWords\\.cmake|tests/lint/words\\.cmake)$")

set(START "(^|[^A-Za-z0-9_])")
set(END "([^A-Za-z0-9_]|$)")
set(NO_PATH_BEFORE "(^|[^A-Za-z0-9_./}>-])")
lint_each_match(unfinished "${START}(TODO|FIXME|XXX|HACK|WIP)${END}" ${files})
foreach(line IN LISTS unfinished)
  lint_finding("unfinished: ${line}")
endforeach()
lint_each_match(paths "${NO_PATH_BEFORE}/(work|home|root|tmp|mnt|opt)/[A-Za-z0-9_.]" ${files})
foreach(line IN LISTS paths)
  lint_finding("path of one machine: ${line}")
endforeach()
lint_each_match(trackers "${START}([Ii]ssue|[Tt]icket|[Bb]ug|PR) #?[0-9]+${END}" ${files})
foreach(line IN LISTS trackers)
  lint_finding("number nobody can look up: ${line}")
endforeach()
lint_finish()
