// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "corpus.h"

#include "canary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

namespace attune::test {

std::vector<QString> injections(const Canary& canary) {
    QFile file(QStringLiteral(ATTUNE_TEST_DATA "/injection.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::set<QString> seen;
    std::vector<QString> texts;
    const QJsonObject groups = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue group : groups) {
        for (const QJsonValue entry : group.toArray()) {
            QString text = entry.toString();
            text.replace(QStringLiteral("{file}"), canary.file());
            text.replace(QStringLiteral("{port}"), QString::number(canary.port()));
            if (seen.insert(text).second)
                texts.push_back(text);
        }
    }
    return texts;
}

std::vector<std::string> sendable(const std::vector<QString>& texts) {
    std::vector<std::string> sent;
    for (const QString& text : texts) {
        if (text.isValidUtf16())
            sent.push_back(text.toStdString());
    }
    return sent;
}

} // namespace attune::test
