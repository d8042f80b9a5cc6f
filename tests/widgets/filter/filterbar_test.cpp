// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/filterbarfixture.h"
#include "filter/statustally.h"

namespace attune::widgets {

namespace {

/// Counts how often anything of a widget is painted.
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QWidget& root) {
        root.installEventFilter(this);
        for (auto* child : root.findChildren<QWidget*>())
            child->installEventFilter(this);
    }
    bool eventFilter(QObject*, QEvent* event) override {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int paints = 0;
};

} // namespace

TEST_F(FilterBarTest, traceTag_hasAFieldWhereTheServerTellsTags) {
    QLineEdit* tag = nullptr;
    for (auto* edit : bar.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == QStringLiteral("Trace tag"))
            tag = edit;
    }
    ASSERT_NE(tag, nullptr);
    EXPECT_FALSE(tag->isVisible());
    bar.setTraceTagsOffered(true);
    EXPECT_TRUE(tag->isVisible());
    tag->setFocus();
    QTest::keyClicks(tag, QStringLiteral(" mon.disk.90001 "));
    EXPECT_TRUE(bar.filter().isEmpty()) << "while typing";
    QTest::keyClick(tag, Qt::Key_Return);
    EXPECT_EQ(bar.filter().traceTag, QStringLiteral("mon.disk.90001"));
    bar.setTraceTagsOffered(false);
    EXPECT_TRUE(tag->isVisible()) << "as long as it is in use";
    QTest::keyClick(tag, Qt::Key_Escape);
    EXPECT_TRUE(bar.filter().isEmpty());
    EnforcementFilter filter;
    filter.traceTag = QStringLiteral("other");
    bar.setFilter(filter);
    EXPECT_EQ(tag->text(), filter.traceTag);
    bar.clear();
    EXPECT_EQ(tag->text(), QString());
}

TEST_F(FilterBarTest, typing_appliesOnceAfterTheDelay) {
    QTest::keyClicks(&rule(), QStringLiteral("disk"));
    clock.advance(499ms);
    EXPECT_EQ(changes.count(), 0);
    clock.advance(1ms);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().rule, TermFilter::parse(u"disk"));
    clock.advance(10s);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(FilterBarTest, everyKey_startsTheDelayAnew) {
    QTest::keyClick(&trigger(), Qt::Key_D);
    clock.advance(400ms);
    QTest::keyClick(&trigger(), Qt::Key_I);
    clock.advance(400ms);
    EXPECT_EQ(changes.count(), 0);
    clock.advance(100ms);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().trigger, TermFilter::parse(u"di"));
}

TEST_F(FilterBarTest, delays_areSettable) {
    bar.setDelays({.text = 50ms, .selection = 20ms});
    QTest::keyClicks(&rule(), QStringLiteral("x"));
    clock.advance(50ms);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(FilterBarTest, enter_appliesAtOnce) {
    QTest::keyClicks(&rule(), QStringLiteral("-test"));
    QTest::keyClick(&rule(), Qt::Key_Return);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().rule, TermFilter::parse(u"-test"));
    clock.advance(1s);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(FilterBarTest, textOfTheSameMeaning_saysNothing) {
    QTest::keyClicks(&rule(), QStringLiteral("xx"));
    QTest::keyClick(&rule(), Qt::Key_Return);
    QTest::keyClicks(&rule(), QStringLiteral("  "));
    clock.advance(1s);
    QTest::keyClick(&rule(), Qt::Key_Return);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(FilterBarTest, pickedCompletion_appliesAtOnceAndKeepsTheOtherTerms) {
    rule().setFocus();
    QTest::keyClicks(&rule(), QStringLiteral("-test dis"));
    auto* popup = rule().findChild<QCompleter*>()->popup();
    ASSERT_TRUE(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    EXPECT_EQ(rule().text(), QStringLiteral("-test ops.disk_full"));
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().rule, TermFilter::parse(u"-test ops.disk_full"));
    EXPECT_FALSE(popup->isVisible());
}

TEST_F(FilterBarTest, enterWithoutAPick_takesWhatWasTyped) {
    rule().setFocus();
    QTest::keyClicks(&rule(), QStringLiteral("dis"));
    auto* popup = rule().findChild<QCompleter*>()->popup();
    ASSERT_TRUE(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Return);
    EXPECT_EQ(rule().text(), QStringLiteral("dis"));
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().rule, TermFilter::parse(u"dis"));
}

TEST_F(FilterBarTest, eventThatIsNoNumber_isSaidAtOnceAndIgnored) {
    event().setFocus();
    QTest::keyClicks(&event(), QStringLiteral("12x"));
    const auto complaint = [this] {
        for (const auto* label : window.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("whole number")))
                return true;
        }
        return false;
    };
    EXPECT_TRUE(complaint());
    EXPECT_FALSE(event().accessibleDescription().isEmpty());
    clock.advance(1s);
    EXPECT_EQ(changes.count(), 0);

    QTest::keyClick(&event(), Qt::Key_Backspace);
    EXPECT_FALSE(complaint());
    EXPECT_TRUE(event().accessibleDescription().isEmpty());
    clock.advance(1s);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().event, 12);
}

