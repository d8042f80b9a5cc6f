// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/filterbarfixture.h"

#include <algorithm>

namespace attune::widgets {

TEST_F(FilterBarTest, expression_isCheckedWhileTypedAndInForceWhenWhole) {
    bar.focusExpression();
    auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_NE(edit, nullptr);
    ASSERT_EQ(edit->accessibleName(), QStringLiteral("Expression"));
    const auto shown = [this](const char* words) {
        const auto labels = bar.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [words](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    };
    QTest::keyClicks(edit, QStringLiteral("took > 2"));
    EXPECT_TRUE(shown("At character 8: “2” is not a duration"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_TRUE(bar.filter().isEmpty()) << "half an expression means nothing";
    QTest::keyClicks(edit, QStringLiteral("s"));
    EXPECT_FALSE(shown("At character"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(bar.filter().expression, *core::Expression::parse(u"took > 2s"));
    QTest::keyClicks(edit, QStringLiteral(" and"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(bar.filter().expression, *core::Expression::parse(u"took > 2s")) << "the last whole one holds";
    bar.clear();
    EXPECT_TRUE(bar.filter().isEmpty());
    EXPECT_EQ(edit->text(), QString());
}

TEST_F(FilterBarTest, expression_completesFieldsSignsAndValues) {
    bar.focusExpression();
    auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_NE(edit, nullptr);
    const auto* completer = edit->findChild<QCompleter*>();
    ASSERT_NE(completer, nullptr);
    const auto offered = [completer] {
        QStringList words;
        for (int row = 0; row < completer->completionModel()->rowCount(); ++row)
            words += completer->completionModel()->index(row, 0).data().toString();
        return words;
    };
    QTest::keyClicks(edit, QStringLiteral("tri"));
    EXPECT_EQ(offered(), QStringList{QStringLiteral("trigger")});
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    EXPECT_EQ(edit->text(), QStringLiteral("trigger "));
    EXPECT_TRUE(offered().contains(QStringLiteral("!~")));
    QTest::keyClicks(edit, QStringLiteral("= ti"));
    EXPECT_EQ(offered(), QStringList{QStringLiteral("core.timer")});
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    EXPECT_EQ(edit->text(), QStringLiteral("trigger = core.timer "));
    EXPECT_TRUE(offered().contains(QStringLiteral("and")));
}

} // namespace attune::widgets
