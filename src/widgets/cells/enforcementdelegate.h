// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cells/celltextcache.h"
#include "cells/numberline.h"

#include "attune/core/column.h"
#include "attune/widgets/badge.h"

#include <QAbstractItemDelegate>
#include <QCache>
#include <QPixmap>

#include <array>
#include <optional>

namespace attune::models {
class EnforcementFilterProxyModel;
}

namespace attune::widgets {

/// Draws the cells of the enforcement table from the rows themselves, with every text laid out and every badge painted
/// once. Colours come from the theme of the palette; badges keep theirs under selection.
class EnforcementDelegate : public QAbstractItemDelegate {
    Q_OBJECT
public:
    explicit EnforcementDelegate(QObject* parent = nullptr);

    /// `model` outlives the delegate or is taken away first.
    void setModel(const models::EnforcementFilterProxyModel* model);
    /// Fonts, colours or times are drawn differently from now on.
    void clearCaches();

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Needs a model for its words only.
    void paintCell(QPainter& painter, const QStyleOptionViewItem& option, const core::EnforcementRow& row,
                   core::Column column) const;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int SidePadding = 8;

private:
    [[nodiscard]] QString text(const core::EnforcementRow& row, core::Column column) const;
    [[nodiscard]] QString instant(core::UtcMicros time) const;
    [[nodiscard]] Badge badge(const core::EnforcementRow& row, core::Column column) const;
    void paintText(QPainter& painter, const QRect& area, const core::EnforcementRow& row, core::Column column,
                   const QStyleOptionViewItem& option) const;
    void paintCachedBadge(QPainter& painter, const QRect& area, const core::EnforcementRow& row, core::Column column,
                          const QStyleOptionViewItem& option) const;
    [[nodiscard]] const QFont& monospaceFor(const QFont& font) const;
    [[nodiscard]] NumberLine& numberLine(const QFont& font, bool monospace) const;

    struct BadgeKey {
        core::Column column = core::Column::Status;
        core::WordCode code = 0;
        int width = 0;
        int height = 0;
        friend bool operator==(const BadgeKey&, const BadgeKey&) = default;
        friend std::size_t qHash(const BadgeKey& key, std::size_t seed = 0) {
            return qHashMulti(seed, static_cast<int>(key.column), key.code, key.width, key.height);
        }
    };

    const models::EnforcementFilterProxyModel* m_model = nullptr;
    const core::Vocabulary* m_vocabulary = nullptr;
    mutable CellTextCache m_lines;
    mutable std::array<std::optional<NumberLine>, 2> m_numbers; ///< in the font of the view, in its monospace font
    mutable QCache<BadgeKey, QPixmap> m_badges;
    mutable QCache<core::UtcMicros, QString> m_instants; ///< by second, for one style and one minute of now
    mutable core::UtcMicros m_instantsMinute = 0;
    mutable core::TimeStyle m_instantsStyle = core::TimeStyle::Local;
    mutable qreal m_badgeRatio = 1;
    mutable const Theme* m_badgeTheme = nullptr;
    mutable std::optional<QFont> m_monospace;
    mutable QFont m_monospaceBase;
};

} // namespace attune::widgets
