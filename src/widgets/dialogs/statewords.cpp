// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/statewords.h"

#include <QCoreApplication>

namespace attune::widgets {

QString stateTitle(session::ConnectionState state) {
    using session::ConnectionState;
    const auto text = [](const char* source) { return QCoreApplication::translate("ConnectionState", source); };
    switch (state) {
    case ConnectionState::SignedOut:
        return text(QT_TRANSLATE_NOOP("ConnectionState", "Signed out"));
    case ConnectionState::Connecting:
        return text(QT_TRANSLATE_NOOP("ConnectionState", "Connecting"));
    case ConnectionState::Syncing:
        return text(QT_TRANSLATE_NOOP("ConnectionState", "Catching up"));
    case ConnectionState::Live:
        return text(QT_TRANSLATE_NOOP("ConnectionState", "Live"));
    case ConnectionState::Delayed:
        return text(QT_TRANSLATE_NOOP("ConnectionState", "Delayed"));
    case ConnectionState::Offline:
        return text(QT_TRANSLATE_NOOP("ConnectionState", "Offline"));
    case ConnectionState::CertificateRefused:
        return text(QT_TRANSLATE_NOOP("ConnectionState", "Certificate refused"));
    }
    return {};
}

} // namespace attune::widgets
