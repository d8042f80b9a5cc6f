// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultproxy.h"
#include "faults/difference.h"
#include "simprocess.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

namespace attune::e2e {

/// The monitor and the mirroring tail, each behind a bad network of its own, and a server with two hundred
/// notifications a second: a hundred rows, each of which is resolved later.
class ProgramPair : public ::testing::Test {
protected:
    struct Watched {
        explicit Watched(const SimProcess& sim) : api(portOf(sim.text("api"))), notifier(portOf(sim.text("ws"))) {}

        test::FaultProxy api;
        test::FaultProxy notifier;
        QProcess process;
        QByteArray output;
        QElapsedTimer sinceConnected;
        QElapsedTimer sinceHeard;
        int lies = 0;
    };

    void SetUp() override {
        ASSERT_TRUE(sim.isReady());
        for (const char* folder : {"config", "data", "cache", "state"})
            ASSERT_TRUE(QDir(home.path()).mkdir(QString::fromLatin1(folder)));
        // Ten minutes at this rate are more rows than are kept unless one asks for it.
        ASSERT_TRUE(QDir(home.path()).mkpath(QStringLiteral("config/attune-watch")));
        QFile settings(path("config/attune-watch/settings.ini"));
        ASSERT_TRUE(settings.open(QIODevice::WriteOnly));
        settings.write("[rows]\ncap=1000000\n");
        settings.close();
        start(monitor, "attune-watch", {QStringLiteral("--stats"), path("stats.jsonl")});
        start(tail, "attune-tail", {QStringLiteral("--mirror"), QStringLiteral("--dump"), path("mirror.json")});
        ASSERT_TRUE(
            test::waitFor([this] { return monitorState() == QStringLiteral("live"); }, std::chrono::seconds(30)));
        ASSERT_TRUE(test::waitFor([this] { return outputOf(tail).contains("-> live"); }, std::chrono::seconds(30)));
        monitor.sinceConnected.start();
        monitor.sinceHeard.start();
        QObject::connect(&looks, &QTimer::timeout, &looks, [this] { look(); });
        looks.start(std::chrono::milliseconds(50));
    }
    ~ProgramPair() override {
        looks.stop();
        for (Watched* one : {&monitor, &tail}) {
            one->process.kill();
            one->process.waitForFinished();
        }
    }

    /// Before a program starts: what is special about where it runs.
    virtual void prepare(Watched& /*one*/, QProcessEnvironment& /*environment*/) {}

