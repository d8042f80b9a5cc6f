// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "hands.h"

#include <gtest/gtest.h>

#include <QProcess>

namespace attune::e2e {

QString Hands::run(const QStringList& arguments) {
    QProcess xdotool;
    xdotool.setProcessChannelMode(QProcess::MergedChannels);
    xdotool.start(QStringLiteral("xdotool"), arguments);
    if (!xdotool.waitForFinished(60'000)) {
        ADD_FAILURE() << "xdotool hangs: " << arguments.join(u' ').toStdString();
        return {};
    }
    return xdotool.exitCode() == 0 ? QString::fromUtf8(xdotool.readAll()).trimmed() : QString();
}

void Hands::press(const QString& keys) { run({QStringLiteral("key"), keys}); }

void Hands::type(const QString& text) { run({QStringLiteral("type"), QStringLiteral("--"), text}); }

void Hands::click(QPoint place, Button button, int times) {
    const auto move = [](QPoint to) {
        return QStringList{QStringLiteral("mousemove"), QString::number(to.x()), QString::number(to.y())};
    };
    const QStringList press{QStringLiteral("click"),   QStringLiteral("--repeat"), QString::number(times),
                            QStringLiteral("--delay"), QStringLiteral("5"),        QString::number(button)};
    run(move(place) + press + move({0, 0}));
}

bool Hands::haveManager() { return !run({QStringLiteral("get_desktop")}).isEmpty(); }

QString Hands::activeWindow() { return run({QStringLiteral("getactivewindow")}); }

QString Hands::windowOf(qint64 process) {
    return run({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--pid"),
                QString::number(process)})
        .section(u'\n', -1);
}

void Hands::activate(const QString& window) { run({QStringLiteral("windowactivate"), window}); }

} // namespace attune::e2e
