// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filter/statuspopup.h"

#include <QString>
#include <QToolButton>

#include <set>

namespace attune::widgets {

/// The button that shows which statuses are chosen and opens the list.
class StatusPicker : public QToolButton {
    Q_OBJECT
public:
    /// `statuses` and `clock` outlive the picker.
    StatusPicker(models::StatusFilterModel& statuses, core::Clock& clock, QWidget* parent = nullptr);

    void setCountSource(StatusPopup::CountSource source) { m_popup->setCountSource(std::move(source)); }
    /// The chosen words; none when none or all are checked, so that words nobody has seen yet are not hidden.
    [[nodiscard]] std::set<QString> chosen() const;
    void choose(const std::set<QString>& words);
    /// Every word but this one, of those already chosen if any are.
    void exclude(const QString& word);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosenChanged();
    /// The list was closed: the operator is done.
    void committed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshText();
    void onWordsAdded(const QModelIndex& parent, int first, int last);
    [[nodiscard]] std::set<QString> known() const;

    models::StatusFilterModel& m_statuses;
    StatusPopup* m_popup;
    bool m_allChecked = false; ///< words that turn up later belong to "all"
};

} // namespace attune::widgets
