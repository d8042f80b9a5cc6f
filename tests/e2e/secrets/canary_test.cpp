// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultproxy.h"
#include "secrets/sinks.h"
#include "simprocess.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <map>
#include <vector>

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::FaultProxy;
using test::waitFor;

const QString Password = QStringLiteral("Canary-Password-0815");

void post(const QString& url, const QJsonObject& body) {
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply* reply = network.post(request, QJsonDocument(body).toJson());
    EXPECT_TRUE(waitFor([reply] { return reply->isFinished(); }));
    EXPECT_EQ(reply->error(), QNetworkReply::NoError) << url.toStdString();
}

/// The two programs, as wordy as they can be, in a home of their own behind a bad network, and a server that repeats
/// what it was told.
class Canary : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(sim.isReady());
        for (const char* folder : {"config", "data", "cache", "state", "tmp", "work"})
            ASSERT_TRUE(QDir(home.path()).mkdir(QString::fromLatin1(folder)));
        start(monitor, "attune-watch", {QStringLiteral("--stats"), path("work/stats.jsonl")});
        start(tail, "attune-tail", {QStringLiteral("--mirror"), QStringLiteral("--dump"), path("work/mirror.json")});
        ASSERT_TRUE(waitFor([this] { return isLive(); }, 30s)) << outputOf(monitor).toStdString();
    }
    ~Canary() override {
        for (QProcess* process : {&monitor, &tail}) {
            process->kill();
            process->waitForFinished();
        }
    }
    [[nodiscard]] QString path(const char* name) const { return home.filePath(QString::fromLatin1(name)); }
    void start(QProcess& process, const char* name, const QStringList& more) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home.path());
        for (const auto& [variable, folder] : {std::pair{"XDG_CONFIG_HOME", "config"},
                                               {"XDG_DATA_HOME", "data"},
                                               {"XDG_CACHE_HOME", "cache"},
                                               {"XDG_STATE_HOME", "state"},
                                               {"TMPDIR", "tmp"}})
            environment.insert(QString::fromLatin1(variable), path(folder));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*.debug=true"));
        environment.insert(QStringLiteral("ATTUNE_PASSWORD"), Password);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(path("work"));
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(program(name),
                      QStringList{QStringLiteral("--api"), at(sim.text("api"), api), QStringLiteral("--ws"),
                                  at(sim.text("ws"), notifier), QStringLiteral("--login"), sim.text("login"),
                                  QStringLiteral("--log-level"), QStringLiteral("debug")} +
                          more);
        EXPECT_TRUE(process.waitForStarted());
    }
    [[nodiscard]] static QString at(const QString& url, const FaultProxy& proxy) {
        QUrl moved(url);
        moved.setPort(proxy.port());
        return moved.toString();
    }
    [[nodiscard]] static std::uint16_t portOf(const QString& url) {
        return static_cast<std::uint16_t>(QUrl(url).port());
    }
    [[nodiscard]] QByteArray outputOf(QProcess& process) {
        outputs[&process] += process.readAllStandardOutput() + process.readAllStandardError();
        return outputs[&process];
    }
    [[nodiscard]] bool isLive() {
        QFile stats(path("work/stats.jsonl"));
        return stats.open(QIODevice::ReadOnly) &&
               stats.readAll().trimmed().split('\n').constLast().contains("\"state\":\"live\"") &&
               outputOf(tail).count("-> live") > 0;
    }
    void control(const char* what, const QJsonObject& body) { post(sim.text("api") + QString::fromLatin1(what), body); }
    /// What a careless server might say of what it got.
    [[nodiscard]] QString echo() {
        const QByteArray& sent = notifier.sentByClients();
        const qsizetype begin = sent.lastIndexOf("Authorization: ");
        return QString::fromLatin1(sent.mid(begin, sent.indexOf('\r', begin) - begin));
    }
    void fail(const char* where, int status) {
        const QString words = QStringLiteral("bad request: %1 password %2").arg(echo(), Password);
        const QJsonObject answer{{QStringLiteral("error"), words}};
        control("/sim/fail", {{QStringLiteral("path"), QString::fromLatin1(where)},
                              {QStringLiteral("status"), status},
                              {QStringLiteral("body"), QString::fromUtf8(QJsonDocument(answer).toJson())},
                              {QStringLiteral("count"), 2}});
    }
    void frame(const QString& text) { control("/sim/raw", {{QStringLiteral("text"), text}}); }
    [[nodiscard]] std::vector<std::function<void()>> faults() {
        return {
            [this] { fail("/api", 500); },
            [this] { frame(QStringLiteral(R"({"type":"error","message":"%1"})").arg(echo())); },
            [this] { frame(QStringLiteral(R"({"type":"notification","oops":"%1)").arg(echo())); },
            [this] { fail("/auth/refresh", 503); },
            [this] {
                control("/sim/close", {{QStringLiteral("code"), 1012}, {QStringLiteral("reason"), echo().right(100)}});
            },
            [this] { notifier.resetAll(); },
            [this] { api.resetAll(); },
            [this] {
                notifier.setBanner("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n\r\n{\"error\":\"" +
                                   echo().toUtf8() + "\"}");
                notifier.closeAll();
            },
            [this] { notifier.setBanner({}); },
            [this] { notifier.setRefusing(true), notifier.resetAll(); },
            [this] { notifier.setRefusing(false); },
            [this] { notifier.inject("\xff\xff garbage"); },
            [this] { api.setBlackHole(true, true); },
            [this] { api.mend(); },
        };
    }
    void runFaults() {
        bool ok = false;
        const int seconds = qEnvironmentVariableIntValue("ATTUNE_FAULT_SECONDS", &ok);
        const auto all = faults();
        const std::size_t count = ok ? static_cast<std::size_t>(seconds) : all.size();
        for (std::size_t i = 0; i < count; ++i) {
            all[i % all.size()]();
            QElapsedTimer pause;
            pause.start();
            (void)waitFor([&] { return outputOf(monitor).isEmpty() || pause.elapsed() > 1000; }, 5s);
        }
        notifier.setBanner({});
        notifier.setRefusing(false);
        api.mend();
        EXPECT_TRUE(waitFor([this] { return isLive(); }, 30s));
    }
    void stop(QProcess& process) {
        process.terminate();
        EXPECT_TRUE(waitFor([&] { return process.state() == QProcess::NotRunning; }, 30s));
        (void)outputOf(process);
    }
    [[nodiscard]] Canaries canaries() const {
        Canaries all;
        all.add(Password.toUtf8());
        for (const FaultProxy* proxy : {&api, &notifier}) {
            all.addTokensIn(proxy->sentByClients());
            all.addTokensIn(proxy->receivedByClients());
        }
        return all;
    }

    SimProcess sim{{QStringLiteral("--rows"), QStringLiteral("300"), QStringLiteral("--password"), Password,
                    QStringLiteral("--access-lifetime"), QStringLiteral("8")}};
    QTemporaryDir home;
    FaultProxy api{portOf(sim.text("api"))};
    FaultProxy notifier{portOf(sim.text("ws"))};
    QProcess monitor;
    QProcess tail;
    std::map<QProcess*, QByteArray> outputs;
};

} // namespace

