// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

class QAbstractItemModel;
class QWidget;

namespace attune::test {

/// What an eye makes of a text that Qt may take for markup, such as a tooltip.
struct Drawn {
    QString text;         ///< the characters that are left
    QStringList problems; ///< pictures, links, tables, looks: what only markup brings
};
[[nodiscard]] Drawn drawn(const QString& text);

/// Characters of it that draw nothing, reorder their neighbours or are none, as code points. A line end is one, too,
/// unless there may be several lines.
[[nodiscard]] QStringList invisibleIn(QStringView text, bool maybeLines = false);

/// Everything a window shows or says to ears that is not plain, visible text; labels that would take markup.
[[nodiscard]] QStringList problemsOf(QWidget& window);
/// The same of all cells of a model and their children.
[[nodiscard]] QStringList problemsOf(const QAbstractItemModel& model);
/// What letters and keys do in a window: a text of others must add none.
[[nodiscard]] QStringList keysIn(const QWidget& window);
/// The title as the desktop gets it.
[[nodiscard]] QString shownTitle(const QWidget& window);

} // namespace attune::test
