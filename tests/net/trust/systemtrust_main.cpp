// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "networks/ownnetwork.h"
#include "support/testenvironment.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <iostream>

// Whom the system trusts is changed for all of a process, so these tests have a process of their own.
int main(int argc, char** argv) {
    constexpr int Skipped = 77; // what CTest takes for it
    const std::string refusal = attune::e2e::enterOwnNetwork();
    const QTemporaryDir authorities;
    if (!refusal.empty() || !attune::e2e::putInPlaceOf("/etc/ssl/certs", authorities.path().toStdString())) {
        std::cout << "skipped: " << refusal << '\n';
        return Skipped;
    }
    const attune::test::TestEnvironment environment;
    const QCoreApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
