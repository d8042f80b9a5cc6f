// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/attentionwatch.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QWidget>

#include <vector>

using attune::test::waitFor;
using attune::widgets::AttentionWatch;

namespace {

class AttentionWatchTest : public ::testing::Test {
protected:
    AttentionWatchTest() {
        QObject::connect(&watch, &AttentionWatch::changed, &window,
                         [this](bool attended) { told.push_back(attended); });
    }
    [[nodiscard]] bool becomes(bool attended) {
        return waitFor([&] { return !told.empty() && told.back() == attended; });
    }

    QWidget window;
    AttentionWatch watch{window};
    std::vector<bool> told;
};

} // namespace

TEST_F(AttentionWatchTest, windowThatWasNotShownYet_isWaitedFor) {
    EXPECT_TRUE(watch.isAttended());
    window.show();
    EXPECT_FALSE(waitFor([this] { return !told.empty(); }, std::chrono::milliseconds(50)));
    EXPECT_TRUE(watch.isAttended());
}

TEST_F(AttentionWatchTest, minimizedWindow_isNotLookedAtUntilItIsBack) {
    window.show();
    window.showMinimized();
    ASSERT_TRUE(becomes(false));
    window.showNormal();
    ASSERT_TRUE(becomes(true));
    EXPECT_EQ(told, std::vector<bool>({false, true}));
}

TEST_F(AttentionWatchTest, hiddenWindow_isNotLookedAt) {
    window.show();
    window.hide();
    EXPECT_TRUE(becomes(false));
}

TEST_F(AttentionWatchTest, otherWindow_isLookedAtUntilItCloses) {
    QWidget other;
    window.show();
    other.show();
    window.showMinimized();
    other.activateWindow();
    EXPECT_FALSE(waitFor([this] { return !told.empty(); }, std::chrono::milliseconds(50)));
    other.close();
    EXPECT_TRUE(becomes(false));
}
