# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# The verification of certificates cannot be switched off: nothing that could do so is named in the programs, and no test
# gets used to it; and no link is opened. (A server of the tests does not ask its clients for certificates, which is another matter.)
include(${CMAKE_CURRENT_LIST_DIR}/Lint.cmake)

set(START "(^|[^A-Za-z0-9_])")
set(END "([^A-Za-z0-9_]|$)")
lint_files(sources "^(src|include|ui)/.*\\.(h|cpp|ui)$")
lint_each_match(lines
  "${START}(ignoreSslErrors|setPeerVerifyMode|VerifyNone|QueryPeer|SSL_VERIFY_NONE|SSL_CTX_set_verify|SSL_set_verify)${END}"
  ${sources})
lint_files(tests "^tests/.*\\.(h|cpp)$")
list(FILTER tests EXCLUDE REGEX "^tests/lint/") # one proves that the check of the programs can fail
lint_each_match(more "${START}ignoreSslErrors${END}" ${tests})
foreach(line IN LISTS lines more)
  lint_finding("trusts anybody: ${line}")
endforeach()
# Nothing that a server says is ever opened: there is no link to click on, so nothing can be told to open one.
lint_each_match(links "${START}(openUrl|QDesktopServices|setOpenExternalLinks|openExternalLinks|TextBrowserInteraction)${END}"
  ${sources})
foreach(line IN LISTS links)
  lint_finding("opens links: ${line}")
endforeach()
lint_finish()
