// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "simprocess.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <utility>

namespace attune::e2e {
namespace {

[[nodiscard]] QByteArray http(const QString& url, const QByteArray& body = {}) {
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply* reply = body.isEmpty() ? network.get(request) : network.post(request, body);
    EXPECT_TRUE(test::waitFor([reply] { return reply->isFinished(); }));
    EXPECT_EQ(reply->error(), QNetworkReply::NoError) << reply->errorString().toStdString();
    return reply->readAll();
}

[[nodiscard]] std::map<qint64, QJsonObject> rowsById(const QByteArray& json) {
    std::map<qint64, QJsonObject> rows;
    for (const QJsonValue row : QJsonDocument::fromJson(json).object()[QStringLiteral("items")].toArray())
        rows.emplace(row[QStringLiteral("id")].toInteger(), row.toObject());
    return rows;
}

[[nodiscard]] QByteArray contentOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

/// Every field the mirror knows must be the server's; what a list does not tell (resolved_at) may be missing.
void expectSubset(const QJsonObject& mirrored, const QJsonObject& truth) {
    for (auto field = mirrored.begin(); field != mirrored.end(); ++field)
        EXPECT_EQ(field.value(), truth[field.key()])
            << field.key().toStdString() << " of " << mirrored[u"id"].toInteger();
    for (const QString& field : {QStringLiteral("rule_ref"), QStringLiteral("trigger_ref"), QStringLiteral("status"),
                                 QStringLiteral("created"), QStringLiteral("condition")})
        EXPECT_TRUE(mirrored.contains(field)) << field.toStdString();
}

TEST(Programs, mirror_equals_the_servers_truth_for_the_rows_read) {
    const SimProcess sim({QStringLiteral("--rows"), QStringLiteral("3000"), QStringLiteral("--rate"),
                          QStringLiteral("300"), QStringLiteral("--seed"), QStringLiteral("7")});
    ASSERT_TRUE(sim.isReady());
    QTemporaryDir directory;
    const QString dump = directory.filePath(QStringLiteral("mirror.json"));
    QProcess tail;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ATTUNE_PASSWORD"), sim.password());
    tail.setProcessEnvironment(environment);
    tail.start(program("attune-tail"),
               sim.connection() + QStringList{QStringLiteral("--mirror"), QStringLiteral("--dump"), dump});
    ASSERT_TRUE(tail.waitForStarted());
    // Long enough for a busy stream, then quiet, so that nothing is under way when the two are compared.
    const auto stateSize = [&sim] { return rowsById(http(sim.text("api") + QStringLiteral("/sim/state"))).size(); };
    ASSERT_TRUE(test::waitFor([&] { return stateSize() > 3900; }, std::chrono::seconds(60)));
    (void)http(sim.text("api") + QStringLiteral("/sim/rate"), R"({"rate":0})");
    // Every row settles within some seconds or never: quiet is when no young row is still open.
    ASSERT_TRUE(test::waitFor(
        [&] {
            const QString young = QDateTime::currentDateTimeUtc().addSecs(-8).toString(Qt::ISODateWithMs);
            return std::ranges::none_of(rowsById(http(sim.text("api") + QStringLiteral("/sim/state"))),
                                        [&](const auto& row) { return row.second[u"created"].toString() > young; });
        },
        std::chrono::seconds(60)));
    // Nor does the mirror read any more, but for a look now and then; asking counts as one request.
    qint64 requests = 0;
    QElapsedTimer quiet;
    ASSERT_TRUE(test::waitFor(
        [&] {
            const QByteArray stats = http(sim.text("api") + QStringLiteral("/sim/stats"));
            const qint64 before =
                std::exchange(requests, QJsonDocument::fromJson(stats).object()[u"requests"].toInteger());
            if (requests - before > 1)
                quiet.start();
            return quiet.hasExpired(2000);
        },
        std::chrono::seconds(60)));
    tail.terminate();
    ASSERT_TRUE(tail.waitForFinished(20'000));
    EXPECT_EQ(tail.exitCode(), 0) << tail.readAllStandardError().toStdString();
    const auto mirror = rowsById(contentOf(dump));
    const auto truth = rowsById(http(sim.text("api") + QStringLiteral("/sim/state")));
    EXPECT_GE(mirror.size(), 3900U); // all that were there, and what arrived since
    for (const auto& [id, row] : mirror) {
        ASSERT_TRUE(truth.contains(id)) << id;
        expectSubset(row, truth.at(id));
    }
}

TEST(Programs, monitor_becomes_live_draws_its_window_and_counts_what_it_received) {
    const SimProcess sim({QStringLiteral("--rate"), QStringLiteral("100")});
    ASSERT_TRUE(sim.isReady());
    QTemporaryDir directory;
    const QString picture = directory.filePath(QStringLiteral("window.png"));
    const QString stats = directory.filePath(QStringLiteral("stats.jsonl"));
    const Outcome outcome =
        run("attune-watch",
            sim.connection() + QStringList{QStringLiteral("--screenshot"), picture, QStringLiteral("--after"),
                                           QStringLiteral("6"), QStringLiteral("--stats"), stats},
            sim.password());
    ASSERT_EQ(outcome.exitCode, 0) << outcome.errors.toStdString();
    const QImage image(picture);
    EXPECT_GT(image.width(), 600);
    const QJsonObject last = QJsonDocument::fromJson(contentOf(stats).trimmed().split('\n').constLast()).object();
    EXPECT_EQ(last[u"state"].toString(), QStringLiteral("live"));
    EXPECT_GE(last[u"rows"].toInt(), 1000);
    EXPECT_EQ(last[u"rows"].toInt(), last[u"shown"].toInt());
    EXPECT_GT(last[u"received"].toInt(), 100);
    EXPECT_EQ(last[u"malformed"].toInt(), 0);
    EXPECT_GT(last[u"receive_to_paint_ms"][u"p50"].toDouble(), 0);
    EXPECT_GT(last[u"rss_mb"].toDouble(), 10);
}

TEST(Programs, demo_needs_nothing_but_the_program) {
    QTemporaryDir directory;
    const QString picture = directory.filePath(QStringLiteral("demo.png"));
    const Outcome outcome = run("attune-watch", {QStringLiteral("--demo"), QStringLiteral("--screenshot"), picture,
                                                 QStringLiteral("--after"), QStringLiteral("4")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors.toStdString();
    EXPECT_FALSE(QImage(picture).isNull());
}

TEST(Programs, snapshot_prints_json_lines_newest_first) {
    const SimProcess sim({QStringLiteral("--rows"), QStringLiteral("500")});
    ASSERT_TRUE(sim.isReady());
    const Outcome outcome =
        run("attune-tail",
            sim.connection() + QStringList{QStringLiteral("--snapshot"), QStringLiteral("--format"),
                                           QStringLiteral("json"), QStringLiteral("--count"), QStringLiteral("20")},
            sim.password());
    ASSERT_EQ(outcome.exitCode, 0) << outcome.errors.toStdString();
    const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
    ASSERT_EQ(lines.size(), 20);
    QString previous = QStringLiteral("9");
    for (const QByteArray& line : lines) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        EXPECT_LE(row[u"created"].toString(), previous);
        previous = row[u"created"].toString();
    }
}

TEST(Programs, status_filter_lets_only_its_words_through) {
    const SimProcess sim({QStringLiteral("--rows"), QStringLiteral("500")});
    ASSERT_TRUE(sim.isReady());
    const Outcome outcome = run("attune-tail",
                                sim.connection() + QStringList{QStringLiteral("--snapshot"), QStringLiteral("--format"),
                                                               QStringLiteral("csv"), QStringLiteral("--status"),
                                                               QStringLiteral("disabled")},
                                sim.password());
    ASSERT_EQ(outcome.exitCode, 0) << outcome.errors.toStdString();
    const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
    ASSERT_GT(lines.size(), 1);
    for (qsizetype i = 1; i < lines.size(); ++i)
        EXPECT_TRUE(lines[i].contains(",disabled,")) << lines[i].constData();
}

TEST(Programs, expression_filter_lets_only_what_it_holds_of_through) {
    const SimProcess sim({QStringLiteral("--rows"), QStringLiteral("500")});
    ASSERT_TRUE(sim.isReady());
    const Outcome outcome =
        run("attune-tail",
            sim.connection() + QStringList{QStringLiteral("--snapshot"), QStringLiteral("--format"),
                                           QStringLiteral("json"), QStringLiteral("--filter"),
                                           QStringLiteral("status in (processed, disabled) and pack != core")},
            sim.password());
    ASSERT_EQ(outcome.exitCode, 0) << outcome.errors.toStdString();
    const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
    ASSERT_GT(lines.size(), 20);
    for (const QByteArray& line : lines) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        EXPECT_NE(row[u"status"], QStringLiteral("created"));
        EXPECT_FALSE(row[u"rule_ref"].toString().startsWith(QStringLiteral("core.")));
    }
    const Outcome wrong =
        run("attune-tail", {QStringLiteral("--demo"), QStringLiteral("--filter"), QStringLiteral("took > ")});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_TRUE(wrong.errors.contains("a value is missing")) << wrong.errors.constData();
}

TEST(Programs, exit_codes_tell_usage_unreachable_and_wrong_password_apart) {
    EXPECT_EQ(run("attune-tail", {QStringLiteral("--nonsense")}).exitCode, 2);
    EXPECT_EQ(
        run("attune-watch", {QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("x")}).exitCode, 2);
    EXPECT_EQ(
        run("attune-watch", {QStringLiteral("--demo"), QStringLiteral("--filter"), QStringLiteral("x = 1")}).exitCode,
        2);
    EXPECT_EQ(run("attune-sim", {QStringLiteral("--rows"), QStringLiteral("many")}).exitCode, 2);
    const QStringList nobody{QStringLiteral("--api"), QStringLiteral("http://127.0.0.1:1"), QStringLiteral("--login"),
                             QStringLiteral("a")};
    EXPECT_EQ(run("attune-tail", nobody, QStringLiteral("x")).exitCode, 3);
    const SimProcess sim({QStringLiteral("--rows"), QStringLiteral("10")});
    ASSERT_TRUE(sim.isReady());
    const Outcome wrong = run("attune-tail", sim.connection(), QStringLiteral("not it"));
    EXPECT_EQ(wrong.exitCode, 4);
    EXPECT_TRUE(wrong.errors.contains("Login or password is wrong")) << wrong.errors.constData();
    EXPECT_EQ(run("attune-tail", sim.connection()).exitCode, 4) << "no password and no terminal";
}

TEST(Programs, log_level_decides_how_much_is_said) {
    const QStringList demo{QStringLiteral("--demo"), QStringLiteral("--count"), QStringLiteral("1")};
    const Outcome quiet = run("attune-tail", demo);
    EXPECT_EQ(quiet.exitCode, 0);
    EXPECT_EQ(quiet.errors, QByteArray());
    const Outcome wordy =
        run("attune-tail", demo + QStringList{QStringLiteral("--log-level"), QStringLiteral("debug")});
    EXPECT_TRUE(wordy.errors.contains(" debug attune.net: request ")) << wordy.errors.constData();
    EXPECT_TRUE(wordy.errors.contains(" info attune.session: signed in\n"));
    EXPECT_EQ(wordy.output.count('\n'), quiet.output.count('\n')) << "standard output is for rows";
    for (const char* name : {"attune-watch", "attune-tail"}) {
        const Outcome wrong =
            run(name, {QStringLiteral("--demo"), QStringLiteral("--log-level"), QStringLiteral("verbose")});
        EXPECT_EQ(wrong.exitCode, 2) << name;
    }
}

TEST(Programs, monitor_keeps_a_private_log) {
    QTemporaryDir state;
    qputenv("XDG_STATE_HOME", state.path().toUtf8());
    const QString path = state.filePath(QStringLiteral("attune-watch/attune-watch.log"));
    {
        QProcess monitor;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        monitor.setProcessEnvironment(environment);
        monitor.setStandardInputFile(QProcess::nullDevice());
        monitor.start(program("attune-watch"), {QStringLiteral("--demo")});
        ASSERT_TRUE(monitor.waitForStarted());
        const auto isLive = [&path] {
            return QFile::exists(path) && contentOf(path).contains(" info attune.session: syncing -> live\n");
        };
        EXPECT_TRUE(test::waitFor(isLive, std::chrono::seconds(60)));
        monitor.terminate();
        EXPECT_TRUE(monitor.waitForFinished());
    }
    EXPECT_EQ(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    ASSERT_TRUE(QFile::remove(path));
    const QStringList silent{QStringLiteral("--demo"),
                             QStringLiteral("--screenshot"),
                             state.filePath(QStringLiteral("x.png")),
                             QStringLiteral("--after"),
                             QStringLiteral("2"),
                             QStringLiteral("--log-level"),
                             QStringLiteral("off")};
    EXPECT_EQ(run("attune-watch", silent).exitCode, 0);
    EXPECT_FALSE(QFile::exists(path));
}

TEST(Programs, second_start_of_a_profile_leaves_it_to_the_first_however_it_was_named) {
    QTemporaryDir home;
    QTemporaryDir sockets;
    qputenv("XDG_RUNTIME_DIR", sockets.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    ASSERT_TRUE(QDir(home.path()).mkdir(QStringLiteral("attune-watch")));
    QFile profiles(home.filePath(QStringLiteral("attune-watch/profiles.json")));
    ASSERT_TRUE(profiles.open(QIODevice::WriteOnly));
    profiles.write(R"({"last_used":"prod","profiles":[{"name":"prod","api":"http://127.0.0.1:9","login":"alice"},)"
                   R"({"name":"other","api":"http://127.0.0.1:9","login":"alice"}]})");
    profiles.close();
    QProcess first;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    first.setProcessEnvironment(environment);
    first.start(program("attune-watch"), {});
    ASSERT_TRUE(test::waitFor([&] {
        const QStringList names = QDir(sockets.filePath(QStringLiteral("attune-watch"))).entryList(QDir::System);
        return !names.isEmpty();
    }));
    EXPECT_EQ(run("attune-watch", {}, {}, 10).exitCode, 0);
    EXPECT_EQ(run("attune-watch", {QStringLiteral("--profile"), QStringLiteral("prod")}, {}, 10).exitCode, 0);
    EXPECT_EQ(run("attune-watch", {QStringLiteral("--profile"), QStringLiteral("other")}, {}, 3).exitCode, -1)
        << "another profile has a window of its own";
    first.terminate();
    EXPECT_TRUE(first.waitForFinished());
    qunsetenv("XDG_RUNTIME_DIR");
    qunsetenv("XDG_CONFIG_HOME");
}

TEST(Programs, help_and_version_need_no_display) {
    for (const char* name : {"attune-watch", "attune-tail", "attune-sim"}) {
        const Outcome help = run(name, {QStringLiteral("--help")});
        EXPECT_EQ(help.exitCode, 0) << name;
        EXPECT_TRUE(help.output.contains("--help")) << name;
        const Outcome version = run(name, {QStringLiteral("--version")});
        EXPECT_EQ(version.exitCode, 0) << name;
        EXPECT_TRUE(version.output.startsWith(name)) << version.output.constData();
    }
}

} // namespace
} // namespace attune::e2e
