// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "uilog.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/dialogservice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace attune::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::DialogService)
};

QMessageBox* messageBox(QWidget* parent, QMessageBox::Icon icon, const QString& title, const QString& text) {
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setIcon(icon);
    box->setWindowTitle(core::titleText(title));
    box->setText(text);
    return box;
}

/// Not where the program happens to have been started.
QString firstFolder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

void QtDialogService::ask(QWidget* parent, const Question& question, std::function<void()> accepted) {
    // Not as QMessageBox's informative text: that part has no text format, Qt would take markup for markup there.
    const QString details = question.details.isEmpty() ? QString() : u"\n\n" + core::displayText(question.details);
    QMessageBox* box =
        messageBox(parent, QMessageBox::Question, question.title, core::displayText(question.text) + details);
    QPushButton* accept = box->addButton(core::actionText(question.accept), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(accept, &QPushButton::clicked, box, [accepted = std::move(accepted)] { accepted(); });
    box->open();
}

void QtDialogService::warn(QWidget* parent, const QString& title, const QString& text) {
    qCInfo(lcUi).noquote() << title + u':' << text;
    QMessageBox* box = messageBox(parent, QMessageBox::Warning, title, core::displayText(text));
    box->addButton(QMessageBox::Ok);
    box->open();
}

void QtDialogService::open(QFileDialog& dialog, const QString& suggestion, std::function<void(const QString&)> chosen) {
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setDirectory(m_folder.isEmpty() ? firstFolder() : m_folder);
    dialog.selectFile(suggestion);
    QObject::connect(&dialog, &QFileDialog::fileSelected, &dialog,
                     [this, chosen = std::move(chosen)](const QString& path) {
                         m_folder = QFileInfo(path).absolutePath();
                         chosen(path);
                     });
    dialog.open();
}

void QtDialogService::chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestion,
                                     std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // Qt's own question would block
    dialog->setDefaultSuffix(QFileInfo(suggestion).suffix());
    const auto replace = [this, parent, title, chosen = std::move(chosen)](const QString& path) {
        if (!QFileInfo::exists(path)) {
            chosen(path);
            return;
        }
        const Question question{title, Words::tr("%1 exists already. Replace it?").arg(path),
                                Words::tr("What is in it will be lost."), Words::tr("Replace")};
        ask(parent, question, [chosen, path] { chosen(path); });
    };
    open(*dialog, suggestion, replace);
}

void QtDialogService::chooseOpenFile(QWidget* parent, const QString& title, const QString& filter,
                                     std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    open(*dialog, {}, std::move(chosen));
}

} // namespace attune::widgets
