// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layout/wrappingline.h"
#include "support/printers.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QWidget>

#include <array>

namespace attune::widgets {
namespace {

class FixedBox : public QWidget {
public:
    [[nodiscard]] QSize sizeHint() const override { return {80, 20}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {50, 20}; }
};

/// Four boxes that want 80 and need 50 pixels, 10 apart; the second has a stretch.
class WrappingLineTest : public ::testing::Test {
protected:
    WrappingLineTest() {
        m_layout->setContentsMargins(0, 0, 0, 0);
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            m_layout->addField(m_boxes[i], i == 1 ? 1 : 0);
    }
    void setWidth(int width) {
        m_window.resize(width, m_layout->heightForWidth(width));
        m_window.show();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QRect place(std::size_t box) const { return m_boxes[box]->geometry(); }

    QWidget m_window;
    WrappingLine* m_layout = [this] {
        auto* layout = new WrappingLine(10);
        m_window.setLayout(layout);
        return layout;
    }();
    std::array<FixedBox*, 4> m_boxes{new FixedBox, new FixedBox, new FixedBox, new FixedBox};
};

TEST_F(WrappingLineTest, whereThereIsRoom_oneLineAndTheStretchTakesTheRest) {
    setWidth(500);
    EXPECT_EQ(place(0), QRect(0, 0, 80, 20));
    EXPECT_EQ(place(1), QRect(90, 0, 230, 20));
    EXPECT_EQ(place(2), QRect(330, 0, 80, 20));
    EXPECT_EQ(place(3), QRect(420, 0, 80, 20));
}

TEST_F(WrappingLineTest, whereTheLastHasNoRoom_itGoesToTheNextLine) {
    setWidth(319);
    EXPECT_EQ(place(1), QRect(90, 0, 139, 20));
    EXPECT_EQ(place(2).right(), 318);
    EXPECT_EQ(place(3), QRect(0, 30, 80, 20));
    EXPECT_EQ(m_layout->heightForWidth(319), 50);
    EXPECT_EQ(m_layout->heightForWidth(320), 20) << "just enough";
}

TEST_F(WrappingLineTest, narrowestOfAll_isTheWidestField) {
    EXPECT_EQ(m_layout->minimumSize(), QSize(80, 20));
    setWidth(80);
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        EXPECT_EQ(place(i), QRect(0, static_cast<int>(i) * 30, 80, 20)) << i;
}

TEST_F(WrappingLineTest, hiddenFields_takeNoRoom) {
    m_boxes[2]->hide();
    EXPECT_EQ(m_layout->heightForWidth(230), 20);
    setWidth(230);
    EXPECT_EQ(place(3), QRect(150, 0, 80, 20));
}

TEST_F(WrappingLineTest, fromRightToLeft_isMirrored) {
    m_window.setLayoutDirection(Qt::RightToLeft);
    setWidth(319);
    EXPECT_EQ(place(0).right(), 318);
    EXPECT_EQ(place(2).left(), 0);
    EXPECT_EQ(place(3).right(), 318);
}

TEST_F(WrappingLineTest, takenFields_belongToWhoTookThem) {
    const std::unique_ptr<QLayoutItem> taken(m_layout->takeAt(0));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->widget(), m_boxes[0]);
    EXPECT_EQ(m_layout->count(), 3);
    EXPECT_EQ(m_layout->takeAt(3), nullptr);
    EXPECT_EQ(m_layout->itemAt(-1), nullptr);
}

} // namespace
} // namespace attune::widgets
