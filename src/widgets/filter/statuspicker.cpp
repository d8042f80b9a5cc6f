// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/statuspicker.h"

#include "attune/core/displaytext.h"
#include "attune/models/roles.h"
#include "attune/models/statusfiltermodel.h"

#include <QKeyEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace attune::widgets {

StatusPicker::StatusPicker(models::StatusFilterModel& statuses, core::Clock& clock, QWidget* parent)
    : QToolButton(parent), m_statuses(statuses), m_popup(new StatusPopup(statuses, clock, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setToolTip(tr("Show only these statuses"));
    connect(this, &QToolButton::clicked, m_popup, [this] { m_popup->openBelow(*this); });
    connect(m_popup, &StatusPopup::closed, this, &StatusPicker::committed);
    connect(&m_statuses, &models::StatusFilterModel::rowsInserted, this, &StatusPicker::onWordsAdded);
    connect(&m_statuses, &models::StatusFilterModel::checkedChanged, this, [this] {
        m_allChecked = m_statuses.checked().size() == static_cast<std::size_t>(m_statuses.rowCount());
        refreshText();
        Q_EMIT chosenChanged();
    });
    refreshText();
}

std::set<QString> StatusPicker::chosen() const {
    const auto checked = m_statuses.checked();
    return checked.size() == static_cast<std::size_t>(m_statuses.rowCount()) ? std::set<QString>() : checked;
}

void StatusPicker::choose(const std::set<QString>& words) { m_statuses.setChecked(words); }

void StatusPicker::exclude(const QString& word) {
    auto words = chosen();
    if (words.empty())
        words = known();
    words.erase(word);
    choose(words);
}

QSize StatusPicker::sizeHint() const {
    // Wide enough for two known words, so that checking a second one moves nothing.
    QStyleOptionComboBox option;
    option.initFrom(this);
    const QString usual = tr("Status: %1").arg(QStringLiteral("created, processed"));
    const QSize text(fontMetrics().horizontalAdvance(usual) + 8, fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, this);
}

void StatusPicker::paintEvent(QPaintEvent*) {
    // A button that behaves like a combo box looks like one.
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.currentText = text();
    option.editable = false;
    if (isDown() || m_popup->isVisible())
        option.state |= QStyle::State_Sunken;
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void StatusPicker::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_F4 || event->key() == Qt::Key_Return)
        m_popup->openBelow(*this);
    else
        QToolButton::keyPressEvent(event);
}

void StatusPicker::refreshText() {
    const auto words = chosen();
    QStringList names;
    for (const QString& word : words)
        names += core::displayText(word, 24);
    const QString list = names.join(QStringLiteral(", "));
    QString text = tr("Status: %1").arg(words.empty() ? tr("all") : list);
    const int room = fontMetrics().horizontalAdvance(tr("Status: %1").arg(QStringLiteral("created, processed"))) + 8;
    if (fontMetrics().horizontalAdvance(text) > room)
        text = tr("Status: %n chosen", nullptr, static_cast<int>(words.size()));
    setText(text);
    setShortcut({}); // an ampersand in a word makes none
    setAccessibleName(text);
}

void StatusPicker::onWordsAdded(const QModelIndex&, int first, int last) {
    for (int row = first; m_allChecked && row <= last; ++row)
        m_statuses.setData(m_statuses.index(row), static_cast<int>(Qt::Checked), Qt::CheckStateRole);
}

std::set<QString> StatusPicker::known() const {
    std::set<QString> words;
    for (int row = 0; row < m_statuses.rowCount(); ++row)
        words.insert(m_statuses.index(row).data(models::StatusWordRole).toString());
    return words;
}

} // namespace attune::widgets
