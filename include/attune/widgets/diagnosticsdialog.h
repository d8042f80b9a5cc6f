// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/log/redactor.h"
#include "attune/core/timestamp.h"
#include "attune/widgets/connectionpanel.h"

#include <QByteArray>
#include <QDialog>
#include <QString>
#include <QStringList>

#include <vector>

class QLabel;

namespace attune::session {
class Settings;
}

namespace attune::widgets {

class DialogService;

/// What a report about a problem should tell.
struct DiagnosticsFacts {
    core::UtcMicros now = core::UnknownTime;
    QStringList components; ///< versions, one a line
    ConnectionReport report;
    QStringList sizes;           ///< lines such as "12,431 rows, 214 shown"
    QStringList settings;        ///< changedSettings()
    std::vector<QByteArray> log; ///< oldest first, each with its line end
};

/// Plain text of many lines, times in UTC: no secret, no control character.
[[nodiscard]] QString diagnosticsText(const DiagnosticsFacts& facts, const core::Redactor& redactor);
/// `look/theme = dark`, for each that is not as it comes.
[[nodiscard]] QStringList changedSettings(const session::Settings& settings);

/// Shows the operator what would be passed on, and passes it on only when told to: to the clipboard, or to a file that
/// only its user can read.
class DiagnosticsDialog : public QDialog {
    Q_OBJECT
public:
    /// `dialogs` outlives the dialog.
    DiagnosticsDialog(QString text, DialogService& dialogs, QWidget* parent = nullptr);

private:
    QWidget* createButtons();
    void onCopy();
    void onSave();
    void write(const QString& path);

    QString m_text;
    DialogService& m_dialogs;
    QLabel* m_done = nullptr; ///< what has been done with the text
};

} // namespace attune::widgets
