# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# The libraries that the programs are linked with: named here, and nowhere else. From this list come
#   attune/dependencies.h   what the About box says of them
#   attune-watch.cdx.json   the bill of materials (CycloneDX) in the build folder, by the target "sbom"
# Lint holds the list against what the programs need, and the bill against the vulnerabilities that are known.
#
#   attune_dependency(<id> NAME <name> VERSION <version> LICENSE <SPDX expression> WEBSITE <address> FILE <file>
#     [SONAMES <name>...])
# FILE tells which package of the system it comes from. SONAMES are the names, up to ".so", under which programs need it;
# what is all headers has none.
set(ATTUNE_DEPENDENCIES "[]")
set(ATTUNE_DEPENDENCY_ROWS "")

function(attune_dependency id)
  cmake_parse_arguments(ARG "" "NAME;VERSION;LICENSE;WEBSITE;FILE" "SONAMES" ${ARGN})
  file(REAL_PATH "${ARG_FILE}" file)
  list(JOIN ARG_SONAMES " " ARG_SONAMES)
  string(JSON entry SET "{}" id "\"${id}\"")
  string(JSON entry SET "${entry}" file "\"${file}\"")
  foreach(field NAME VERSION LICENSE WEBSITE SONAMES)
    string(TOLOWER ${field} key)
    string(JSON entry SET "${entry}" ${key} "\"${ARG_${field}}\"")
  endforeach()
  string(JSON count LENGTH "${ATTUNE_DEPENDENCIES}")
  string(JSON all SET "${ATTUNE_DEPENDENCIES}" ${count} "${entry}")
  set(ATTUNE_DEPENDENCIES "${all}" PARENT_SCOPE)
  string(APPEND ATTUNE_DEPENDENCY_ROWS "    Dependency{\"${id}\", \"${ARG_NAME}\", \"${ARG_VERSION}\", \"${ARG_LICENSE}\"},\n")
  set(ATTUNE_DEPENDENCY_ROWS "${ATTUNE_DEPENDENCY_ROWS}" PARENT_SCOPE)
endfunction()

# library_file(<out> <target or soname>): where it is.
function(library_file out what)
  if(TARGET ${what})
    get_target_property(file ${what} LOCATION)
  else()
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=${what}
      OUTPUT_VARIABLE file OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  endif()
  set(${out} "${file}" PARENT_SCOPE)
endfunction()

set(qt_license "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only")
set(qt_website "https://www.qt.io")

library_file(file Qt6::Core)
attune_dependency(qtbase NAME "Qt" VERSION ${Qt6_VERSION} LICENSE "${qt_license}" WEBSITE ${qt_website}
  FILE ${file} SONAMES libQt6Core libQt6DBus libQt6Gui libQt6Network libQt6PrintSupport libQt6Widgets)
library_file(file Qt6::WebSockets)
attune_dependency(qtwebsockets NAME "Qt WebSockets" VERSION ${Qt6WebSockets_VERSION} LICENSE "${qt_license}"
  WEBSITE ${qt_website} FILE ${file} SONAMES libQt6WebSockets)
library_file(file Qt6::Svg)
attune_dependency(qtsvg NAME "Qt SVG" VERSION ${Qt6Svg_VERSION} LICENSE "${qt_license}"
  WEBSITE ${qt_website} FILE ${file} SONAMES libQt6Svg)
library_file(file Qt6::HttpServer)
attune_dependency(qthttpserver NAME "Qt HTTP Server" VERSION ${Qt6HttpServer_VERSION} LICENSE "GPL-3.0-only"
  WEBSITE ${qt_website} FILE ${file} SONAMES libQt6HttpServer)
library_file(file Qt6Keychain::Qt6Keychain)
attune_dependency(qtkeychain NAME "QtKeychain" VERSION ${Qt6Keychain_VERSION} LICENSE "BSD-2-Clause"
  WEBSITE "https://github.com/frankosterfeld/qtkeychain" FILE ${file} SONAMES libqt6keychain)
attune_dependency(openssl NAME "OpenSSL" VERSION ${OPENSSL_VERSION} LICENSE "Apache-2.0"
  WEBSITE "https://openssl-library.org" FILE ${OPENSSL_CRYPTO_LIBRARY} SONAMES libcrypto libssl)
library_file(file simdjson::simdjson)
attune_dependency(simdjson NAME "simdjson" VERSION ${simdjson_VERSION} LICENSE "Apache-2.0"
  WEBSITE "https://simdjson.org" FILE ${file} SONAMES libsimdjson)
get_target_property(folders nlohmann_json::nlohmann_json INTERFACE_INCLUDE_DIRECTORIES)
find_file(file_of_json nlohmann/json.hpp HINTS ${folders} NO_CACHE REQUIRED)
attune_dependency(nlohmann-json NAME "JSON for Modern C++" VERSION ${nlohmann_json_VERSION} LICENSE "MIT"
  WEBSITE "https://json.nlohmann.me" FILE ${file_of_json})

# What every program of the system stands on.
execute_process(COMMAND getconf GNU_LIBC_VERSION OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
string(REPLACE "glibc " "" version "${version}")
library_file(file libc.so.6)
attune_dependency(glibc NAME "GNU C Library" VERSION "${version}" LICENSE "LGPL-2.1-or-later"
  WEBSITE "https://www.gnu.org/software/libc" FILE ${file} SONAMES libc libm ld-linux-x86-64 ld-linux-aarch64)
library_file(file libstdc++.so.6)
file(REAL_PATH "${file}" file)
string(REGEX REPLACE ".*\\.so\\." "" version "${file}")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(version ${CMAKE_CXX_COMPILER_VERSION})
endif()
attune_dependency(gcc NAME "GCC runtime libraries" VERSION ${version} LICENSE "GPL-3.0-or-later WITH GCC-exception-3.1"
  WEBSITE "https://gcc.gnu.org" FILE ${file} SONAMES libstdc++ libgcc_s)

configure_file(${CMAKE_CURRENT_LIST_DIR}/dependencies.h.in ${PROJECT_BINARY_DIR}/generated/attune/dependencies.h @ONLY)

set(ATTUNE_DEPENDENCY_LIST ${PROJECT_BINARY_DIR}/generated/dependencies.json)
file(CONFIGURE OUTPUT ${ATTUNE_DEPENDENCY_LIST} CONTENT "@ATTUNE_DEPENDENCIES@\n" @ONLY)
set(ATTUNE_SBOM ${PROJECT_BINARY_DIR}/attune-watch.cdx.json)
set(packages /var/lib/dpkg/status) # an update of the system changes the bill
if(NOT EXISTS ${packages})
  set(packages "")
endif()
add_custom_command(OUTPUT ${ATTUNE_SBOM}
  COMMAND ${CMAKE_COMMAND} -D LIST=${ATTUNE_DEPENDENCY_LIST} -D VERSION=${PROJECT_VERSION} -D OUT=${ATTUNE_SBOM}
    -P ${CMAKE_CURRENT_LIST_DIR}/WriteSbom.cmake
  DEPENDS ${ATTUNE_DEPENDENCY_LIST} ${CMAKE_CURRENT_LIST_DIR}/WriteSbom.cmake ${packages} VERBATIM)
add_custom_target(sbom ALL DEPENDS ${ATTUNE_SBOM})
