// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/column.h"
#include "attune/core/enforcement.h"
#include "attune/session/tablelayout.h"
#include "attune/widgets/density.h"

#include <QByteArray>
#include <QTableView>

#include <memory>

class QMenu;

namespace attune::models {
class EnforcementFilterProxyModel;
class EnforcementTableModel;
} // namespace attune::models

namespace attune::widgets {

class ArrivalCounter;
class CellMenu;
class ChangeGlow;
class ColumnHeader;
class ColumnLayout;
class ColumnMenu;
class EmptyOverlay;
class EnforcementDelegate;
class NewRowsPill;
class RowAnchor;
class RowClipboard;
class RowFade;
class RowPainter;
class SortMenu;
class UnseenMark;
struct Screen;

/// The operator's table. At the top it follows: new rows push in. As soon as the operator scrolls, selects or opens a
/// menu it holds: the row under the eye keeps its pixel whatever arrives, until they come back to the top (Home, the
/// pill, or by scrolling). Owns no model logic, but while it is seen it moves the table's now() on once a second and
/// repaints the cells that tick.
class EnforcementView : public QTableView {
    Q_OBJECT
public:
    /// `clock` outlives the view.
    explicit EnforcementView(core::Clock& clock, QWidget* parent = nullptr);
    ~EnforcementView() override;

    /// `model` outlives the view or is taken away first, with nullptr.
    void setEnforcementModel(models::EnforcementFilterProxyModel* model);
    [[nodiscard]] models::EnforcementFilterProxyModel* enforcementModel() const { return m_model; }

    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] core::Id currentId() const; ///< core::UnknownId when there is none
    /// Selects the row and scrolls to it; false while it is not shown.
    bool setCurrentId(core::Id id);
    void goToTop();

    struct RowSpan {
        int first = 0;
        int last = -1; ///< inclusive; before `first` when nothing is seen
    };
    /// The rows that can be seen, partly seen ones included.
    [[nodiscard]] RowSpan visibleRows() const;

    /// The sentence shown while there are no rows, as plain text; `action` is the text of a button below it, or empty.
    void setEmptyMessage(const QString& text, const QString& action = {});

    void setDensity(Density density);
    /// Nothing glows, and nothing fades.
    void setReducedMotion(bool reduced);
    /// It arrived since the operator last looked.
    [[nodiscard]] bool isUnseen(core::Id id) const;
    [[nodiscard]] Density density() const { return m_density; }
    /// Column order, widths, visibility and sort. The model must be set.
    [[nodiscard]] session::TableLayout tableLayout() const;
    void setTableLayout(const session::TableLayout& layout);
    /// The same as bytes. Restoring anything else than such bytes changes nothing and returns false.
    [[nodiscard]] QByteArray headerState() const;
    bool restoreHeaderState(const QByteArray& state);
    void resetColumns();
    void fitColumns();
    /// Show, hide, fit and reset; fills itself when it opens. Owned by the view.
    [[nodiscard]] QMenu* columnMenu() const;
    /// The columns to sort by, likewise.
    [[nodiscard]] QMenu* sortMenu() const;
    /// Copies cells and rows.
    [[nodiscard]] RowClipboard& clipboard() const { return *m_clipboard; }

    void keyboardSearch(const QString& search) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

    /// Cells painted since the start: what painting costs.
    [[nodiscard]] std::uint64_t cellsPainted() const;

Q_SIGNALS:
    void enforcementActivated(attune::core::Id id);
    void followingChanged(bool following);
    /// "Only this value" (exclude = false) or "Exclude this value" of a cell; `value` is the server's word.
    void valueFilterRequested(attune::core::Column column, const QString& value, bool exclude);
    void emptyActionTriggered();
    /// The operator moved, sized, showed or hid a column, or sorted by another one.
    void columnsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void doItemsLayout() override;
    void updateGeometries() override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

private:
    void setUpLook();
    void setUpHeaders();
    void connectHeader();
    void connectModel();
    void letGoOfModel();
    [[nodiscard]] bool mayFade(core::Id id) const;
    [[nodiscard]] int fadingOf(core::Id id) const;
    void onChangeBegins();
    void onChangeEnds();
    void onFilterApplied();
    void onColumnsChosen();
    void onSortRequested(const core::SortKeys& keys);
    void onSortApplied();
    void announceChange();
    void settle();
    [[nodiscard]] Screen wantedScreen() const;
    void updateOutdated();
    void updateLooking();
    void setFollowing(bool following);
    void refreshOverlays();
    void activate(const QModelIndex& cell);
    void setCurrentCell(const QModelIndex& cell);
    void scheduleAgeing();
    void age();
    [[nodiscard]] bool isSeen() const;

    core::Clock& m_clock;
    models::EnforcementFilterProxyModel* m_model = nullptr;
    models::EnforcementTableModel* m_table = nullptr;
    EnforcementDelegate* m_delegate;
    ColumnHeader* m_columns;
    ColumnLayout* m_columnLayout = nullptr;
    ColumnMenu* m_columnMenu = nullptr;
    SortMenu* m_sortMenu = nullptr;
    RowClipboard* m_clipboard;
    CellMenu* m_cellMenu;
    NewRowsPill* m_pill;
    EmptyOverlay* m_empty;
    std::unique_ptr<RowAnchor> m_anchor;
    std::unique_ptr<ArrivalCounter> m_arrivals;
    std::unique_ptr<RowPainter> m_painter;
    std::unique_ptr<ChangeGlow> m_glow;
    std::unique_ptr<RowFade> m_fade;
    UnseenMark* m_unseen;
    std::unique_ptr<core::Timer> m_ageing;
    Density m_density = Density::Comfortable;
    /// What the places of all parts depend on, as it was when they were placed last.
    struct Frame {
        QRect viewport;
        QRect header;
        int columns = -1;
        int rowHeight = 0;
        friend bool operator==(const Frame&, const Frame&) = default;
    };
    [[nodiscard]] Frame frame() const;
    Frame m_frame;
    bool m_following = true;
    bool m_settling = false;  ///< scrolling that is not the operator's
    bool m_revealing = false; ///< scrolling to a row, which is to be read and not to be followed away from
    bool m_announced = false; ///< settle() is on its way
    bool m_inSettle = false;  ///< it looks what to paint when all is laid out
};

} // namespace attune::widgets
