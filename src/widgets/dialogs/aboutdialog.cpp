// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/aboutdialog.h"

#include "attune/core/displaytext.h"
#include "attune/version.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace attune::widgets {

namespace {

QLabel* plainLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

AboutDialog::AboutDialog(const QStringList& components, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Attune Watch"));
    const QString program = tr("Attune Watch %1").arg(QString::fromLatin1(attune::Version));
    QStringList lines;
    for (const QString& component : components)
        lines += core::displayText(component, 200);
    const QString system = QSysInfo::prettyProductName();
    m_text = (QStringList(program) + lines + QStringList(system)).join(u'\n');

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    QLabel* title = plainLabel(program, this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    title->setFont(font);
    layout->addWidget(title);
    layout->addWidget(plainLabel(tr("A desktop monitor for the enforcements of an Attune server."), this));
    layout->addWidget(plainLabel(tr("© 2026 The Attune Watch authors. Apache License 2.0."), this));
    layout->addWidget(plainLabel(tr("It uses these libraries, under licences of their own:"), this));
    layout->addWidget(plainLabel(lines.join(u'\n'), this));
    layout->addWidget(plainLabel(system, this));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    copy->setToolTip(tr("Copy the versions, for a bug report"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &AboutDialog::reject);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 68);
}

} // namespace attune::widgets