TEST_F(Canary, noSecretGetsAnywhereInAWholeRunOfFaults) {
    const QDateTime begin = QDateTime::currentDateTimeUtc();
    runFaults();
    Canaries all = canaries();
    EXPECT_GT(all.count(), 8U) << "password and tokens, several of each program; fewer on a busy machine";
    for (const QProcess* process : {&monitor, &tail}) {
        all.lookIntoProcess(process->processId());
        QFile limits(QStringLiteral("/proc/%1/limits").arg(process->processId()));
        ASSERT_TRUE(limits.open(QIODevice::ReadOnly));
        EXPECT_TRUE(limits.readAll().simplified().contains("Max core file size 0 0 bytes"));
        QFile status(QStringLiteral("/proc/%1/status").arg(process->processId()));
        ASSERT_TRUE(status.open(QIODevice::ReadOnly));
        EXPECT_TRUE(status.readAll().contains("Umask:\t0077"));
    }
    stop(monitor);
    stop(tail);
    EXPECT_TRUE(outputOf(monitor).contains("attune.net: request")) << "it was wordy";
    EXPECT_TRUE(outputOf(monitor).contains("[redacted]")) << "there was something to take out";
    all.lookInto(QStringLiteral("output of the monitor"), outputOf(monitor));
    all.lookInto(QStringLiteral("output of tail"), outputOf(tail));
    all.lookIntoFolder(home.path());
    all.lookIntoFolder(QStringLiteral("/dev/shm"));
    all.lookIntoJournal(begin);
    all.lookIntoRequestLines(QStringLiteral("request to the API"), api.sentByClients());
    all.lookIntoRequestLines(QStringLiteral("request to the notifier"), notifier.sentByClients());
    EXPECT_GT(all.sinks(), 40);
    EXPECT_TRUE(QFile::exists(path("state/attune-watch/attune-watch.log")));
    EXPECT_TRUE(QFile::exists(path("work/mirror.json")));
    EXPECT_EQ(all.found(), QStringList()) << all.found().join(u'\n').toStdString();
}

