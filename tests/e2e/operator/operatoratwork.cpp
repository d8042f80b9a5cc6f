// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "operatoratwork.h"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QNetworkReply>
#include <QUrl>

#include <algorithm>
#include <memory>
#include <utility>

namespace attune::e2e {

void OperatorAtWork::SetUp() {
    if (QGuiApplication::platformName() != QStringLiteral("xcb"))
        GTEST_SKIP() << "needs Xvfb, openbox and xdotool";
    ASSERT_TRUE(m_sim.isReady());
    ASSERT_TRUE(await([] { return Hands::haveManager(); }));
    startMonitor();
    ASSERT_TRUE(await([this] { return isIn("live"); })) << m_monitor.readAllStandardError().toStdString();
    ASSERT_TRUE(await([this] {
        m_window = Hands::windowOf(m_monitor.processId());
        return !m_window.isEmpty();
    }));
    ASSERT_TRUE(await([this] {
        Hands::activate(m_window);
        return Hands::activeWindow() == m_window;
    }));
    std::optional<Place> found;
    ASSERT_TRUE(await([&found] {
        found = findTable();
        return found.has_value();
    }));
    place = *found;
    goToNewest();
}

OperatorAtWork::~OperatorAtWork() {
    m_monitor.terminate();
    if (!m_monitor.waitForFinished(10'000))
        m_monitor.kill();
    m_monitor.waitForFinished();
}

void OperatorAtWork::startMonitor() {
    const QString folder = m_home.filePath(QStringLiteral("attune-watch"));
    ASSERT_TRUE(QDir().mkpath(folder));
    QFile settings(folder + QStringLiteral("/settings.ini"));
    ASSERT_TRUE(settings.open(QIODevice::WriteOnly));
    settings.write("[look]\nreduced_motion=true\ntheme=light\n" // colours that fade come in between
                   "[rows]\nread_depth=100000\n"); // a slow machine starts late, and nothing is to be left out
    settings.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.path());
    environment.insert(QStringLiteral("ATTUNE_PASSWORD"), m_sim.password());
    m_monitor.setProcessEnvironment(environment);
    m_monitor.setStandardInputFile(QProcess::nullDevice());
    m_monitor.setStandardOutputFile(QProcess::nullDevice());
    m_monitor.start(program("attune-watch"),
                    m_sim.connection() +
                        QStringList{QStringLiteral("--stats"), m_home.filePath(QStringLiteral("stats.jsonl"))});
    ASSERT_TRUE(m_monitor.waitForStarted());
}

void OperatorAtWork::goToNewest() {
    Hands::press(QStringLiteral("ctrl+t"));
    Hands::press(QStringLiteral("Escape"));
    Hands::press(QStringLiteral("Home"));
}

void OperatorAtWork::wheelDown(int notches) const { Hands::click(place.at(70, 5), Hands::WheelDown, notches); }

QString OperatorAtWork::copied(const QString& keys) {
    QClipboard& clipboard = *QGuiApplication::clipboard();
    clipboard.setText(QStringLiteral("nothing was copied"));
    Hands::press(keys);
    EXPECT_TRUE(await([&clipboard] { return !clipboard.ownsClipboard(); })) << keys.toStdString();
    return clipboard.text();
}

OperatorAtWork::Rows OperatorAtWork::selectedRows() {
    Rows rows;
    for (const QString& line : copied(QStringLiteral("ctrl+shift+j")).split(u'\n', Qt::SkipEmptyParts))
        rows.push_back(QJsonDocument::fromJson(line.toUtf8()).object());
    return rows;
}

OperatorAtWork::Rows OperatorAtWork::selectTopRows() {
    for (const char* keys : {"Escape", "ctrl+Home", "shift+Next"})
        Hands::press(QString::fromLatin1(keys));
    return selectedRows();
}

OperatorAtWork::Rows OperatorAtWork::exportedRows(const char* name) {
    const QString path = m_home.filePath(QString::fromLatin1(name));
    const auto isUpFront = [](const QString& window) { return Hands::activeWindow() == window; };
    const auto otherWindow = [&](const QString& before) {
        QString now;
        EXPECT_TRUE(await([&] {
            now = Hands::activeWindow();
            return !now.isEmpty() && now != before && now != m_window;
        }));
        return now;
    };
    Hands::press(QStringLiteral("ctrl+shift+e"));
    const QString dialog = otherWindow({});
    for (const char* keys : {"alt+f", "Down", "Down", "Return"}) // JSON Lines, one object a line
        Hands::press(QString::fromLatin1(keys));
    otherWindow(dialog);
    Hands::type(path);
    Hands::press(QStringLiteral("Return"));
    EXPECT_TRUE(await([&] { return QFile::exists(path); })) << "nothing was exported";
    EXPECT_TRUE(await([&] { return isUpFront(dialog); }));
    EXPECT_TRUE(await([&] {
        Hands::press(QStringLiteral("Escape"));
        return isUpFront(m_window);
    }));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    Rows rows;
    while (!file.atEnd())
        rows.push_back(QJsonDocument::fromJson(file.readLine()).object());
    return rows;
}

QJsonObject OperatorAtWork::stats() const {
    QFile file(m_home.filePath(QStringLiteral("stats.jsonl")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll().trimmed().split('\n').constLast()).object();
}

bool OperatorAtWork::isIn(const char* state) const { return stats()[u"state"].toString() == QLatin1String(state); }

QByteArray OperatorAtWork::ask(const char* what, const QByteArray& body) {
    QNetworkRequest request{QUrl(m_sim.text("api") + QStringLiteral("/sim/") + QString::fromLatin1(what))};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? m_network.get(request) : m_network.post(request, body));
    EXPECT_TRUE(await([&reply] { return reply->isFinished(); }));
    EXPECT_EQ(reply->error(), QNetworkReply::NoError) << what;
    return reply->readAll();
}

void OperatorAtWork::quieten() {
    (void)ask("rate", R"({"rate":0})");
    // Every row settles within some seconds or never.
    const QString last = QDateTime::currentDateTimeUtc().addSecs(1).toString(Qt::ISODateWithMs);
    ASSERT_TRUE(
        await([&last] { return QDateTime::currentDateTimeUtc().addSecs(-8).toString(Qt::ISODateWithMs) > last; }));
    double second = 0;
    qint64 before = -1;
    ASSERT_TRUE(await([&] {
        const QJsonObject line = stats();
        if (line[u"t"].toDouble() < second + 2)
            return false;
        second = line[u"t"].toDouble();
        return std::exchange(before, line[u"received"].toInteger()) == line[u"received"].toInteger();
    }));
}

OperatorAtWork::Truth OperatorAtWork::truth() {
    Truth rows;
    for (const QJsonValue row : QJsonDocument::fromJson(ask("state")).object()[QStringLiteral("items")].toArray())
        rows.emplace(row[QStringLiteral("id")].toInteger(), row.toObject());
    return rows;
}

void OperatorAtWork::expectTrue(const Rows& rows, const Truth& truth) {
    for (const QJsonObject& row : rows) {
        const qint64 id = row[u"id"].toInteger();
        ASSERT_TRUE(truth.contains(id)) << id;
        for (const char* field : {"rule_ref", "trigger_ref", "event", "status", "condition", "created"}) {
            const QString name = QString::fromLatin1(field);
            ASSERT_EQ(row[name], truth.at(id)[name]) << field << " of " << id;
        }
    }
}

} // namespace attune::e2e
