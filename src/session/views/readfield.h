// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace attune::session {

/// Reads the fields of an object that people may have edited: what is missing is nothing, what is wrong is nothing and
/// a problem in words. Lives for one object, which outlives it, as the list of problems does.
class FieldReader {
    Q_DECLARE_TR_FUNCTIONS(FieldReader)
public:
    FieldReader(const QJsonObject& object, QStringList& problems, QString place = {});

    [[nodiscard]] std::optional<QString> text(const QString& key, qsizetype most = 10'000) const;
    [[nodiscard]] std::optional<bool> flag(const QString& key) const;
    /// Clamped.
    [[nodiscard]] std::optional<double> number(const QString& key, double least, double most) const;
    [[nodiscard]] QJsonObject object(const QString& key) const;
    [[nodiscard]] QJsonArray array(const QString& key) const;

    void report(const QString& key, const QString& problem) const;
    [[nodiscard]] QString path(const QString& key) const;
    [[nodiscard]] QStringList& list() const { return m_problems; }
    /// Text of a file, fit for a sentence.
    [[nodiscard]] static QString quoted(const QString& text);

    static constexpr qsizetype MostProblems = 30;

private:
    const QJsonObject& m_object;
    QStringList& m_problems;
    QString m_place;
};

} // namespace attune::session
