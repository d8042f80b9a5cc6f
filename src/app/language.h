// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QCoreApplication;

namespace attune::app {

/// The languages the program speaks, as `--language` names them, such as "de".
[[nodiscard]] QStringList languages();

/// The one of `known` to speak when the desktop prefers `preferred`, such as "de-AT", best first; English if none fits.
[[nodiscard]] QString languageFor(const QStringList& preferred, const QStringList& known);

/// Makes the application speak one of languages(), or what the desktop prefers when `language` is empty: the words of
/// the program, those of Qt where they are installed, and the form of numbers. To be called before the first window.
void speak(QCoreApplication& application, const QString& language);

} // namespace attune::app
