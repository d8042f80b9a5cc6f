# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# resources/translations/attune_<language>.ts hold the words of the program. English is in the sources; its file holds
# the forms of singular and plural only.
#   attune_add_translations(target)  compiles them into the resources of the target, below :/attune/translations
#   the target "translations"        brings the files up to date with the sources; what it leaves unfinished is to be filled in
set(tools ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS})
find_program(ATTUNE_LRELEASE NAMES lrelease lrelease-qt6 HINTS ${tools} REQUIRED)
find_program(ATTUNE_LUPDATE NAMES lupdate lupdate-qt6 HINTS ${tools} REQUIRED)

function(attune_add_translations target)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/*.ts)
  set(compiled "")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    set(file ${CMAKE_CURRENT_BINARY_DIR}/${name}.qm)
    add_custom_command(OUTPUT ${file} COMMAND ${ATTUNE_LRELEASE} -silent ${source} -qm ${file} DEPENDS ${source} VERBATIM)
    list(APPEND compiled ${file})
  endforeach()
  qt_add_resources(${target} translations PREFIX /attune/translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
endfunction()

add_custom_target(translations
  COMMAND ${CMAKE_COMMAND} -D LUPDATE=${ATTUNE_LUPDATE} -D ROOT=${PROJECT_SOURCE_DIR}
    -D FOLDER=${PROJECT_SOURCE_DIR}/resources/translations -P ${CMAKE_CURRENT_LIST_DIR}/UpdateTranslations.cmake
  VERBATIM)
