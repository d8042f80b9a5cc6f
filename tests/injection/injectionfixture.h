// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canary.h"
#include "corpus.h"
#include "drawn.h"
#include "support/printers.h"

#include <gtest/gtest.h>

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace attune::test {

[[nodiscard]] inline std::vector<QString> everySecond(const std::vector<QString>& texts) {
    std::vector<QString> some;
    for (std::size_t i = 0; i < texts.size(); i += 2)
        some.push_back(texts[i]);
    return some;
}

/// A fixture whose test must not touch what the texts name.
template<class Fixture>
class Injected : public Fixture {
protected:
    ~Injected() override { EXPECT_EQ(canary.alarms(), QStringList()); }

    /// Some of many are enough to find out more.
    static void expectNone(const QStringList& problems, const QString& by) {
        EXPECT_TRUE(problems.isEmpty()) << qPrintable(by.left(200)) << "\n  "
                                        << qPrintable(problems.mid(0, 5).join(QStringLiteral("\n  ")));
    }

    Canary canary;
    const std::vector<QString> texts = injections(canary);
    const std::vector<QString> fewer = everySecond(texts); ///< for what takes its time; more than 300
    const std::vector<std::string> sent = sendable(texts);
};

} // namespace attune::test
