// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <string_view>

namespace attune::core {

/// UTF-8 of the server as it is. QString leaves a byte order mark at the beginning out, and refs that differ would look
/// the same.
[[nodiscard]] QString exactText(std::string_view utf8);

/// Text of the server made safe to draw: control characters, bidirectional overrides, invisible and tag characters
/// become visible marks such as ⟨U+202E⟩, so do letters that imitate Latin ones beside them, and a run of combining
/// marks is cut, so that no ref can imitate another or disturb the layout. `limit` bounds the length in UTF-16 units,
/// an ellipsis marks the cut. Idempotent.
[[nodiscard]] QString displayText(QStringView text, qsizetype limit = 4096);

/// displayText() for a tooltip: escaped, because Qt renders tooltips as rich text whenever they look like it, and
/// wrapped in markup that keeps line breaks. At most 40 lines, and `limit` units before escaping. Empty for an empty
/// text.
[[nodiscard]] QString toolTipText(QStringView text, qsizetype limit = 4096);

/// displayText() for a menu or a button, where an ampersand would become a mnemonic.
[[nodiscard]] QString actionText(QStringView text, qsizetype limit = 60);

/// displayText() for the title of a window, where Qt would take "[*]" for the place of a mark and leave it out. Longer
/// than `limit` by what that needs.
[[nodiscard]] QString titleText(QStringView text, qsizetype limit = 120);

} // namespace attune::core
