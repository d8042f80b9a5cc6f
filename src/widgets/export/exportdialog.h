// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/export/rowencoder.h"
#include "attune/models/export/exportjob.h"
#include "attune/models/export/rowsnapshot.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace attune::models {
class EnforcementFilterProxyModel;
}

namespace attune::widgets {

class DialogService;
class EnforcementView;
class Paper;
struct PrintedTable;

/// What can be exported, and with whose help; everything outlives the dialog.
struct ExportContext {
    const models::EnforcementFilterProxyModel& proxy;
    const EnforcementView& view;
    DialogService& dialogs;
    core::Clock& clock;
    std::function<QString()> server; ///< the name of the server whose rows these are
};

/// Which rows, to where; then how far it is. The table stays usable all the while. Closing the dialog cancels.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    enum class Target : int { Csv, Json, JsonLines, Pdf, Printer };

    explicit ExportDialog(const ExportContext& context, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// Unless it is at work.
    void setTarget(Target target);
    [[nodiscard]] bool isAtWork() const { return m_job != nullptr; }
    /// Begins without asking for a place.
    void exportTo(const QString& path);
    void print(std::unique_ptr<Paper> paper);

    void reject() override;

private:
    void build();
    [[nodiscard]] QWidget* createRows();
    void connectParts();
    void refresh();
    void refreshNote(int rows);
    [[nodiscard]] Target target() const;
    [[nodiscard]] std::vector<models::RowSpan> spans() const;
    [[nodiscard]] PrintedTable printedTable(std::vector<int>& columns) const;
    void onAccepted();
    void choosePrinter();
    void run(std::unique_ptr<models::ExportJob> job, const QString& place);
    void onFinished(const models::ExportResult& result);

    ExportContext m_context;
    std::unique_ptr<models::ExportJob> m_job;
    QString m_place; ///< a path, or empty
    QRadioButton* m_all;
    QRadioButton* m_selected;
    QComboBox* m_target;
    QLabel* m_note;
    QProgressBar* m_progress;
    QLabel* m_state;
    QPushButton* m_accept = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace attune::widgets