    [[nodiscard]] static std::uint16_t portOf(const QString& url) {
        return static_cast<std::uint16_t>(QUrl(url).port());
    }
    /// Where the programs look for what is at this URL.
    [[nodiscard]] virtual QString at(const QString& url, const test::FaultProxy& proxy) const {
        QUrl moved(url);
        moved.setPort(proxy.port());
        return moved.toString();
    }
    [[nodiscard]] QString path(const char* name) const { return home.filePath(QString::fromLatin1(name)); }
    void start(Watched& one, const char* name, const QStringList& more) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto& [variable, folder] : {std::pair{"XDG_CONFIG_HOME", "config"},
                                               {"XDG_DATA_HOME", "data"},
                                               {"XDG_CACHE_HOME", "cache"},
                                               {"XDG_STATE_HOME", "state"}})
            environment.insert(QString::fromLatin1(variable), path(folder));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("ATTUNE_PASSWORD"), sim.password());
        prepare(one, environment);
        one.process.setProcessEnvironment(environment);
        one.process.setStandardInputFile(QProcess::nullDevice());
        one.process.start(program(name),
                          QStringList{QStringLiteral("--api"), at(sim.text("api"), one.api), QStringLiteral("--ws"),
                                      at(sim.text("ws"), one.notifier), QStringLiteral("--login"), sim.text("login"),
                                      QStringLiteral("--log-level"), QStringLiteral("info")} +
                              more);
        EXPECT_TRUE(one.process.waitForStarted());
    }
    [[nodiscard]] static QByteArray outputOf(Watched& one) {
        one.output += one.process.readAllStandardOutput() + one.process.readAllStandardError();
        return one.output;
    }
    static void pass(std::chrono::milliseconds time) {
        EXPECT_FALSE(test::waitFor([] { return false; }, time));
    }
    void mendAll() {
        for (Watched* one : {&monitor, &tail}) {
            one->notifier.setRefusing(false);
            one->notifier.mend();
            one->api.setRefusing(false);
            one->api.mend();
        }
    }
    static void stop(Watched& one) {
        one.process.terminate();
        EXPECT_TRUE(
            test::waitFor([&] { return one.process.state() == QProcess::NotRunning; }, std::chrono::seconds(30)));
    }

    [[nodiscard]] QByteArray http(const char* what, const QByteArray& body = {}) {
        QNetworkRequest request{QUrl(sim.text("api") + QStringLiteral("/sim/") + QString::fromLatin1(what))};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? network.get(request) : network.post(request, body));
        EXPECT_TRUE(test::waitFor([&] { return reply->isFinished(); }, std::chrono::seconds(30)));
        EXPECT_EQ(reply->error(), QNetworkReply::NoError) << what;
        return reply->readAll();
    }
    void control(const char* what, const QJsonObject& body) {
        (void)http(what, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    [[nodiscard]] static Rows rowsOf(const QByteArray& json) {
        Rows rows;
        for (const QJsonValue row : QJsonDocument::fromJson(json).object()[QStringLiteral("items")].toArray())
            rows.emplace(row[QStringLiteral("id")].toInteger(), row.toObject());
        return rows;
    }
    [[nodiscard]] Rows rowsOfServer() { return rowsOf(http("state")); }
    [[nodiscard]] Rows rowsOfMirror() const {
        QFile file(path("mirror.json"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return rowsOf(file.readAll());
    }

    /// Ten seconds after this, which is when the last fault ends, the tail has everything as the server has it. Ends
    /// the tail, and what is new on the server.
    void expectMirrorOfServer() {
        control("rate", {{QStringLiteral("rate"), 0}});
        EXPECT_FALSE(test::waitFor([] { return false; }, std::chrono::seconds(10)));
        const Rows before = rowsOfServer(); // a row may change while the mirror is written
        stop(tail);
        const Rows after = rowsOfServer();
        const Rows mirror = rowsOfMirror();
        EXPECT_FALSE(mirror.empty());
        const Difference difference = compare(mirror, before, after);
        EXPECT_TRUE(difference.isNone()) << difference.text(after) << outputOf(tail).right(2'000).toStdString();
    }

    /// The last line of measurements, which is at most a second old.
    [[nodiscard]] QJsonObject stats() const {
        QFile file(path("stats.jsonl"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        constexpr qint64 Tail = 4096;
        file.seek(std::max<qint64>(0, file.size() - Tail));
        return QJsonDocument::fromJson(file.readAll().trimmed().split('\n').constLast()).object();
    }
    [[nodiscard]] QString monitorState() const { return stats()[u"state"].toString(); }
    [[nodiscard]] qint64 monitorRows() const { return stats()[u"rows"].toInteger(); }
    void look() {
        constexpr std::chrono::milliseconds Closed(2'500); // a line may be a second old
        constexpr std::chrono::milliseconds HalfOpen(17'500);
        const bool isLive = monitorState() == QStringLiteral("live");
        const bool isConnected = monitor.notifier.openLinks() > 0;
        if (!isLive || isConnected)
            monitor.sinceConnected.restart();
        if (!isLive || (isConnected && !monitor.notifier.isDeaf()))
            monitor.sinceHeard.restart();
        if (monitor.sinceConnected.elapsed() > Closed.count() || monitor.sinceHeard.elapsed() > HalfOpen.count())
            ++monitor.lies;
    }

    SimProcess sim{{QStringLiteral("--rows"), QStringLiteral("900"), QStringLiteral("--rate"), QStringLiteral("100")}};
    QTemporaryDir home;
    QNetworkAccessManager network;
    Watched monitor{sim};
    Watched tail{sim};
    QTimer looks;
};

} // namespace attune::e2e
