// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/statewords.h"

#include "attune/core/column.h"
#include "attune/core/serverclock.h"

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

QString clockWords(const session::ConnectionStatus& status) {
    if (!status.clockAhead)
        return {};
    const auto text = [](const char* source) { return QCoreApplication::translate("ConnectionState", source); };
    if (std::chrono::abs(*status.clockAhead) <= core::ServerClock::Blur)
        return text(QT_TRANSLATE_NOOP("ConnectionState", "as this computer's"));
    const QString span = core::durationText(std::chrono::abs(*status.clockAhead));
    return (status.clockAhead->count() > 0 ? text(QT_TRANSLATE_NOOP("ConnectionState", "%1 ahead of this computer's"))
                                           : text(QT_TRANSLATE_NOOP("ConnectionState", "%1 behind this computer's")))
        .arg(span);
}

} // namespace attune::widgets
