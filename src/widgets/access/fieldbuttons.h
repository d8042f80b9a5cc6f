// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLineEdit;

namespace attune::widgets {

/// Gives the icons inside of a field the name of the field, and its clear button one of its own, for those who do not
/// see them. The field has its accessible name.
void nameFieldButtons(QLineEdit& field);

} // namespace attune::widgets
