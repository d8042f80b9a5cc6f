// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/enforcement.h"
#include "attune/core/execution.h"
#include "attune/session/detailservice.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QTabWidget;

namespace attune::session {
class Settings;
}

namespace attune::widgets {

class DetailActions;
class DetailHeader;
class DialogService;
class EventPane;
class ExecutionsPane;
class JsonPane;
class NoticeBar;
class OverviewPane;
class RawPane;
enum class Remedy : std::uint8_t;

/// What windows about one enforcement lean on; everything outlives them.
struct DetailContext {
    const core::Vocabulary& vocabulary; ///< the one rows get their symbols from
    session::DetailService& service;
    session::Settings& settings;
    core::Clock& clock;
    DialogService& dialogs;
};

/// What the table knows about one enforcement.
struct EnforcementSubject {
    core::EnforcementRow row;
    QString traceTag; ///< as the server wrote it; empty = unknown
};

/// Everything about one enforcement. Opens at once with what the table knows, reads the detail, and stays live: it is
/// told of changes by the same batches as the table. A failed request is said in words and takes nothing away that was
/// shown.
class EnforcementWindow : public QMainWindow {
    Q_OBJECT
public:
    EnforcementWindow(const EnforcementSubject& subject, const DetailContext& context, QWidget* parent = nullptr);
    ~EnforcementWindow() override;

    [[nodiscard]] core::Id id() const { return m_row.id; }
    [[nodiscard]] const core::EnforcementRow& row() const { return m_row; }
    /// Shows another enforcement in the same window, on the same tab.
    void setSubject(const EnforcementSubject& subject);
    /// A remark that the operator may put away.
    void say(const QString& sentence);

public Q_SLOTS:
    /// Joins what is new into what is known; rows of other enforcements are ignored.
    void onRowChanged(const attune::core::EnforcementRow& row);
    void onExecutionsChanged(const std::vector<attune::core::ExecutionUpdate>& updates);
    /// Proven to be gone from the server.
    void onRowGone();

Q_SIGNALS:
    /// What the detail taught, for the table.
    void learned(const attune::core::EnforcementBatch& batch);
    void previousRequested(attune::core::Id id);
    void nextRequested(attune::core::Id id);
    void signInRequested();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void createPanes();
    void connectPanes();
    void load();
    void onDetail(const session::ServiceResult<core::EnforcementDetail>& result);
    void onNoticeAction();
    void showDetail(const core::EnforcementDetail& detail);
    void showRow();
    void applyTimeStyle();
    void join(const core::EnforcementRow& row, core::Origin origin);
    void tick();

    DetailContext m_context;
    core::EnforcementRow m_row;
    QString m_traceTag;
    QByteArray m_shownRaw; ///< of the detail on show; empty = none yet
    bool m_problemShown = false;
    Remedy m_remedy{}; ///< what the button of the notice does
    int m_loads = 0;   ///< answers to earlier subjects are ignored
    bool m_gone = false;
    std::unique_ptr<core::Timer> m_tick;
    DetailHeader* m_header = nullptr;
    NoticeBar* m_notice = nullptr;
    QTabWidget* m_tabs = nullptr;
    OverviewPane* m_overview = nullptr;
    JsonPane* m_payload = nullptr;
    JsonPane* m_conditions = nullptr;
    JsonPane* m_config = nullptr;
    ExecutionsPane* m_executions = nullptr;
    EventPane* m_event = nullptr;
    RawPane* m_raw = nullptr;
    DetailActions* m_actions = nullptr;
};

} // namespace attune::widgets
