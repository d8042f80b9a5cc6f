# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
string(REPEAT "int x [2];\n" 500 source)
string(REPEAT "int x;\n" 200 header)
good(src/core/long.cpp "${source}")
good(include/attune/core/long.h "${header}")
foreach(number RANGE 1 24)
  good(src/core/file${number}.cpp "\n")
  good(src/net/file${number}.cpp "\n")
endforeach()
good(src/net/file25.cpp "\n")
bad(src/core/longer.cpp "${source}\n" "src/core/longer.cpp: 501 lines, allowed are 500" "src/core: 26 files, allowed are 25")
bad(include/attune/core/longer.h "${header}\n" "include/attune/core/longer.h: 201 lines, allowed are 200")
