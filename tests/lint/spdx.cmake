# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
good(src/core/a.cpp "// SPDX-FileCopyrightText: 2026 Somebody\n// SPDX-License-Identifier: Apache-2.0\n")
good(ui/form.ui "<!-- SPDX-FileCopyrightText: 2026 Somebody -->\n<!-- SPDX-License-Identifier: Apache-2.0 -->\n")
good(resources/a.metainfo.xml "<!-- SPDX-FileCopyrightText: 2026 Somebody -->\n<!-- SPDX-License-Identifier: CC0-1.0 -->\n")
good(tests/data/page.xml "<recorded/>\n")
good(tests/data.json "{}\n")
bad(src/core/nothing.cpp "int x;\n"
  "src/core/nothing.cpp:1: no SPDX-FileCopyrightText" "src/core/nothing.cpp:1: no SPDX-License-Identifier")
bad(src/core/CMakeLists.txt "# SPDX-FileCopyrightText: 2026 Somebody\n" "src/core/CMakeLists.txt:1: no SPDX-License-Identifier")
bad(include/attune/core/other.h "// SPDX-FileCopyrightText: 2026 Somebody\n// SPDX-License-Identifier: MIT\n"
  "include/attune/core/other.h:1: no SPDX-License-Identifier")
bad(cmake/late.sh "\n\n\n\n\n\n\n\n\n\n# SPDX-FileCopyrightText: 2026 Somebody\n# SPDX-License-Identifier: Apache-2.0\n"
  "cmake/late.sh:1: no SPDX-FileCopyrightText" "cmake/late.sh:1: no SPDX-License-Identifier")
