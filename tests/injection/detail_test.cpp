// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/infowindow.h"
#include "injectionfixture.h"
#include "windowfixture.h"

#include "attune/core/displaytext.h"

#include <QAbstractButton>

// Windows about one enforcement, and about its rule, trigger and event.
namespace attune::widgets {
namespace {

using Kind = session::ServiceError::Kind;

class InjectedDetail : public test::Injected<EnforcementWindowTest> {
protected:
    void show(const std::string& text) {
        ++row.id;
        row.ruleRef = *vocabulary.refs.intern(text);
        row.triggerRef = *vocabulary.refs.intern(text);
        row.status = core::Vocabulary::word(vocabulary.statuses, text).value_or(core::Status::Created);
        row.condition =
            core::Vocabulary::word(vocabulary.conditions, text).value_or(core::Condition::All) & core::Condition::Last;
        window->setSubject({row, QString::fromStdString(text)});
    }
    core::EnforcementDetail tagged(const std::string& text) {
        core::EnforcementDetail made = detail();
        made.update.row = row;
        made.update.row.traceTag = core::TraceTag::Stored;
        made.update.traceTag = text;
        return made;
    }
    void answerEvent(const QString& text) {
        core::EventDetail event;
        event.id = row.event;
        event.sourceRef = event.traceTag = event.ruleRef = event.triggerRef = text;
        event.raw = text.toUtf8();
        details.events.back().done(event);
    }
    /// All texts as keys and values.
    [[nodiscard]] core::JsonDocument document() const {
        nlohmann::json made = nlohmann::json::object();
        for (const std::string& text : sent)
            made[text] = text;
        return std::make_shared<const nlohmann::json>(std::move(made));
    }
    [[nodiscard]] core::ExecutionPage executions() const {
        core::ExecutionPage page;
        for (const QString& text : texts) {
            core::ExecutionRow execution;
            execution.id = static_cast<core::Id>(page.items.size() + 1);
            execution.enforcement = row.id;
            execution.actionRef = execution.taskName = execution.status = text;
            execution.created = clock.now();
            page.items.push_back(execution);
        }
        return page;
    }
};

TEST_F(InjectedDetail, eachText_isPlainInEveryField) {
    open();
    showTab(QStringLiteral("Event"));
    const QStringList keys = test::keysIn(*window);
    const auto* said = window->findChild<QLabel*>(QStringLiteral("noticeText"));
    for (const std::string& text : test::sendable(fewer)) {
        const QString exact = core::exactText(text);
        show(text);
        answer(error(Kind::Refused, exact, 500));
        expectNone(test::problemsOf(*said->parentWidget()), exact);
        EXPECT_TRUE(notice().contains(core::displayText(exact.trimmed(), 500).left(20))) << qPrintable(notice());
        answer(tagged(text));
        answerEvent(exact);
        window->say(exact);
        QCoreApplication::processEvents();
        expectNone(test::problemsOf(*window), exact);
        EXPECT_EQ(test::keysIn(*window), keys) << qPrintable(exact.left(100));
        EXPECT_EQ(test::shownTitle(*window),
                  core::displayText(QStringLiteral("#%1  %2").arg(QString::number(row.id), exact), 120));
        EXPECT_LT(window->minimumSizeHint().width(), 1200) << qPrintable(exact.left(100));
    }
}

TEST_F(InjectedDetail, documentsAndExecutions_arePlainOnEveryTab) {
    open();
    core::EnforcementDetail made = detail();
    made.payload = made.config = made.conditions = document();
    made.raw = QByteArray::fromStdString(made.payload->dump());
    answer(made);
    for (int tab = 0; tab < tabs()->count(); ++tab) {
        tabs()->setCurrentIndex(tab);
        if (!details.executionPages.empty())
            details.executionPages.back().done(executions());
        QCoreApplication::processEvents();
        expectNone(test::problemsOf(*tabs()->currentWidget()), tabs()->tabText(tab));
    }
    ASSERT_FALSE(details.executionPages.empty());
    EXPECT_TRUE(shown().contains(QStringLiteral("<b>bold</b>")));
}

TEST_F(InjectedDetail, windowsAboutRules_arePlain) {
    for (const QString& text : fewer) {
        const std::unique_ptr<InfoWindow> about(InfoWindow::openRule(text, details, dialogs, nullptr));
        core::RuleDetail rule;
        rule.label = rule.description = rule.triggerRef = rule.actionRef = text;
        rule.raw = text.toUtf8();
        details.rules.back().done(error(Kind::Forbidden, text, 403));
        expectNone(test::problemsOf(*about), text);
        details.rules.back().done(rule);
        expectNone(test::problemsOf(*about), text);
        EXPECT_EQ(test::shownTitle(*about), core::displayText(QString(u"Rule " + text), 120));
    }
}

} // namespace
} // namespace attune::widgets
