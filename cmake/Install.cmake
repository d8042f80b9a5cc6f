# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
foreach(program attune-watch attune-tail attune-sim)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES resources/man/${program}.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  endif()
endforeach()

if(TARGET attune-watch)
  install(FILES resources/linux/attune-watch.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES resources/linux/attune-watch.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES resources/icons/attune-watch.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES README.md LICENSE ${ATTUNE_SBOM} DESTINATION ${CMAKE_INSTALL_DOCDIR})
