// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>
#include <QStringList>

namespace attune::widgets {

/// One of the program's monochrome drawings, tinted with the text colours of `palette` (normal, disabled, selected) and
/// sharp at any device pixel ratio. Take it anew on QEvent::PaletteChange. An unknown name gives a null icon.
[[nodiscard]] QIcon themedIcon(const QString& name, const QPalette& palette);
[[nodiscard]] QIcon themedIcon(const QString& name, const QColor& color);

/// The names that themedIcon() knows, in alphabetical order.
[[nodiscard]] QStringList themedIconNames();

/// The program's own icon, in colour.
[[nodiscard]] QIcon applicationIcon();

} // namespace attune::widgets
