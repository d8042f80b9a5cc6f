// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "panes/rawpane.h"

#include "attune/core/decoderest.h"
#include "attune/core/displaytext.h"
#include "attune/core/export/wholefile.h"
#include "attune/widgets/dialogservice.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace attune::widgets {

namespace {

/// Line breaks are the indentation's; inside a line every invisible character becomes a visible mark.
QString safeLines(const QString& text, bool& cut) {
    QStringList lines;
    for (const auto line : QStringView(text).split(u'\n')) {
        lines += core::displayText(line, RawPane::MaxLine);
        cut = cut || line.size() > RawPane::MaxLine;
    }
    return lines.join(u'\n');
}

} // namespace

RawPane::RawPane(DialogService& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_text(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
    , m_save(new QPushButton(tr("&Save…"), this)) {
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("JSON as the server wrote it"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_save->setObjectName(QStringLiteral("saveRaw"));
    m_save->setAutoDefault(false);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 0, 12, 0);
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addLayout(bottom);
    connect(m_save, &QPushButton::clicked, this, &RawPane::onSave);
    setJson({}, {});
}

void RawPane::setJson(const QByteArray& json, const QString& suggestion) {
    m_suggestion = suggestion;
    m_save->setDisabled(json.isEmpty());
    if (json == m_json && m_prepared && !json.isEmpty())
        return;
    m_json = json;
    m_prepared = false;
    if (isVisible())
        prepare();
}

void RawPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    prepare();
}

void RawPane::prepare() {
    if (m_prepared)
        return;
    m_prepared = true;
    const QByteArray indented = core::indentJson(m_json);
    bool cut = indented.size() > MaxShown;
    m_text->setPlainText(safeLines(QString::fromUtf8(indented.left(MaxShown)), cut));
    const auto size = [](qsizetype bytes) { return QLocale().formattedDataSize(bytes, 1); };
    if (m_json.isEmpty())
        m_note->setText(tr("Nothing was read from the server yet."));
    else if (cut)
        m_note->setText(tr("Shown in part: all of it has %1. Save it to read the rest.").arg(size(indented.size())));
    else
        m_note->setText(size(indented.size()));
}

void RawPane::onSave() {
    m_dialogs.chooseSaveFile(this, tr("Save JSON"), m_suggestion, [this](const QString& path) { write(path); });
}

void RawPane::write(const QString& path) {
    if (const auto error = core::WholeFile::replace(path, core::indentJson(m_json)))
        m_dialogs.warn(this, tr("Save JSON"), error->message);
}

} // namespace attune::widgets
