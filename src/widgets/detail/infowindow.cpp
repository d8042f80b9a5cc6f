// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/infowindow.h"

#include "detail/elidedlabel.h"
#include "detail/problemsentence.h"
#include "detail/valuefield.h"
#include "dialogs/noticebar.h"
#include "panes/overviewpane.h"
#include "panes/rawpane.h"

#include "attune/core/displaytext.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

#include <utility>

namespace attune::widgets {

InfoWindow::InfoWindow(const QString& title, QString subject, DialogService& dialogs, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_subject(std::move(subject))
    , m_notice(new NoticeBar(this))
    , m_title(new ElidedLabel(this))
    , m_grid(new QGridLayout)
    , m_raw(new RawPane(dialogs, this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(core::titleText(title));
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setText(title);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setBold(true);
    m_title->setFont(font);
    m_title->setContentsMargins(16, 0, 16, 0);
    m_grid->setContentsMargins(16, 0, 16, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    auto* heading = new QVBoxLayout;
    heading->setContentsMargins(16, 12, 16, 0);
    heading->addWidget(m_title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addLayout(heading);
    layout->addLayout(m_grid);
    layout->addWidget(m_raw, 1);
    auto* closing = new QAction(this);
    closing->setShortcuts({QKeySequence::Close, QKeySequence(Qt::Key_Escape)});
    addAction(closing);
    connect(closing, &QAction::triggered, this, &InfoWindow::close);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] { m_load(); });
    resize(fontMetrics().averageCharWidth() * 80, 520);
}

void InfoWindow::start(std::function<void()> load) {
    m_load = std::move(load);
    m_notice->showNotice(Tone::Neutral, tr("Reading %1…").arg(m_subject));
    m_load();
    show();
}

template<class T>
session::ServiceDone<T> InfoWindow::receiver(std::function<Lines(const T&)> lines) {
    return [this, lines = std::move(lines)](const session::ServiceResult<T>& result) {
        if (result) {
            m_notice->clear();
            fill(lines(*result), result->raw);
            return;
        }
        const Problem problem = loadProblem(result.error(), m_subject);
        m_notice->showNotice(Tone::Warning, problem.sentence,
                             problem.remedy == Remedy::Retry ? InfoWindow::tr("Re&try") : QString());
    };
}

void InfoWindow::fill(const Lines& lines, const QByteArray& raw) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& [name, value] : lines) {
        if (value.isEmpty())
            continue;
        const int row = m_grid->rowCount();
        auto* field = new ValueField(this);
        field->setValue(value);
        field->setAccessibleName(name);
        auto* label = new QLabel(name, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(field, row, 1);
    }
    m_raw->setJson(raw, QStringLiteral("attune.json"));
}

InfoWindow* InfoWindow::openRule(const QString& ref, session::DetailService& service, DialogService& dialogs,
                                 QWidget* parent) {
    const QString subject = tr("rule %1").arg(ref);
    auto* window = new InfoWindow(tr("Rule %1").arg(ref), subject, dialogs, parent);
    window->start([window, ref, &service] {
        service.fetchRule(ref, window, window->receiver<core::RuleDetail>([](const core::RuleDetail& rule) {
            return Lines{{tr("Label"), rule.label},
                         {tr("Description"), rule.description},
                         {tr("State"), rule.enabled ? tr("enabled") : tr("disabled")},
                         {tr("Trigger"), rule.triggerRef},
                         {tr("Action"), rule.actionRef}};
        }));
    });
    return window;
}

InfoWindow* InfoWindow::openTrigger(const QString& ref, session::DetailService& service, DialogService& dialogs,
                                    QWidget* parent) {
    auto* window = new InfoWindow(tr("Trigger %1").arg(ref), tr("trigger %1").arg(ref), dialogs, parent);
    window->start([window, ref, &service] {
        service.fetchTrigger(ref, window, window->receiver<core::TriggerDetail>([](const core::TriggerDetail& trigger) {
            return Lines{{tr("Label"), trigger.label},
                         {tr("Description"), trigger.description},
                         {tr("State"), trigger.enabled ? tr("enabled") : tr("disabled")}};
        }));
    });
    return window;
}

InfoWindow* InfoWindow::openEvent(core::Id id, session::DetailService& service, DialogService& dialogs,
                                  QWidget* parent) {
    const QString number = u'#' + QString::number(id);
    auto* window = new InfoWindow(tr("Event %1").arg(number), tr("event %1").arg(number), dialogs, parent);
    window->start([window, id, &service] {
        service.fetchEvent(id, window, window->receiver<core::EventDetail>([](const core::EventDetail& event) {
            return Lines{{tr("Trigger"), event.triggerRef},
                         {tr("Source"), event.sourceRef},
                         {tr("Rule"), event.ruleRef},
                         {tr("Created"), preciseTime(event.created, core::TimeStyle::Local)},
                         {tr("Trace tag"), event.traceTag}};
        }));
    });
    return window;
}

} // namespace attune::widgets