TEST_F(FilterBarTest, statuses_areTickedInTheListAndApplyAfterTheirDelay) {
    QTest::mouseClick(&statusButton(), Qt::LeftButton);
    ASSERT_TRUE(statusList().isVisible());
    statusList().setCurrentIndex(statuses.index(0));
    QTest::keyClick(&statusList(), Qt::Key_Space);
    clock.advance(299ms);
    EXPECT_EQ(changes.count(), 0);
    QTest::keyClick(&statusList(), Qt::Key_Down);
    QTest::keyClick(&statusList(), Qt::Key_Space);
    clock.advance(300ms);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().statuses, (std::set<QString>{QStringLiteral("created"), QStringLiteral("processed")}));
    EXPECT_EQ(statusButton().text(), QStringLiteral("Status: created, processed"));
}

TEST_F(FilterBarTest, closingTheStatusList_appliesAtOnce) {
    QTest::keyClick(&statusButton(), Qt::Key_Down);
    ASSERT_TRUE(statusList().isVisible());
    press(QStringLiteral("&Only this"));
    EXPECT_EQ(changes.count(), 0);
    QTest::keyClick(&statusList(), Qt::Key_Return);
    EXPECT_FALSE(statusList().isVisible());
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().statuses, std::set<QString>{QStringLiteral("created")});
}

TEST_F(FilterBarTest, allStatuses_meanNoStatusFilterEvenForWordsNotSeenYet) {
    QTest::mouseClick(&statusButton(), Qt::LeftButton);
    press(QStringLiteral("&All"));
    static_cast<void>(core::Vocabulary::word(vocabulary.statuses, "quarantined"));
    statuses.setCounts({});
    clock.advance(1s);
    EXPECT_EQ(changes.count(), 0);
    EXPECT_EQ(statuses.checked().size(), 4U);
    press(QStringLiteral("&None"));
    clock.advance(1s);
    EXPECT_EQ(changes.count(), 0);
    EXPECT_EQ(statusButton().text(), QStringLiteral("Status: all"));
}

TEST_F(FilterBarTest, countsOfTheStatusList_areFresherWhileItIsOpen) {
    int asked = 0;
    bar.setCountSource([&asked] {
        models::StatusCounts counts{};
        counts[core::Status::Created] = ++asked;
        return counts;
    });
    clock.advance(10s);
    EXPECT_LE(asked, 11) << "once a second";
    QTest::mouseClick(&statusButton(), Qt::LeftButton);
    const int whenOpened = asked;
    clock.advance(1s);
    EXPECT_GE(asked, whenOpened + 3);
    EXPECT_EQ(statuses.index(0).data(models::CountRole).toInt(), asked);
    QTest::keyClick(&statusList(), Qt::Key_Escape);
    const int whenClosed = asked;
    clock.advance(10s);
    EXPECT_LE(asked, whenClosed + 10);
    bar.hide();
    const int whenHidden = asked;
    clock.advance(10s);
    EXPECT_EQ(asked, whenHidden);
}

TEST_F(FilterBarTest, timeWindow_fromTheListAppliesAtOnceByKeyAfterTheDelay) {
    times().setFocus();
    QTest::keyClick(&times(), Qt::Key_Down);
    EXPECT_EQ(times().currentText(), QStringLiteral("Last 5 min"));
    EXPECT_EQ(changes.count(), 0);
    clock.advance(300ms);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(last().window, std::chrono::microseconds(5min));

    times().showPopup();
    auto* list = times().view();
    ASSERT_TRUE(test::waitFor([list] { return list->isVisible(); }));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_EQ(changes.count(), 2);
    EXPECT_EQ(last().window, std::chrono::microseconds(15min));
}

