# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Brings the translations in a folder up to date with the sources; OBSOLETE keeps what is not used any more.
#   cmake -D LUPDATE=<program> -D ROOT=<source tree> -D FOLDER=<folder> [-D OBSOLETE=ON] -P UpdateTranslations.cmake
# The programs of the terminal speak English only.
set(folders "")
foreach(folder src/app src/core src/models src/net src/session src/widgets include ui)
  if(IS_DIRECTORY ${ROOT}/${folder})
    list(APPEND folders ${ROOT}/${folder})
  endif()
endforeach()
set(options -locations none -I ${ROOT}/include -I ${ROOT}/src/widgets)
if(NOT OBSOLETE)
  list(APPEND options -no-obsolete)
endif()
file(GLOB files ${FOLDER}/attune_*.ts)
foreach(file IN LISTS files)
  set(plural "")
  if(file MATCHES "attune_en\\.ts$")
    set(plural -pluralonly)
  endif()
  execute_process(COMMAND ${LUPDATE} ${options} ${plural} ${folders} -ts ${file}
    OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${said}")
  endif()
  # Words in a class that lupdate does not know as one that translates would never be found at run time.
  string(REGEX MATCHALL "[^\n]*lacks Q_OBJECT macro" homeless "${said}")
  foreach(line IN LISTS homeless)
    message(NOTICE "${line}")
  endforeach()
endforeach()
