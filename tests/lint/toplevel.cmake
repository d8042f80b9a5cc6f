# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
foreach(file CMakeLists.txt CMakePresets.json LICENSE cmake/x include/x resources/x src/x tests/x ui/x .clang-format
    .ci/run build/x CMakeLists.txt.user)
  good(${file} "\n")
endforeach()
good(README.md "\n")
bad(notes.txt "\n" "notes.txt: does not belong at the top level")
bad(docs/x "\n" "docs: does not belong at the top level")
