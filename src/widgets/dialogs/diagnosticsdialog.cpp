// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/diagnosticsdialog.h"

#include "dialogs/plainlabel.h"

#include "attune/core/displaytext.h"
#include "attune/core/export/wholefile.h"
#include "attune/widgets/dialogservice.h"

#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace attune::widgets {

DiagnosticsDialog::DiagnosticsDialog(QString text, DialogService& dialogs, QWidget* parent)
    : QDialog(parent), m_text(std::move(text)), m_dialogs(dialogs) {
    setWindowTitle(tr("Diagnostics"));
    QLabel* explanation = createPlainLabel(this);
    explanation->setText(
        tr("For a report about a problem. Passwords and tokens have been taken out, but the name of the "
           "server and of rules are in it: read it before you pass it on."));
    auto* preview = new QPlainTextEdit(this);
    preview->setReadOnly(true);
    preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    preview->setTabChangesFocus(true);
    preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    preview->setAccessibleName(tr("Diagnostics"));
    preview->setPlainText(m_text);
    m_done = createPlainLabel(this);
    m_done->setObjectName(QStringLiteral("done"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(explanation);
    layout->addWidget(preview, 1);
    layout->addWidget(createButtons());
    const QFontMetrics metrics(preview->font());
    resize(metrics.averageCharWidth() * 110, metrics.height() * 36);
}

QWidget* DiagnosticsDialog::createButtons() {
    auto* row = new QWidget(this);
    auto* buttons = new QDialogButtonBox(row);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    auto* save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("save"));
    save->setAutoDefault(false);
    // The last one: Qt leaves it out of the order of Tab when others come later.
    buttons->addButton(QDialogButtonBox::Close)->setAutoDefault(false);
    copy->setDefault(true);
    connect(copy, &QPushButton::clicked, this, &DiagnosticsDialog::onCopy);
    connect(save, &QPushButton::clicked, this, &DiagnosticsDialog::onSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &DiagnosticsDialog::reject);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_done, 1);
    layout->addWidget(buttons);
    return row;
}

void DiagnosticsDialog::onCopy() {
    QGuiApplication::clipboard()->setText(m_text);
    m_done->setText(tr("Copied."));
}

void DiagnosticsDialog::onSave() {
    const QString day = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    m_dialogs.chooseSaveFile(this, tr("Save diagnostics"), QStringLiteral("attune-watch-%1.txt").arg(day),
                             [this](const QString& path) { write(path); });
}

void DiagnosticsDialog::write(const QString& path) {
    if (const auto error = core::WholeFile::replace(path, m_text.toUtf8()))
        m_dialogs.warn(this, tr("Save diagnostics"), error->message);
    else
        m_done->setText(core::displayText(tr("Saved to %1.").arg(path), 300));
}

} // namespace attune::widgets
