// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <set>

namespace attune::e2e {

/// Texts that must not get anywhere, and where they got all the same.
class Canaries {
public:
    /// `text` in UTF-8; in UTF-16 it is looked for as well.
    void add(const QByteArray& text);
    /// The signature of every JSON Web Token in what was said on a wire: cut or not, it is found by that.
    void addTokensIn(const QByteArray& wire);
    [[nodiscard]] std::size_t count() const { return m_texts.size(); }

    void lookInto(const QString& name, const QByteArray& bytes);
    /// The journal of the system since then, where there is one: whoever has started the programs may send what they
    /// say there.
    void lookIntoJournal(const QDateTime& since);
    /// Every file below a folder, whatever its name and format.
    void lookIntoFolder(const QString& folder);
    /// Arguments and environment of a process and of all that it has started.
    void lookIntoProcess(qint64 pid);
    /// The first lines of requests: proxies and servers write them into their logs.
    void lookIntoRequestLines(const QString& name, const QByteArray& sent);

    [[nodiscard]] const QStringList& found() const { return m_found; } ///< a line for each sink that holds one
    [[nodiscard]] int sinks() const { return m_sinks; }                ///< that were looked into

private:
    std::set<QByteArray> m_texts;
    QStringList m_found;
    int m_sinks = 0;
};

} // namespace attune::e2e
