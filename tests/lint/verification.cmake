# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
good(src/net/a.cpp "connect(socket, &QWebSocket::sslErrors, this, &A::onSslErrors);\nm_ignoreSslErrorsNever = 1;\n")
good(tests/net/certificates.cpp "tls.setPeerVerifyMode(QSslSocket::VerifyNone);\n")
good(tests/lint/trusting.cpp "socket.ignoreSslErrors();\n")
bad(src/net/b.cpp "socket.ignoreSslErrors();\nreply->ignoreSslErrors(errors);\n" "src/net/b.cpp:1" "src/net/b.cpp:2")
bad(include/attune/net/b.h "tls.setPeerVerifyMode(mode);\n" "include/attune/net/b.h:1")
bad(src/app/c.cpp "auto mode = QSslSocket::VerifyNone;\nmode = QSslSocket::QueryPeer;\n" "src/app/c.cpp:1" "src/app/c.cpp:2")
bad(tests/net/d_test.cpp "reply->ignoreSslErrors();\n" "tests/net/d_test.cpp:1")
good(src/widgets/label.cpp "label->setTextInteractionFlags(Qt::TextSelectableByMouse);\n")
bad(src/widgets/link.cpp "QDesktopServices::openUrl(url);\nlabel->setOpenExternalLinks(true);\n" "opens links: src/widgets/link.cpp:1"
  "opens links: src/widgets/link.cpp:2")
bad(ui/about.ui "<property name='openExternalLinks'><bool>true</bool></property>\n" "opens links: ui/about.ui:1")
