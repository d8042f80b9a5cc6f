// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/models/executionmodel.h"
#include "attune/widgets/enforcementwindow.h"
#include "attune/widgets/theme.h"

#include <QWidget>

class QAction;
class QLabel;
class QTreeView;

namespace attune::widgets {

class JsonPane;
class NoticeBar;

/// The executions that an enforcement started, live, with the result of one on demand and a way to cancel it.
class ExecutionsPane : public QWidget {
    Q_OBJECT
public:
    explicit ExecutionsPane(const DetailContext& context, QWidget* parent = nullptr);

    /// Starts over with another enforcement and reads its executions.
    void setEnforcement(core::Id id);
    void reload();
    void apply(const std::vector<core::ExecutionUpdate>& updates);
    void tick(core::UtcMicros now);
    void setTimeStyle(core::TimeStyle style) { m_model.setTimeStyle(style); }
    [[nodiscard]] bool hasRunning() const { return m_model.hasRunning(); }
    [[nodiscard]] QAction* showResultAction() const { return m_showResult; }
    [[nodiscard]] QAction* cancelAction() const { return m_cancel; }

Q_SIGNALS:
    /// The outcome of a command, in words.
    void noticed(attune::widgets::Tone tone, const QString& sentence);
    void countChanged(int count);

private:
    QWidget* createTable();
    QWidget* createResult();
    void connectTable();
    void onExecutions(int load, const session::ServiceResult<core::ExecutionPage>& result);
    void onCurrentChanged();
    void onRowsChanged();
    void showResult();
    void showResultProblem(const session::ServiceError& error);
    void askCancel();
    void cancel(core::Id id);
    void showState();
    [[nodiscard]] core::Id currentId() const;

    DetailContext m_context;
    models::ExecutionModel m_model;
    int m_loads = 0;
    bool m_loaded = false;
    core::Id m_resultOf = core::UnknownId;
    bool m_hasResult = false;
    NoticeBar* m_notice;
    QLabel* m_state = nullptr;
    QTreeView* m_table = nullptr;
    QWidget* m_resultPart = nullptr;
    QLabel* m_resultTitle = nullptr;
    JsonPane* m_result = nullptr;
    QAction* m_showResult;
    QAction* m_cancel;
};

} // namespace attune::widgets
