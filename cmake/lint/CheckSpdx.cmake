# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Every file that can hold a comment names its copyright and its licence within the first ten lines.
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)

lint_files(files "\\.(h|cpp|cmake|sh|py|ui|qrc|svg|ts|in|1|desktop|xml|yml)$" "CMakeLists\\.txt$"
  "^\\.(ci/.*|clang-format|clang-tidy|editorconfig|gitattributes|gitignore)$")
list(FILTER files EXCLUDE REGEX "^(tests/data|resources/translations)/") # lupdate keeps no comments

foreach(file IN LISTS files)
  file(STRINGS ${ROOT}/${file} head LIMIT_COUNT 10)
  set(license "Apache-2\\.0")
  if(file MATCHES "\\.metainfo\\.xml$")
    set(license "CC0-1\\.0") # software centres mix these descriptions, so AppStream asks for no conditions
  endif()
  foreach(tag "SPDX-FileCopyrightText: [0-9]" "SPDX-License-Identifier: ${license}")
    if(NOT head MATCHES "${tag}")
      string(REGEX REPLACE ":.*" "" name "${tag}")
      lint_finding("${file}:1: no ${name}")
    endif()
  endforeach()
endforeach()
lint_finish()
