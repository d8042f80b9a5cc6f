// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "networks/ownnetwork.h"
#include "support/testenvironment.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

#include <iostream>

// A network is taken from all of a process, so these tests have a process of their own.
int main(int argc, char** argv) {
    constexpr int Skipped = 77; // what CTest takes for it
    const std::string refusal = attune::e2e::enterOwnNetwork();
    if (!refusal.empty()) {
        std::cout << "skipped: " << refusal << '\n';
        return Skipped;
    }
    const attune::test::TestEnvironment environment;
    const QCoreApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
