# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
good(src/core/a.cpp "#include \"attune/core/clock.h\"\n#include \"attune/version.h\"\n#include <QString>\n#include <array>\n")
good(src/net/a.cpp "#include \"attune/core/clock.h\"\n#include \"codec_p.h\"\n#include <QWebSocket>\n#include <nlohmann/json.hpp>\n")
good(src/session/a.cpp "#include \"attune/net/apiclient.h\"\n#include <qt6keychain/keychain.h>\n")
good(src/session/b.cpp "#include <QHostAddress>\n")
good(src/widgets/a.cpp "#include \"attune/session/session.h\"\n#include <QtWidgets/QWidget>\n#include <QColor>\n")
good(src/app/a.cpp "#include \"attune/net/apiclient.h\"\n")
good(tests/net/a_test.cpp "#include \"attune/sim/server.h\"\n#include \"support/waiting.h\"\n#include <gtest/gtest.h>\n")
good(tests/e2e/a_test.cpp "#include \"attune/widgets/mainwindow.h\"\n")
good(src/core/decode/quickframe.cpp "#include \"quickframe.h\"\n#include <simdjson.h>\n")
bad(src/core/decode/b.cpp "#include <simdjson.h>\n" "src/core/decode/b.cpp: simdjson.h")
bad(src/core/b.cpp "#include \"attune/net/apiclient.h\"\n#include <QColor>\n"
  "src/core/b.cpp: attune/net/apiclient.h" "src/core/b.cpp: QColor belongs to QtGui")
bad(include/attune/models/b.h "#pragma once\n#  include <QtGui/QIcon>\n#include <attune/session/session.h>\n"
  "include/attune/models/b.h: QtGui/QIcon" "include/attune/models/b.h: attune/session/session.h")
bad(src/models/c.cpp "#include <qwidget.h>\n" "src/models/c.cpp: qwidget.h belongs to QtWidgets")
bad(src/widgets/b.cpp "#include \"attune/net/apiclient.h\"\n#include <QNetworkReply>\n#include <nlohmann/json_fwd.hpp>\n"
  "src/widgets/b.cpp: attune/net/apiclient.h" "src/widgets/b.cpp: QNetworkReply belongs to QtNetwork"
  "src/widgets/b.cpp: nlohmann/json_fwd.hpp")
bad(src/session/c.cpp "#include <QTcpSocket>\n" "src/session/c.cpp: QTcpSocket belongs to QtNetwork")
bad(src/net/b.cpp "#include \"../core/core_p.h\"\n" "src/net/b.cpp: ../core/core_p.h climbs")
bad(tests/core/b_test.cpp "#include \"attune/widgets/mainwindow.h\"\n#include <QApplication>\n"
  "tests/core/b_test.cpp: attune/widgets/mainwindow.h" "tests/core/b_test.cpp: QApplication belongs to QtWidgets")
bad(src/extra/b.cpp "\n" "src/extra/b.cpp: no rule")
