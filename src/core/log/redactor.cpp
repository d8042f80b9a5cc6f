// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/log/redactor.h"

#include "log/secretpatterns.h"

#include <algorithm>

namespace attune::core {

QString Redactor::redacted(QStringView text) const {
    const QStringView whole = text.left(MaxLength);
    std::vector<TextRange> ranges = secretPatterns(whole);
    const std::vector<TextRange> known = m_secrets.find(whole);
    ranges.insert(ranges.end(), known.begin(), known.end());
    std::sort(ranges.begin(), ranges.end(), [](TextRange a, TextRange b) { return a.begin < b.begin; });
    // The cut may have left a part of a secret behind that is too short to be known.
    const qsizetype end = whole.size() < text.size() ? whole.size() - KnownSecrets::BlockLength * 2 : whole.size();
    QString result;
    qsizetype at = 0;
    for (const TextRange range : ranges) {
        if (range.begin >= at && range.begin < end)
            result += whole.sliced(at, range.begin - at) + RedactionMark;
        at = std::max(at, range.end);
    }
    if (at < end)
        result += whole.sliced(at, end - at);
    return result;
}

} // namespace attune::core
