# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Two invented libraries in an old and in a repaired version, one from a package and one from elsewhere.
function(bill out version package plain)
  set(properties "")
  if(package)
    set(properties "{\"name\":\"attune-watch:source-version\",\"value\":\"${package}\"}")
  endif()
  set(${out} "{\"components\":[{\"bom-ref\":\"zlob\",\"name\":\"Zlob\",\"version\":\"${version}\",\"properties\":[${properties}]},
    {\"bom-ref\":\"plain\",\"name\":\"Plain\",\"version\":\"${plain}\",\"properties\":[]}]}\n" PARENT_SCOPE)
endfunction()
set(ranges "\"affected\":[{\"from\":\"1.0.0\",\"before\":\"1.0.9\",\"debian\":\"1.0.2+dfsg-3~deb12u2\"},{\"from\":\"2.0.0\",\"before\":\"2.1.0\"}]")
set(known "{\"id\":\"A-1\",\"of\":\"zlob\",\"what\":\"overflows\",${ranges},\"upstream\":true}")
string(APPEND known ",{\"id\":\"A-2\",\"of\":\"zlob\",\"what\":\"reads XML\",${ranges},\"upstream\":true,\"answer\":\"None is read\",\"lacks\":\"ZlobXml\"}")
string(APPEND known ",{\"id\":\"A-3\",\"of\":\"zlob\",\"what\":\"speaks\",${ranges},\"upstream\":true,\"answer\":\"Never\",\"has\":[\"src/net/a.cpp\",\"setSpeech(false)\"]}")
string(APPEND known ",{\"id\":\"A-4\",\"of\":\"plain\",\"what\":\"overflows\",${ranges},\"upstream\":true}")
string(APPEND known ",{\"id\":\"A-5\",\"of\":\"plain\",\"what\":\"is judged by packages only\",${ranges}}")
good(cmake/lint/advisories.json "{\"advisories\":[${known}]}\n")
good(src/net/a.cpp "void a() { zlob.setSpeech(false); }\n")

find_program(DPKG dpkg NO_CACHE)
if(DPKG)
  bill(repaired 1.0.2 1.0.2+dfsg-3~deb12u2 1.0.9)
  bill(affected 1.0.2 1.0.2+dfsg-3~deb12u1 1.0.2)
  set(where "1.0.2 (package 1.0.2+dfsg-3~deb12u1)")
  set(cure "package 1.0.2+dfsg-3~deb12u2")
else()
  bill(repaired 1.0.9 "" 1.0.9)
  bill(affected 1.0.2 "" 1.0.2)
  set(where "1.0.2")
  set(cure "version 1.0.9")
endif()
good(build/attune-watch.cdx.json "${repaired}")
bad(build/attune-watch.cdx.json "${affected}"
  "A-1: Zlob ${where}: overflows. Free of it: ${cure}"
  "A-2: Zlob ${where}: reads XML. Free of it: ${cure}. Its answer is void: src/net/b.cpp:1"
  "A-3: Zlob ${where}: speaks. Free of it: ${cure}. Its answer is void: src/net/a.cpp has no"
  "A-4: Plain 1.0.2: overflows. Free of it: version 1.0.9")
bad(src/net/a.cpp "void a() { zlob.setSpeech(true); }\n")
bad(src/net/b.cpp "ZlobXml xml{};\n")
bad(cmake/lint/advisories.json "{\"advisories\":[${known},{\"id\":\"A-6\",\"of\":\"zlop\",\"what\":\"is not ours\",${ranges}}]}\n"
  "A-6: is of zlop, which is not in")
