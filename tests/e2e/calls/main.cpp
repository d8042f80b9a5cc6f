// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testenvironment.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QStandardPaths>

#include <iostream>

// The programs under strace, which not every machine has.
int main(int argc, char** argv) {
    constexpr int Skipped = 77; // what CTest takes for it
    if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty()) {
        std::cout << "skipped: there is no strace\n";
        return Skipped;
    }
    const attune::test::TestEnvironment environment;
    const QCoreApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
