// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/vocabulary.h"
#include "attune/widgets/theme.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace attune::widgets {

/// A shape of its own for every meaning, so that no badge depends on colour alone.
enum class BadgeShape : std::uint8_t { Ring, Dot, Bar, Diamond, Square, HalfSquare };

/// A word with a shape and a colour.
struct Badge {
    QString text; ///< plain text, already displayText()
    BadgeShape shape = BadgeShape::Diamond;
    Tone tone = Tone::Neutral;
    bool filled = true; ///< false: shape and word alone, for what is rarely worth a second look

    friend bool operator==(const Badge&, const Badge&) = default;
};

/// `word` is the server's; codes beyond the known ones keep it.
[[nodiscard]] Badge statusBadge(core::WordCode status, QStringView word);
[[nodiscard]] Badge conditionBadge(core::WordCode condition, QStringView word);

[[nodiscard]] QSize badgeSize(const Badge& badge, const QFont& font);
/// Draws the badge left-aligned and vertically centred in `area`; text that does not fit is elided at its end.
void paintBadge(QPainter& painter, const QRect& area, const Badge& badge, const QFont& font, const Theme& theme);

/// A badge as a widget, for windows and panels.
class BadgeLabel : public QWidget {
    Q_OBJECT
public:
    explicit BadgeLabel(QWidget* parent = nullptr);
    void setBadge(const Badge& badge);
    [[nodiscard]] const Badge& badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Badge m_badge;
};

} // namespace attune::widgets
