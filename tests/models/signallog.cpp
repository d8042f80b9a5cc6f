// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "signallog.h"

#include "support/printers.h"

#include <gtest/gtest.h>

#include <utility>

namespace attune::test {

namespace {

QString words(const char* what, int first, int last) {
    return QStringLiteral("%1 %2-%3").arg(QLatin1String(what)).arg(first).arg(last);
}

} // namespace

SignalLog::SignalLog(const QAbstractItemModel& model) {
    using Model = QAbstractItemModel;
    connect(&model, &Model::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) { promise(words("insert", first, last)); });
    connect(&model, &Model::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { keep(words("insert", first, last)); });
    connect(&model, &Model::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { promise(words("remove", first, last)); });
    connect(&model, &Model::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { keep(words("remove", first, last)); });
    connect(&model, &Model::layoutAboutToBeChanged, this, [this] { promise(QStringLiteral("layout")); });
    connect(&model, &Model::layoutChanged, this, [this] { keep(QStringLiteral("layout")); });
    connect(&model, &Model::modelAboutToBeReset, this, [this] { promise(QStringLiteral("reset")); });
    connect(&model, &Model::modelReset, this, [this] { keep(QStringLiteral("reset")); });
    connect(&model, &Model::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        m_log.append(words("change", from.row(), to.row()) + words(" x", from.column(), to.column()));
    });
}

QStringList SignalLog::take() {
    EXPECT_EQ(m_promised, QString());
    return std::exchange(m_log, {});
}

void SignalLog::promise(const QString& what) {
    EXPECT_EQ(m_promised, QString()) << "two changes at once";
    m_promised = what;
}

void SignalLog::keep(const QString& what) {
    EXPECT_EQ(m_promised, what);
    m_promised.clear();
    m_log.append(what);
}

} // namespace attune::test
