// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "access/screenreader.h"
#include "simprocess.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

// The running program as a screen reader finds it: over AT-SPI, on a desktop of its own.
namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

constexpr int Rows = 40;

class ScreenReaderTest : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(desktop.problem(), QString());
        serve({});
        ASSERT_TRUE(sim->isReady());
        QProcessEnvironment environment = desktop.environment();
        environment.insert(QStringLiteral("ATTUNE_PASSWORD"), sim->password());
        monitor.setProcessEnvironment(environment);
        monitor.setStandardErrorFile(QProcess::nullDevice());
        monitor.start(program("attune-watch"), sim->connection());
        reader.emplace(desktop.address());
        ASSERT_TRUE(waitFor([this] { return !reader->programs().isEmpty(); }, 60s));
        application = reader->programs().constFirst();
        ASSERT_TRUE(
            waitFor([this] { return findShown(QStringLiteral("push button"), QStringLiteral("Live Updates")); }, 60s));
        indicator = *found;
        ASSERT_TRUE(findShown(QStringLiteral("table"), QStringLiteral("Enforcements")));
        table = *found;
        ASSERT_TRUE(waitFor([this] { return reader->count(table, "NRows") == Rows; }, 60s));
    }
    ~ScreenReaderTest() override {
        reader.reset();
        monitor.terminate();
        monitor.waitForFinished();
    }

    void serve(const QStringList& ports) {
        sim.emplace(QStringList{QStringLiteral("--rows"), QString::number(Rows), QStringLiteral("--rate"),
                                QStringLiteral("0"), QStringLiteral("--seed"), QStringLiteral("7")} +
                    ports);
    }
    bool findShown(const QString& role, const QString& name) {
        found = reader->find(application, role, name);
        return found && reader->isShowing(*found);
    }
    [[nodiscard]] QString cell(int row, int column) const { return reader->name(reader->cell(table, row, column)); }
    /// What the program for the terminal says of the same server, newest first.
    [[nodiscard]] QList<QJsonObject> expected() const {
        const Outcome tail = run("attune-tail",
                                 sim->connection() + QStringList{QStringLiteral("--snapshot"),
                                                                 QStringLiteral("--format"), QStringLiteral("json"),
                                                                 QStringLiteral("--count"), QString::number(Rows)},
                                 sim->password());
        QList<QJsonObject> rows;
        for (const QByteArray& line : tail.output.trimmed().split('\n'))
            rows += QJsonDocument::fromJson(line).object();
        std::ranges::sort(rows, std::greater<>(), [](const QJsonObject& row) { return row[u"id"].toInteger(); });
        return rows;
    }

    AccessibleDesktop desktop;
    std::optional<SimProcess> sim;
    QProcess monitor;
    std::optional<ScreenReader> reader;
    Spoken application;
    Spoken indicator;
    Spoken table;
    std::optional<Spoken> found;
};

} // namespace

TEST_F(ScreenReaderTest, table_isReadRowByRow) {
    EXPECT_EQ(reader->columnTitle(table, 0), QStringLiteral("ID"));
    EXPECT_EQ(reader->columnTitle(table, 1), QStringLiteral("Rule"));
    EXPECT_EQ(reader->columnTitle(table, 5), QStringLiteral("Status"));
    const auto rows = expected();
    ASSERT_EQ(rows.size(), Rows);
    for (int row = 0; row < Rows; ++row) {
        const QJsonObject& wanted = rows[row];
        EXPECT_EQ(cell(row, 0), QStringLiteral("ID: %1").arg(wanted[u"id"].toInteger()));
        EXPECT_EQ(cell(row, 1), u"Rule: " + wanted[u"rule_ref"].toString());
        EXPECT_EQ(cell(row, 2), u"Trigger: " + wanted[u"trigger_ref"].toString());
        EXPECT_EQ(cell(row, 5), u"Status: " + wanted[u"status"].toString());
        EXPECT_TRUE(cell(row, 6).startsWith(u"Created: ")) << cell(row, 6).toStdString();
    }
    EXPECT_EQ(reader->role(reader->cell(table, 0, 0)), QStringLiteral("cell"));
}

TEST_F(ScreenReaderTest, everyControl_hasAName) {
    int controls = 0;
    reader->visit(application, [&](const Spoken& what) {
        if (!reader->isFocusable(what) || !reader->isShowing(what))
            return;
        ++controls;
        EXPECT_NE(reader->name(what), QString()) << reader->role(what).toStdString();
    });
    EXPECT_GE(controls, 12);
}

TEST_F(ScreenReaderTest, counts_areReadAndNotOnlyNamed) {
    EXPECT_TRUE(waitFor(
        [&] { return findShown(QStringLiteral("label"), QStringLiteral("%1 shown · complete").arg(Rows)); }, 60s));
}

TEST_F(ScreenReaderTest, states_areAnnouncedWhenTheyChangeAndNeverBecauseTheyCount) {
    const QString offline = QStringLiteral("Offline");
    const QStringList ports{QStringLiteral("--api-port"), QString::number(QUrl(sim->text("api")).port()),
                            QStringLiteral("--ws-port"), QString::number(QUrl(sim->text("ws")).port())};
    reader->follow(indicator);
    sim.reset();
    ASSERT_TRUE(waitFor([&] { return reader->announced().contains(offline); }, 60s))
        << qPrintable(reader->name(indicator) + u": " + reader->announced().join(u", "));
    // The count-down goes on: whoever asks can read it, and nobody is told. Only steps to 2 s and more are judged: from
    // one to the next count-down more than a second passes then.
    int last = 0;
    qsizetype told = 0;
    int quiet = 0;
    QElapsedTimer sinceLast;
    sinceLast.start();
    ASSERT_TRUE(waitFor(
        [&] {
            static const QRegularExpression counting(QStringLiteral("^Offline · retry in ([0-9]+) s"));
            const int left = counting.match(reader->description(indicator)).captured(1).toInt();
            QCoreApplication::processEvents(); // what was announced before that answer
            if (left >= 2 && left == last - 1 && sinceLast.elapsed() < 900) {
                EXPECT_EQ(reader->announced().size(), told);
                ++quiet;
            }
            sinceLast.restart();
            last = left;
            told = reader->announced().size();
            return quiet >= 2;
        },
        180s));
    serve(ports);
    ASSERT_TRUE(sim->isReady());
    EXPECT_TRUE(waitFor([&] { return reader->announced().endsWith(QStringLiteral("Live Updates")); }, 60s))
        << qPrintable(reader->announced().join(u' '));
}

TEST_F(ScreenReaderTest, pressing_opensTheConnectionPanel) {
    EXPECT_FALSE(findShown(QStringLiteral("push button"), QStringLiteral("Retry now")));
    reader->press(indicator);
    EXPECT_TRUE(waitFor([&] { return findShown(QStringLiteral("push button"), QStringLiteral("Retry now")); }));
}

} // namespace attune::e2e
