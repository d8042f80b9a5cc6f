// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/connectionstatus.h"

namespace attune::session {

QString stateWord(ConnectionState state) {
    switch (state) {
    case ConnectionState::SignedOut:
        return QStringLiteral("signed_out");
    case ConnectionState::Connecting:
        return QStringLiteral("connecting");
    case ConnectionState::Syncing:
        return QStringLiteral("syncing");
    case ConnectionState::Live:
        return QStringLiteral("live");
    case ConnectionState::Delayed:
        return QStringLiteral("delayed");
    case ConnectionState::Offline:
        return QStringLiteral("offline");
    case ConnectionState::CertificateRefused:
        return QStringLiteral("certificate");
    }
    Q_UNREACHABLE();
}

} // namespace attune::session
