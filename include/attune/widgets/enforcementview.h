// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/column.h"
#include "attune/core/enforcement.h"

#include <QByteArray>
#include <QTableView>

#include <memory>
#include <optional>

class QMenu;

namespace attune::models {
class EnforcementFilterProxyModel;
}

namespace attune::widgets {

class EmptyOverlay;
class EnforcementDelegate;
class NewRowsPill;
class RowAnchor;

enum class Density : std::uint8_t { Comfortable, Compact };

/// The operator's table. At the top it follows: new rows push in. As soon as the operator scrolls, selects or opens a
/// menu it holds: the row under the eye keeps its pixel whatever arrives, until they come back to the top (Home, the
/// pill, or by scrolling). Owns no model logic; the model outlives the view or is taken away first.
class EnforcementView : public QTableView {
    Q_OBJECT
public:
    EnforcementView(const core::Vocabulary& vocabulary, core::Clock& clock, QWidget* parent = nullptr);
    ~EnforcementView() override;

    void setEnforcementModel(models::EnforcementFilterProxyModel* model);
    [[nodiscard]] models::EnforcementFilterProxyModel* enforcementModel() const { return m_model; }

    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] core::Id currentId() const; ///< core::UnknownId when there is none
    void setCurrentId(core::Id id);           ///< no effect while the row is not shown
    void goToTop();

    /// The sentence shown while there are no rows; `action` is the text of a link below it, or empty.
    void setEmptyMessage(const QString& text, const QString& action = {});

    void setDensity(Density density);
    void setReducedMotion(bool reduced);
    /// Column order, widths, visibility and sort as bytes; restoring anything else changes nothing and returns false.
    [[nodiscard]] QByteArray headerState() const;
    bool restoreHeaderState(const QByteArray& state);
    void resetColumns();
    /// Show, hide and reset; filled when it opens. Owned by the view.
    [[nodiscard]] QMenu* columnMenu() const { return m_columnMenu; }

Q_SIGNALS:
    void enforcementActivated(attune::core::Id id);
    void followingChanged(bool following);
    /// "Only this value" (exclude = false) or "Exclude this value" of a cell; `value` is the server's word.
    void valueFilterRequested(attune::core::Column column, const QString& value, bool exclude);
    void emptyActionTriggered();
    void columnsChanged();

protected:
    void doItemsLayout() override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void showEvent(QShowEvent* event) override;

private:
    friend class RowAnchor;
    void setUpHeaders();
    void setFollowing(bool following);
    void placeOverlays();
    void scheduleAgeing();
    void repaintAges();

    const core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    models::EnforcementFilterProxyModel* m_model = nullptr;
    EnforcementDelegate* m_delegate;
    NewRowsPill* m_pill;
    EmptyOverlay* m_empty;
    QMenu* m_columnMenu;
    std::unique_ptr<RowAnchor> m_anchor;
    std::unique_ptr<core::Timer> m_ageing;
    bool m_following = true;
};

} // namespace attune::widgets
