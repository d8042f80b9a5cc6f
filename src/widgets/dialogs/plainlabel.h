// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLabel;
class QWidget;

namespace attune::widgets {

/// A label for sentences that may hold text of the server: plain text, wrapped, selectable, and never the reason why a
/// window grows wider, however long a word is.
[[nodiscard]] QLabel* createPlainLabel(QWidget* parent);
/// The same for a label that exists.
void makePlain(QLabel& label);

} // namespace attune::widgets
