// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "panes/executionspane.h"

#include "detail/problemsentence.h"
#include "dialogs/noticebar.h"
#include "panes/executiondelegate.h"
#include "panes/jsonpane.h"

#include "attune/widgets/dialogservice.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>

namespace attune::widgets {

using models::ExecutionModel;

ExecutionsPane::ExecutionsPane(const DetailContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_notice(new NoticeBar(this))
    , m_showResult(new QAction(tr("Show &Result"), this))
    , m_cancel(new QAction(tr("&Cancel Execution…"), this)) {
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createTable());
    splitter->addWidget(createResult());
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 8);
    buttons->setSpacing(8);
    for (QAction* action : {m_showResult, m_cancel}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("executionsState"));
    buttons->addStretch();
    buttons->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addLayout(buttons);
    layout->addWidget(splitter, 1);
    connectTable();
    onCurrentChanged();
}

QWidget* ExecutionsPane::createTable() {
    m_table = new QTreeView(this);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ExecutionDelegate(m_table));
    m_table->setAccessibleName(tr("Executions"));
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_showResult, m_cancel});
    const int character = fontMetrics().averageCharWidth();
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(ExecutionModel::ActionColumn, QHeaderView::Stretch);
    m_table->header()->resizeSection(ExecutionModel::IdColumn, character * 16);
    m_table->header()->resizeSection(ExecutionModel::StatusColumn, character * 20);
    m_table->header()->resizeSection(ExecutionModel::StartedColumn, character * 18);
    return m_table;
}

QWidget* ExecutionsPane::createResult() {
    m_resultPart = new QWidget(this);
    m_resultTitle = new QLabel(m_resultPart);
    m_resultTitle->setTextFormat(Qt::PlainText);
    m_resultTitle->setContentsMargins(12, 8, 12, 0);
    m_result = new JsonPane(tr("Result of the execution"), m_resultPart);
    auto* layout = new QVBoxLayout(m_resultPart);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_resultTitle);
    layout->addWidget(m_result, 1);
    m_resultPart->hide();
    return m_resultPart;
}

void ExecutionsPane::connectTable() {
    connect(m_table, &QTreeView::activated, m_showResult, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExecutionsPane::onCurrentChanged);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ExecutionsPane::onRowsChanged);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ExecutionsPane::onRowsChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ExecutionsPane::onRowsChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ExecutionsPane::onCurrentChanged);
    connect(m_showResult, &QAction::triggered, this, &ExecutionsPane::showResult);
    connect(m_cancel, &QAction::triggered, this, &ExecutionsPane::askCancel);
    connect(m_notice, &NoticeBar::actionTriggered, this, &ExecutionsPane::reload);
}

void ExecutionsPane::setEnforcement(core::Id id) {
    m_model.setEnforcement(id);
    m_resultPart->hide();
    m_resultOf = core::UnknownId;
    m_loaded = false;
    reload();
}

void ExecutionsPane::reload() {
    m_notice->clear();
    const int load = ++m_loads;
    m_context.service.fetchExecutions(m_model.enforcement(), this,
                                      [this, load](const auto& result) { onExecutions(load, result); });
    showState();
}

void ExecutionsPane::onExecutions(int load, const session::ServiceResult<core::ExecutionPage>& result) {
    if (load != m_loads)
        return;
    if (result) {
        m_loaded = true;
        m_model.merge(result->items);
    } else {
        const Problem problem = loadProblem(result.error(), tr("executions"));
        m_notice->showNotice(Tone::Warning, problem.sentence,
                             problem.remedy == Remedy::Retry ? tr("Re&try") : QString());
    }
    showState();
}

void ExecutionsPane::apply(const std::vector<core::ExecutionUpdate>& updates) {
    if (m_model.apply(updates))
        showState();
}

void ExecutionsPane::tick(core::UtcMicros now) { m_model.setNow(now); }

void ExecutionsPane::onRowsChanged() {
    Q_EMIT countChanged(m_model.rowCount());
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
    onCurrentChanged();
}

void ExecutionsPane::showState() {
    if (m_model.rowCount() > 0)
        m_state->clear();
    else if (m_loaded)
        m_state->setText(tr("This enforcement started no execution."));
    else
        m_state->setText(m_notice->isHidden() ? tr("Reading executions…") : QString());
}

core::Id ExecutionsPane::currentId() const {
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.rowAt(current.row()).id : core::UnknownId;
}

void ExecutionsPane::onCurrentChanged() {
    const QModelIndex current = m_table->currentIndex();
    m_showResult->setEnabled(current.isValid());
    m_cancel->setEnabled(current.isValid() && !m_model.rowAt(current.row()).isFinal());
}

void ExecutionsPane::showResult() {
    const core::Id id = currentId();
    if (id == core::UnknownId)
        return;
    if (m_resultOf != id) {
        m_resultOf = id;
        m_hasResult = false;
        m_resultTitle->setText(tr("Result of execution #%1").arg(id));
        m_result->setMessage(tr("Reading the result…"));
        m_resultPart->show();
    }
    m_context.service.fetchExecution(id, this, [this, id](const session::ServiceResult<core::ExecutionDetail>& result) {
        if (id != m_resultOf)
            return;
        if (!result) {
            showResultProblem(result.error());
            return;
        }
        m_hasResult = true;
        m_model.merge({result->row});
        m_result->setDocument(result->result, result->row.isFinal() ? tr("The execution left no result.")
                                                                    : tr("There is no result yet."));
    });
}

void ExecutionsPane::showResultProblem(const session::ServiceError& error) {
    const QString sentence = loadProblem(error, tr("execution #%1").arg(m_resultOf)).sentence;
    if (m_hasResult)
        m_notice->showNotice(Tone::Warning, sentence);
    else
        m_result->setMessage(sentence);
}

void ExecutionsPane::askCancel() {
    const core::Id id = currentId();
    if (id == core::UnknownId)
        return;
    DialogService::Question question;
    question.title = tr("Cancel execution");
    question.text =
        tr("Cancel execution #%1 of %2?").arg(QString::number(id), m_model.rowAt(m_model.rowOfId(id)).actionRef);
    question.details = tr("A running action is interrupted. The children of a workflow are cancelled with it.");
    question.accept = tr("Cancel execution");
    m_context.dialogs.ask(window(), question, [this, id] { cancel(id); });
}

void ExecutionsPane::cancel(core::Id id) {
    Q_EMIT noticed(Tone::Neutral, tr("Cancelling execution #%1…").arg(id));
    m_context.service.cancelExecution(
        id, this, [this, id](const session::ServiceResult<core::ExecutionDetail>& result) {
            if (!result) {
                const QString intent = tr("cancel execution #%1").arg(id);
                Q_EMIT noticed(Tone::Bad, commandProblem(result.error(), intent).sentence);
                reload(); // a refusal usually means that its status is another one by now
                return;
            }
            m_model.merge({result->row});
            Q_EMIT noticed(Tone::Good,
                           result->row.isFinal()
                               ? tr("Execution #%1 is cancelled.").arg(id)
                               : tr("Execution #%1 is being cancelled; it ends when its worker lets go.").arg(id));
        });
}

} // namespace attune::widgets
