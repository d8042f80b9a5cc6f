// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QFileDialog;
class QWidget;

namespace attune::widgets {

/// Questions and messages to the operator. Kept abstract so that tests answer at once and see what was asked. Every
/// text is shown as plain text. Nothing blocks: answers arrive by a call on the GUI thread, never after `parent` is
/// gone.
class DialogService {
public:
    struct Question {
        QString title;
        QString text;
        QString details; ///< second paragraph; may be empty
        QString accept;  ///< the verb on the button that does it, such as "Disable rule"
    };

    DialogService() = default;
    virtual ~DialogService() = default;
    DialogService(const DialogService&) = delete;
    DialogService& operator=(const DialogService&) = delete;

    /// Calls `accepted` when the operator agrees; the safe answer is the default one.
    virtual void ask(QWidget* parent, const Question& question, std::function<void()> accepted) = 0;
    virtual void warn(QWidget* parent, const QString& title, const QString& text) = 0;
    /// Calls `chosen` with the path to write to, unless the operator cancels; with that of an existing file only after
    /// they agreed to replace it. A name without suffix gets that of `suggestion`.
    virtual void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestion,
                                std::function<void(const QString&)> chosen) = 0;
    /// Calls `chosen` with the path to read, unless the operator cancels.
    virtual void chooseOpenFile(QWidget* parent, const QString& title, const QString& filter,
                                std::function<void(const QString&)> chosen) = 0;
};

/// The real one: QMessageBox and QFileDialog, window-modal, plain text.
class QtDialogService final : public DialogService {
public:
    void ask(QWidget* parent, const Question& question, std::function<void()> accepted) override;
    void warn(QWidget* parent, const QString& title, const QString& text) override;
    void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestion,
                        std::function<void(const QString&)> chosen) override;
    void chooseOpenFile(QWidget* parent, const QString& title, const QString& filter,
                        std::function<void(const QString&)> chosen) override;

private:
    void open(QFileDialog& dialog, const QString& suggestion, std::function<void(const QString&)> chosen);

    QString m_folder; ///< of the file that was chosen last
};

} // namespace attune::widgets
