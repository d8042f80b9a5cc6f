// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace attune::test {

/// The signals of a model as words, in order: `insert 0-2`, `remove 5-5`, `change 1-1 x 5-8`, `layout`, `reset`. Every
/// "about to" must be followed by its fact.
class SignalLog : public QObject {
public:
    explicit SignalLog(const QAbstractItemModel& model);
    /// Everything since the last call.
    [[nodiscard]] QStringList take();

private:
    void promise(const QString& what);
    void keep(const QString& what);

    QStringList m_log;
    QString m_promised;
};

} // namespace attune::test
