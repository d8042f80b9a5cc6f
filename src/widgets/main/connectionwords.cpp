// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/connectionwords.h"

#include "attune/core/displaytext.h"

#include <QCoreApplication>

namespace attune::widgets {

using session::ConnectionState;

namespace {

QString text(const char* source) { return QCoreApplication::translate("ConnectionWords", source); }

QString serverName(const session::ConnectionStatus& status) {
    const QString& name = status.profileName.isEmpty() ? status.host : status.profileName;
    return name.isEmpty() ? text(QT_TRANSLATE_NOOP("ConnectionWords", "the server")) : core::displayText(name, 80);
}

/// `sentence` and the reason behind it, which others worded, often without a full stop.
QString because(const QString& sentence, const session::ConnectionStatus& status) {
    if (status.reason.isEmpty())
        return sentence;
    const QString reason = core::displayText(status.reason, 500);
    const bool ends = QStringLiteral(".!?…").contains(reason.back());
    return sentence + u' ' + reason + (ends ? QString() : QStringLiteral("."));
}

} // namespace

EmptyMessage emptyMessage(const session::ConnectionStatus& status, int loaded) {
    if (loaded > 0)
        return {text(QT_TRANSLATE_NOOP("ConnectionWords", "No enforcement matches these filters.")),
                text(QT_TRANSLATE_NOOP("ConnectionWords", "Clear filters")), StateAction::ClearFilters};
    const QString retry = text(QT_TRANSLATE_NOOP("ConnectionWords", "Retry now"));
    switch (status.state) {
    case ConnectionState::SignedOut:
        return {because(text(QT_TRANSLATE_NOOP("ConnectionWords", "Signed out.")), status),
                text(QT_TRANSLATE_NOOP("ConnectionWords", "Sign in")), StateAction::SignIn};
    case ConnectionState::Connecting:
        return {text(QT_TRANSLATE_NOOP("ConnectionWords", "Connecting to %1…")).arg(serverName(status)), {}, {}};
    case ConnectionState::Syncing:
        return {text(QT_TRANSLATE_NOOP("ConnectionWords", "Reading the newest enforcements of %1…"))
                    .arg(serverName(status)),
                {},
                {}};
    case ConnectionState::Offline:
        return {because(text(QT_TRANSLATE_NOOP("ConnectionWords", "%1 cannot be reached.")).arg(serverName(status)),
                        status),
                retry, StateAction::Retry};
    case ConnectionState::CertificateRefused:
        return {because(text(QT_TRANSLATE_NOOP("ConnectionWords", "The certificate of %1 was refused."))
                            .arg(serverName(status)),
                        status),
                retry, StateAction::Retry};
    case ConnectionState::Live:
    case ConnectionState::Delayed:
        break;
    }
    return {
        text(QT_TRANSLATE_NOOP("ConnectionWords", "There are no enforcements. New ones appear here by themselves.")),
        {},
        {}};
}

ConnectionNotice connectionNotice(const session::ConnectionStatus& status, core::UtcMicros now) {
    if (status.state == ConnectionState::CertificateRefused)
        return {Tone::Bad,
                because(text(QT_TRANSLATE_NOOP("ConnectionWords",
                                               "Connection refused: the certificate of %1 was not accepted."))
                            .arg(serverName(status)),
                        status),
                text(QT_TRANSLATE_NOOP("ConnectionWords", "&Details")), StateAction::ShowConnection};
    if (status.state == ConnectionState::SignedOut) {
        QString sentence = because(text(QT_TRANSLATE_NOOP("ConnectionWords", "Signed out.")), status);
        if (core::isInstant(status.dataAsOf))
            sentence += u' ' + text(QT_TRANSLATE_NOOP("ConnectionWords", "What is shown was true at %1."))
                                   .arg(core::instantText(status.dataAsOf, core::TimeStyle::Local, now));
        return {Tone::Warning, sentence, text(QT_TRANSLATE_NOOP("ConnectionWords", "Sign &in…")), StateAction::SignIn};
    }
    if (status.plainText)
        return {
            Tone::Warning,
            text(QT_TRANSLATE_NOOP("ConnectionWords",
                                   "The connection to %1 is not encrypted: anyone on the way can read and change it."))
                .arg(core::displayText(status.host, 80)),
            {},
            {}};
    return {};
}

} // namespace attune::widgets