TEST_F(Canary, serverThatRepeatsThePassword_isNotRepeatedOnTheTerminal) {
    fail("/auth/login", 500);
    const Outcome outcome = run("attune-tail", sim.connection(), Password);
    EXPECT_EQ(outcome.exitCode, 4) << outcome.errors.toStdString();
    EXPECT_TRUE(outcome.errors.contains("bad request: ")) << outcome.errors.toStdString();
    Canaries all = canaries();
    all.lookInto(QStringLiteral("errors"), outcome.errors);
    EXPECT_EQ(all.found(), QStringList());
}

// The test above looks for something that should never be there, so it must be shown that it would see it.
TEST(CanarySelfTest, whatIsPlanted_isFound) {
    const QByteArray token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLWEtY2FuYXJ5";
    Canaries all;
    all.addTokensIn("{\"access_token\":\"" + token + "\"}");
    all.add(Password.toUtf8());
    EXPECT_EQ(all.count(), 4U);

    QTemporaryDir home;
    ASSERT_TRUE(QDir(home.path()).mkpath(QStringLiteral(".hidden/deep")));
    const auto plant = [&](const char* name, const QByteArray& bytes) {
        QFile file(home.filePath(QString::fromLatin1(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    plant(".hidden/deep/.log", "cut c2lnbmF0dXJlLW9mLWEtY2FuYXJ5");
    plant("utf16", QByteArray(reinterpret_cast<const char*>(Password.utf16()), Password.size() * 2));
    plant("harmless", "nothing in here");
    all.lookIntoFolder(home.path());
    EXPECT_EQ(all.found().size(), 2) << all.found().join(u'\n').toStdString();

    QProcess child; // reads for as long as nothing is written
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PLANTED"), Password);
    child.setProcessEnvironment(environment);
    child.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("read line; : ") + QLatin1String(token)});
    ASSERT_TRUE(child.waitForStarted());
    ASSERT_TRUE(waitFor([&] {
        all.lookIntoProcess(child.processId());
        return all.found().size() >= 4;
    })) << "its arguments and its environment";
    const qsizetype before = all.found().size();
    all.lookIntoRequestLines(QStringLiteral("log"),
                             "GET /ws?token=" + token + " HTTP/1.1\r\nAuthorization: Bearer x\r\n");
    EXPECT_EQ(all.found().size(), before + 1);
    all.lookIntoRequestLines(QStringLiteral("log"), "GET /ws HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n");
    EXPECT_EQ(all.found().size(), before + 1) << "where it belongs";
    child.kill();
    child.waitForFinished();
}

} // namespace attune::e2e
