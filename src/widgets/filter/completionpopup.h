// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCompleter;
class QRect;

namespace attune::widgets {

/// How completions of the filter's fields look: room around each line, long refs cut in the middle.
void dressCompletions(QCompleter& completer);
/// Opens the list below `area` of the field, with nothing picked: Enter takes what is typed until the operator picks.
void openCompletions(QCompleter& completer, QRect area);
/// Keys that an open list handles itself.
[[nodiscard]] bool isKeyOfCompletions(int key);

} // namespace attune::widgets
