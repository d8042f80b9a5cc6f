// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;

namespace {

constexpr core::UtcMicros Second = 1'000'000;

class SyncTest : public test::SessionFixture {
protected:
    using SessionFixture::SessionFixture;
};

class SmallCapTest : public SyncTest {
protected:
    SmallCapTest() : SyncTest({.readDepth = 1000, .rowCap = 300}) {}
};

} // namespace
