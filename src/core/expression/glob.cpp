// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "expression/glob.h"

#include <algorithm>

namespace attune::core::expression {

namespace {

// A question mark stands for one character, which may be a surrogate pair.
qsizetype characterLength(QStringView text, qsizetype at) {
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? 2 : 1;
}

} // namespace

bool isGlob(QStringView text) { return text.contains(u'*') || text.contains(u'?'); }

// Goes back to the latest star only, so the worst case is a product of the lengths, never exponential.
bool globMatches(QStringView pattern, QStringView text) {
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype starPattern = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            starPattern = ++p;
            starText = t;
        } else if (p < pattern.size() && pattern[p] == u'?') {
            ++p;
            t += characterLength(text, t);
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (starPattern >= 0) {
            p = starPattern;
            starText += characterLength(text, starText);
            t = starText;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + p, pattern.end(), [](QChar c) { return c == u'*'; });
}

} // namespace attune::core::expression
