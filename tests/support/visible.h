// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>

#include <algorithm>
#include <array>

namespace attune::test {

/// Whether Unicode says that the character draws something and reorders nothing: no control, no half of a pair, no line
/// or paragraph end, no noncharacter, and no format character but for those with a form of their own.
[[nodiscard]] inline bool isVisible(char32_t code) {
    static constexpr std::array Drawn{0x0600U, 0x0601U, 0x0602U, 0x0603U, 0x0604U,  0x0605U, 0x06DDU,
                                      0x070FU, 0x0890U, 0x0891U, 0x08E2U, 0x110BDU, 0x110CDU};
    switch (QChar::category(code)) {
    case QChar::Other_Format:
        return std::find(Drawn.begin(), Drawn.end(), code) != Drawn.end();
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return (code & 0xFFFEU) != 0xFFFEU;
    }
}

} // namespace attune::test