TEST_F(FilterBarTest, clear_emptiesEverythingAtOnce) {
    EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    filter.rule = TermFilter::parse(u"disk");
    filter.window = 15min;
    bar.setFilter(filter);
    changes.clear();
    auto& clear = named<QToolButton>(QStringLiteral("Clear all filters"));
    ASSERT_TRUE(clear.isEnabled());
    QTest::mouseClick(&clear, Qt::LeftButton);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_TRUE(last().isEmpty());
    EXPECT_TRUE(rule().text().isEmpty());
    EXPECT_EQ(times().currentIndex(), 0);
    EXPECT_FALSE(clear.isEnabled());
}

TEST_F(FilterBarTest, setFilter_showsAndSaysItOnce) {
    EnforcementFilter filter;
    filter.statuses = {QStringLiteral("disabled"), QStringLiteral("never_seen")};
    filter.rule = TermFilter::parse(u"disk -core.*");
    filter.trigger = TermFilter::parse(u"=mon.disk");
    filter.event = 90210;
    filter.window = 30min;
    bar.setFilter(filter);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(bar.filter(), filter);
    EXPECT_EQ(rule().text(), QStringLiteral("disk -core.*"));
    EXPECT_EQ(event().text(), QStringLiteral("90210"));
    EXPECT_EQ(times().currentText(), QStringLiteral("Last 30 min"));
    clock.advance(10s);
    bar.setFilter(filter);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(FilterBarTest, setFilter_keepsARangeToTheMicrosecond) {
    EnforcementFilter filter;
    filter.from = clock.now() - 3'600'000'001;
    filter.to = clock.now() - 7;
    bar.setFilter(filter);
    EXPECT_EQ(bar.filter(), filter);
    EXPECT_TRUE(times().currentText().contains(QStringLiteral("10:59:59 – 11:59:59")));
}

TEST_F(FilterBarTest, setFilter_leavesTextAloneThatMeansTheSame) {
    QTest::keyClicks(&rule(), QStringLiteral("  DISK "));
    QTest::keyClick(&rule(), Qt::Key_Return);
    bar.setFilter(bar.filter());
    EXPECT_EQ(rule().text(), QStringLiteral("  DISK "));
}

TEST_F(FilterBarTest, arrivingRows_neitherRepaintNorDisturb) {
    QApplication::setCursorFlashTime(0); // a blinking caret is no row's doing
    rule().setFocus();
    QTest::keyClicks(&rule(), QStringLiteral("-disk"));
    rule().setSelection(1, 2);
    clock.advance(1s);
    // The button that empties the field fades in.
    ASSERT_TRUE(test::waitFor([this] { return bar.findChildren<QPropertyAnimation*>().isEmpty(); }));
    QCoreApplication::processEvents();
    changes.clear();
    PaintCounter counter(bar);
    for (int id = 10; id < 500; ++id) {
        table.apply(test::batch(test::makeRow(vocabulary, id, "new.rule" + std::to_string(id), "new.trigger")));
        clock.advance(16ms);
        QCoreApplication::processEvents();
    }
    EXPECT_EQ(counter.paints, 0);
    EXPECT_EQ(changes.count(), 0);
    EXPECT_EQ(rule().text(), QStringLiteral("-disk"));
    EXPECT_EQ(rule().selectionStart(), 1);
    EXPECT_EQ(rule().selectionLength(), 2);
    EXPECT_TRUE(rule().hasFocus());
}

TEST_F(FilterBarTest, escape_clearsTheFieldThenLeaves) {
    QSignalSpy escapes(&bar, &FilterBar::escaped);
    rule().setFocus();
    QTest::keyClicks(&rule(), QStringLiteral("-zz"));
    QTest::keyClick(&rule(), Qt::Key_Return);
    QTest::keyClick(&rule(), Qt::Key_Escape);
    EXPECT_TRUE(rule().text().isEmpty());
    EXPECT_EQ(changes.count(), 2);
    EXPECT_EQ(escapes.count(), 0);
    QTest::keyClick(&rule(), Qt::Key_Escape);
    EXPECT_EQ(escapes.count(), 1);
}

TEST_F(FilterBarTest, focusRule_selectsWhatIsThere) {
    rule().setText(QStringLiteral("disk"));
    bar.focusRule();
    EXPECT_TRUE(rule().hasFocus());
    EXPECT_EQ(rule().selectedText(), QStringLiteral("disk"));
}

TEST_F(FilterBarTest, restrictTo_meansExactlyTheValue) {
    bar.restrictTo(core::Column::Rule, QStringLiteral("ops.disk"));
    bar.restrictTo(core::Column::Event, QStringLiteral("90210"));
    bar.restrictTo(core::Column::Status, QStringLiteral("processed"));
    EXPECT_TRUE(bar.filter().rule.match(u"ops.disk"));
    EXPECT_FALSE(bar.filter().rule.match(u"ops.disk_full"));
    EXPECT_EQ(bar.filter().event, 90210);
    EXPECT_EQ(bar.filter().statuses, std::set<QString>{QStringLiteral("processed")});
    EXPECT_EQ(changes.count(), 3);
}

TEST_F(FilterBarTest, exclude_addsToWhatIsThere) {
    rule().setText(QStringLiteral("ops"));
    bar.exclude(core::Column::Rule, QStringLiteral("ops.disk"));
    bar.exclude(core::Column::Status, QStringLiteral("processed"));
    EXPECT_EQ(bar.filter().rule, TermFilter::parse(u"ops -=ops.disk"));
    EXPECT_EQ(bar.filter().statuses, (std::set<QString>{QStringLiteral("created"), QStringLiteral("disabled")}));
    EXPECT_TRUE(FilterBar::canRestrict(core::Column::Event, {}));
    EXPECT_FALSE(FilterBar::canRestrict(core::Column::Delta, QStringLiteral("12")));
    EXPECT_FALSE(FilterBar::canRestrict(core::Column::Rule, QStringLiteral("[redacted]")));
}

TEST_F(FilterBarTest, emptyCells_canBeAskedForAndExcluded) {
    bar.restrictTo(core::Column::Resolved, {});
    bar.exclude(core::Column::Event, {});
    EXPECT_EQ(bar.filter().expression, *core::Expression::parse(u"resolved is missing and event is not missing"));
    EXPECT_EQ(bar.filter().event, std::nullopt);
}

TEST_F(FilterBarTest, optionalColumns_canBeAskedForToo) {
    bar.restrictTo(core::Column::RuleId, QStringLiteral("41"));
    bar.exclude(core::Column::Received, QStringLiteral("2026-06-01T12:04:31.417Z"));
    EXPECT_EQ(bar.filter().expression,
              *core::Expression::parse(u"rule_id = 41 and not (received >= 2026-06-01T12:04:31Z and received < "
                                       u"2026-06-01T12:04:32Z)"))
        << bar.filter().expression.toString().toStdString();
}

TEST_F(FilterBarTest, timesAndSpans_areAskedForAsTheyAreWritten) {
    bar.restrictTo(core::Column::Created, QStringLiteral("2026-06-01T12:04:31.417803Z"));
    bar.exclude(core::Column::Took, QStringLiteral("564"));
    EXPECT_EQ(bar.filter().expression,
              *core::Expression::parse(u"created >= 2026-06-01T12:04:31Z and created < 2026-06-01T12:04:32Z and "
                                       u"not (took >= 564ms and took < 565ms)"))
        << bar.filter().expression.toString().toStdString();
}

TEST_F(FilterBarTest, tally_showsWhatEachStatusWouldShow) {
    models::StatusCounts counts{};
    counts[core::Status::Created] = 1'213;
    counts[core::Status::Processed] = 7;
    bar.setCountSource([&counts] { return counts; });
    auto& tally = *bar.findChild<StatusTally*>();
    EXPECT_EQ(tally.texts(), (QStringList{QStringLiteral("created 1213"), QStringLiteral("processed 7")}));
    counts[core::Status::Processed] = 8;
    clock.advance(1s);
    EXPECT_EQ(tally.texts().constLast(), QStringLiteral("processed 8"));
    EXPECT_TRUE(test::waitFor([&] { return !tally.rectOf(QStringLiteral("processed")).isEmpty(); }));
    QTest::mouseClick(&tally, Qt::LeftButton, {}, tally.rectOf(QStringLiteral("processed")).center());
    EXPECT_EQ(bar.filter().statuses, std::set<QString>{QStringLiteral("processed")});
    QTest::mouseClick(&tally, Qt::LeftButton, {}, tally.rectOf(QStringLiteral("processed")).center());
    EXPECT_TRUE(bar.filter().statuses.empty());
}

TEST_F(FilterBarTest, tallyBesideALongHint_leavesOutWhatHasNoRoom) {
    models::StatusCounts counts{};
    counts[core::Status::Created] = 1'213;
    counts[core::Status::Processed] = 7;
    bar.setCountSource([&counts] { return counts; });
    auto& tally = *bar.findChild<StatusTally*>();
    EXPECT_TRUE(test::waitFor([&] { return !tally.rectOf(QStringLiteral("processed")).isEmpty(); }));
    const QRect created = tally.rectOf(QStringLiteral("created"));
    tally.setFixedWidth(created.right() + 20);
    EXPECT_EQ(tally.rectOf(QStringLiteral("created")), created);
    EXPECT_TRUE(tally.rectOf(QStringLiteral("processed")).isEmpty());
    tally.setFixedWidth(created.right());
    EXPECT_TRUE(tally.rectOf(QStringLiteral("created")).isEmpty());
    QTest::mouseClick(&tally, Qt::LeftButton, {}, created.topLeft());
    EXPECT_TRUE(bar.filter().statuses.empty());
}

TEST_F(FilterBarTest, columnsWithoutAField_becomePartOfTheExpression) {
    rule().setFocus();
    bar.restrictTo(core::Column::Condition, QStringLiteral("all"));
    bar.exclude(core::Column::Event, QStringLiteral("12"));
    bar.exclude(core::Column::Pack, QStringLiteral("core"));
    const auto wanted = core::Expression::parse(u"condition = all and event != 12 and pack != core");
    ASSERT_TRUE(wanted.ok());
    EXPECT_EQ(bar.filter().expression, *wanted) << bar.filter().expression.toString().toStdString();
    core::EnforcementFilter either;
    either.expression = *core::Expression::parse(u"event = 1 or event = 2");
    bar.setFilter(either);
    bar.exclude(core::Column::Condition, QStringLiteral("a \"strange\" word"));
    const auto both = core::Expression::parse(u"(event = 1 or event = 2) and condition != \"a \\\"strange\\\" word\"");
    ASSERT_TRUE(both.ok()) << both.error().message.toStdString();
    EXPECT_EQ(bar.filter().expression, *both) << bar.filter().expression.toString().toStdString();
    bar.restrictTo(core::Column::TraceTag, QStringLiteral("mon.disk.1"));
    EXPECT_EQ(bar.filter().traceTag, QStringLiteral("mon.disk.1"));
    EXPECT_TRUE(rule().hasFocus()) << "what is done in the table leaves the focus where it is";
}

TEST_F(FilterBarTest, hint_isPlainTextWithAnAction) {
    QSignalSpy triggered(&bar, &FilterBar::hintActionTriggered);
    bar.setHint(QStringLiteral("<b>Rows before 09:02 are not loaded.</b>"), QStringLiteral("Search older"));
    const QLabel* shown = nullptr;
    for (const auto* label : bar.findChildren<QLabel*>()) {
        if (label->text().contains(QStringLiteral("09:02")))
            shown = label;
    }
    ASSERT_NE(shown, nullptr);
    EXPECT_TRUE(shown->isVisible());
    EXPECT_EQ(shown->textFormat(), Qt::PlainText);
    for (auto* button : bar.findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Search older"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    EXPECT_EQ(triggered.count(), 1);
    bar.setHint({});
    EXPECT_FALSE(shown->isVisible());
}

TEST_F(FilterBarTest, everythingThatTakesTheFocus_hasAName) {
    for (const auto* widget : bar.findChildren<QWidget*>()) {
        const bool isPart =
            qobject_cast<const QToolButton*>(widget) && qobject_cast<QLineEdit*>(widget->parentWidget());
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPart)
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        EXPECT_TRUE(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()))
            << widget->metaObject()->className();
    }
}

} // namespace attune::widgets
