// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hands.h"
#include "simprocess.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace attune::e2e {

/// The monitor in a real window, beside a server with a thousand notifications a second, and somebody who operates it
/// and knows only what the screen, the clipboard and exported files show.
class OperatorAtWork : public ::testing::Test {
protected:
    static constexpr int RowsAtFirst = 2'000;
    static constexpr int RowsPerSecond = 500; ///< each is resolved later: twice as many notifications
    static constexpr int Late = 2'500;        ///< notifications: more than two seconds, after which no row is committed
    static constexpr int Many = 3'000;        ///< notifications: what arrives in some seconds

    /// Where the table is on the screen.
    struct Place {
        QRect first; ///< the first row
        int bottom = 0;
        [[nodiscard]] QPoint at(int percentRight, int row) const {
            return {first.left() + first.width() * percentRight / 100, first.center().y() + row * first.height()};
        }
        [[nodiscard]] int rows() const { return (bottom - first.top()) / first.height(); }
        /// IDs and rules: what never changes in a row. Without the mark at the edge.
        [[nodiscard]] QRect names() const { return names(0, rows()); }
        [[nodiscard]] QRect names(int row, int count) const {
            return {first.left() + 4, first.top() + row * first.height(), first.width() / 5, count * first.height()};
        }
        [[nodiscard]] QPoint title(int percentRight) const { return at(percentRight, 0) - QPoint(0, first.height()); }
    };
    using Rows = std::vector<QJsonObject>; // in the order of the table
    using Truth = std::map<qint64, QJsonObject>;

    void SetUp() override;
    ~OperatorAtWork() override;

    // Hands.
    /// The table has the keyboard, nothing is selected, and the newest row is in sight.
    static void goToNewest();
    void wheelDown(int notches) const;

    // Eyes.
    [[nodiscard]] static QImage picture(QRect area);
    /// The part of the screen stays as it is while so many notifications arrive.
    void expectStill(QRect area, int notifications) const;
    /// Middle of the pill that tells of new rows; none while it is not there.
    [[nodiscard]] std::optional<QPoint> pill() const;
    /// What a command that copies has put on the clipboard.
    [[nodiscard]] static QString copied(const QString& keys);
    [[nodiscard]] static qint64 currentId() { return copied(QStringLiteral("ctrl+shift+i")).toLongLong(); }
    [[nodiscard]] static Rows selectedRows();
    /// Selects the first rows of the table, about as many as are in sight.
    [[nodiscard]] static Rows selectTopRows();
    /// By way of the menu, the dialog and the file. The table has the keyboard.
    [[nodiscard]] Rows exportedRows(const char* name);

    // What the program and the server say of themselves.
    [[nodiscard]] QJsonObject stats() const;
    [[nodiscard]] qint64 stat(const char* name) const { return stats()[QString::fromLatin1(name)].toInteger(); }
    [[nodiscard]] bool isIn(const char* state) const;
    [[nodiscard]] QByteArray ask(const char* what, const QByteArray& body = {});
    /// Nothing happens any more, and everything has arrived.
    void quieten();
    [[nodiscard]] Truth truth();

    [[nodiscard]] static bool await(const std::function<bool()>& condition) {
        return test::waitFor(condition, std::chrono::seconds(60));
    }
    static void expectTrue(const Rows& rows, const Truth& truth);

    Place place;

private:
    [[nodiscard]] static std::optional<Place> findTable();
    void startMonitor();

    QTemporaryDir m_home;
    SimProcess m_sim{{QStringLiteral("--rows"), QString::number(RowsAtFirst), QStringLiteral("--rate"),
                      QString::number(RowsPerSecond)}};
    QProcess m_monitor;
    QString m_window;
    QNetworkAccessManager m_network;
};

} // namespace attune::e2e
