// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "views/readfield.h"

#include "attune/core/displaytext.h"

#include <algorithm>
#include <utility>

namespace attune::session {

FieldReader::FieldReader(const QJsonObject& object, QStringList& problems, QString place)
    : m_object(object), m_problems(problems), m_place(std::move(place)) {}

std::optional<QString> FieldReader::text(const QString& key, qsizetype most) const {
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isString())
        report(key, tr("is not a text"));
    else if (value.toString().size() > most)
        report(key, tr("is too long"));
    else
        return value.toString();
    return std::nullopt;
}

std::optional<bool> FieldReader::flag(const QString& key) const {
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (value.isBool())
        return value.toBool();
    report(key, tr("is neither true nor false"));
    return std::nullopt;
}

std::optional<double> FieldReader::number(const QString& key, double least, double most) const {
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isDouble()) {
        report(key, tr("is not a number"));
        return std::nullopt;
    }
    const double clamped = std::clamp(value.toDouble(), least, most);
    if (clamped != value.toDouble())
        report(key, tr("is out of range; the nearest bound is used"));
    return clamped;
}

QJsonObject FieldReader::object(const QString& key) const {
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isObject())
        report(key, tr("is not an object"));
    return value.toObject();
}

QJsonArray FieldReader::array(const QString& key) const {
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isArray())
        report(key, tr("is not a list"));
    return value.toArray();
}

void FieldReader::report(const QString& key, const QString& problem) const {
    if (m_problems.size() < MostProblems)
        m_problems += QStringLiteral("%1: %2").arg(path(key), problem);
    else if (m_problems.size() == MostProblems)
        m_problems += tr("… and more.");
}

QString FieldReader::path(const QString& key) const { return m_place.isEmpty() ? key : m_place + u'.' + key; }

QString FieldReader::quoted(const QString& text) { return core::displayText(text, 60); }

} // namespace attune::session
