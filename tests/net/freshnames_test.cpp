// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "freshnames.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QSemaphore>
#include <QSignalSpy>

#include <atomic>

using namespace attune;
using net::FreshNames;
using test::waitFor;
using namespace std::chrono_literals;

namespace {

/// A resolver that answers when the test lets it.
class FreshNamesTest : public ::testing::Test {
protected:
    ~FreshNamesTest() override { answers.release(1'000); }

    const QString name = QStringLiteral("attune.example.com");
    QSemaphore answers;
    std::atomic<int> lookups = 0;
    FreshNames names{nullptr, [this](const QString&) {
                         ++lookups;
                         answers.acquire();
                     }};
    QSignalSpy refreshed{&names, &FreshNames::refreshed};
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    int calls = 0;
};

} // namespace

TEST_F(FreshNamesTest, address_needsNoLookup) {
    for (const char* address : {"127.0.0.1", "::1", ""}) {
        names.refresh(QString::fromLatin1(address));
        names.whenFresh(QString::fromLatin1(address), context.get(), [this] { ++calls; });
    }
    EXPECT_EQ(calls, 3) << "at once";
    EXPECT_EQ(lookups, 0);
}

TEST_F(FreshNamesTest, nameInUse_isLookedUpFirst) {
    names.whenFresh(name, context.get(), [this] { ++calls; });
    ASSERT_TRUE(waitFor([this] { return lookups == 1; }));
    EXPECT_EQ(calls, 0);
    answers.release();
    ASSERT_TRUE(waitFor([this] { return calls == 1; }));
    EXPECT_EQ(refreshed.count(), 1);
}

TEST_F(FreshNamesTest, resolverThatHangs_isNotWaitedForForLong) {
    names.whenFresh(name, context.get(), [this] { ++calls; });
    ASSERT_TRUE(waitFor([this] { return calls == 1; }, 4s));
    EXPECT_EQ(refreshed.count(), 0);
    answers.release();
    ASSERT_TRUE(waitFor([this] { return refreshed.count() == 1; }));
    EXPECT_EQ(calls, 1) << "once";
}

TEST_F(FreshNamesTest, manyQuestions_areOneLookup) {
    for (int i = 0; i < 100; ++i) {
        names.refresh(name);
        names.whenFresh(name, context.get(), [this] { ++calls; });
    }
    answers.release();
    ASSERT_TRUE(waitFor([this] { return calls == 100; }));
    EXPECT_EQ(lookups, 1);
    answers.release();
    names.refresh(name);
    ASSERT_TRUE(waitFor([this] { return lookups == 2; })) << "the next one asks anew";
}

TEST_F(FreshNamesTest, otherName_isNotWaitedFor) {
    names.whenFresh(name, context.get(), [this] { ++calls; });
    answers.release();
    ASSERT_TRUE(waitFor([this] { return calls == 1; }));
    names.whenFresh(QStringLiteral("other.example.com"), context.get(), [this] { ++calls; });
    names.whenFresh(name, context.get(), [this] { calls += 10; });
    answers.release(2);
    EXPECT_TRUE(waitFor([this] { return calls == 12; }));
}

TEST_F(FreshNamesTest, contextThatIsGone_isNotCalled) {
    names.whenFresh(name, context.get(), [this] { ++calls; });
    context.reset();
    answers.release();
    ASSERT_TRUE(waitFor([this] { return refreshed.count() == 1; }));
    EXPECT_EQ(calls, 0);
}

TEST(FreshNames, nameFor_isTheProxysIfThereIsOne) {
    const QUrl target(QStringLiteral("https://attune.example.com/api"));
    EXPECT_EQ(FreshNames::nameFor(target, QNetworkProxy::NoProxy), QStringLiteral("attune.example.com"));
    const QNetworkProxy proxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example.com"), 3128);
    EXPECT_EQ(FreshNames::nameFor(target, proxy), QStringLiteral("proxy.example.com"));
}
