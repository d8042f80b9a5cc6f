// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace attune::widgets {

/// Follows the desktop portal's colour scheme (org.freedesktop.appearance), where there is one. Asks without waiting:
/// no portal, no answer, no harm.
class PortalColorScheme : public QObject {
    Q_OBJECT
public:
    explicit PortalColorScheme(QObject* parent = nullptr);

    /// A session bus seems to exist; otherwise there is nobody to ask.
    [[nodiscard]] static bool isAvailable();
    /// Unwraps the portal's answer: 1 = dark, everything else is not.
    [[nodiscard]] static bool meansDark(const QVariant& value);

Q_SIGNALS:
    void darkPreferred(bool dark);

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void onAnswered(QDBusPendingCallWatcher* call);

    bool m_isTold = false; ///< of a change, by which an answer that is still on its way is out of date
};

} // namespace attune::widgets
